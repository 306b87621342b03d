import Markup
import Testing

@Suite("The sanitizer keeps articles whole")
struct HTMLSanitizerTests {
    private let sanitizer = HTMLSanitizer()

    @Test(
        "What notices are made of",
        arguments: [
            "<h2>一、总体要求</h2><p>按照<strong>市委</strong>部署，<em>现</em>通知如下。</p>",
            "<ul><li>甲</li><li>乙<ol start=\"3\" type=\"a\"><li value=\"5\">丙</li></ol></li></ul>",
            "<table border=\"1\" width=\"100%\"><caption>名额</caption><colgroup><col width=\"20%\"></colgroup>"
                + "<thead><tr><th colspan=\"2\" scope=\"col\">单位</th></tr></thead><tbody><tr><td rowspan=\"2\">民政局</td>"
                + "<td align=\"center\">12</td></tr></tbody></table>",
            "<figure><img src=\"https://nl.test/a.jpg\" alt=\"现场\" width=\"600\" height=\"400\"><figcaption>图一</figcaption></figure>",
            "<blockquote cite=\"https://nl.test/q\"><p>引文</p></blockquote><pre>a\n  b</pre><hr>",
            "H<sub>2</sub>O x<sup>2</sup> <ins datetime=\"2026-11-03\">新</ins><del>旧</del>",
            "<dl><dt>时间</dt><dd>周一</dd><dt>地点</dt><dd>二楼</dd></dl>",
            "<p style=\"text-align:center\">居中</p><p dir=\"rtl\" lang=\"ar\" title=\"t\">x</p>",
            "<ruby>宁<rp>(</rp><rt>níng</rt><rp>)</rp></ruby>",
            "<details open=\"\"><summary>详情</summary>文</details>",
            "a &lt; b &amp;&amp; c &gt; d \"e\" 'f'\u{A0}。",
        ])
    func unchanged(html: String) {
        #expect(sanitizer.sanitize(html).html == html)
    }

    @Test(
        "Links",
        arguments: [
            ("<a href=\"t1.html\">附件</a>", "<a href=\"https://nl.test/tz/t1.html\">附件</a>"),
            (
                "<a target=_blank rel=opener href='//x.test/?a=1&amp;b=2'>x</a>",
                "<a href=\"https://x.test/?a=1&amp;b=2\">x</a>"
            ),
            (
                "<a href=mailto:a@nl.test>x</a><a href=TEL:0470-1>y</a>",
                "<a href=\"mailto:a@nl.test\">x</a>"
                    + "<a href=\"TEL:0470-1\">y</a>"
            ),
            (
                "<a href=\"附件 一.doc\">x</a>",
                "<a href=\"https://nl.test/tz/附件%20一.doc\">x</a>"
            ),
            (
                "<a href=/x?id=1&utm_source=z&fbclid=3>x</a>",
                "<a href=\"https://nl.test/x?id=1\">x</a>"
            ),
            ("<a name=top>x</a>", "<a>x</a>"), ("<a href=ftp://nl.test/>x</a>", "<a>x</a>"),
            ("<a href='#n1'>1</a>", "<a href=\"https://nl.test/tz/x.html#n1\">1</a>"),
        ])
    func links(html: String, expected: String) {
        #expect(sanitizer.sanitize(html, base: "https://nl.test/tz/x.html").html == expected)
    }

    @Test(
        "Images, late ones too",
        arguments: [
            ("<img src=a.jpg>", "<img src=\"https://nl.test/a.jpg\">"),
            (
                "<IMG SRC=/blank.gif data-src=\"/b.jpg\" style=\"width:200px\">",
                "<img src=\"https://nl.test/b.jpg\" style=\"width:200px\">"
            ),
            ("<img src=\"data:image/gif;base64,R0lG\" data-original=/c.jpg>", "<img src=\"https://nl.test/c.jpg\">"),
            (
                "<img lay-src=/d.jpg><img src=/wait.gif real_src=/e.jpg>",
                "<img src=\"https://nl.test/d.jpg\"><img src=\"https://nl.test/e.jpg\">"
            ),
            ("<img srcset=\"d.jpg 1x, e.jpg 2x\" alt=d>", "<img src=\"https://nl.test/d.jpg\" alt=\"d\">"),
            ("<img src=\"data:image/png;base64,AAAA\" alt=\"流程<图>\">", "流程&lt;图&gt;"),
            ("<img src=x.gif width=1 height=1>文<img src=y.gif style='display: none'>", "文"),
            ("<img src=x.gif width=1px height=\"0\">", ""),
            ("<img src=x.gif width=1 height=30>", "<img src=\"https://nl.test/x.gif\" width=\"1\" height=\"30\">"),
            ("<image src=a.jpg>", "<img src=\"https://nl.test/a.jpg\">"),
            ("<img src=mailto:a>", ""), ("<img src=\"\" alt=x>", ""), ("<img src=blob:x alt=x>", "x"),
            ("<img alt=x>", "<img alt=\"x\">"),
        ])
    func images(html: String, expected: String) {
        #expect(sanitizer.sanitize(html, base: "https://nl.test/").html == expected)
    }

    @Test(
        "Styles",
        arguments: [
            ("TEXT-ALIGN : Center !important; color:red; ; width:20px", "text-align: Center !important;"),
            ("text-indent:2em;text-indent:-999em", "text-indent: 2em;"),
            ("font-weight:bold;font-weight:url(x);vertical-align", "font-weight: bold;"),
            ("text-align:&#x63;enter", "text-align:center"),
            ("color:red;text-align: right;\n  font-weight:\t700", "text-align: right; font-weight: 700;"),
            ("text-align: right;\n  font-weight:\t700", "text-align: right; font-weight: 700"),
        ])
    func styles(style: String, expected: String) {
        #expect(sanitizer.sanitize("<p style=\"\(style)\">x</p>").html == "<p style=\"\(expected)\">x</p>")
    }

    @Test(
        "As published, the author's dress stays",
        arguments: [
            "<p class=\"lead 导语\"><font color=\"#c00\" size=\"+1\">要闻</font></p>",
            "<p style=\"color: #000080; margin: 0 15px 0 0;\">x</p>", "<p style=\"border: medium none ;\">x</p>",
            "<div style=\"float:left; padding-right: 10px;\">x</div>",
            "<span style=\"font-family: 仿宋, &quot;Times New Roman&quot;; font-size: 16pt; line-height: 1.5\">x</span>",
            "<p style=\"background-color: rgb(255, 240, 0) !important\">x</p>",
            "<a href=\"https://nl.test/\" rel=\"nofollow noopener\">x</a>",
            "<table bgcolor=\"#eeeeee\" class=\"\"><tr><td nowrap=\"\" align=\"left\">x</td></tr></table>",
            "<img src=\"https://nl.test/a.gif\" width=\"1\" height=\"1\" border=\"0\">",
            "<a href=\"https://nl.test/?utm_source=x\">x</a>", "<span cite=\"\" lang=\"zh\"></span>",
        ])
    func published(html: String) {
        #expect(HTMLSanitizer(policy: .asPublished).sanitize(html).html == html)
    }

    @Test(
        "As published, nothing leaves its place",
        arguments: [
            "position:absolute", "z-index:9", "top:0;left:0", "margin:-900px", "margin-left: -1px", "padding: 99999em",
            "width:5000px", "width: 100vw", "height:101%", "background:url(//e.test/a)",
            "background-image:none;x:url(x)",
            "color:expression(1)", "color:e\\xpression(1)", "behavior:url(x)", "-moz-binding:url(x)", "color:/**/red",
            "color:red/**/", "font-family:'a;b'", "font-family:\\22 x", "color:rgb(1,2", "color:var(--x)",
            "width:calc(1px)", "transform:scale(99)", "--x:1", "color:red}b{x:y", "font-family:&lt;x",
            "filter:alpha(1)",
            "content:attr(x)", "border:1px solid red url(x)", "font-size:9999px", "background:red no-repeat fixed",
            "color:red!important!important", "color:!important", "color:", "color",
        ])
    func misplaced(style: String) {
        let html = HTMLSanitizer(policy: .asPublished).sanitize("<p style=\"\(style)\">x</p>").html
        #expect(html == "<p>x</p>" || html == "<p style=\"background-image: none;\">x</p>")
    }

    @Test(
        "Of a link's relations only those stay that do nothing",
        arguments: [
            ("opener", "<a>x</a>"), ("nofollow opener ugc", "<a rel=\"nofollow ugc\">x</a>"),
            ("NOFOLLOW", "<a rel=\"NOFOLLOW\">x</a>"), ("prefetch stylesheet", "<a>x</a>"),
        ])
    func relations(relation: String, expected: String) {
        let html = "<a rel=\"\(relation)\" target=_blank>x</a>"
        #expect(HTMLSanitizer(policy: .asPublished).sanitize(html).html == expected)
    }

    @Test("The first image is known")
    func firstImage() {
        let html = "<img src=t.gif width=1 height=1><p><img src=a.jpg><img src=b.jpg>"
        #expect(sanitizer.sanitize(html, base: "https://nl.test/").firstImage == "https://nl.test/a.jpg")
        #expect(sanitizer.sanitize("<p>无").firstImage == nil)
    }

    @Test(
        "What is left open ends where browsers end it",
        arguments: [
            (
                "<a href=//x.test/><h3>一</a></h3>二",
                "<a href=\"//x.test/\"><h3>一</h3></a><h3></h3>二"
            ),
            ("<h1><i><h6>一</i>二</h6>", "<h1><i><h6>一</h6></i>二</h1>"),
            ("<p>一<p>二<div>三", "<p>一</p><p>二</p><div>三</div>"),
            ("<ul><li>一<li>二<ul><li>三</ul><li>四</ul>", "<ul><li>一</li><li>二<ul><li>三</li></ul></li><li>四</li></ul>"),
            ("<dl><dt>甲<dd>乙<dt>丙</dl>", "<dl><dt>甲</dt><dd>乙</dd><dt>丙</dt></dl>"),
            (
                "<table><tr><td>1<td>2<tr><th>3</table>后",
                "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>后"
            ),
            ("<table><td>1</table>", "<table><tr><td>1</td></tr></table>"),
            ("<table><tr><td><p>1</td><td>2</table>", "<table><tr><td><p>1</p></td><td>2</td></tr></table>"),
            ("<td>甲</td><tr>乙", "甲乙"), ("<p>一<h2>二</p>三</h2>", "<p>一</p><h2>二三</h2>"),
            ("<h2>一<h3>二</h2>", "<h2>一</h2><h3>二</h3>"),
            ("<b>一<i>二</b>三</i>四", "<b>一<i>二</i></b><i>三</i>四"),
            ("<p><b>一<p>二</b>三", "<p><b>一</b></p><p><b>二</b>三</p>"),
            ("<b><div>一</b>二</div>", "<b><div>一</div></b><div>二</div>"),
            ("<table><tr><td><b>一<td>二</table>三", "<table><tr><td><b>一</b></td><td>二</td></tr></table>三"),
            (
                "<a href=//x.test/1>一<a href=//x.test/2>二",
                "<a href=\"//x.test/1\">一</a>"
                    + "<a href=\"//x.test/2\">二</a>"
            ),
            ("</p></div></b></td>文</br>", "文<br>"), ("<div/>文", "<div>文</div>"),
            ("<span>一<div>二</span>三</div>四", "<span>一<div>二三</div>四</span>"),
        ])
    func nesting(html: String, expected: String) {
        #expect(sanitizer.sanitize(html).html == expected)
    }

    @Test(
        "Line ends, controls and bad bytes",
        arguments: [
            (Array("a\r\nb\rc\u{0}d\u{8}e\u{7F}f".utf8), "a\nb\ncdef"),
            (Array("&#13;&#0;&#x1b;&#128;&#x85;".utf8), "\n\u{FFFD}€…"),
            ([0x61, 0xFF, 0x3C, 0x62, 0x3E, 0xE5], "a\u{FFFD}<b>\u{FFFD}</b>"),
            ([0xE5, 0x3C, 0x73, 0x63, 0x72, 0x69, 0x70, 0x74, 0x3E, 0x78], "\u{FFFD}"),
            ([0xEF, 0xBB, 0xBF, 0x61], "a"), (Array("<script></script>&#xFEFF;\u{FEFF}a\u{FEFF}b".utf8), "a\u{FEFF}b"),
        ] as [([UInt8], String)])
    func bytes(html: [UInt8], expected: String) {
        #expect(sanitizer.sanitize(html).html == expected)
    }

    @Test("A policy narrows, and cannot let in what runs")
    func policies() {
        var policy = HTMLPolicy()
        policy.elements = ["p", "script", "iframe", "svg", "style", "form", "template", "base", "noscript"]
        policy.droppedWithContent = []
        policy.attributes = ["onclick", "src", "href"]
        policy.trackingParameters = nil
        let own = HTMLSanitizer(policy: policy)
        let html = "<p onclick=x><b>甲</b></p><script>1</script><svg><p>乙</p></svg><form>丙</form><style>x</style>"
        #expect(own.sanitize(html).html == "<p>甲</p><p>乙</p>丙")
        policy = HTMLPolicy()
        policy.schemes = ["https"]
        policy.dropsTrackingPixels = false
        policy.trackingParameters = nil
        let strict = HTMLSanitizer(policy: policy)
        #expect(
            strict.sanitize("<a href=http://x.test/>x</a><img src='https://x.test/?utm_id=1' width=1 height=1>").html
                == "<a>x</a><img src=\"https://x.test/?utm_id=1\" width=\"1\" height=\"1\">")
        policy.schemes = ["javascript"]
        #expect(HTMLSanitizer(policy: policy).sanitize("<img src='javascript:x'>").html == "")
    }
}
