import Foundation
import JuheKit
import Testing

@testable import Extraction

/// What a page only shows with the help of its programs, or shows beside its article.
@Suite("Articles as a reader sees them")
struct ArticleShownTests {
    private static let title = "关于做好冬季社会救助工作的通知"
    private static let text =
        "<p>各区县民政局：</p><p>为做好冬季社会救助，保障困难群众温暖过冬，现将有关事项通知如下，请认真落实，并于月底前报送进展情况。</p>"
    private static let address = "https://mzj.ninglan.example/tzgg/202611/t20261105_31.html"

    private func read(_ body: String) -> Item {
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = Self.title
        entry.isDayOnly = true
        let html = "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1>\(body)</body></html>"
        ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    @Test(
        "Sizes of letters to choose from are no number of a document",
        arguments: [
            "<div><span>发布时间：2026-11-05</span><span>来源：市民政局</span><span>字号：大 中 小</span></div>",
            "<ul><li>发布时间：2026-11-05</li><li>来源：市民政局</li><li>字号：<a>大</a> <a>中</a> <a>小</a></li></ul>",
            "<table><tr><td>发布日期：</td><td>2026-11-05</td><td>来源：</td><td>市民政局</td><td>字号：</td><td>大 中 小</td></tr></table>",
        ])
    func sizes(_ line: String) {
        let item = read("\(line)<div id=zoom>\(Self.text)</div>")
        #expect(item.details.document == nil && item.details.origin == "市民政局")
    }

    @Test(
        "A text that only programs show is read where they keep it",
        arguments: [
            "<textarea id=t style='display:none'>\(text.replacing("<", with: "&lt;"))</textarea><div id=show></div>",
            "<div id=c></div><script>var content = \"\(text)\"; document.getElementById('c').innerHTML = content;</script>",
            "<div id=c></div><script type=text/html id=tpl>\(text)</script>",
        ])
    func hidden(_ body: String) {
        #expect(read("<p>2026-11-05</p>\(body)").contentHTML?.contains("温暖过冬") ?? false)
    }

    @Test("Values that small programs write into a table are its values")
    func written() {
        let head =
            "<table><tr><td>索引号：</td><td><script>document.write(\"NL/15\")</script></td></tr><tr><td>发文字号：</td><td><script>var w = \"宁民发〔2026〕7号\"; if (w != \"\") document.write(w);</script></td></tr><tr><td>发文机关：</td><td>市民政局</td></tr></table>"
        let document = read("\(head)<div id=zoom>\(Self.text)</div>").details.document
        #expect(document?.index == "NL/15" && document?.number == "宁民发〔2026〕7号" && document?.issuer == "市民政局")
    }

    @Test(
        "Files are found behind buttons, and have their own names",
        arguments: [
            (
                "<table><tr><th>附件名称</th><th>操作</th></tr><tr><td>申报表.docx</td><td><a href='/down?id=5'>下载</a></td></tr></table>",
                "/down?id=5 申报表.docx"
            ),
            ("<p><a download='申报表.docx' href='/d/abcd'>点击下载</a></p>", "/d/abcd 申报表.docx"),
            ("<p><span onclick=\"down('/u/1.xlsx', '汇总表.xlsx')\">汇总表.xlsx</span></p>", "/u/1.xlsx 汇总表.xlsx"),
            (
                "<div id=pdf></div><script>var file = \"/u/tz.pdf\"; PDFObject.embed(file, \"#pdf\");</script>",
                "/u/tz.pdf -"
            ),
            (
                "<script>var fj = \"<a href='./P1.pdf'>名单</a>\"; if (fj != \"\") { document.write(\"附件：\" + fj) }</script>",
                "/tzgg/202611/P1.pdf 名单"
            ),
        ])
    func files(_ body: String, _ expected: String) {
        let found = read("<p>2026-11-05</p><div id=zoom>\(Self.text)\(body)</div>").attachments
        #expect(found.map { "\($0.url.dropFirst(27)) \($0.title ?? "-")" } == [expected])
    }

    @Test(
        "Files under a text are found by their names and by buttons that hand them out",
        arguments: [
            (
                "<ul><li data-url='/f/9.xlsx' data-name='汇总表.xlsx'><i></i><span>汇总表.xlsx</span></li></ul>",
                "/f/9.xlsx 汇总表.xlsx"
            ),
            (
                "<p><a href='/common/down.do?id=9&filename=%E6%B8%85%E5%8D%95.pdf'>下载</a></p>",
                "/common/down.do?id=9&filename=%E6%B8%85%E5%8D%95.pdf 清单.pdf"
            ),
            ("<p><a href='/d/8.zip' title='图集.zip'><img src='/zip.gif'></a></p>", "/d/8.zip 图集.zip"),
            ("<p><a href='/f/a.ofd'>OFD版下载</a></p>", "/f/a.ofd OFD版下载"),
        ])
    func filesBelow(_ body: String, _ expected: String) {
        let found = read(
            "<p>2026-11-05</p><div id=zoom>\(Self.text)</div>\(body)<p><a href='/app/a.apk'>下载客户端</a><a href='/xz/'>下载专区</a></p>"
        ).attachments
        #expect(found.map { "\($0.url.dropFirst(27)) \($0.title ?? "-")" } == [expected])
    }

    @Test("What readers say of an article is no part of it")
    func comments() {
        let body = read(
            "<p>2026-11-05</p><div>\(Self.text)</div><div><h3>网友评论（2）</h3><p>这个通知写得很清楚，希望尽快落实到每一个社区，让大家都能知道。</p><p>支持，冬天马上到了。</p></div>"
        ).contentHTML
        #expect(body?.contains("月底前") ?? false)
        #expect(!(body?.contains("写得很清楚") ?? true))
    }

    @Test("Sections that each have a heading are one guide, however short one of them is")
    func sections() {
        let body = read(
            "<p>2026-11-05</p><div><h3>办理条件</h3><p>本市户籍的居民，凭本人有效证件到窗口申请，三个工作日内办结。</p></div><div><h3>申请材料</h3><ul><li>户口簿原件</li><li>申请表</li></ul></div>"
        ).contentHTML
        #expect(body?.contains("三个工作日") ?? false)
        #expect(body?.contains("户口簿原件") ?? false)
    }

    @Test(
        "The line under a title needs no labels and no colons",
        arguments: [
            "<div><b>市民政局</b> <i>2026.11.05 15:20</i> <u>321次</u></div>",
            "<ul><li><b>来源</b><span>市民政局</span></li><li><b>时间</b><span>2026-11-05 15:20</span></li></ul>",
        ])
    func lines(_ line: String) {
        let item = read("\(line)<div id=zoom>\(Self.text)</div>")
        #expect(item.details.origin == "市民政局")
        #expect(item.datePublished == Timestamp.instant("2026-11-05T07:20:00Z"))
    }
}
