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
}
