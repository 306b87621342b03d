import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Columns whose list is not in the page")
struct SiteElsewhereTests {
    private static let lines =
        "<li><a href='/tzgg/a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='/tzgg/b.html'>社会组织年检结果公示</a><span>2026-11-04</span></li>"

    @Test(
        "A page that leads on, and pages inside a page, are followed once",
        arguments: [
            "<html><head><META HTTP-EQUIV=Refresh CONTENT=\"0; URL='list.html'\"></head></html>",
            "<html><head><meta http-equiv=refresh content='İİẞ; Url=list.html'></head></html>",
            "<html><head><script>window.location.href = \"./list.html\";</script></head><body></body></html>",
            "<html><script>location.replace('/tzgg/list.html')</script></html>",
            "<html><script>location.replace('http://' + location.host + '/tzgg/list.html')</script></html>",
            "<html><frameset cols='200,*'><frame src='/left.html'><frame src='list.html'></frameset></html>",
            "<html><body><div class=top><a href='/'>首页</a></div><iframe src='list.html'></iframe></body></html>",
        ])
    func elsewhere(_ page: String) async throws {
        let server = try SiteServer([
            "/tzgg/": .html(page), "/tzgg/list.html": .html("<html><body><ul>\(Self.lines)</ul></body></html>"),
            "/left.html": .html("<html><body><a href='/x/'>栏目</a></body></html>"),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
    }

    @Test("An article's page that leads on is followed once, but not to the front of a site or to a fault")
    func article() async throws {
        func leading(_ address: String) -> SiteServer.Page {
            .html("<html><script>location.href='\(address)'</script></html>")
        }
        let server = try SiteServer([
            "/tzgg/": .html("<html><body><ul>\(Self.lines)</ul></body></html>"),
            "/tzgg/a.html": leading("/real/a.html"),
            "/tzgg/b.html": leading("/404.html"),
            "/404.html": .html("<html><body><p>您访问的页面不存在，请返回首页。</p></body></html>"),
            "/real/a.html": .html(Fixture.article("关于低保申请办理流程的公告")),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/")
        #expect(outcome.text(0).contains("特此通知"))
        #expect(outcome.items[1].contentHTML == nil && outcome.items[1].details.flags.contains(.noBody))
    }

    private static let json = """
        [{"title":"关于低保申请办理流程的公告","url":"/tzgg/a.html","pubDate":"2026-11-05"},
        {"title":"社会组织年检结果公示","url":"/tzgg/b.html","pubDate":"2026-11-04"}]
        """

    @Test(
        "A list in a program, and one in a file that a program names",
        arguments: [
            "<script>var menu = [1]; var list = \(json); show(list);</script>",
            "<script>$.getJSON(\"./list.json\", show)</script>", "<script>$.ajax({url:'/tzgg/list.json?v=1'})</script>",
        ])
    func programs(_ script: String) async throws {
        let server = try SiteServer([
            "/tzgg/": .html(Fixture.framed("<div id=list></div>") + script),
            "/tzgg/list.json": .text(Self.json, "application/json"),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
        #expect(outcome.days == ["2026-11-05", "2026-11-04"])
    }

    @Test(
        "An interface whose answer has the list as HTML, under whatever name",
        arguments: ["{\"code\":1,\"data\":LIST}", "{\"a\":{\"html\":LIST,\"n\":2}}", "[{\"content\":LIST}]"])
    func markup(_ answer: String) async throws {
        let text = "\"<ul>\(Self.lines)</ul>\""
        let server = try SiteServer(["/api/list": .text(answer.replacing("LIST", with: text), "application/json")])
        let outcome = try await SiteRun.run(server, "/api/list", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
    }

    @Test("A page that leads to itself, or into the office, gives nothing and does not go on")
    func nowhere() async throws {
        let server = try SiteServer([
            "/a/": .html("<html><head><meta http-equiv=refresh content='0;url=/a/'></head></html>"),
            "/b/": .html("<html><head><meta http-equiv=refresh content='0;url=http://10.0.0.1/'></head></html>"),
            "/c/": .html("<html><head><meta http-equiv=refresh content='0;url=/d/'></head></html>"),
            "/d/": .html("<html><head><meta http-equiv=refresh content='0;url=/c/'></head></html>"),
        ])
        for (path, code) in [("/a/", Failure.Code.listMissing), ("/b/", .refused), ("/c/", .listMissing)] {
            let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, path) }
            #expect(failure?.code == code, "\(path)")
        }
        #expect(server.asked == ["/a/", "/b/", "/c/", "/d/"])
    }

    @Test(
        "Answers that are only a list",
        arguments: [
            (lines, "text/html"),
            (
                "<?xml version='1.0'?><list><item><Title>关于低保申请办理流程的公告</Title><URL>a.html</URL><pubDate>2026-11-05</pubDate></item><item><Title>社会组织年检结果公示</Title><URL>b.html</URL><pubDate>2026-11-04</pubDate></item></list>",
                "text/xml"
            ),
            (
                #"{"data":{"searchResult":{"total":2,"dataResults":[{"groupData":[],"data":{"title":"关于低保申请办理流程的公告","url":"a.html","jsearch_date":"2026-11-05"}},{"groupData":[],"data":{"title":"社会组织年检结果公示","url":"b.html","jsearch_date":"2026-11-04"}}]}}}"#,
                "application/json"
            ),
        ])
    func bare(_ text: String, _ type: String) async throws {
        let server = try SiteServer(["/tzgg/more": .text(text, type)])
        let outcome = try await SiteRun.run(server, "/tzgg/more", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
        #expect(outcome.days == ["2026-11-05", "2026-11-04"])
        #expect(outcome.items.map(\.url) == [server.url("/tzgg/a.html"), server.url("/tzgg/b.html")])
    }

    @Test("A program may ask an interface for the list, page by page")
    func interface() async throws {
        func answer(_ numbers: ClosedRange<Int>) -> SiteServer.Page {
            let rows = numbers.map {
                "{\"title\":\"关于第\($0)项工作的公告\",\"url\":\"/a/\($0).html\",\"publishTime\":\"2026-11-0\($0) 08:00:00\"}"
            }
            return .text("{\"code\":200,\"data\":{\"rows\":[\(rows.joined(separator: ","))]}}", "application/json")
        }
        let program =
            "<script>$.ajax({url: '/api/list', data: {channelId: '7', page: 1, size: 2}, success: show})</script>"
        let server = try SiteServer([
            "/": .html(Fixture.framed("<div id=\"list\"></div>\(program)")),
            "/api/list?channelId=7&page=1&size=2": answer(1...2), "/api/list?channelId=7&page=2&size=2": answer(3...3),
            "/api/list?channelId=7&page=3&size=2": .text("{\"code\":200,\"data\":{\"rows\":[]}}", "application/json"),
        ])
        let outcome = try await SiteRun.run(server, "/", ["follow": .boolean(false), "pages": .integer(5)])
        #expect(outcome.titles == (1...3).map { "关于第\($0)项工作的公告" })
        #expect(outcome.failures.isEmpty)
    }

    @Test(
        "A list that a page keeps for readers without programs",
        arguments: [
            "<noscript><ul>LINES</ul></noscript>", "<textarea style='display:none'><ul>LINES</ul></textarea>",
            "<script type='text/template'><ul>LINES</ul></script>",
        ])
    func hidden(_ body: String) async throws {
        let page = "<html><body><div id=app></div>\(body.replacing("LINES", with: Self.lines))</body></html>"
        let server = try SiteServer(["/tzgg/": .html(page)])
        let outcome = try await SiteRun.run(server, "/tzgg/", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
    }

    @Test(
        "A list in a piece of a page, in a program of its own, and in data that an element or a program names",
        arguments: [
            ("<script>$('#list').load('/tzgg/part.html')</script>", "/tzgg/part.html", "<ul>LINES</ul>"),
            ("<script src='newsdata.js'></script>", "/tzgg/newsdata.js", "var rows = JSON;"),
            ("<div data-url='/api/news.json'></div>", "/api/news.json", "JSON"),
            ("<script>read('/tzgg/list.xml')</script>", "/tzgg/list.xml", "XML"),
            (
                "<script>fetch('/api/q', {method: 'POST', body: JSON.stringify({page: 1, size: 10})})</script>",
                "/api/q", "JSON"
            ),
        ])
    func pieces(_ page: String, _ path: String, _ piece: String) async throws {
        let xml =
            "<?xml version=\"1.0\"?><list><item><title>关于低保申请办理流程的公告</title><url>/tzgg/a.html</url><date>2026-11-05</date></item><item><title>社会组织年检结果公示</title><url>/tzgg/b.html</url><date>2026-11-04</date></item></list>"
        let answer = piece.replacing("LINES", with: Self.lines).replacing("JSON", with: Self.json)
            .replacing("XML", with: xml)
        let server = try SiteServer([
            "/tzgg/": .html("<html><body><div id=list></div>\(page)</body></html>"), path: .html(answer),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
    }

    @Test("An answer that names the next one is followed to it")
    func next() async throws {
        func page(_ name: String, _ title: String, next: String) -> SiteServer.Page {
            .html(
                "{\"items\":[{\"title\":\"\(title)\",\"url\":\"/\(name).html\",\"date\":\"2026-11-05\"}],\"next\":\(next)}"
            )
        }
        let server = try SiteServer([
            "/api/a": page("a", "关于低保申请办理流程的公告", next: "\"/api/b\""),
            "/api/b": page("b", "社会组织年检结果公示", next: "null"),
        ])
        let outcome = try await SiteRun.run(server, "/api/a", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
    }
}
