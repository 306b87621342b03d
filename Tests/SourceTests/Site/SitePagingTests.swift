import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Columns of several pages, as systems turn them over")
struct SitePagingTests {
    /// A page with two entries of a column, whose numbers are `2 * page - 1` and `2 * page`, and with its paging.
    private func page(_ page: Int, paging: String) -> SiteServer.Page {
        let rows = [2 * page - 1, 2 * page].map {
            "<li id=\"line_u8_\($0 % 2)\"><a href=\"/info/1042/\(100 - $0).htm\">关于做好第\($0)项工作的通知</a><span>2026-11-\(20 - $0)</span></li>"
        }
        return .html(Fixture.framed("<ul class=\"list\">\(rows.joined())</ul>", paging: paging))
    }

    private func numbers(_ outcome: SiteRun.Outcome) -> [String] {
        outcome.titles.map { String($0.filter(\.isNumber)) }
    }

    private func run(_ server: SiteServer, _ path: String) async throws -> SiteRun.Outcome {
        try await SiteRun.run(server, path, ["follow": .boolean(false), "feed": .boolean(false), "pages": .integer(5)])
    }

    @Test("VSB: pages are numbered from the oldest on, in a folder of the column's name")
    func vsb() async throws {
        func paging(_ links: String, next: String?) -> String {
            let next = next.map { "<span class=\"p_next p_fun\"><a href=\"\($0)\">下页</a></span>" } ?? ""
            return "<div class=\"pb_sys_common\"><span class=\"p_pages\">\(links)\(next)</span></div>"
        }
        let server = try SiteServer([
            "/tzgg.htm": page(
                1,
                paging: paging(
                    "<span class=\"p_no_d\">1</span><span class=\"p_no\"><a href=\"tzgg/2.htm\">2</a></span><span class=\"p_no\"><a href=\"tzgg/1.htm\">3</a></span>",
                    next: "tzgg/2.htm")),
            "/tzgg/2.htm": page(
                2,
                paging: paging(
                    "<span class=\"p_no\"><a href=\"../tzgg.htm\">1</a></span><span class=\"p_no_d\">2</span><span class=\"p_no\"><a href=\"1.htm\">3</a></span>",
                    next: "1.htm")),
            "/tzgg/1.htm": page(
                3,
                paging: paging(
                    "<span class=\"p_no\"><a href=\"../tzgg.htm\">1</a></span><span class=\"p_no\"><a href=\"2.htm\">2</a></span><span class=\"p_no_d\">3</span>",
                    next: nil)),
        ])
        let outcome = try await run(server, "/tzgg.htm")
        #expect(numbers(outcome) == ["1", "2", "3", "4", "5", "6"] && outcome.failures.isEmpty)
        #expect(server.asked == ["/tzgg.htm", "/tzgg/2.htm", "/tzgg/1.htm"])
    }

    @Test("VSB of older years: the page's number in the question, beside the tree's")
    func oldVSB() async throws {
        func address(_ page: Int) -> String {
            "list.jsp?totalpage=2&amp;PAGENUM=\(page)&amp;urltype=tree.TreeTempUrl&amp;wbtreeid=1010"
        }
        let server = try SiteServer([
            "/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1010": page(
                1,
                paging:
                    "<table class=\"listFrame\"><tr><td>共4条 1/2 首页 上页 <a href=\"\(address(2))\" class=\"Next\">下页</a> <a href=\"\(address(2))\" class=\"Next\">尾页</a></td></tr></table>"
            ),
            "/list.jsp?totalpage=2&PAGENUM=2&urltype=tree.TreeTempUrl&wbtreeid=1010": page(
                2,
                paging:
                    "<table class=\"listFrame\"><tr><td>共4条 2/2 <a href=\"\(address(1))\" class=\"Next\">首页</a> <a href=\"\(address(1))\" class=\"Next\">上页</a> 下页 尾页</td></tr></table>"
            ),
        ])
        let outcome = try await run(server, "/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1010")
        #expect(numbers(outcome) == ["1", "2", "3", "4"] && outcome.failures.isEmpty)
        #expect(server.asked.count == 2, "\(server.asked)")
    }

    @Test("UCAP: home_1.htm behind home.htm, by its own links")
    func ucap() async throws {
        func paging(_ page: Int) -> String {
            let name = { (number: Int) in number == 0 ? "home.htm" : "home_\(number).htm" }
            let next = page < 2 ? "<li class=\"next\"><a href=\"\(name(page + 1))\">下一页</a></li>" : ""
            return
                "<div id=\"newspage\" class=\"newspage cl\"><ul><li><a href=\"\(name(0))\">首页</a></li>\(next)<li>共3页</li></ul></div>"
        }
        let server = try SiteServer([
            "/yaowen/liebiao/home.htm": page(1, paging: paging(0)),
            "/yaowen/liebiao/home_1.htm": page(2, paging: paging(1)),
            "/yaowen/liebiao/home_2.htm": page(3, paging: paging(2)),
        ])
        let outcome = try await run(server, "/yaowen/liebiao/home.htm")
        #expect(numbers(outcome) == ["1", "2", "3", "4", "5", "6"] && outcome.failures.isEmpty)
        #expect(server.asked.count == 3)
    }
}
