import Foundation
import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Lines, tables and files of articles in forms that many sites have")
struct ArticleLineFormTests {
    private static let title = "关于做好冬季社会救助工作的通知"
    private static let address = "https://mzj.ninglan.example/tzgg/31.html"
    private static let text = "<p>各区县民政局：</p><p>为做好冬季社会救助，现将有关事项通知如下，请认真落实，并于月底前将落实情况报送市民政局。</p>"

    private func read(_ body: String, head: String = "", listed: String? = title) -> Item {
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = listed
        entry.hasCutTitle = listed.map(TitleText.isCut) ?? false
        let page = body.replacing("BODY", with: Self.text)
        let html =
            "<html><head><title>\(Self.title)</title>\(head)</head><body><h1>\(Self.title)</h1>\(page)</body></html>"
        ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    private func day(_ item: Item) -> String? { item.datePublished.map { Zone.china.civilTime($0).isoDate } }

    @Test(
        "say when they were published",
        arguments: [
            "录入时间：2026/11/5　录入人：某某", "公开日期：2026.11.05　公开方式：主动公开", "日期： 2026 - 11 - 05 ",
            "来源：市民政局　发布时间：2026-11-05T01:30:00+0000",
        ])
    func dates(_ line: String) {
        #expect(day(read("<p>\(line)</p><div class=nr>BODY</div>")) == "2026-11-05")
    }

    @Test("A document's own date is not that of its page, though 字号 stands before it")
    func documentDate() {
        let item = read(
            "<div class=nr>BODY</div><table><tr><td>发文字号：</td><td>宁民发〔2026〕7号</td><td>成文日期：</td><td>2026年11月1日</td></tr></table>"
        )
        #expect(item.datePublished == nil && item.details.document?.date == "2026-11-01")
    }

    @Test(
        "say where they come from",
        arguments: [
            "来源：【市民政局】 2026-11-05", "文章出处：市民政局　发布时间：2026-11-05", "来源：市民政局2026-11-05 15:20", "来源：市民政局 2026-11-05",
        ])
    func origins(_ line: String) {
        #expect(read("<p>\(line)</p><div class=nr>BODY</div>").details.origin == "市民政局")
    }

    @Test("A dash for a source is none")
    func noOrigin() {
        #expect(read("<p>来源：-- 时间：2026-11-05</p><div class=nr>BODY</div>").details.origin == nil)
    }

    @Test(
        "have their table with colons in cells, two labels in one cell, labels in a row",
        arguments: [
            "<tr><td>索引号</td><td>：</td><td>15/7</td></tr><tr><td>发文机关</td><td>：</td><td>市民政局</td></tr><tr><td>发文字号</td><td>：</td><td>宁民发〔2026〕7号</td></tr>",
            "<tr><td>索引号/信息分类</td><td>15/7 / 综合政务</td></tr><tr><td>发布机构</td><td>市民政局</td></tr><tr><td>文号</td><td>宁民发〔2026〕7号</td></tr>",
            "<tr><th>索引号/信息分类</th><th>发布机构</th><th>发文字号</th></tr><tr><td>15/7</td><td>市民政局</td><td>宁民发〔2026〕7号</td></tr>",
        ])
    func tables(_ rows: String) {
        let document = read("<table>\(rows)</table><div class=nr>BODY</div>").details.document
        #expect(document?.index == "15/7" && document?.issuer == "市民政局" && document?.number == "宁民发〔2026〕7号")
    }

    @Test("Those who read it in turn, and the day and the office under a title, are no text")
    func edges() {
        let plain = HTMLText.plain(from: Self.text).trimmed
        for body in [
            "<div class=nr>BODY<p>一审：某某　二审：某某　三审：某某</p></div>",
            "<div class=nr><h2>\(Self.title)</h2><h5>2026-11-05 | 宣传科</h5>BODY</div>",
        ] {
            #expect(HTMLText.plain(from: read(body).contentHTML ?? "").trimmed == plain)
        }
    }

    @Test("A title is completed from a tag with a break in it, and from the last of a page's names")
    func titles() {
        let item = read(
            "<div class=nr>BODY</div>", head: "<meta name=ArticleTitle content='关于做好冬季&lt;br/&gt;社会救助工作的通知'>",
            listed: "关于做好冬季…")
        #expect(item.title == Self.title)
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = "关于做好冬季…"
        entry.hasCutTitle = true
        ArticlePage(
            "<html><head><title>市民政局 - 通知公告 - \(Self.title)</title></head><body><div class=nr>\(Self.text)</div></body></html>",
            address: Self.address
        ).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.title == Self.title)
    }

    @Test(
        "A text that its program undoes first is read, and one that was escaped once too often",
        arguments: [
            "<div id=c></div><script>var t = decodeURIComponent(\"\(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")\");</script>",
            "<div id=c></div><script>var t = atob(\"\(Data(text.utf8).base64EncodedString())\");</script>",
            "<div class=nr>\(text.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))</div>",
        ])
    func hidden(_ body: String) {
        #expect(HTMLText.plain(from: read(body).contentHTML ?? "").trimmed == HTMLText.plain(from: Self.text).trimmed)
    }

    @Test("An account whose name the page shows late is known to its programs")
    func account() {
        let item = read(
            "<a id=js_name></a><div id=js_content>BODY</div><script>var nickname = \"宁澜城南发布\"; var ct = \"1793842200\";</script>"
        )
        #expect(item.details.origin == "宁澜城南发布")
    }

    @Test("Files have addresses that may be asked for, and names")
    func files() {
        let files = read(
            "<div class=nr>BODY<p>附件1：申报表 <a href='/u/2026年 表.xlsx'>点击下载</a></p><p><a href='/u/a.doc'><img src=w.png></a><a href='/u/a.doc'>名单</a></p><a href='/d.jsp?name=名单.pdf&id=5'>名单.pdf</a><a href='/u/%E8%A1%A8.ceb'>丙</a><video><source src='/v/1.mp4'></video></div>"
        ).attachments
        #expect(
            files.map { "\($0.title ?? "-") \($0.url.dropFirst(27))" } == [
                "申报表 /u/2026%E5%B9%B4%20%E8%A1%A8.xlsx", "名单 /u/a.doc",
                "名单.pdf /d.jsp?name=%E5%90%8D%E5%8D%95.pdf&id=5", "丙 /u/%E8%A1%A8.ceb", "- /v/1.mp4",
            ])
    }

    @Test("A time of day that a feed tells is not lost to the day on the page")
    func time() {
        var item = Item(id: "1", url: Self.address)
        item.title = Self.title
        item.datePublished = Timestamp.instant("2026-11-05T01:30:00Z")
        var entry = ExtractedItem(item)
        ArticlePage(
            "<html><head><meta name=PubDate content=2026-11-05></head><body><h1>\(Self.title)</h1><div class=nr>\(Self.text)</div></body></html>",
            address: Self.address
        ).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.datePublished == item.datePublished)
    }
}
