import Markup
import Testing

@Suite("The sanitizer lets nothing through that runs")
struct HTMLAttackTests {
    private let sanitizer = HTMLSanitizer()

    @Test(
        "Dropped with what they contain",
        arguments: [
            "<script>x()</script>", "<SCRIPT SRC=//e.test/x></SCRIPT >", "<script/x>1</script/y>",
            "<script><!--<script></script>--></script>", "<script><!-- </script>", "<style>@import 'x';</style>",
            "<iframe src=//e.test></iframe>", "<iframe srcdoc='<script>1</script>'></iframe>",
            "<template><img src=x></template>",
            "<object data=x><p>y</p></object>", "<embed src=x>", "<applet code=x></applet>",
            "<svg onload=x><animate onbegin=y /><a xlink:href='javascript:z'>t</a></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=y></style></mglyph></table></mtext></math>",
            "<svg><foreignObject><p>z</p></foreignObject></svg>", "<svg><![CDATA[<p>]]>x</svg>",
            "<svg><desc><svg><p>q</desc></svg>", "<textarea><p>x</p></textarea>", "<title><p>x</p></title>",
            "<select><option>x</select>", "<noembed><p>x</noembed>", "<noframes><p>x</noframes>",
            "<frameset><frame src=x></frameset>", "<base href=//e.test/>", "<link rel=stylesheet href=x>",
            "<meta http-equiv=refresh content='0;url=//e.test'>", "<!-- <p>x</p> -->", "<!--><!-- x -->",
            "<!--x--!><!--->", "<?xml version='1'?>", "<!DOCTYPE html [<!ENTITY x 'y'>", "<!x>",
            "</ x>", "</>", "<p", "<p title='", "<p title=\"x\" ", "<a href=javascript:1", "<![CDATA[x>",
            "<input onfocus=x autofocus>", "<video src=x><p>y</video>", "<audio src=x onerror=y></audio>",
            "<canvas>x</canvas>", "<svg/><svg />", "<math/>", "<svg><script>1</script><style>2</style></svg>",
            "<iframe><!--</iframe>", "<style><!--</style>",
        ])
    func dropped(html: String) {
        let output = sanitizer.sanitize(html, base: "https://nl.test/").html
        #expect(output == "")
    }

    @Test(
        "What browsers show behind them stays",
        arguments: [
            ("<!--><p>文", "<p>文</p>"), ("<!---><p>文", "<p>文</p>"), ("<!--x--!><p>文", "<p>文</p>"),
            ("<!-- x -- ><p>文--><p>后", "<p>后</p>"), ("<svg><style><p>文", "<p>文</p>"),
            ("<svg><title><p>无</title></svg>文", "文"), ("<math><mi><p>无</mi></math>文", "文"),
            ("<svg></p>文", "文"), ("<math><b>文", "<b>文</b>"), ("<object data=x><p>文", "<p>文</p>"),
            ("<select><p>文", "<p>文</p>"), ("<video src=x>文", "文"), ("<form action=x><p>文</form>", "<p>文</p>"),
            ("<button onclick=x>文</button>", "文"), ("<x-y onclick=z>文</x-y>", "文"), ("<body onload=x>文", "文"),
            ("<font color=red>文</font>", "文"), ("<marquee onstart=x>文</marquee>", "文"),
            ("<xmp><b>文</b></xmp>", "<pre>&lt;b&gt;文&lt;/b&gt;</pre>"), ("<plaintext><b>文", "<pre>&lt;b&gt;文</pre>"),
            ("<script></script>文", "文"), ("<style></style x=y>文", "文"), ("<script><!--</script>文", "文"),
            ("<script><!--<script></script>无</script>文", "文"), ("<script><!--<script>--></script>文", "文"),
            ("<svg><![CDATA[</svg><p>无]]></svg>文", "文"), ("<textarea></textarea/>文", "文"),
            ("一<iframe src=x>二<b>三</b>", "一二<b>三</b>"), ("<textarea>文<p>二", "文<p>二</p>"),
            ("<noscript><p>文<noscript>二", "<p>文二</p>"), ("<noembed>一<noframes>二<title>三<script>四", "一二三"),
            ("<object><iframe>一</object>二<img src=https://nl.test/a>", "一二<img src=\"https://nl.test/a\">"),
            ("<iframe>一<iframe onload=x><style>二", "一"),
            ("<![CDATA[<p>文", "文"), ("<a<b>文", "文"), ("<1文", "&lt;1文"), ("< p>文", "&lt; p&gt;文"),
        ])
    func behind(html: String, expected: String) {
        #expect(sanitizer.sanitize(html).html == expected)
    }

    @Test(
        "Handlers and addresses that run",
        arguments: [
            "<p onclick=x>文</p>", "<p/onclick=x>文</p>", "<p ONCLICK = 'x'>文</p>", "<p x='>' onclick=y>文</p>",
            "<p a=\"\"onclick=x>文</p>", "<p \u{0}onclick=x>文</p>", "<p\u{C}onclick=x>文</p>",
            "<p style=x:expression(1)>文</p>",
            "<p style=\"background:url(//e.test)\">文</p>", "<p style='width:1px;position:fixed'>文</p>",
            "<p style=\"text-align:\\63 enter\">文</p>", "<p style='text-align:/**/left;'>文</p>",
            "<p id=x name=y class=z>文</p>",
            "<p style='behavior:url(x)' is=y slot=z nonce=q autofocus tabindex=1 contenteditable accesskey=x>文</p>",
            "<p xmlns:x=y x:href=z data-x=y srcdoc=z formaction=javascript:1 background=x>文</p>",
        ])
    func attributes(html: String) {
        #expect(sanitizer.sanitize(html, base: "https://nl.test/").html == "<p>文</p>")
    }

    @Test(
        "Links to what is no page",
        arguments: [
            "javascript:x", "JaVaScRiPt:x", " javascript:x", "\u{1}javascript:x", "java\tscript:x", "java\nscript:x",
            "javascript&colon;x", "javascript&#58;x", "javascript&#x3A;x", "&#106;avascript:x", "&#0000106avascript:x",
            "java&Tab;script:x", "java&NewLine;script:x", "javascript&#58x", "vbscript:x", "data:text/html,x",
            "DATA:,x",
            "blob:https://nl.test/x", "file:///etc/passwd", "view-source:https://nl.test", "jar:https://nl.test!/",
            "feed:javascript:x", "about:blank", "filesystem:x", "intent://x", "weixin://x", "ms-word:ofe|u|x",
            "\\javascript:x&#10;:",
        ])
    func schemes(address: String) {
        for base in [nil, "https://nl.test/"] as [String?] {
            let output = sanitizer.sanitize("<a href=\"\(address)\">文</a>", base: base).html
            // A backslash is no letter of a scheme: with a base that is a path, and only a path.
            let path = "<a href=\"https://nl.test/\\javascript:x:\">文</a>"
            #expect(output == "<a>文</a>" || base != nil && output == path)
            #expect(!sanitizer.sanitize("<img src=\"\(address)\">", base: base).html.contains("<img src=\"j"))
        }
    }

    @Test("A base that runs makes no link")
    func badBase() {
        for base in ["javascript:alert(1)//", "data:text/html,", "javascript://nl.test/%0Aalert(1)/"] {
            #expect(sanitizer.sanitize("<a href=x>文</a><a href='#'>y</a>", base: base).html == "<a>文</a><a>y</a>")
        }
    }

    @Test("Quotation marks are escaped whatever follows them")
    func graphemes() {
        for mark in ["\u{301}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{093E}", "\u{E0061}", "\r\n"] {
            let html =
                "<p title='\"\(mark) onclick=x y=\"\(mark)>\(mark)<\(mark)&\(mark)'>文&lt;\(mark)b&quot;\(mark)</p>"
            let output = Array(sanitizer.sanitize(html).html.utf8)
            let inner = output.dropFirst(10).prefix { $0 != UInt8(ascii: "\"") }
            #expect(output.starts(with: "<p title=\"&quot;".utf8))
            #expect(!inner.contains(UInt8(ascii: "<")) && !inner.contains(UInt8(ascii: ">")))
            #expect(output.filter { $0 == UInt8(ascii: "\"") }.count == 2)
            #expect(output.filter { $0 == UInt8(ascii: "<") }.count == 2)
        }
    }

    @Test("What turns the direction of reading leaves attributes")
    func direction() {
        let html =
            "<p title='a\u{202E}b\u{2066}c&#x200F;d\u{61C}e&#7;'>x</p><a href='https://nl.test/\u{202E}gpj.exe'>y</a>"
        #expect(
            sanitizer.sanitize(html).html
                == "<p title=\"abcde\">x</p><a href=\"https://nl.test/gpj.exe\">y</a>")
    }

    @Test("What comes out goes through again unchanged")
    func stable() {
        let pieces = [
            "<p>", "</p>", "<b>", "</b>", "<a href=/x>", "</a>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>",
            "<li>",
            "</li>", "</ul>", "<svg>", "</svg>", "<math>", "<mtext>", "<style>", "</style>", "<title>", "</title>",
            "<div>",
            "</div>", "<h1>", "</h2>", "<pre>", "\n", "</pre>", "文", "&lt;", "&amp;amp;", "<!--", "-->", "<img src=a>",
            "\"", "'>",
            "<select>", "</select>", "<form>", "<noscript>", "</noscript>", "<span title=\"", "<i>", "</i>", "<dd>",
            "<caption>",
            "<xmp>", "</xmp>", "<script>", "</script>", "<br>", "<font>", "<code>", "<blockquote>", "</blockquote>",
            "<ruby>", "<rt>",
        ]
        var state: UInt64 = 20_261_103
        for _ in 0..<500 {
            var html = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                html += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            let once = sanitizer.sanitize(html, base: "https://nl.test/").html
            #expect(sanitizer.sanitize(once, base: "https://nl.test/").html == once, "\(html)")
        }
    }
}
