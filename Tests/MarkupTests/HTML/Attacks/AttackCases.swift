/// Invented attacks, by kind. Each is followed by a paragraph that must stay; none of them may come through.
enum AttackCases {
    /// Markup that parsers read in two ways: foreign languages, raw text, tables, comments.
    static let mutations: [String] =
        foreign + [
            "<svg><style><a title=\"</style><img src=x onerror=f(1)>\"></style></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=x onerror=f(1)>\"></table></mtext></math>",
            "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=f(1)></style></annotation-xml></math>",
            "<svg></p><style><a id=\"</style><img src=x onerror=f(1)>\"></style></svg>",
            "<noscript><p title=\"</noscript><img src=x onerror=f(1)>\"></noscript>",
            "<template><script>f(1)</script><img src=x onerror=f(2)></template>",
            "<template shadowrootmode=open><slot onslotchange=f(1)></slot></template>",
            "<select><template><style><!--</style></template></select>",
            "<select><keygen autofocus onfocus=f(1)></select>",
            "<table><td><svg><desc><td></desc><script>f(1)</script></svg></td></table>",
            "<table><caption><svg><title><table><img src=x onerror=f(1)></table></title></svg></caption></table>",
            "<a href=\"http://a.ninglan.example/\"><table><a href=\"javascript:f(1)\">甲</a></table></a>",
            "<svg><foreignObject><body onload=f(1)><img src=x onerror=f(2)></body></foreignObject></svg>",
            "<svg><animate attributeName=href values=javascript:f(1) /><a id=x><text y=20>甲</text></a></svg>",
            "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='f(1)'/>#x\"/></svg>",
            "<svg><set attributeName=onmouseover to=f(1)></svg>", "<svg><handler ev:event=load>f(1)</handler></svg>",
            "<math href=\"javascript:f(1)\">甲</math>",
            "<math><maction actiontype=statusline xlink:href=javascript:f(1)>甲</maction></math>",
            "<svg xmlns:xlink=http://www.w3.org/1999/xlink><a xlink:href=\"javascript:f(1)\"><circle r=9 /></a></svg>",
            "<xml id=x><a><b>&lt;img src=x onerror=f(1)&gt;</b></a></xml><span datasrc=#x datafld=b dataformatas=html></span>",
            "<!--[if gte IE 4]><script>f(1)</script><![endif]-->", "<![if !IE]><script>f(1)</script><![endif]>",
            "<comment><img src=\"</comment><img src=x onerror=f(1)>\"></comment>",
            "<?php echo '<script>f(1)</script>' ?>",
            "<% <script>f(1)</script> %>", "<!ELEMENT x><!ATTLIST x><img src=x onerror=f(1)>",
            "<listing>&lt;img src=x onerror=f(1)&gt;</listing>",
            "<xmp><p title=\"</xmp><img src=x onerror=f(1)>\"></p></xmp>",
            "<iframe><p title=\"</iframe><img src=x onerror=f(1)>\"></p></iframe>",
            "<textarea><p title=\"</textarea><img src=x onerror=f(1)>\"></p></textarea>",
            "<title><p title=\"</title><img src=x onerror=f(1)>\"></p></title>",
            "<noframes><p title=\"</noframes><img src=x onerror=f(1)>\"></p></noframes>",
            "<noembed><p title=\"</noembed><img src=x onerror=f(1)>\"></p></noembed>",
            "<p><svg><p><script>f(1)</script></p></svg>",
        ]

    /// Every raw text inside every place where foreign content holds HTML again.
    private static let foreign: [String] = ["svg", "math"].flatMap { language in
        ["desc", "title", "foreignObject", "mtext", "mi", "annotation-xml encoding=text/html"].flatMap { place in
            ["style", "script", "title", "textarea", "noscript", "iframe", "xmp", "template", "select"].map { raw in
                "<\(language)><\(place)><\(raw)><img src=x onerror=f(1)></\(raw)></\(place.prefix { $0 != " " })></\(language)>"
            }
        }
    }

    /// Addresses that are none of the web's, in every attribute that holds one.
    static let addresses: [String] = [
        "javascript:f(1)", "JaVaScRiPt:f(1)", "java\tscript:f(1)", "java&#10;script:f(1)", "java&Tab;script:f(1)",
        "&NewLine;javascript:f(1)", "&#x6A;avascript:f(1)", "&#0000106avascript:f(1)", "&#106&#97vascript:f(1)",
        "javascript&colon;f(1)", "javascript&#58f(1)", "\u{1}javascript:f(1)", "\u{1F}javascript:f(1)",
        " javascript:f(1)",
        "java\u{0}script:f(1)", "\u{FEFF}javascript:f(1)", "\u{2028}javascript:f(1)", "\u{A0}javascript:f(1)",
        "vbscript:f(1)", "VBSCRIPT\r\n:f(1)", "livescript:f(1)", "mocha:f(1)", "data:text/html,<script>f(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5mKDEpPC9zY3JpcHQ+", "data:image/svg+xml,<svg onload=f(1)>",
        "d\tata:text/html,x",
        "data&colon;text/html,x", "blob:http://a.ninglan.example/1", "filesystem:http://a.ninglan.example/1",
        "view-source:http://a.ninglan.example/", "feed:javascript:f(1)", "jar:http://a.ninglan.example/!/x",
        "about:blank",
        "file:///etc/passwd", "ms-its:x.chm::/y", "x-apple:z", "javascript://a.ninglan.example/%0af(1)", "res://x/y",
        "//a.ninglan.example/\"><img src=x onerror=f(1)>", "http://a.ninglan.example/\"onmouseover=\"f(1)",
        "ftp://a.ninglan.example/",
    ].flatMap { address in
        let value = address.replacing("\"", with: "&quot;")
        return [
            "<a href=\"\(value)\">甲</a>", "<img src=\"\(value)\" alt=甲>",
            "<img srcset=\"\(value) 1x, \(value) 2x\" alt=甲>",
            "<img data-src=\"\(value)\" src=x alt=甲>", "<blockquote cite=\"\(value)\">甲</blockquote>",
            "<q cite=\"\(value)\">甲</q>", "<table background=\"\(value)\"><tr><td background=\"\(value)\">甲</table>",
            "<a href=http://a.ninglan.example/ ping=\"\(value)\">甲</a>",
            "<form action=\"\(value)\"><button formaction=\"\(value)\">甲</button></form>",
            "<object data=\"\(value)\"></object><embed src=\"\(value)\">", "<iframe src=\"\(value)\"></iframe>",
            "<base href=\"\(value)\"><link rel=stylesheet href=\"\(value)\">",
            "<img longdesc=\"\(value)\" usemap=\"\(value)\" lowsrc=\"\(value)\" dynsrc=\"\(value)\">",
            "<video poster=\"\(value)\"><source src=\"\(value)\"></video>", "<body background=\"\(value)\">",
            "<meta http-equiv=refresh content=\"0;url=\(value)\">",
            "<input type=image src=\"\(value)\" formaction=\"\(value)\">",
            "<p style=\"background:url(\(value))\">甲</p>", "<map><area href=\"\(value)\"></map>",
            "<isindex action=\"\(value)\">",
        ]
    }

    /// Styles that load, run, cover or leave their place.
    static let styles: [String] = [
        "background:url(//a.ninglan.example/x)", "background:u\\72l(//a.ninglan.example/x)", "background:u\\72 l(//x)",
        "background:\\75\\72\\6c(//x)", "background:u/**/rl(//x)", "background-image:image-set('//x' 1x)",
        "background:-webkit-image-set(url(//x) 1x)", "list-style:url(//x)", "list-style-image:url(//x)",
        "cursor:url(//x),auto",
        "content:url(//x)", "border-image:url(//x)", "mask:url(//x)", "filter:url(#x)", "src:url(//x)", "@import '//x'",
        "color:red;}@import '//x';p{color:red", "width:expression(f(1))", "width:exp/**/ression(f(1))",
        "width:e\\xpression(f(1))",
        "behavior:url(#default#time2)", "-moz-binding:url(//x#y)", "position:fixed;top:0;left:0", "po\\73ition:fixed",
        "posi/**/tion:absolute", "position\\:fixed", "POSITION:FIXED", "color:red;;position:sticky",
        "color:'\\';position:fixed;'",
        "font-family:'x;position:fixed'", "font-family:\"</style><img src=x onerror=f(1)>\"", "z-index:9999",
        "inset:0;position:fixed",
        "transform:translate(-99px)", "animation:x 1s", "transition:all 1s", "margin:-9999px", "margin-left:-99em",
        "text-indent:-9999px",
        "letter-spacing:-99px", "opacity:0;position:absolute", "width:calc(100vw)", "height:100vh", "color:attr(title)",
        "--x:url(//x)",
        "color:var(--x)", "all:unset", "color:r\\65 d;position:fixed", "background:\u{A0}url(//x)",
        "background:ｕｒｌ(//x)",
        "color:red!\\important", "font:12px url(x)", "color:rgb(0,0,0)}*{position:fixed", "behaviour:url(x)",
        "zoom:expression(f(1))",
    ].flatMap { style in
        [
            "<p style=\"\(style.replacing("\"", with: "&quot;"))\">甲</p>",
            "<td style='\(style.replacing("'", with: "&#39;"))'>甲</td>", "<style>p{\(style)}</style>",
            "<font style=\"color:blue;\(style.replacing("\"", with: "&#x22;"))\">甲</font>",
        ]
    }

    /// Handlers, and attributes that reach out of the text: names, targets, forms, dragging, focus.
    static let attributes: [String] = [
        "onclick=f(1)", "ONCLICK=f(1)", "onclick\u{C}=f(1)", "/onclick=f(1)", "onclick\n=\nf(1)", "\u{0}onclick=f(1)",
        "on\u{0}click=f(1)",
        "\"onclick=f(1)", "'onclick=f(1)", "`onclick=f(1)`", "x=\"\"onclick=f(1)", "=onclick=f(1)", "onclick=&#102;(1)",
        "title=\"a&#34; onclick=f(1) x=&#34;\"", "title='a\" onclick=f(1)'", "title=a`onclick=f(1)`",
        "class=\"a&quot;onclick=f(1)\"",
        "ontoggle=f(1) open", "onfocus=f(1) tabindex=1 autofocus", "onanimationstart=f(1)", "onpointerrawupdate=f(1)",
        "onbeforetoggle=f(1) popover",
        "id=document name=cookie", "id=location", "name=parentNode", "id=\"__proto__\"", "name=getElementById",
        "form=x", "for=x", "itemid=x",
        "target=_blank", "target=\"a\n<b\"", "formtarget=_top", "contenteditable", "draggable=true ondragstart=f(1)",
        "accesskey=x",
        "is=x-evil", "slot=x", "part=x", "popovertarget=x", "popover", "inert", "hidden",
        "srcdoc=\"<script>f(1)</script>\"",
        "dataset=x data-bind=f(1)", "ng-app ng-csp ng-click=f(1)", "v-html=f(1)", "x-on:click=f(1)",
        "hx-get=//x hx-trigger=load",
        "xmlns=http://www.w3.org/2000/svg", "xml:base=javascript:f(1)//", "xlink:href=javascript:f(1)",
        "style=position:fixed", "allow=camera",
        "nonce=x", "integrity=x", "crossorigin", "referrerpolicy=unsafe-url", "attributionsrc=//x", "ping=//x",
        "download=x.exe", "rel=\"opener\"",
        "rel=\"preload stylesheet\"", "type=text/javascript", "http-equiv=refresh", "\u{201C}onclick=f(1)\u{201D}",
        "<b onclick=f(1)",
    ].flatMap { attribute in
        ["p", "a href=http://a.ninglan.example/", "img src=x", "table", "details", "x-evil", "font"].map { tag in
            "<\(tag) \(attribute)>甲</\(tag.prefix { $0 != " " })>"
        }
    }

    /// Tags that never end, bytes that are no characters, and what counts readers.
    static let shapes: [String] = [
        "<img src='//a.ninglan.example/?", "<a href=\"//a.ninglan.example/?",
        "<form action=//a.ninglan.example/><textarea name=x>",
        "<img src=\"//a.ninglan.example/?\n<p>甲</p>", "<meta http-equiv=refresh content='0; //a.ninglan.example/?",
        "<style>@import //x?",
        "<table background='//a.ninglan.example/?", "<object data='//a.ninglan.example/?", "<p title=\"",
        "<p title='<!--",
        "<base target='", "<link rel=import href='", "<script>x='", "<scr<script>ipt>f(1)</scr</script>ipt>",
        "<<script>f(1)//<</script>",
        "<script\u{0}>f(1)</script>", "<\u{0}script>f(1)</script>", "<script/x>f(1)</script/y>",
        "<script\u{C}>f(1)</script\u{C}>",
        "<SCRIPT>f(1)</sCrIpT >", "<script>f(1)</script bogus>", "<ſcript>f(1)</ſcript>", "＜script＞f(1)＜/script＞",
        "<ScRiPt/SrC=//x></script>",
        "\u{FEFF}<script>f(1)</script>", "+ADw-script+AD4-f(1)+ADw-/script+AD4-", "%3Cscript%3Ef(1)%3C/script%3E",
        "&lt;script&gt;f(1)&lt;/script&gt;",
        "&amp;lt;script&amp;gt;f(1)", "<img src=//a.ninglan.example/pixel.gif width=1 height=1>",
        "<img src=//x width=0 height=0 alt=>",
        "<img src=//x style=display:none>", "<img src=//x style=\"visibility:hidden;width:1px\">",
        "<link rel=prefetch href=//x>",
        "<link rel=dns-prefetch href=//x>", "<bgsound src=//x>", "<audio src=//x autoplay></audio>", "<track src=//x>",
        "<frame src=//x>",
        "<layer src=//x></layer>", "<ilayer src=//x></ilayer>", "<portal src=//x></portal>",
        "<fencedframe src=//x></fencedframe>",
        "<applet codebase=//x code=y></applet>", "<input type=hidden name=x value=y>", "<keygen>",
        "<dialog open>甲</dialog>", "<marquee onstart=f(1)>甲</marquee>",
        "<a href=http://a.ninglan.example/ target=_blank>甲</a>",
        "<iframe srcdoc=\"&lt;script&gt;f(1)&lt;/script&gt;\"></iframe>", "<![CDATA[<script>f(1)</script>]]>",
        "<b><p><b><p><b><p><i onclick=f(1)>甲</b></p>",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=f(1)></style></form>",
    ]
}
