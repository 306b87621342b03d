import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Official accounts and the learning platform")
struct SiteAccountTests {
    private static let article = """
        <html><body><h1 id="activity-name">机关开展主题党日活动</h1><a id="js_name">宁澜机关党建</a>
        <div id="js_content" style="visibility: hidden"><section><p>支部党员重温入党誓词，开展志愿服务。</p>
        <p><img src="data:," data-src="https://mmbiz.ninglan.example/1.jpg"></p></section></div>
        <script>var ct = "1793841000";</script></body></html>
        """

    private func share(_ address: String) -> String {
        """
        <html><body><a id="js_name">宁澜机关党建</a><div id="js_share_content"><p>分享</p></div>
        <a id="js_share_source" href="javascript:;" data-url="\(address)">阅读全文</a></body></html>
        """
    }

    private func list(_ entries: [String]) -> SiteServer.Page {
        let lines = entries.map { "<li><a href='\($0)'>机关开展主题党日活动（\($0)）</a><span>2026-11-05</span></li>" }
        return .html(Fixture.framed("<ul class='list'>\(lines.joined())</ul>"))
    }

    @Test("A page that only shares an article leads to it; one that shares a page that shares ends there")
    func shares() async throws {
        let server = try SiteServer([
            "/": list(["s1", "s2", "s3"]), "/s1": .html(share("/s/real")), "/s/real": .html(Self.article),
            "/s2": .html(share("/s2")), "/s3": .html(share("http://10.0.0.1/s")),
        ])
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.text(0).contains("重温入党誓词"))
        #expect(outcome.items[0].url == server.url("/s1"))
        #expect(outcome.items[0].datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:10")
        for place in [1, 2] {
            #expect(outcome.items[place].contentHTML == nil && outcome.items[place].details.flags == [.noBody])
        }
        #expect(outcome.failures.map(\.code) == [.refused])
        // What the page itself knows is not lost with the article.
        #expect(outcome.items[2].details.origin == "宁澜机关党建")
        #expect(server.asked.count { $0 == "/s2" } == 2)
    }

    @Test("A page that only shares an article may be the address itself")
    func shared() async throws {
        let page = share("/s/real").replacing("<html>", with: "<html><meta property=og:title content=机关开展主题党日活动>")
        let server = try SiteServer(["/s1": .html(page), "/s/real": .html(Self.article)])
        let outcome = try await SiteRun.run(server, "/s1")
        #expect(outcome.titles == ["机关开展主题党日活动"])
    }

    @Test(
        "What stands where an article should is no text",
        arguments: [
            "<div class='weui-msg'><h2>该内容已被发布者删除</h2></div>", "<div><h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p></div>",
            "<div id='js_content'><section>获取全文失败，请重试~</section></div>", "<div id='js_content'>  </div>",
            "<form><h2>用户登录</h2><p>用户名<input name=u></p><p>密码<input type=password name=p></p></form>",
        ])
    func missing(_ page: String) async throws {
        let server = try SiteServer(["/": list(["s1", "s2"]), "/s1": .html(page), "/s2": .html(Self.article)])
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.items[0].contentHTML == nil && outcome.items[0].details.flags.contains(.noBody))
        #expect(outcome.text(1).contains("重温入党誓词"))
    }

    @Test("A channel of the learning platform: titles, times, sources; never without its name in the configuration")
    func channel() async throws {
        let data = """
            [{"title":"机关党建工作推进会召开","publishTime":"2026-11-05 09:30:00","source":"宁澜日报","url":"/lgpage/1.html","itemId":"1"},
            {"title":"“三会一课”怎样开","publishTime":"2026-11-04 08:00:00","showSource":"","source":"","url":"/lgpage/2.html"}]
            """
        let server = try SiteServer([
            "/lgdata/abc.json": .text(data, "application/json"),
            "/lgpage/1.html": .html(Fixture.article("机关党建工作推进会召开")),
            "/lgpage/2.html": .text(
                #"callback({"title":"x","normalized_content":"<p>一问一答，讲清楚。</p>"})"#, "text/javascript"),
        ])
        let outcome = try await SiteRun.run(server, "/lgdata/abc.json?_st=1", ["preset": .text("xuexi")])
        #expect(outcome.titles == ["机关党建工作推进会召开", "“三会一课”怎样开"])
        #expect(outcome.items[0].datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        #expect(outcome.items[1].details.origin == nil)
        #expect(outcome.text(0).contains("正文第一段") && outcome.text(1).contains("一问一答"))
    }
}
