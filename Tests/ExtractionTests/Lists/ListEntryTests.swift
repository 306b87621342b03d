import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Entries as systems vary them")
struct ListEntryTests {
    private func entries(_ body: String) throws -> [ExtractedItem] {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        return ListReader(now: now, zone: .china).list(
            MarkupTree(html: body), address: "https://mzj.ninglan.example/tzgg/index.html"
        ).entries
    }

    private func read(_ body: String) throws -> [String] {
        try entries(body).map { entry in
            let day = entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-"
            return "\(day) \(entry.item.title ?? "-") \(entry.item.url?.dropFirst(27) ?? "-")"
        }
    }

    private let expected = ["2026-11-05 关于低保申请办理流程的公告 /tzgg/a.html", "2025-12-04 社会组织年检结果公示 /tzgg/b.html"]
    private static let summary = "会议听取了今年工作情况的汇报，研究了明年的重点任务，并对有关事项作了安排，请各单位认真落实。"

    @Test(
        "have their own title and day",
        arguments: [
            // A heading, though the words under it are longer; the same in two links to one page.
            "<div><div class=n><h3>关于低保申请办理流程的公告</h3><i>2026-11-05</i><p>\(summary)</p><a href=a.html>查看详情</a></div><div class=n><h3>社会组织年检结果公示</h3><i>2025-12-04</i><p>\(summary)</p><a href=b.html>查看详情</a></div></div>",
            "<ul><li><div class=n_title><a href=a.html>关于低保申请办理流程的公告</a></div><i>2026-11-05</i><div class=n_text><a href=a.html>\(summary)</a></div></li><li><div class=n_title><a href=b.html>社会组织年检结果公示</a></div><i>2025-12-04</i><div class=n_text><a href=b.html>\(summary)</a></div></li></ul>",
            // A row that leads somewhere when it is clicked has cells beside its title.
            "<table><tr onclick=\"location.href='a.html'\"><td>1</td><td>关于低保申请办理流程的公告</td><td>2026-11-05</td></tr><tr onclick=\"location.href='b.html'\"><td>2</td><td>社会组织年检结果公示</td><td>2025-12-04</td></tr></table>",
            // The year stands over days without one.
            "<div class=year>2026年</div><ul><li><em>11/05</em><a href=a.html>关于低保申请办理流程的公告</a></li></ul><div class=year>2025</div><ul><li><em>12/04</em><a href=b.html>社会组织年检结果公示</a></li></ul>",
            "<ul><li>2026年</li><li><em>11-05</em><a href=a.html>关于低保申请办理流程的公告</a></li><li>2025年</li><li><em>12-04</em><a href=b.html>社会组织年检结果公示</a></li></ul>",
            // A stamp counts more than the words that a `time` shows, and a moment as programs print it is one.
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><time datetime=2026-11-05>3天前</time></li><li><a href=b.html>社会组织年检结果公示</a><time datetime=2025-12-04>去年</time></li></ul>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><i>Thu Nov 05 10:20:30 CST 2026</i></li><li><a href=b.html>社会组织年检结果公示</a><i>Thu Dec 04 10:20:30 CST 2025</i></li></ul>",
            // The cells of a forum's rows: who asked and when, who answered last and when.
            "<table><tbody><tr><td><a href=a.html title=新窗口打开><img src=i.gif></a></td><th><a href=a.html>关于低保申请办理流程的公告</a></th><td><a href=/u/1>管理员甲</a><em>2026-11-5</em></td><td><a href=/u/9>读者乙</a><em><a href=/last/1>2026-11-20 10:00</a></em></td></tr></tbody><tbody><tr><td><a href=b.html title=新窗口打开><img src=i.gif></a></td><th><a href=b.html>社会组织年检结果公示</a></th><td><a href=/u/1>管理员甲</a><em>2025-12-4</em></td><td><a href=/u/9>读者乙</a><em><a href=/last/2>2026-11-21 10:00</a></em></td></tr></tbody></table>",
        ])
    func forms(_ body: String) throws {
        #expect(try read(body) == expected)
    }

    @Test("Words that all entries have in their links are no titles")
    func buttons() throws {
        let names = ["居住证签注", "老年优待证申领", "临时救助申请"]
        let lines = names.enumerated().map {
            "<li><b>\($0.element)</b><p><a href=/yy/\($0.offset)>预约办理</a><a href=\($0.offset).html>办事指南</a></p></li>"
        }
        #expect(
            try entries("<ul>\(lines.joined())</ul>").map {
                "\($0.item.title ?? "") \($0.item.url?.last.map(String.init) ?? "")"
            }
                == names.map { "\($0) l" })
    }

    @Test(
        "tell what a catalogue says of their document",
        arguments: [
            "<p><span>索引号：NL/15</span><span>发文机关：市民政局</span><span>发文字号：宁民发〔2026〕7号</span></p>",
            "<div style='display:none'><table><tr><td>索引号：</td><td>NL/15</td><td>发文机关：</td><td>市民政局</td></tr><tr><td>发文字号：</td><td>宁民发〔2026〕7号</td></tr></table></div>",
        ])
    func documents(_ head: String) throws {
        let lines = ["a", "b"].map { "<li><a href=\($0).html>关于低保申请办理流程的公告\($0)</a><i>2026-11-05</i>\(head)</li>" }
        let found = try entries("<ul>\(lines.joined())</ul>")
        #expect(found.count == 2)
        for entry in found {
            let document = entry.item.details.document
            #expect(document?.index == "NL/15" && document?.issuer == "市民政局" && document?.number == "宁民发〔2026〕7号")
        }
    }
}
