import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Articles whose text is not in their page")
struct SiteArticleElsewhereTests {
    private static let text =
        "<p>各区县民政局：</p><p>为做好冬季社会救助，保障困难群众温暖过冬，现将有关事项通知如下，请认真落实，并于月底前报送。</p>"

    @Test(
        "have it from a frame, or from the interface that their programs ask for this article",
        arguments: [
            "<h1>社会组织年检结果公示</h1><p>2026-11-04</p><iframe src='/text/31.html'></iframe>",
            "<div id=app></div><script>axios.get('/api/article/31').then(show)</script>",
            "<div id=app></div><script>var id = getParam('id'); $.get('/api/news/detail?id=' + id, show)</script>",
        ])
    func elsewhere(_ page: String) async throws {
        let answer = """
            {"code":0,"data":{"title":"社会组织年检结果公示","source":"市民政局","publishTime":"2026-11-04 15:20:00","content":"\(Self.text)"}}
            """
        let server = try SiteServer([
            "/tzgg/": .html(
                "<html><body><ul><li><a href='a.html?id=31'>社会组织年检结果公示</a><span>2026-11-04</span></li><li><a href='b.html'>关于低保申请办理流程的公告</a><span>2026-11-03</span></li></ul></body></html>"
            ),
            "/tzgg/a.html?id=31": .html("<html><body>\(page)</body></html>"),
            "/tzgg/b.html": .html(Fixture.article("关于低保申请办理流程的公告")),
            "/text/31.html": .html("<html><body><div>\(Self.text)</div></body></html>"),
            "/api/article/31": .text(answer, "application/json"),
            "/api/news/detail?id=31": .text(answer, "application/json"),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/")
        #expect(outcome.text(0).contains("温暖过冬"))
        #expect(!outcome.items[0].details.flags.contains(.noBody))
        if !page.contains("iframe") {
            #expect(outcome.items[0].details.origin == "市民政局")
            #expect(outcome.items[0].datePublished == Timestamp.instant("2026-11-04T07:20:00Z"))
        }
    }

    @Test("A search that answers with a piece of HTML for each entry has a list")
    func pieces() async throws {
        let pieces = ["a", "b"].map {
            "\"<div class=box><div class=t><a href='/tzgg/\($0).html'>关于低保申请办理流程的公告\($0)</a></div><span>来源：市民政局</span><span>2026-11-05</span></div>\""
        }
        let server = try SiteServer([
            "/search": .text("{\"total\":2,\"result\":[\(pieces.joined(separator: ","))]}", "application/json")
        ])
        let outcome = try await SiteRun.run(server, "/search", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于低保申请办理流程的公告a", "关于低保申请办理流程的公告b"])
        #expect(outcome.days == ["2026-11-05", "2026-11-05"])
    }
}
