import JuheKit
import Markup
import Testing

@testable import Extraction

/// What belongs to an article: its parts, the table over it, its files, what its column says.
@Suite("The parts of an article's page")
struct ArticlePartsTests {
    private let address = "https://mzj.ninglan.example/tzgg/202611/t20261105_31.html"

    @Test("Parts of a text that are each wrapped twice are all of it")
    func wrappedParts() throws {
        let parts = ["申请人应当提交身份证明、户口簿和收入证明。", "乡镇人民政府在五个工作日内核对，材料齐全的当场受理。", "批准之后，补贴按月发放，直到情况有变为止。"]
        let html =
            "<h1>低保办理公告</h1><div>" + parts.map { "<section><section><p>\($0)</p></section></section>" }.joined()
            + "</div>"
        let body = try #require(ArticlePage(html, address: "https://mzj.ninglan.example/a.html").body)
        for part in parts { #expect(body.contains(part)) }
    }

    @Test(
        "The table over a document may part its labels in other ways and call its fields otherwise",
        arguments: [
            "<div><div>索引号：</div><div>15/7</div><div>组配分类：</div><div>其他</div></div><div><div>发文机构：</div><div>市民政局</div><div>签署日期：</div><div>2026年11月4日</div></div>",
            "<div><em>索引号</em><i>：</i><span>15/7</span><em>发文机关</em><i>：</i><span>市民政局</span><em>成文日期</em><i>：</i><span>2026年11月4日</span></div>",
            "<table><tr><td>索引号</td><td>15/7</td><td>发文机关</td><td>市民政局</td></tr><tr><td>是否废止</td><td>否</td><td>成文日期</td><td>20261104</td></tr></table>",
        ])
    func documentTables(_ head: String) {
        let page = ArticlePage(head + "<h1>低保办理公告</h1><div class=TRS_Editor><p>低保申请由户籍所在地受理。</p></div>", address: nil)
        #expect(page.fields.document?.index == "15/7")
        #expect(page.fields.document?.issuer == "市民政局")
        #expect(page.fields.document?.date == "2026-11-04")
        if head.contains("废止") { #expect(page.fields.document?.validity == "有效") }
    }

    @Test("A file may be handed out by a function of the page, a film by a player's program")
    func handedOut() {
        let page = ArticlePage(
            "<h1>低保办理公告</h1><div class=TRS_Editor><p>低保申请由户籍所在地受理。</p><p><a href='javascript:down(88)'>申请表.xlsx</a></p></div><script>function down(id){window.location.href='/file/download?id='+id;}</script><script>new ckplayer({video:'/v/a.mp4'})</script>",
            address: "https://mzj.ninglan.example/tz/a.html")
        #expect(
            page.attachments.map(\.url) == [
                "https://mzj.ninglan.example/file/download?id=88", "https://mzj.ninglan.example/v/a.mp4",
            ])
    }

    @Test("A column's page says of what kind all of it is; what is known of an entry stays")
    func columnType() {
        let html = "<head><meta name=\"columntype\" content=\"政策文件\"></head><ul><li><a href=a.html>低保办理</a></li></ul>"
        let tags = ColumnTags(PageDocument(Array(html.utf8), contentType: "text/html", address: address))
        var entry = ExtractedItem(url: address)
        tags.fill(&entry, kindIsKnown: false)
        #expect(entry.item.details.kind == .policy)
        #expect(entry.item.details.why.map(\.rule) == ["column-type"])
        entry.item.details.kind = .procedure
        tags.fill(&entry, kindIsKnown: false)
        #expect(entry.item.details.kind == .procedure)
    }

    @Test("A link that only says that it is one to a file has its name in its title")
    func namedInTitle() {
        let page = ArticlePage(
            "<h1>低保办理公告</h1><div class=TRS_Editor><p>低保申请由户籍所在地受理。</p><p><a href=P31.pdf title='申请表.pdf'>点击下载</a></p></div>",
            address: address)
        #expect(page.attachments.map(\.title) == ["申请表.pdf"])
    }

    @Test("A document's number may stand in brackets under the title, or in a cell with other fields")
    func numbers() {
        let text = "<div class=TRS_Editor><p>低保申请由户籍所在地受理。</p></div>"
        let under = ArticlePage("<h1>低保办理公告</h1><p>（宁民发〔2026〕7号）</p>" + text, address: nil)
        #expect(under.fields.document?.number == "宁民发〔2026〕7号")
        let table =
            "<table><tr><td>发文字号：宁民发〔2026〕7号</td></tr><tr><td>索引号：15/7　发布机构：市民政局</td></tr></table>"
        let document = ArticlePage(table + "<h1>低保办理公告</h1>" + text, address: nil).fields.document
        #expect(document?.number == "宁民发〔2026〕7号" && document?.issuer == "市民政局" && document?.index == "15/7")
    }

    @Test("Two fields may share a cell though their values have strokes of their own")
    func sharedCells() {
        let table =
            "<table><tr><td>索引号/文号</td><td>15/7 / 宁民发〔2026〕7号</td></tr><tr><td>发文机关</td><td>市民政局</td></tr></table>"
        let document = ArticlePage(table + "<div class=TRS_Editor><p>低保申请由户籍所在地受理。</p></div>", address: nil).fields
            .document
        #expect(document?.index == "15/7" && document?.number == "宁民发〔2026〕7号")
    }

    @Test("A text of a few words is one, though the page has more around it")
    func fewWords() {
        let menu = (1...6).map { "<li><a href=/l\($0)/>第\($0)个栏目的名称</a></li>" }.joined()
        let page = ArticlePage(
            "<ul class=menu>\(menu)</ul><div class=detail><h1>低保办理公告</h1><p>发布时间：2026-11-05</p><div class=zw><p>详见附件。</p><p><a href=P31.pdf>名单.pdf</a></p></div></div><p>版权所有：宁澜市民政局</p>",
            address: address)
        #expect(page.body.map { HTMLText.plain(from: $0).trimmed.hasPrefix("详见附件。") } == true)
        #expect(page.body?.contains("第1个栏目") == false && page.body?.contains("版权所有") == false)
        let info = "发布时间：2026-11-05 15:20　来源：宁澜市民政局　浏览次数：31　【字体：大 中 小】　【打印】"
        let other = ArticlePage(
            "<div class=r><div class=t><h1>低保办理公告</h1></div><div class=i>\(info)</div><div class=zw><p>详见附件。</p></div></div><p>版权所有：宁澜市民政局</p>",
            address: address)
        #expect(other.body.map { HTMLText.plain(from: $0).trimmed } == "详见附件。")
    }

    @Test("What the operator's rules gave is told as theirs, though the page says the same")
    func toldAsRuled() {
        var entry = ExtractedItem(url: address)
        entry.item.title = "低保办理公告"
        entry.note("title", "css:a@title")
        entry.ruled = ["title"]
        ArticlePage(
            "<meta name=ArticleTitle content=低保办理公告><div class=TRS_Editor><p>低保申请由户籍所在地受理。</p></div>", address: address
        ).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.traces.first { $0.field == "title" }?.rule == "css:a@title")
    }

    @Test(
        "A log-in, a check or a withdrawal in an article's place is a notice",
        arguments: ["请完成安全验证后继续访问", "您访问的内容仅限校内用户浏览，请使用校园网访问！", "该信息已撤稿", "您的请求被拦截"])
    func notices(_ words: String) {
        var entry = ExtractedItem(url: address)
        entry.item.title = "低保办理公告"
        ArticlePage("<title>提示</title><div class=tip><p>\(words)</p></div>", address: address)
            .complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.isNotice && entry.item.contentHTML == nil)
    }
}
