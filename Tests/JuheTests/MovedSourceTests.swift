import Foundation
import Loopback
import Testing

@Suite("Sources that move for good")
struct MovedSourceTests {
    @Test("A permanent redirect is followed, remembered when it has held, and shown")
    func moved() throws {
        let server = try FaultServer { request in
            request.path == "/old" ? .redirect(to: "/new", status: 301) : .text(feed("要闻", items: 1...3))
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/old"))\", allow_networks: [127.0.0.1]}")
        for hour in 0..<4 { #expect(try office.run(Double(hour)).status == 0) }
        #expect(server.asked.map(\.path) == ["/old", "/new", "/old", "/new", "/old", "/new", "/new"])
        let source = try office.source()
        #expect(source["state"] as? String == "moved")
        #expect(source["moved_to"] as? String == server.url("/new"))
        #expect(try office.program.run("sources").output.contains("/new"))
    }

    @Test("A feed of another kind is read where a redirect leads to it, and never takes the address's place")
    func movedToAnotherKind() throws {
        let isMoved = Switch()
        let server = try FaultServer { request in
            if request.path == "/feed" {
                return isMoved.isOn ? .redirect(to: "/atom", status: 301) : .text(feed("要闻", items: 1...3))
            }
            return .text(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>要闻</title><id>x</id><updated>2026-11-01T00:00:00Z</updated>
                <entry><id>要闻-1</id><title>要闻第1号</title><updated>2026-11-01T00:00:00Z</updated></entry></feed>
                """)
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/feed"))\", allow_networks: [127.0.0.1]}")
        try office.run(0)
        isMoved.isOn = true
        for hour in 1..<7 { #expect(try office.run(Double(hour)).status == 0) }
        #expect(server.asked.suffix(2).map(\.path) == ["/feed", "/atom"])
        #expect(try office.source()["moved_to"] == nil)
    }

    @Test("An address that leads back to the configured one for good is forgotten")
    func movedHome() throws {
        let isBack = Switch()
        let server = try FaultServer { request in
            (request.path == "/old") == isBack.isOn
                ? .text(feed("要闻", items: 1...3))
                : .redirect(to: isBack.isOn ? "/old" : "/new", status: 301)
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/old"))\", allow_networks: [127.0.0.1]}",
            more: "fetching: {moves_after: 1}")
        for hour in 0..<2 { try office.run(Double(hour)) }
        #expect(try office.source()["state"] as? String == "moved")
        isBack.isOn = true
        for hour in 2..<4 { #expect(try office.run(Double(hour)).status == 0) }
        #expect(server.asked.suffix(3).map(\.path) == ["/new", "/old", "/old"])
        #expect(try office.source()["state"] as? String == "ok")
    }

    @Test("A redirect to a maintenance page, or one for a while, changes no address", arguments: [301, 302, 308])
    func maintenance(_ status: Int) throws {
        let isDown = Switch()
        let server = try FaultServer { request in
            switch request.path {
            case "/feed": isDown.isOn ? .redirect(to: "/wartung", status: status) : .text(feed("要闻", items: 1...3))
            default: .text("<html><body>系统维护中</body></html>")
            }
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/feed"))\", allow_networks: [127.0.0.1]}")
        try office.run(0)
        isDown.isOn = true
        for hour in [1, 2, 4, 8, 16, 28] { try office.run(Double(hour)) }
        #expect(try office.source()["state"] as? String == "redesigned")
        isDown.isOn = false
        #expect(try office.run(50).status == 0)
        #expect(server.asked.last?.path == "/feed")
        #expect(try office.source()["moved_to"] == nil)
    }

    @Test("A remembered address that stops answering gives way to the configured one")
    func movedBack() throws {
        let isBack = Switch()
        let server = try FaultServer { request in
            switch (request.path, isBack.isOn) {
            case ("/old", false): .redirect(to: "/new", status: 308)
            case ("/new", true): .text("gone", status: 410)
            default: .text(feed("要闻", items: 1...3))
            }
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/old"))\", allow_networks: [127.0.0.1]}",
            more: "fetching: {moves_after: 1}")
        for hour in 0..<2 { try office.run(Double(hour)) }
        #expect(try office.source()["state"] as? String == "moved")
        isBack.isOn = true
        #expect(try office.run(2).status == 0)
        #expect(server.asked.suffix(2).map(\.path) == ["/new", "/old"])
        #expect(try office.source()["state"] as? String == "ok")
    }

    @Test(
        "A page where the remembered address had a feed: the configured one counts, and nothing is said to have moved")
    func movedToPage() throws {
        let isBroken = Switch()
        let server = try FaultServer { request in
            switch (request.path, isBroken.isOn) {
            case ("/old", false): .redirect(to: "/new", status: 301)
            case ("/new", true): .text("<html><body>系统维护中</body></html>")
            default: .text(feed("要闻", items: 1...3))
            }
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/old"))\", allow_networks: [127.0.0.1]}",
            more: "fetching: {moves_after: 1}")
        for hour in 0..<2 { try office.run(Double(hour)) }
        isBroken.isOn = true
        #expect(try office.run(2).status == 0)
        #expect(try office.source(at: 2)["moved_to"] == nil)
    }

    // MARK: - Columns of sites

    /// A column at `/old`, which leads to `/new/` for good once it has moved.
    private func column(
        _ isMoved: Switch, status: Int = 301, new: @escaping @Sendable () -> String
    ) throws -> FaultServer {
        try FaultServer { request in
            switch request.path {
            case "/old/": isMoved.isOn ? .redirect(to: "/new/", status: status) : Self.page(Self.list)
            case "/new/": Self.page(new())
            case "/robots.txt": .text("", status: 404)
            default:
                Self.page("<div id=\"zoom\"><p>各区民政局：请认真组织检查，并于月底前报送总结材料。编号\(request.path)。</p></div>")
            }
        }
    }

    private static let list = """
        <ul class="list"><li><a href="/1.html">关于开展第一批检查的通知</a><span>2026-11-01</span></li>
        <li><a href="/2.html">关于开展第二批检查的通知</a><span>2026-11-02</span></li>
        <li><a href="/3.html">关于开展第三批检查的通知</a><span>2026-11-03</span></li></ul>
        """

    private static func page(_ body: String) -> FaultServer.Reply {
        .text(
            "<html><head><meta charset=\"utf-8\"><title>通知公告</title></head><body>\(body)</body></html>",
            ["Content-Type: text/html; charset=utf-8"])
    }

    private func office(_ server: FaultServer, _ more: String = "") throws -> Office {
        try Office(
            sources: "- {id: a, type: site, url: \"\(server.url("/old/"))\", allow_networks: [127.0.0.1]}", more: more)
    }

    private func lists(_ server: FaultServer) -> [String] {
        server.asked.map(\.path).filter { $0 == "/old/" || $0 == "/new/" }
    }

    @Test("A column's new address is remembered when it has held, and shown; its articles are not taken twice")
    func column() throws {
        let isMoved = Switch()
        let server = try column(isMoved) { Self.list }
        let office = try office(server)
        #expect(try office.run(0).report.new == 3)
        isMoved.isOn = true
        for hour in 1...4 {
            let run = try office.run(Double(hour))
            #expect(run.status == 0 && run.report.new == 0 && run.report.failures.isEmpty)
        }
        #expect(lists(server) == ["/old/", "/old/", "/new/", "/old/", "/new/", "/old/", "/new/", "/new/"])
        let source = try office.source()
        #expect(source["state"] as? String == "moved" && source["moved_to"] as? String == server.url("/new/"))
    }

    @Test(
        "A redirect to a page without a list, to an article or for a while changes no address", arguments: [301, 302])
    func columnUnderRepair(_ status: Int) throws {
        let pages = [
            "<p>系统维护中，请稍后访问。</p>",
            "<h1>关于网站升级的公告</h1><div id=\"zoom\"><p>本站正在升级，各栏目暂停更新，给您带来不便，敬请谅解。</p></div>",
        ]
        for page in pages {
            let isMoved = Switch()
            let server = try column(isMoved, status: status) { page }
            let office = try office(server, "fetching: {moves_after: 2}")
            try office.run(0)
            isMoved.isOn = true
            for hour in [1, 2, 4, 8, 16, 28] { try office.run(Double(hour)) }
            #expect(try office.source()["moved_to"] == nil)
            isMoved.isOn = false
            #expect(try office.run(60).status == 0)
            #expect(lists(server).last == "/old/")
            #expect(try office.source(at: 60)["state"] as? String == "ok")
        }
    }

    @Test("A column whose new address fails is asked at the configured one again, and is not said to have moved")
    func columnBack() throws {
        let (isMoved, isBroken) = (Switch(), Switch())
        let server = try column(isMoved) { isBroken.isOn ? "<p>栏目不存在</p>" : Self.list }
        let office = try office(server, "fetching: {moves_after: 1}")
        isMoved.isOn = true
        for hour in 0...1 { #expect(try office.run(Double(hour)).status == 0) }
        #expect(try office.source()["state"] as? String == "moved")
        isBroken.isOn = true
        isMoved.isOn = false
        #expect(try office.run(2).status == 0)
        #expect(lists(server).suffix(2) == ["/new/", "/old/"])
        #expect(try office.source(at: 2)["state"] as? String == "ok")
        #expect(try office.source(at: 2)["moved_to"] == nil)
    }
}
