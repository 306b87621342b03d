import JuheKit
import Loopback
import Testing

@testable import SiteSource

/// Older versions of systems, which are still in use.
@Suite("Older columns")
struct SiteOldTests {
    private func record(_ number: Int) -> String {
        "<table><tr><td><a href='/art/2026/11/\(number)/art_2_\(number).html' title='第\(number)号公告：便民服务点名单'>第\(number)号公告…</a></td>"
            + "<td><b>2026-11-0\(number)</b></td></tr></table>"
    }

    /// What the interface answers: a program.
    private func answer(_ numbers: ClosedRange<Int>, quote: String) -> String {
        let texts = numbers.map { quote + record($0).replacing(quote, with: "\\" + quote) + quote }
        return "totalRecord=6;totalPage=2;dataStore = [\(texts.joined(separator: ",\n"))];"
    }

    private static let expected = (1...6).map { "第\($0)号公告：便民服务点名单" }

    @Test("JCMS: an interface that answers with a program, by its numbers", arguments: ["\"", "'"])
    func program(quote: String) async throws {
        let path = "/module/jslib/jquery/jpage/dataproxy.jsp"
        let server = try SiteServer([
            path: .made { [self] request in
                let numbers = request.path.contains("startrecord=1&") ? 1...3 : 4...6
                return .text(answer(numbers, quote: quote), "text/html;charset=UTF-8")
            }
        ])
        let outcome = try await SiteRun.run(
            server, path + "?startrecord=1&endrecord=3&perpage=3&columnid=2", ["follow": .boolean(false)])
        #expect(outcome.titles == Self.expected)
        #expect(outcome.days.first == "2026-11-01" && outcome.days.last == "2026-11-06")
        #expect(server.asked.count == 2)
    }

    @Test("JCMS: groups of records that stand in one unit are one list")
    func groupsOfUnit() async throws {
        let groups = (1...3).map { day in
            "<script type=\"text/xml\"><datastore><recordset><record><![CDATA[<li><a href=\"/art/2026/11/\(day)/art_55_\(day).html\">第\(day)条通知的完整标题</a><span>2026-11-0\(day)</span></li>]]></record></recordset></datastore></script>"
        }
        let server = try SiteServer([
            "/col/col55/index.html": .html(
                Fixture.framed("<div id=\"6412\">\(groups[2])\(groups[1])</div><div>\(groups[0])</div>"))
        ])
        let run = try await SiteRun.run(server, "/col/col55/index.html", ["follow": .boolean(false)])
        #expect(run.titles == ["第3条通知的完整标题", "第2条通知的完整标题"])
    }

    @Test("JCMS: the store with the dates among several, commented out or not", arguments: [false, true])
    func stores(isComment: Bool) async throws {
        let pictures = "<record><![CDATA[<a href='/art/2026/1/1/art_9_1.html'><img alt=''>轮播图片新闻的标题</a>]]></record>"
        let records = (1...6).map { "<record><![CDATA[\(record($0))]]></record>" }.joined()
        let scripts = [pictures, records].map { "<datastore><recordset>\($0)</recordset></datastore>" }.map {
            "<div><script type='text/xml'>\(isComment ? "<!--\($0)-->" : $0)</script></div>"
        }
        let server = try SiteServer(["/col/col2/index.html": .html(Fixture.framed(scripts.joined()))])
        let outcome = try await SiteRun.run(server, "/col/col2/index.html", ["follow": .boolean(false)])
        #expect(outcome.titles == Self.expected)
    }

    @Test("A record may have a program in it, which ends the one around all of them")
    func program() async throws {
        let records = (1...3).map {
            "<record><![CDATA[<li><a href=\"/art/2026/11/\($0)/art_9_\($0).html\">关于第\($0)项工作的公告</a><script>hit(\($0))</script><span>2026-11-0\($0)</span></li>]]></record>"
        }
        let island =
            "<script type=\"text/xml\"><datastore><recordset>\(records.joined())</recordset></datastore></script>"
        let server = try SiteServer(["/": .html(Fixture.framed("<div id=\"9\">\(island)</div>"))])
        let outcome = try await SiteRun.run(server, "/", ["follow": .boolean(false)])
        #expect(outcome.titles == (1...3).map { "关于第\($0)项工作的公告" })
        #expect(outcome.days == (1...3).map { "2026-11-0\($0)" })
    }

    @Test("JCMS: the first records in the page's own program, the rest by POST")
    func page() async throws {
        let call = """
            $('#7').jpage({dataStore:dataStore, totalRecord:6, perPage:5, proxyUrl:'/module/jslib/jquery/jpage/dataproxy.jsp',
            proxyData:{col:1,appid:1,webid:1,path:'/',columnid:2,unitid:7}})
            """
        let first = answer(1...3, quote: "'").replacing("totalRecord=6;totalPage=2;", with: "var ")
        let server = try SiteServer([
            "/col/col2/index.html": .html(Fixture.page("<div id='7'></div><script>\(first)\n\(call)</script>")),
            "/module/jslib/jquery/jpage/dataproxy.jsp": .text(answer(4...6, quote: "\""), "text/html"),
        ])
        let outcome = try await SiteRun.run(server, "/col/col2/index.html", ["follow": .boolean(false)])
        #expect(outcome.titles == Self.expected)
        #expect(server.sent.first?.contains("columnid=2&") == true)
    }

    @Test(
        "A program with a list of something else is no column",
        arguments: ["dataStore = [1, 2, 3];", "dataStore = ['a', 'b"])
    func noRecords(text: String) async throws {
        let server = try SiteServer(["/x": .text(text, "text/html")])
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/x") }
        #expect(failure?.code == .listMissing)
    }

    @Test("gkmlpt: the number of documents said of their category")
    func category() async throws {
        @Sendable func articles(_ numbers: ClosedRange<Int>) -> String {
            let texts = numbers.map {
                #"{"id":\#($0),"title":"第\#($0)号公告：便民服务点名单","url":"/gkmlpt/content/post_\#($0).html","date":1793841000}"#
            }
            return #"{"classify":{"id":9,"post_count":10},"articles":[\#(texts.joined(separator: ","))]}"#
        }
        let server = try SiteServer([
            "/gkmlpt/api/all/9": .made { request in
                .text(articles(request.path.contains("page=1") ? 1...5 : 6...10), "application/json")
            }
        ])
        let outcome = try await SiteRun.run(server, "/gkmlpt/api/all/9?page=1&sid=1", ["follow": .boolean(false)])
        #expect(outcome.items.count == 10 && server.asked.count == 2)
    }
}
