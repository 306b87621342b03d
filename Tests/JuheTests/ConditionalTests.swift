import Foundation
import Loopback
import Synchronization
import Testing

@Suite("What servers say of what has not changed")
struct ConditionalTests {
    /// Answers by the turn that the question names; the last one for ever.
    private func site(_ replies: [FaultServer.Reply]) throws -> FaultServer {
        try FaultServer { request in
            replies[min(request.headers["x-turn"].flatMap { Int($0) } ?? 0, replies.count - 1)]
        }
    }

    private func office(_ server: FaultServer) throws -> (Int) throws -> Office {
        let office = try Office()
        return { turn in
            try office.configure(
                sources: "- {id: a, type: feed, url: \"\(server.url("/a.xml"))\", headers: {X-Turn: \"\(turn)\"}, "
                    + "allow_networks: [127.0.0.1]}")
            return office
        }
    }

    @Test("304 without its tag leaves the tag that is known; a weak one goes back as it came")
    func withoutTag() throws {
        for tag in ["\"a b\"", "W/\"1\"", "W/\"\"", "unquoted"] {
            let server = try site([.text(feed("公告", items: 1...2), ["ETag: \(tag)"]), .answer(304, [], [])])
            let office = try office(server)
            #expect(try office(0).run(0).report.new == 2)
            for turn in 1...2 {
                let run = try office(turn).run(Double(turn))
                #expect(run.report.failures.isEmpty && run.report.new == 0)
                #expect(server.asked.last?.headers["if-none-match"] == tag, "\(tag), turn \(turn)")
            }
        }
    }

    @Test(
        "A tag that comes with 304 takes the place of the one before: the document is fetched once",
        arguments: [true, false])
    func rotating(_ isSite: Bool) throws {
        let list = (1...3).map {
            "<li><a href=\"/\($0).html\">关于开展第\($0)批养老服务检查的通知</a><span>2026-11-0\($0)</span></li>"
        }
        let page = "<html><body><ul class=\"list\">\(list.joined())</ul></body></html>"
        let turn = Mutex(0)
        let server = try FaultServer { request in
            guard request.path == "/list" else {
                return request.path == "/robots.txt"
                    ? .text("", status: 404)
                    : .text("<html><body><div id=\"zoom\"><p>请认真组织检查，月底前报送总结。\(request.path)</p></div></body></html>")
            }
            return turn.withLock { turn in
                guard request.headers["if-none-match"] == "\"t\(turn)\"" else {
                    return .text(isSite ? page : feed("公告", items: 1...3), ["ETag: \"t\(turn)\""])
                }
                turn += 1
                return .answer(304, ["ETag: \"t\(turn)\""], [])
            }
        }
        let office = try Office(
            sources:
                "- {id: a, type: \(isSite ? "site" : "feed"), url: \"\(server.url("/list"))\", allow_networks: [127.0.0.1]}"
        )
        for hour in 0..<5 { #expect(try office.run(Double(hour)).report.failures.isEmpty) }
        let tags = server.asked.filter { $0.path == "/list" }.map { $0.headers["if-none-match"] }
        #expect(tags == [nil, "\"t0\"", "\"t1\"", "\"t2\"", "\"t3\""])
    }

    @Test("304 to a question without conditions, and 200 without a body, are no news and no success")
    func nothing() throws {
        for reply in [FaultServer.Reply.answer(304, [], []), .answer(200, ["ETag: \"x\""], []), .text("  \n")] {
            let server = try site([reply, .text(feed("公告", items: 1...2))])
            let office = try office(server)
            let first = try office(0).run(0)
            #expect(first.status == 4 && first.report.failures.count == 1)
            #expect(try office(1).run(1, "collect", "--all").report.new == 2)
            #expect(server.asked.last?.headers["if-none-match"] == nil)
        }
    }

    @Test("A body that has gone empty takes nothing back")
    func emptied() throws {
        let server = try site([.text(feed("公告", items: 1...2), ["ETag: \"1\""]), .answer(200, ["ETag: \"2\""], [])])
        let office = try office(server)
        #expect(try office(0).run(0).report.new == 2)
        #expect(try office(1).run(1).report.failures.count == 1)
        #expect(try office(1).program.run("items", "--json").output.split(separator: "\n").count == 2)
        // What did not help is not what the next question is about.
        _ = try office(1).run(2, "collect", "--all")
        #expect(server.asked.last?.headers["if-none-match"] == "\"1\"")
    }

    @Test("A server that sends its document again whatever it is asked: the third time its bytes are known unread")
    func deaf() throws {
        let server = try site([.text(feed("公告", items: 1...2), ["ETag: \"1\""])])
        let office = try office(server)
        #expect(try office(0).run(0).report.new == 2)
        let reports = try (1...3).map { try office($0).run(Double($0)).report }
        #expect(reports.map(\.unchanged) == [2, 0, 0] && reports.allSatisfy { $0.new + $0.changed == 0 })
        #expect(server.asked.dropFirst().allSatisfy { $0.headers["if-none-match"] == "\"1\"" })
    }

    @Test("A document without validators is known by its bytes at once, and read again when these change")
    func bare() throws {
        let server = try site([
            .text(feed("公告", items: 1...2)), .text(feed("公告", items: 1...2)), .text(feed("公告", items: 1...3)),
        ])
        let office = try office(server)
        let reports = try (0...2).map { try office($0).run(Double($0)).report }
        #expect(reports.map(\.new) == [2, 0, 1] && reports.map(\.unchanged) == [0, 0, 2])
    }
}
