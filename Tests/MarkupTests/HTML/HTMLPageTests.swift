import Markup
import Testing

@Suite("Saved pages")
struct HTMLPageTests {
    private let head = """
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset=utf-8>
        <META NAME="ArticleTitle" CONTENT="关于开展&ldquo;牢记&rdquo;活动的通知"><meta name="pubdate" content="2026-11-03 09:30">
        <meta property="og:image" content="/a.jpg"><meta name="Keywords" content="党建"><meta name="keywords" content="通知">
        <title> 关于开展活动的通知
         - 宁澜市民政局 </title>
        <link rel="Canonical" href="/tz/t1.html"><link rel="alternate" type="application/rss+xml" href="rss.xml" title="要闻">
        <link rel="alternate stylesheet" type="text/css" href="x.css"></head>
        """

    @Test("The head")
    func headOfPage() {
        let page = HTMLPage(
            head + "<body><h1></h1><h1>活动<br>通知</h1></body></html>", address: "https://nl.test/tz/x.html")
        #expect(page.metaTags["articletitle"] == ["关于开展“牢记”活动的通知"])
        #expect(page.metaTags["keywords"] == ["党建", "通知"])
        #expect(page.metaTags["og:image"] == ["/a.jpg"])
        #expect(page.title == "关于开展活动的通知 - 宁澜市民政局")
        #expect(page.heading == "活动 通知")
        #expect(page.canonical == "https://nl.test/tz/t1.html")
        #expect(page.lang == "zh-CN")
        #expect(
            page.alternates
                == [.init(address: "https://nl.test/tz/rss.xml", type: "application/rss+xml", title: "要闻")])
        #expect(page.base == "https://nl.test/tz/x.html")
    }

    @Test("The first base element counts")
    func base() {
        let page = HTMLPage(
            "<base href='/z/'><base href='/y/'><link rel=canonical href=a>", address: "https://nl.test/")
        #expect(page.base == "https://nl.test/z/")
        #expect(page.canonical == "https://nl.test/z/a")
    }

    @Test("A title inside a drawing is not the page's")
    func drawing() {
        let page = HTMLPage("<body><svg><title>图标</title><style><h1>x</h1></style></svg><p>文<title>题</title>")
        #expect(page.title == "题")
    }

    @Test(
        "Articles in the containers of publishing systems",
        arguments: [
            "<div class='nav'><a href=/>首页</a></div><div class=\"TRS_Editor\"><p>正文一。</p></div><div>版权</div>",
            "<div id=wrap><div id=\"UCAP-CONTENT\"><p>正文一。</p></div></div>",
            "<td class='bt'><span id=Zoom><p>正文一。</p></span></td>",
            "<div class=\"article_zoom x\"><p>正文一。</p><div class='bdsharebuttonbox'><a>微信</a></div></div>",
            "<section><div class='rich_media_content' id='js_content'><p>正文一。</p></div></section>",
            "<div class=view><div class='view TRS_UEDITOR trs_paper_default'><p>正文一。</p></div></div>",
            "<form><div class=entry-content><nav><a href=x>上</a></nav><p>正文一。</p></div></form>",
        ])
    func marks(body: String) {
        let page = HTMLPage(head + "<body>" + body + "</body></html>")
        #expect(page.articleHTML == "<p>正文一。</p>")
        #expect(page.articleSource == .mark)
    }

    private let sentence = "市民政局机关党支部开展主题党日活动，全体党员参加，会议由支部书记主持，大家交流了体会。"

    @Test("Without a mark the densest text is the article")
    func density() {
        let menu = String(repeating: "<li><a href=/x>某个很长的栏目名称，某个很长的栏目名称</a></li>", count: 40)
        let text = "<p>\(sentence)</p><p>\(sentence)</p><table><tr><td>\(sentence)</td></tr></table>"
        let page = HTMLPage(
            "<body><table><tr><td><ul>\(menu)</ul></td><td id=r><div>\(text)</div></td></tr></table><div>版权所有</div>")
        #expect(page.articleSource == .density)
        #expect(page.articleHTML == text)
    }

    @Test("An article element, without its share bar and footer")
    func element() {
        let page = HTMLPage(
            "<main><article><p>\(sentence)\(sentence)</p><div class=share-bar>分享</div><footer>f</footer></article></main>"
        )
        #expect(page.articleSource == .element)
        #expect(page.articleHTML == "<article><p>\(sentence)\(sentence)</p></article>")
    }

    @Test("Rows and columns of tables stay, whatever they are called")
    func rows() {
        let table =
            "<table><thead><tr class=\"header\"><th>单位</th></tr></thead><tbody><tr class=\"related\"><td class=\"position\">科长</td></tr></tbody></table>"
        let page = HTMLPage("<article><p>\(sentence)\(sentence)</p>\(table)<div class=related>相关</div></article>")
        #expect(page.articleHTML.contains(table))
        #expect(!page.articleHTML.contains("相关"))
    }

    @Test("A page of nothing much is its body")
    func body() {
        #expect(HTMLPage("<html><body class=x><p>无</p></body></html>").articleHTML == "<p>无</p>")
        #expect(HTMLPage("无").articleHTML == "无")
        #expect(HTMLPage("").articleHTML == "")
    }

    @Test("An article in several parts is whole")
    func parts() {
        let page = HTMLPage("<div><div class=TRS_Editor>一</div><p>无</p><div class=\"TRS_Editor x\">二</div></div>")
        #expect(page.articleHTML == "一\n二")
    }

    @Test("A notice that is one image is still found")
    func image() {
        let page = HTMLPage("<body><p>\(sentence)\(sentence)</p><div class=TRS_Editor><img src=a.jpg></div>")
        #expect(page.articleHTML == "<img src=a.jpg>")
    }

    @Test(
        "Stray end tags and endless nesting do no harm",
        arguments: [
            "<div id=zoom></span><p>甲</p></td></p></div></div>乙",
            "<div id=zoom><o:p></o:p><p>甲</p></x:y></div>",
            "<table><tr><td><div id=zoom><p>甲</p></td><td>乙</td></tr></table>",
        ])
    func stray(html: String) {
        let page = HTMLPage(html)
        #expect(page.articleSource == .mark)
        #expect(HTMLText.plain(from: page.articleHTML) == "甲")
    }

    @Test("Depth and number are bounded")
    func bounds() {
        let deep = String(repeating: "<div class=content>", count: 20_000)
        #expect(HTMLText.plain(from: HTMLPage(deep + "甲").articleHTML) == "甲")
        let many = String(repeating: "<p>x</p>", count: 120_000)
        #expect(HTMLPage("<div id=zoom>" + many + "</div>y").articleHTML == many)
    }
}
