import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Lists under headings that are days")
struct DateHeadingTests {
    private func read(_ body: String) throws -> [String] {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let list = ListReader(now: now, zone: .china).list(
            MarkupTree(html: body), address: "https://mzj.ninglan.example/tzgg/index.html")
        return list.entries.map { entry in
            "\(entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-") \(entry.item.title ?? "-")"
        }
    }

    @Test("are one list, each entry with the day over it")
    func days() throws {
        let html =
            "<div><h4>2026-11-05</h4><ul><li><a href=a.html>关于低保申请办理流程的公告</a></li><li><a href=b.html>社会组织年检结果公示</a></li></ul><h4>2026年11月3日</h4><ul><li><a href=c.html>全市养老服务工作推进会召开</a></li><li><a href=d.html>关于开展冬季送温暖活动的通知</a></li></ul></div>"
        #expect(
            try read(html) == [
                "2026-11-05 关于低保申请办理流程的公告", "2026-11-05 社会组织年检结果公示", "2026-11-03 全市养老服务工作推进会召开",
                "2026-11-03 关于开展冬季送温暖活动的通知",
            ])
        // Each group in a box of its own.
        let boxes = html.replacing("<h4>", with: "</div><div class=g><h4>").replacing("<div></div>", with: "")
        #expect(try read("<div>\(boxes)</div>").count == 4)
    }

    @Test("have the month over entries with their days")
    func months() throws {
        let html =
            "<div><h4>2026年11月</h4><ul><li><span>05日</span><a href=a.html>关于低保申请办理流程的公告</a></li><li><span>03日</span><a href=b.html>社会组织年检结果公示</a></li></ul><h4>2026年10月</h4><ul><li><span>28日</span><a href=c.html>全市养老服务工作推进会召开</a></li></ul></div>"
        #expect(
            try read(html) == ["2026-11-05 关于低保申请办理流程的公告", "2026-11-03 社会组织年检结果公示", "2026-10-28 全市养老服务工作推进会召开"])
    }

    @Test("are sections of one column where boxes of one kind each have a name, and what is most read is none")
    func sections() throws {
        func box(_ name: String, _ files: [String]) -> String {
            let rows = files.map { "<li><a href=/tzgg/\($0).html>关于\($0)号事项办理情况的公告</a><i>2026-11-05</i></li>" }
            return "<div class=box><h2>\(name) <a href=/tzgg/\(name)/>更多</a></h2><ul>\(rows.joined())</ul></div>"
        }
        let both = "<div>\(box("通知", ["a1", "a2", "a3"]))\(box("公示", ["b1", "b2"]))</div>"
        #expect(try read(both).count == 5)
        #expect(try read("<div>\(box("通知", ["a1", "a2", "a3"]))\(box("点击排行", ["b1", "b2"]))</div>").count == 3)
    }

    @Test("are no links of the page's head under today's date")
    func today() throws {
        let html =
            "<div class=header><div>2026年11月25日</div><ul class=nav><li><a href=/a/>政务公开专栏</a></li><li><a href=/b/>办事服务大厅</a></li><li><a href=/c/>互动交流平台</a></li></ul></div><ul><li><a href=x.html>关于低保申请办理流程的公告</a><i>2026-11-05</i></li></ul>"
        #expect(try read(html) == ["2026-11-05 关于低保申请办理流程的公告"])
    }
}
