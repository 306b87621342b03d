import Foundation
import JuheKit
import Testing

@testable import Extraction

/// Tags, labels and lines that say something of an article in a form of their own.
@Suite("What pages say of an article in other words")
struct ArticleTagsTests {
    private static let title = "关于做好冬季社会救助工作的通知"
    private static let text =
        "<p>各区县民政局：</p><p>为做好冬季社会救助，保障困难群众温暖过冬，现将有关事项通知如下，请认真落实，并于月底前报送进展情况。</p>"
    private static let address = "https://mzj.ninglan.example/tzgg/31.html"

    private func read(_ body: String, head: String = "", listed: String = "2026-11-05") -> Item {
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = Self.title
        entry.item.datePublished = Timestamp.instant("\(listed)T00:00:00+08:00")
        let html =
            "<html><head><title>\(Self.title)</title>\(head)</head><body><h1>\(Self.title)</h1>\(body)<div id=zoom>\(Self.text)</div></body></html>"
        ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    private func time(_ item: Item) -> String { item.datePublished.map { Timestamp.text($0) } ?? "-" }

    @Test(
        "Marks that a template's program did not fill in say nothing",
        arguments: ["{cms:source}", "{$source}", "[!--befrom--]", "[field:source/]", "${source}", "{{source}}"])
    func placeholders(_ mark: String) {
        let item = read("<p>2026-11-05</p>", head: "<meta name=ContentSource content='\(mark)'>")
        #expect(item.details.origin == nil)
    }

    @Test("An address is no name of a source: what the page shows counts")
    func address() {
        let head = "<meta name=ContentSource content='https://www.ninglan.example/'>"
        #expect(read("<p>发布时间：2026-11-05　来源：市水务局</p>", head: head).details.origin == "市水务局")
    }

    @Test("A tag may have a moment as Java prints it")
    func java() {
        let item = read("<p>编辑部供稿</p>", head: "<meta name=PubDate content='Thu Nov 05 09:30:00 CST 2026'>")
        #expect(time(item).hasPrefix("2026-11-05T01:30"))
    }

    @Test("The whole way to a column is its last step's name")
    func column() {
        let item = read("<p>2026-11-05</p>", head: "<meta name=ColumnName content='首页&gt;新闻中心&gt;图片新闻'>")
        #expect(item.details.column == "图片新闻")
    }

    @Test("A tag's day counts less than the one that list and page show")
    func generated() {
        let head = "<meta name=PubDate content='2026-11-20 00:00'>"
        #expect(time(read("<p>发布时间：2026-11-05 09:30</p>", head: head)).hasPrefix("2026-11-05T01:30"))
        #expect(time(read("<p>发布时间：2026-11-19 09:30</p>", head: head)).hasPrefix("2026-11-19T16:00"))
        #expect(time(read("<p>编辑部供稿</p>", head: head)).hasPrefix("2026-11-19T16:00"))
    }

    @Test(
        "Lines under a title give the time and the office",
        arguments: [
            ("<p>来 源：<b>市水务局</b></p><p>时 间：<b>2026-11-05 09:30</b></p>", "2026-11-05T01:30 市水务局"),
            ("<p>（市水务局　2026年11月5日）</p>", "2026-11-04T16:00 市水务局"),
        ])
    func lines(_ body: String, _ expected: String) {
        let item = read(body)
        #expect("\(time(item).prefix(16)) \(item.details.origin ?? "-")" == expected)
    }

    @Test("状态 is a document's where it says whether that is in force", arguments: [("已失效", "已失效"), ("已答复", nil)])
    func state(_ value: String, _ expected: String?) {
        let head =
            "<ul><li>索引号：<b>NL/15</b></li><li>发文机关：<b>市民政局</b></li><li>状&emsp;&emsp;态：<b>\(value)</b></li></ul>"
        #expect(read("\(head)<p>2026-11-05</p>").details.document?.validity == expected)
    }

    @Test("附件 names what follows it, not what stands before it on the page")
    func manual() {
        let files = read(
            "<p>2026-11-05</p><div><p><a href='/help/a.pdf'>网站使用手册</a></p><p>主任信箱</p><p>机关简介</p><p>政务公开</p><p>附件：<a href='/f/4.zip'>图纸</a></p></div>"
        ).attachments
        #expect(files.map(\.title) == ["图纸"])
    }

    private static let fields = ("NL/15", "宁民发〔2026〕7号", "市民政局", "2026-11-01")

    @Test(
        "The head of a document is read in one cell, in a form, in traditional characters and in English",
        arguments: [
            "<table><tr><td>索引号：NL/15<br><b>发文字号：</b>宁民发〔2026〕7号<br/>发文机关：市民政局<br>成文日期：2026-11-01</td></tr></table>",
            "<form><label>索引号</label><input readonly value='NL/15'><label>发文字号</label><input value='宁民发〔2026〕7号'><label>发文机关</label><input value='市民政局'><label>成文日期</label><input value='2026-11-01'></form>",
            "<table><tr><td>索引號</td><td>NL/15</td></tr><tr><td>發文字號</td><td>宁民发〔2026〕7号</td></tr><tr><td>發文機關</td><td>市民政局</td></tr><tr><td>成文日期</td><td>2026-11-01</td></tr></table>",
            "<table><tr><td>Index No.</td><td>NL/15</td></tr><tr><td>Document No.:</td><td>宁民发〔2026〕7号</td></tr><tr><td>Issued by</td><td>市民政局</td></tr><tr><td>Date of Issue</td><td>2026-11-01</td></tr></table>",
            "<table><tr><td>索引号(Index)</td><td>NL/15</td></tr><tr><td>发文字号（No.）：</td><td>宁民发〔2026〕7号</td></tr><tr><td>发文机关(Issuer)</td><td>市民政局</td></tr><tr><td>成文日期(Date)</td><td>2026-11-01</td></tr></table>",
            "<p>索引号：NL/15；发文字号：宁民发〔2026〕7号；发文机关：市民政局；成文日期：2026-11-01；状态：有效</p>",
        ])
    func heads(_ head: String) {
        let document = read("\(head)<p>2026-11-05</p>").details.document
        #expect(document?.index == Self.fields.0 && document?.number == Self.fields.1)
        #expect(document?.issuer == Self.fields.2 && document?.date == Self.fields.3)
    }
}
