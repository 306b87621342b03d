import Foundation
import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Articles that a site changes in place")
struct SiteAgainTests {
    private let list = Fixture.framed(
        "<ul class=\"list\">"
            + (1...3).map { "<li><a href=\"/a/\($0).html\">老年人优待证办理第\($0)项事项</a><span>2026-11-0\($0)</span></li>" }
            .joined()
            + "</ul>")

    private func server(_ meta: String = "") throws -> SiteServer {
        try SiteServer(
            ["/": .html(list)].merging(
                (1...3).map {
                    ("/a/\($0).html", .html(Fixture.article("老年人优待证办理第\($0)项事项", body: "二十个工作日内办结。", meta: meta)))
                }, uniquingKeysWith: { first, _ in first }))
    }

    private func change(_ server: SiteServer, meta: String = "") {
        server.set("/a/2.html", .html(Fixture.article("老年人优待证办理第2项事项", body: "五个工作日内办结。", meta: meta)))
    }

    private func profile(_ kind: Kind?) -> SourceProfile {
        var profile = SourceProfile(id: "s")
        profile.kind = kind
        return profile
    }

    @Test("Procedures are looked at again after a day, though their line in the list is the same; others are not")
    func procedures() async throws {
        for (kind, meta) in [
            (Kind.procedure, ""), (nil, "<meta name=\"ColumnType\" content=\"办事服务\">"), (.update, ""), (nil, ""),
        ] as [(Kind?, String)] {
            let isProcedure = kind == .procedure || !meta.isEmpty
            let server = try server(meta)
            let first = try await SiteRun.run(server, "/", profile: profile(kind))
            #expect(first.items.count == 3)
            change(server, meta: meta)
            let soon = try await SiteRun.run(server, "/", state: first.state, profile: profile(kind), hours: 12)
            #expect(soon.isUnchanged && soon.items.isEmpty)
            let later = try await SiteRun.run(server, "/", state: first.state, profile: profile(kind), hours: 24)
            #expect(later.items.contains { $0.contentHTML?.contains("五个工作日") == true } == isProcedure)
            #expect(later.isUnchanged == !isProcedure)
            let next = try await SiteRun.run(
                server, "/", state: later.state ?? first.state, profile: profile(kind), hours: 36)
            #expect(next.isUnchanged)
        }
    }

    @Test("The configuration says how often, for any kind")
    func recheck() async throws {
        let server = try server()
        let options: [String: OptionValue] = ["recheck": .number(3_600)]
        let first = try await SiteRun.run(server, "/", options)
        change(server)
        let later = try await SiteRun.run(server, "/", options, state: first.state, hours: 1)
        #expect(later.items.count == 3 && later.failures.isEmpty)
    }

    @Test("Where there are more than one run looks at, each goes on where the last one ended")
    func turns() async throws {
        let lines = (1...5).map { "<li><a href=\"/a/\($0).html\">办理流程第\($0)项的说明</a><span>2026-11-0\($0)</span></li>" }
        let server = try SiteServer(["/": .html(Fixture.framed("<ul class=\"list\">\(lines.joined())</ul>"))])
        for number in 1...5 { server.set("/a/\(number).html", .html(Fixture.article("办理流程第\(number)项的说明"))) }
        var options: [String: OptionValue] = ["recheck": .number(3_600), "articles": .integer(5)]
        var state = try await SiteRun.run(server, "/", options).state
        options["articles"] = .integer(2)
        // A new limit is a new setting: what was seen stays seen.
        var looked: [String] = []
        for hour in 1...3 {
            let before = server.asked.count
            let outcome = try await SiteRun.run(server, "/", options, state: state, hours: Double(hour) * 2)
            state = outcome.state ?? state
            looked += server.asked.dropFirst(before).filter { $0.hasPrefix("/a/") }.sorted()
        }
        #expect(Set(looked) == Set((1...5).map { "/a/\($0).html" }), "\(looked)")
    }

    @Test("An article that cannot be had any more leaves what is known of it")
    func gone() async throws {
        let server = try server()
        let first = try await SiteRun.run(server, "/", profile: profile(.procedure))
        server.set("/a/2.html", .status(404))
        let later = try await SiteRun.run(server, "/", state: first.state, profile: profile(.procedure), hours: 25)
        #expect(later.items.count == 2 && later.failures.isEmpty && later.notes.map(\.code) == [.httpStatus])
        // A line that changed while its article is away is no new text either, and is asked for again.
        server.set("/a/2.html", .status(503))
        server.set("/", .html(list.replacingOccurrences(of: "2026-11-02", with: "2026-11-09")))
        let third = try await SiteRun.run(server, "/", state: later.state, profile: profile(.procedure), hours: 26)
        #expect(third.items.isEmpty && third.failures.map(\.code) == [.httpStatus])
        change(server)
        let last = try await SiteRun.run(server, "/", state: third.state, profile: profile(.procedure), hours: 27)
        #expect(last.items.count == 1 && last.text(0).contains("五个工作日"))
    }

    @Test(
        "Whatever stands where an article was takes nothing away from it",
        arguments: [
            Fixture.page("<h1>系统维护中</h1><p>系统升级维护，请稍后访问。</p>", title: "系统维护"),
            Fixture.page("<form><input type=\"password\"></form>", title: "登录"),
            "", "<html><body><script>location.reload()</script></body></html>", "{\"code\":500,\"msg\":\"系统繁忙\"}",
            "<html><head><title>老年人优待证办理第2项事项</title></head><body><div id=\"app\"></div></body></html>",
        ])
    func otherPages(_ page: String) async throws {
        let server = try server()
        let first = try await SiteRun.run(server, "/", profile: profile(.procedure))
        server.set("/a/2.html", .html(page))
        let later = try await SiteRun.run(server, "/", state: first.state, profile: profile(.procedure), hours: 25)
        #expect(later.items.count == 2 && later.failures.isEmpty)
        change(server)
        let last = try await SiteRun.run(server, "/", state: later.state, profile: profile(.procedure), hours: 50)
        #expect(last.items.count == 3 && last.items.contains { $0.contentHTML?.contains("五个工作日") == true })
    }

    @Test("A page that is the article itself is given again when it changes")
    func single() async throws {
        func page(_ days: String) -> SiteServer.Page {
            .html(
                Fixture.article(
                    "老年人优待证办理指南", body: String(repeating: "符合条件的老年人可以申请办理。", count: 20) + "\(days)个工作日内办结。",
                    meta: "<meta name=\"ArticleTitle\" content=\"老年人优待证办理指南\">"))
        }
        let server = try SiteServer(["/zn.html": page("二十")])
        let first = try await SiteRun.run(server, "/zn.html")
        #expect(first.items.count == 1)
        server.set("/zn.html", page("五"))
        let second = try await SiteRun.run(server, "/zn.html", state: first.state)
        #expect(second.items.count == 1 && second.text(0).contains("五个工作日"))
    }

    @Test(
        "A notice in the place of an article is no text: the entry is taken from the list, and its article asked for again",
        arguments: [
            "系统正在维护，请稍后访问。", "您访问的页面不存在或已被删除", "该信息已被管理员移除，5秒后返回首页",
            "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>", "<h1>502 Bad Gateway</h1>",
            "<form>用户名 密码 验证码 <button>登录</button></form>",
        ])
    func notice(_ notice: String) async throws {
        let server = try server()
        server.set("/a/2.html", .html("<html><head><title>提示</title></head><body><div>\(notice)</div></body></html>"))
        let first = try await SiteRun.run(server, "/")
        let entry = try #require(first.items.first { $0.url?.hasSuffix("2.html") == true })
        #expect(entry.title == "老年人优待证办理第2项事项" && entry.contentHTML == nil)
        #expect(first.failures.map(\.phrase) == [.noticeForArticle])
        change(server)
        let next = try await SiteRun.run(server, "/", state: first.state, hours: 1)
        #expect(next.items.map(\.contentHTML?.isEmpty) == [false])
        #expect(next.failures.isEmpty)
    }

    @Test("A short article about maintenance is one, where the page has its title")
    func articleOfMaintenance() async throws {
        let server = try server()
        server.set("/a/2.html", .html(Fixture.article("老年人优待证办理第2项事项", body: "系统升级维护，请稍后办理。")))
        let run = try await SiteRun.run(server, "/")
        #expect(run.items.contains { $0.contentHTML?.contains("升级维护") == true } && run.failures.isEmpty)
    }
}
