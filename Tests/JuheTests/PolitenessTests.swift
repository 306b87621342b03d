import Foundation
import Loopback
import Synchronization
import Testing

@Suite("When a source is asked")
struct PolitenessTests {
    private func office(_ site: ChangingSite, _ more: String = "", fetching: String = "") throws -> Office {
        try Office(sources: site.line("a", more), more: fetching.isEmpty ? "" : "fetching: {\(fetching)}")
    }

    /// A column of a site with an article for each number; a fault may stand in an article's place.
    private func column(
        _ numbers: ClosedRange<Int>, fault: @escaping @Sendable (_ path: String) -> FaultServer.Reply? = { _ in nil }
    ) throws -> FaultServer {
        let entries = numbers.map {
            "<li><a href=\"/\($0).html\">关于开展第\($0)批养老服务检查的通知</a><span>2026-10-0\($0 % 9 + 1)</span></li>"
        }
        @Sendable func page(_ body: String) -> FaultServer.Reply {
            .text("<html><body>\(body)</body></html>", ["Content-Type: text/html; charset=utf-8"])
        }
        let list = page("<ul class=\"list\">\(entries.joined())</ul>")
        return try FaultServer { request in
            switch request.path {
            case "/robots.txt": .text("", status: 404)
            case "/": list
            case let path:
                fault(path) ?? page("<div id=\"zoom\"><p>各区民政局：请认真组织检查，并于月底前报送总结材料。编号\(path)。</p></div>")
            }
        }
    }

    @Test("Without a word to the contrary it is asked in every run")
    func everyRun() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2)))
        let office = try office(site)
        for minute in 0..<3 { #expect(try office.run(Double(minute) / 60).status == 0) }
        #expect(site.count == 3)
    }

    @Test("A server's max-age is kept; who is not asked has not failed; --all and --source ask anyway")
    func maxAge() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2), ["Cache-Control: max-age=7200"]))
        let office = try office(site)
        #expect(try office.run(0).report.new == 2)
        let early = try office.run(1.9)
        #expect(early.status == 0 && early.report.resting == ["a": "waiting"] && early.said.isEmpty)
        #expect(site.count == 1)
        #expect(try office.source(at: 1.9)["state"] as? String == "ok")
        #expect(try office.source(at: 1.9)["due"] != nil)
        #expect(try office.run(2).report.resting.isEmpty)
        #expect(try office.run(2.1, "collect", "--all").report.resting.isEmpty)
        #expect(try office.run(2.2, "collect", "--source", "a").report.resting.isEmpty)
        #expect(site.count == 4)
    }

    @Test("A year is not believed: a day is the longest, or what the configuration says")
    func longest() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2), ["Cache-Control: max-age=31536000"]))
        let day = try office(site)
        for hours in [0, 23.9, 24] { try day.run(hours) }
        #expect(site.count == 2)
        let hour = try office(site, fetching: "longest_wait: 1h")
        for hours in [0, 0.9, 1] { try hour.run(hours) }
        #expect(site.count == 4)
    }

    @Test("ttl and skipHours of a feed hold until it is read again, through answers of 304 too")
    func ttl() throws {
        let body = feed("公告", items: 1...2).replacingOccurrences(
            of: "<description>公告", with: "<ttl>120</ttl><skipHours><hour>5</hour></skipHours><description>公告")
        let server = try FaultServer { request in
            request.headers["if-none-match"] == nil ? .text(body, ["ETag: \"1\""]) : .answer(304, [], [])
        }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}")
        for hours in [0, 1, 2, 3, 4.5] { try office.run(hours) }
        #expect(server.asked.count == 3)  // at 0, 2 and 4.5
        for hours in [6.6, 29, 29.5] { try office.run(hours) }
        #expect(server.asked.count == 4)  // not at five
        try office.run(30)
        #expect(server.asked.count == 5)
    }

    @Test(
        "Numbers without measure harm nobody",
        arguments: ["9223372036854775807", "-9223372036854775808", "1e308", "99999999999999999999999999999999"])
    func measureless(_ number: String) throws {
        let body = feed("公告", items: 1...2).replacingOccurrences(
            of: "<description>公告",
            with: "<ttl>\(number)</ttl><skipHours><hour>\(number)</hour></skipHours><description>公告")
        let site = try ChangingSite(.text(body, ["Cache-Control: max-age=\(number)", "Age: \(number)"]))
        let office = try office(site)
        #expect(try office.run(0).report.new == 2)
        #expect(try office.run(25).report.resting.isEmpty)
        site.answers(.text("no", ["Retry-After: \(number)"], status: 503))
        #expect(try office.run(50).status == 4)
        #expect(try office.run(80).report.resting.isEmpty)
    }

    @Test(
        "Retry-After is kept, in seconds and as a date",
        arguments: [
            "7200", "Wed, 25 Nov 2026 02:00:00 GMT", "Wednesday, 25-Nov-26 02:00:00 GMT", "Wed Nov 25 02:00:00 2026",
        ])
    func retryAfter(_ value: String) throws {
        let site = try ChangingSite(.text("no", ["Retry-After: \(value)"], status: 429))
        let office = try office(site)
        let first = try office.run(0)
        #expect(first.status == 4 && first.report.failures == ["httpStatus"] && first.said.contains("429"))
        #expect(try office.run(1.9).report.resting == ["a": "waiting"])
        site.answers(.text(feed("公告", items: 1...2)))
        #expect(try office.run(2.1).report.new == 2)
        #expect(site.count == 2)
    }

    @Test(
        "A source that fails is asked less and less, but every twelve hours at least, and again at once when it is well"
    )
    func backoff() throws {
        let site = try ChangingSite(.text("no", status: 500))
        let office = try office(site)
        var asked: [Int] = []
        for hour in 0..<72 {
            let before = site.count
            let outcome = try office.run(Double(hour))
            if site.count > before { asked.append(hour) } else { #expect(outcome.status == 0) }
        }
        let gaps = zip(asked.dropFirst(), asked).map { $0 - $1 }
        #expect(asked.prefix(2) == [0, 1])
        #expect((8...16).contains(asked.count), "\(asked)")
        #expect(gaps.allSatisfy { $0 <= 12 } && gaps.last.map { $0 >= 6 } == true, "\(gaps)")
        site.answers(.text(feed("公告", items: 1...2)))
        let recovered = try office.run(90)
        #expect(recovered.report.new == 2 && recovered.said.contains("恢复"))
        #expect(try office.run(90.1).report.resting.isEmpty)
    }

    @Test("Whoever corrects the configuration sees at once what comes of it")
    func corrected() throws {
        let site = try ChangingSite(.text("no", ["Retry-After: 86400"], status: 503))
        let office = try office(site)
        try office.run(0)
        #expect(try office.run(1).report.resting == ["a": "waiting"])
        try office.configure(sources: site.line("a", ", timeout: 20s"))
        #expect(try office.run(1).report.failures == ["httpStatus"])
    }

    @Test("With an interval a source is asked by its own rhythm, between the limits")
    func rhythm() throws {
        // An item an hour: four questions an hour, were it not for the limits.
        let site = try ChangingSite(.text(feed("公告", items: 1...9)))
        let office = try office(site, ", interval: {min: 2h, max: 3h}")
        for hours in [0, 1, 1.9, 2, 3.9] { try office.run(hours) }
        #expect(site.count == 2)
        try office.configure(sources: site.line(), more: "fetching: {interval: {max: 1d}}")
        for hours in [4, 4.1, 4.3] { try office.run(hours) }
        #expect(site.count == 4)
        #expect(try office.source(at: 5)["rhythm"] as? Int == 3_600)
    }

    @Test("A host's share of a run goes round: what was left comes first in the next")
    func share() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...1)))
        let office = try Office(
            sources: (1...5).map { site.line("s\($0)") }.joined(separator: "\n"), more: "fetching: {per_host_run: 2}")
        let first = try office.run(0)
        #expect(first.status == 0 && first.report.resting.count == 3)
        #expect(Set(first.report.resting.values) == ["postponed"])
        // Sources of one run race for their host's share, so that one may be overtaken; none is left out for long.
        for hour in 1...6 { try office.run(Double(hour)) }
        #expect(Set(site.server.asked.map(\.path)).count == 5)
    }

    @Test("Articles for which a run had no turn come in the next ones, each with its text")
    func articlesOfManyRuns() throws {
        let server = try column(1...9)
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}",
            more: "fetching: {per_host_run: 4}")
        var new = 0
        for hour in 0..<5 {
            let outcome = try office.run(Double(hour))
            #expect(outcome.status == 0 && outcome.report.changed == 0)
            new += outcome.report.new
        }
        #expect(new == 9)
        let asked = server.asked.count
        try office.run(5)
        #expect(server.asked.count == asked + 2, "robots.txt and the list")
    }

    @Test("A source whose article cannot be had has not recovered while it is left alone; it has once the article came")
    func articleThatComesLate() throws {
        let isBroken = Mutex(true)
        let server = try column(1...3) { path in
            path == "/3.html" && isBroken.withLock { $0 } ? .text("no", status: 500) : nil
        }
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}")
        let asked = { server.asked.filter { $0.path == "/3.html" }.count }
        #expect(try office.run(0).status == 3)
        for hour in [0.5, 0.75, 1, 1.25] { #expect(!(try office.run(hour).said.contains("已恢复")), "\(hour)") }
        #expect(asked() == 2)
        isBroken.withLock { $0 = false }
        let later = try office.run(3)
        #expect(later.status == 0 && later.said.contains("已恢复") && asked() == 3)
        #expect(try office.program.run("items", "--json").output.contains("/3.html。"))
    }

    @Test("A site that says how long to wait is not asked for its other articles; these come later, each with its text")
    func busySite() throws {
        let isBusy = Mutex(true)
        let server = try column(10...39) { _ in
            isBusy.withLock { $0 } ? .text("slow down", ["Retry-After: 3600"], status: 429) : nil
        }
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}")
        let articles = { server.asked.filter { $0.path.hasSuffix(".html") }.count }
        try office.run(0)
        #expect((1...4).contains(articles()), "No more than were on their way when the first answer came.")
        let asked = server.asked.count
        #expect(try office.run(0.9).report.resting == ["a": "waiting"] && server.asked.count == asked)
        // Who names the source has it asked, as politely as ever.
        try office.run(0.9, "collect", "--source", "a")
        #expect(articles() <= 8)
        isBusy.withLock { $0 = false }
        let later = try office.run(3)
        #expect(later.status == 0 && later.report.failures.isEmpty)
        let items = try office.program.run("items", "--json", "-n", "100").output.split(separator: "\n")
        #expect(items.count == 30 && items.allSatisfy { $0.contains("请认真组织检查") })
    }

    @Test("Of many feeds on a host that is busy few are asked; who was not has not failed")
    func busyHost() throws {
        let site = try ChangingSite(.text("no", ["Retry-After: 3600"], status: 429))
        let office = try Office(
            sources: (10...29).map { site.line("s\($0)") }.joined(separator: "\n"), more: "fetching: {per_host: 1}")
        let run = try office.run(0)
        #expect(site.count == 1 && run.report.failures == ["httpStatus"] && run.report.resting.count == 19)
        #expect(Set(run.report.resting.values) == ["postponed"])
        let states = try (10...29).map { try office.source("s\($0)")["state"] as? String }
        #expect(states.filter { $0 == "failing" }.count == 1)
        site.answers(.text(feed("公告", items: 1...1)))
        #expect(try office.run(2).report.resting.isEmpty)
        #expect(Set(site.server.asked.map(\.path)).count == 20)
    }

    @Test("What robots.txt answers is kept to as well", arguments: [429, 503])
    func busyRobots(_ status: Int) throws {
        let site = try ChangingSite(.text("no", ["Retry-After: 7200"], status: status))
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(site.server.url("/"))\", allow_networks: [127.0.0.1]}")
        #expect(try office.run(0).report.failures == ["robots"])
        for hours in [0.1, 1, 1.9] { #expect(try office.run(hours).report.resting == ["a": "waiting"]) }
        #expect(site.server.asked.map(\.path) == ["/robots.txt"])
        #expect(try office.run(2.1).report.resting.isEmpty)
        #expect(site.count == 2)
    }

    @Test("A run has so long for the network as the configuration says; who had no turn is left for the next")
    func runTimeout() throws {
        let server = try FaultServer { _ in .script { $0.hold() } }
        let lines = ["a", "b", "c"].map {
            "- {id: \($0), type: feed, url: \"\(server.url("/\($0)"))\", allow_networks: [127.0.0.1], timeout: 10m}"
        }
        let office = try Office(
            sources: lines.joined(separator: "\n"), more: "fetching: {run_timeout: 8s, per_host: 1}")
        let run = try office.run(0)
        #expect(run.report.failures == ["timeout"] && run.said.contains("run_timeout"))
        #expect(Array(run.report.resting.values) == ["postponed", "postponed"] && server.asked.count == 1)
    }

    @Test("Muted by hand: not asked, not failed, and asked again when it may speak")
    func muting() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2)))
        let office = try office(site)
        #expect(try office.program.run("sources", "mute", "nobody").status == 64)
        #expect(try office.program.run("sources", "mute", "a").status == 0)
        let muted = try office.run(0)
        #expect(muted.status == 0 && muted.report.resting == ["a": "muted"] && site.count == 0)
        #expect(try office.source()["state"] as? String == "muted")
        #expect(try office.run(0, "collect", "--all").report.resting == ["a": "muted"])
        #expect(try office.program.run("sources", "unmute", "a").status == 0)
        #expect(try office.run(1).report.new == 2)
        #expect(try office.program.run("sources").output.contains("正常"))
    }

    @Test("410 mutes and says so once; a new address or the operator ends it")
    func gone() throws {
        let site = try ChangingSite(.text("gone", status: 410))
        let office = try office(site)
        let first = try office.run(0)
        #expect(first.status == 4 && first.report.failures == ["gone"])
        #expect(first.said.contains("410") && first.said.contains("unmute"))
        let second = try office.run(100)
        #expect(second.status == 0 && second.said.isEmpty && second.report.resting == ["a": "gone"])
        #expect(try office.source()["state"] as? String == "gone")
        #expect(site.count == 1)
        #expect(try office.program.run("sources", "unmute", "a").status == 0)
        site.answers(.text(feed("公告", items: 1...2)))
        #expect(try office.run(101).report.new == 2)

        site.answers(.text("gone", status: 410))
        try office.run(102)
        site.answers(.text(feed("公告", items: 1...3)))
        try office.configure(sources: site.line().replacingOccurrences(of: "/a.xml", with: "/b.xml"))
        #expect(try office.run(103).report.new == 1)
    }

    @Test("Environment variables name no proxy; the configuration does, and not for what it leaves out")
    func proxy() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2)))
        let proxy = try FaultServer { _ in .text(feed("代理", items: 1...1)) }
        let office = try office(site)
        let direct = try office.program.run("run", environment: ["http_proxy": proxy.url(), "all_proxy": proxy.url()])
        #expect(direct.status == 0 && proxy.asked.isEmpty && site.count == 1)
        try office.configure(
            sources: site.line() + "\n- {id: b, type: feed, url: \"http://feed.ninglan.example/\"}",
            more: "fetching: {proxy: \"\(proxy.url())\", no_proxy: [127.0.0.1]}")
        #expect(try office.run(1).report.new == 1)
        #expect(site.count == 2 && proxy.asked.map(\.path) == ["http://feed.ninglan.example/"])
        for wrong in [
            "proxy: \"ftp://a.test\"", "proxy: proxy.ninglan.example", "interval: {min: 2d}", "no_proxy: [\"*\"]",
        ] {
            try office.configure(sources: site.line(), more: "fetching: {\(wrong)}")
            #expect(try office.program.run("check").status == 78, "\(wrong)")
        }
        try office.configure(sources: site.line(), more: "fetching:\n  no_proxy:\n    - 10.0.0.0/8\n    - \"*.a b\"")
        let wrong = try office.program.run("check").errors
        #expect(
            wrong.split(separator: "\n").contains { $0.contains("no_proxy[1]") && $0.contains(".yaml:") }, "\(wrong)")
    }

    @Test("A source has a proxy of its own, or none; its password is never printed")
    func ownProxy() throws {
        let site = try ChangingSite(.text(feed("公告", items: 1...2)))
        let server = try FaultServer { _ in .text(feed("代理", items: 1...1)) }
        let proxy = try ProxyServer(leadingTo: server.port, wanting: "caiji:geheim")
        let office = try office(site)
        func configure(_ own: String) throws {
            let address = "http://caiji:${env:MIMA}@127.0.0.1:\(proxy.port)"
            try office.configure(
                sources: site.line().replacing("type: feed", with: "type: feed, proxy: none")
                    + "\n- {id: b, type: feed, url: \"http://feed.ninglan.example/\", proxy: \"\(own)\"}",
                more: "fetching: {proxy: \"\(address)\"}")
        }
        try configure("socks5h://caiji:${env:MIMA}@127.0.0.1:\(proxy.port)")
        let run = try office.program.run(
            "run", "--verbose", "--log-format", "json", environment: ["MIMA": "geheim", "http_proxy": proxy.url()])
        #expect(run.status == 0 && site.count == 1 && proxy.asked == ["SOCKS feed.ninglan.example:80"])
        let wrong = try office.program.run(
            "collect", "--all", "--verbose", "--log-format", "json", environment: ["MIMA": "falsch"])
        #expect(
            wrong.status == 3 && wrong.errors.contains("proxy") && !(wrong.errors + wrong.output).contains("falsch"))
        try configure("http://caiji:geheim@127.0.0.1:\(proxy.port)")
        let check = try office.program.run("check", environment: ["MIMA": "geheim"])
        #expect(check.status == 78 && check.errors.contains("proxy") && !check.errors.contains("geheim"))
    }
}
