import Foundation
import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Sites that misbehave, and sites a second time")
struct SiteFaultTests {
    private static let rare = "喆、堃、镕——都在。"

    private func list(_ entries: [(Int, String)]) -> String {
        let items = entries.map {
            "<li><a href=\"/a/t2026110\($0.0)_\($0.0).html\">\($0.1)</a><span>2026-11-0\($0.0)</span></li>"
        }
        return Fixture.framed("<ul class=\"newslist\">\(items.joined())</ul>")
    }

    @Test("A second run gives what is new and asks for nothing else; an unchanged page is not even read")
    func again() async throws {
        let server = try SiteServer([
            "/": .html(list([(2, "第二条通知的标题"), (1, "第一条通知的标题")])),
            "/a/t20261101_1.html": .html(Fixture.article("第一条通知的标题")),
            "/a/t20261102_2.html": .html(Fixture.article("第二条通知的标题")),
            "/a/t20261103_3.html": .html(Fixture.article("第三条通知的标题")),
        ])
        let first = try await SiteRun.run(server, "/")
        #expect(first.items.count == 2)
        let asked = server.asked.count
        let second = try await SiteRun.run(server, "/", state: first.state)
        #expect(second.isUnchanged && second.items.isEmpty)
        #expect(server.asked.count == asked + 1)
        server.set("/", .html(list([(3, "第三条通知的标题"), (2, "第二条通知的标题"), (1, "第一条通知的标题")])))
        let third = try await SiteRun.run(server, "/", state: second.state ?? first.state)
        #expect(third.titles == ["第三条通知的标题"])
        #expect(server.asked.suffix(2) == ["/", "/a/t20261103_3.html"])
    }

    @Test("What is more than one run takes comes in the next")
    func bounded() async throws {
        let server = try SiteServer(["/": .html(list((1...5).reversed().map { ($0, "第\($0)条通知的完整标题") }))])
        let first = try await SiteRun.run(server, "/", ["articles": .integer(3), "follow": .boolean(false)])
        #expect(first.items.count == 3)
        let second = try await SiteRun.run(
            server, "/", ["articles": .integer(3), "follow": .boolean(false)], state: first.state)
        #expect(second.items.count == 2)
        #expect(
            try await SiteRun.run(
                server, "/", ["articles": .integer(3), "follow": .boolean(false)], state: second.state
            ).isUnchanged)
    }

    @Test("An article that is gone costs its text, not its entry; it is asked for again at growing distances")
    func missingArticle() async throws {
        let server = try SiteServer([
            "/": .html(list([(2, "第二条通知的标题"), (1, "第一条通知的标题")])),
            "/a/t20261101_1.html": .html(Fixture.article("第一条通知的标题")),
        ])
        var outcome = try await SiteRun.run(server, "/")
        #expect(outcome.titles == ["第二条通知的标题", "第一条通知的标题"])
        #expect(outcome.items[0].details.flags == [.noBody])
        #expect(outcome.items[0].contentHTML == nil)
        #expect(outcome.failures.map(\.code) == [.httpStatus])
        var (asked, state): ([Double], String?) = ([], outcome.state)
        for hour in [0.5, 0.75, 1, 2, 4, 8, 9, 24, 30, 48, 60, 96, 120, 168, 240, 288, 360, 720] {
            outcome = try await SiteRun.run(server, "/", state: state, hours: hour)
            state = outcome.state ?? state
            if outcome.failures.isEmpty {
                #expect(outcome.isUnchanged)
            } else {
                #expect(outcome.titles == ["第二条通知的标题"])
                asked.append(hour)
            }
        }
        #expect(asked == [0.5, 2, 8, 48, 120, 288])
    }

    @Test("A page that holds nothing but a browser check is told as that")
    func browserCheck() async throws {
        let server = try SiteServer([
            "/": .html("<html><head><title>请稍候</title><script>check()</script></head><body></body></html>")
        ])
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/") }
        #expect(failure?.code == .listMissing && failure?.phrase == .browserWanted(200))
    }

    @Test("A column that leads to the front of its site is none, whatever is listed there; one that leads elsewhere is")
    func front() async throws {
        let news = list([(2, "第二条要闻的标题"), (1, "第一条要闻的标题")])
        let server = try SiteServer([
            "/tz/": .redirect("/"), "/zc/index.html": .redirect("/index.html"), "/gg/": .redirect("/gs/"),
            "/": .html(news), "/index.html": .html(news), "/gs/": .html(news),
        ])
        for column in ["/tz/", "/zc/index.html"] {
            let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, column) }
            #expect(failure?.code == .listMissing && failure?.phrase.zhHans.contains("首页") == true)
        }
        #expect(try await SiteRun.run(server, "/gs/").items.count == 2)
        #expect(try await SiteRun.run(server, "/").items.count == 2)
    }

    @Test("A list that the page's programs write line by line is read")
    func written() async throws {
        let lines = (1...3).map {
            "<script>document.write('<li><a href=\"/tz/\($0).html\">关于低保复核的通知第\($0)号</a><span>2026-11-0\($0)</span></li>');</script>"
        }
        let server = try SiteServer(["/tz/": .html(Fixture.framed("<ul class=lb>\(lines.joined())</ul>"))])
        #expect(try await SiteRun.run(server, "/tz/", ["follow": .boolean(false)]).items.count == 3)
    }

    @Test("A column that says that it has nothing is empty, whatever other columns have beside it")
    func emptyBeside() async throws {
        let others = (1...4).map { "<li><a href=\"/zt/\($0)/\">专题专栏之\($0)：低保规范管理年</a><span>2026-11-0\($0)</span></li>" }
        let side = "<div class=you><p>专题专栏</p><ul>\(others.joined())</ul></div>"
        let server = try SiteServer([
            "/tz/": .html(Fixture.page("<div><p>暂无数据</p></div>\(side)")),
            "/gs/": .html(Fixture.page("\(side)<div><p>附件：暂无数据</p></div>")),
        ])
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/tz/") }
        #expect(failure?.code == .listEmpty)
        #expect(try await SiteRun.run(server, "/gs/", ["follow": .boolean(false)]).items.count == 4)
    }

    @Test("An article that leads to the front of its site has no text")
    func frontForArticle() async throws {
        let server = try SiteServer([
            "/tz/": .html(list([(1, "第一条通知的标题")])), "/a/t20261101_1.html": .redirect("/"),
            "/": .html(Fixture.page("<p>欢迎访问宁澜市民政局网站，这里介绍本局的机构设置、主要职能和联系方式。</p>")),
        ])
        let outcome = try await SiteRun.run(server, "/tz/")
        #expect(outcome.items.map(\.details.flags) == [[.noBody]] && outcome.items[0].contentHTML == nil)
        #expect(outcome.failures.map(\.isTransient) == [true])
    }

    @Test("An article that comes later is given with its text")
    func lateArticle() async throws {
        let server = try SiteServer(["/": .html(list([(1, "第一条通知的标题")])), "/a/t20261101_1.html": .status(503)])
        let first = try await SiteRun.run(server, "/")
        #expect(first.failures.map(\.isTransient) == [true])
        server.set("/a/t20261101_1.html", .html(Fixture.article("第一条通知的标题")))
        let second = try await SiteRun.run(server, "/", state: first.state)
        #expect(second.text(0).contains("特此通知"))
        #expect(second.items[0].details.flags.isEmpty)
    }

    @Test(
        "An empty list and a list that is gone are different faults",
        arguments: [
            ("<div class=\"main\"><ul class=\"newslist\"></ul></div>", Failure.Code.listEmpty),
            ("<div class=\"main\"><p>暂无相关信息</p></div>", .listEmpty),
            ("<div class=\"main\"><p>系统升级维护，请稍后访问。</p></div>", .listMissing), ("", .listMissing),
        ])
    func nothing(_ body: String, _ code: Failure.Code) async throws {
        let server = try SiteServer(["/": .html(list([(1, "第一条通知的标题"), (2, "第二条通知的标题")]))])
        let first = try await SiteRun.run(server, "/", ["follow": .boolean(false)])
        server.set("/", .html(Fixture.page(body)))
        let failure = await #expect(throws: Failure.self) {
            try await SiteRun.run(server, "/", ["follow": .boolean(false)], state: first.state)
        }
        #expect(failure?.code == code)
        let allowed = try await SiteRun.run(server, "/", ["allow_empty": .boolean(true)])
        #expect(allowed.items.isEmpty)
    }

    @Test(
        "The element that had the list is there and empty: no redesign, whatever it is called",
        arguments: [
            ("<ul class=\"gl_ul\">", "<li>", "</li>", "</ul>"), ("<div class=\"xxgk\">", "<p>", "</p>", "</div>"),
            ("<div class=\"con\"><ul>", "<li>", "</li>", "</ul><p>共 0 条</p></div>"),
            ("<table class=\"t\">", "<tr><td>", "</td></tr>", "</table>"),
        ])
    func emptied(_ open: String, _ begin: String, _ end: String, _ close: String) async throws {
        let rows = (1...6).map {
            "\(begin)<a href=\"/a/\($0).html\">关于做好第\($0)项工作的通知</a><span>2026-11-0\($0)</span>\(end)"
        }
        let filled = "<div class=\"main\">\(open)\(rows.joined())\(close)</div>"
        let emptied = "<div class=\"main\">\(open)\(close)</div>"
        let server = try SiteServer(["/": .html(Fixture.page(filled))])
        let first = try await SiteRun.run(server, "/", ["follow": .boolean(false)])
        #expect(first.items.count == 6)
        for (body, code) in [
            (emptied, Failure.Code.listEmpty), ("<div class=\"main\"><h2>新版</h2></div>", .listMissing),
        ] {
            server.set("/", .html(Fixture.page(body)))
            let failure = await #expect(throws: Failure.self) {
                try await SiteRun.run(server, "/", ["follow": .boolean(false)], state: first.state)
            }
            #expect(failure?.code == code)
        }
    }

    @Test("A list by rules whose one line says that there is nothing is empty")
    func emptyByRules() async throws {
        let fields = Options(["title": .text("css:a"), "url": .text("css:a@href")])
        let rules = Options(["list": .text("css:ul.x li"), "fields": .table(fields)])
        let server = try SiteServer(["/": .html(Fixture.page("<ul class=\"x\"><li>暂无数据</li></ul>"))])
        let failure = await #expect(throws: Failure.self) {
            try await SiteRun.run(server, "/", ["rules": .table(rules)])
        }
        #expect(failure?.code == .listEmpty)
    }

    @Test(
        "GBK under the label gb2312, with characters that label lacks, is read whole",
        arguments: ["gb2312", "gbk", "GB18030", nil])
    func gbk(_ label: String?) async throws {
        let page = Fixture.framed(
            "<ul class=\"list\"><li><a href=\"a/1.html\" title=\"关于表彰张喆、李堃、王镕等同志的决定\">关于表彰张喆、李堃…</a><span>2026-11-05</span></li><li><a href=\"a/2.html\">喆苑社区服务中心启用</a><span>2026-11-04</span></li></ul>"
        )
        func encoded(_ text: String) throws -> [UInt8] {
            let text = text.replacingOccurrences(
                of: "<meta charset=\"utf-8\">",
                with: label.map { "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=\($0)\">" } ?? "")
            return Array(try #require(text.data(using: .init(rawValue: 0x8000_0632))))
        }
        let server = try SiteServer([
            "/": .bytes(try encoded(page), "text/html"),
            "/a/1.html": .bytes(
                try encoded(
                    Fixture.article(
                        "关于表彰张喆、李堃、王镕等同志的决定", body: Self.rare + "会议要求，各单位要认真学习贯彻文件精神，抓好落实，不断提高服务群众的能力和水平，为全市发展作出新的贡献。")),
                "text/html"),
            "/a/2.html": .bytes(try encoded(Fixture.article("喆苑社区服务中心启用")), "text/html; charset=ISO-8859-1"),
        ])
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.titles == ["关于表彰张喆、李堃、王镕等同志的决定", "喆苑社区服务中心启用"])
        #expect(outcome.text(0).contains("喆、堃、镕——都在。"))
        #expect(outcome.text(1).contains("特此通知"))
    }

    @Test(
        "A page that only says a few words is told by them",
        arguments: ["该内容已被发布者删除", "当前环境异常，完成验证后即可继续访问。", "您访问的页面不存在"])
    func onlyWords(_ words: String) async throws {
        let server = try SiteServer(["/": .html(Fixture.page("<div class=msg><h2>\(words)</h2></div>"))])
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/") }
        #expect(failure?.code == .listMissing && failure?.phrase.zhHans.contains(words) == true)
    }

    @Test("An article without what a rule requires is left out, and told of")
    func requiredText() async throws {
        let server = try SiteServer([
            "/": .html(list([(2, "第二条通知的标题"), (1, "第一条通知的标题")])),
            "/a/t20261101_1.html": .html(Fixture.page("<div id=text><p>全文在此。</p></div>")),
            "/a/t20261102_2.html": .html(Fixture.page("")),
        ])
        let rules = Options([
            "list": .list([.text("css:ul.newslist > li")]),
            "detail": .table(Options(["content": .list([.text("css:#text >> html")])])),
            "required": .list([.text("content")]),
        ])
        let outcome = try await SiteRun.run(server, "/", ["rules": .table(rules)])
        #expect(outcome.titles == ["第一条通知的标题"])
        #expect(outcome.failures.map(\.phrase.zhHans).joined().contains("content"))
    }

    @Test("An interface that refuses says why")
    func refused() async throws {
        let unit = "/api-gateway/jpaas-publish-server/front/page/build/unit"
        let server = try SiteServer([
            "/": .html(Fixture.page("<script url=\"\(unit)\" queryData=\"{'webId':'1','pageId':'2'}\"></script>")),
            "\(unit)?webId=1&pageId=2": .text(
                "{\"success\":false,\"code\":\"500\",\"message\":\"栏目已停用\",\"data\":null}", "application/json"),
        ])
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/") }
        #expect(failure?.phrase.zhHans.contains("栏目已停用") == true)
    }

    @Test("A page that breaks off gives what it has")
    func truncated() async throws {
        let whole = list([(3, "第三条通知的标题"), (2, "第二条通知的标题"), (1, "第一条通知的标题")])
        let cut = String(whole.prefix(upTo: try #require(whole.range(of: "第一条通知")).lowerBound))
        let server = try SiteServer([
            "/": .html(cut), "/a/t20261103_3.html": .html("<html><body><h1>第三条通知的标题</h1><div id=zoom><p>写到一半"),
        ])
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.titles.prefix(2) == ["第三条通知的标题", "第二条通知的标题"])
        #expect(outcome.text(0).contains("写到一半"))
    }

    @Test("A page that leads back to itself ends")
    func loop() async throws {
        let page = Fixture.framed(
            "<ul class=\"list\"><li><a href=\"/a/1.html\">第一条通知的标题</a><span>2026-11-05</span></li><li><a href=\"/a/2.html\">第二条通知的标题</a><span>2026-11-04</span></li></ul><a href=\"/?p=1\">下一页</a>"
        )
        let server = try SiteServer(["/": .html(page)])
        let outcome = try await SiteRun.run(server, "/", ["follow": .boolean(false), "pages": .integer(50)])
        #expect(outcome.items.count == 2)
        #expect(server.asked.count == 2)
    }
}
