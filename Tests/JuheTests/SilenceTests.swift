import Foundation
import Loopback
import Testing

/// What must never pass without a word, and what must never be said.
@Suite("Nothing is silent that matters, nothing is said that is secret")
struct SilenceTests {
    @Test("A password or a token in an address is printed nowhere and stored in no failure")
    func secretsInAddresses() throws {
        let server = try FaultServer { _ in .text("no", status: 404) }
        let address = server.url("/rss?key=CANARY-1").replacing("http://", with: "http://user:${env:MIMA}@")
        let office = try Office(
            sources: "\(Office.oneFeed)\n- {id: oa, type: feed, url: \"\(address)\", allow_networks: [127.0.0.1]}")
        var said = ""
        for command in ["run", "sources", "status"] {
            let outcome = try office.program.run(command, environment: ["MIMA": "CANARY-2"])
            said += outcome.output + outcome.errors
        }
        said += try office.program.run("run", "--json", environment: ["MIMA": "CANARY-2"]).output
        #expect(said.contains("404") && server.asked.first?.headers["authorization"] == "Basic dXNlcjpDQU5BUlktMg==")
        #expect(!said.contains("CANARY"))
        #expect(!(try office.read("var/juhe.sqlite").contains("CANARY")))
    }

    @Test("A key that a permanent redirect hands on is not stored with the new address, and still sent there")
    func secretsInMoves() throws {
        let server = try FaultServer { request in
            request.path.hasPrefix("/old")
                ? .redirect(to: "/new?key=CANARY-1&x=2", status: 301) : .text(feed("要闻", items: 1...2))
        }
        func office(_ query: String) throws -> Office {
            try Office(
                sources: "- {id: a, type: feed, url: \"\(server.url("/old" + query))\", allow_networks: [127.0.0.1]}",
                more: "fetching: {moves_after: 1}")
        }
        let same = try office("?key=CANARY-1&x=2")
        for _ in 0..<2 { #expect(try same.program.run("run").status == 0) }
        #expect(server.asked.map(\.path).last == "/new?key=CANARY-1&x=2" && server.asked.count == 3)
        #expect(try same.program.run("sources").output.contains("/new?…"))
        #expect(!(try same.read("var/juhe.sqlite").contains("CANARY")))
        #expect(!(try same.program.run("sources", "--json").output.contains("CANARY")))

        let other = try office("?token=CANARY-1")
        for _ in 0..<2 { #expect(try other.program.run("run").status == 0) }
        #expect(!(try other.read("var/juhe.sqlite").contains("CANARY")))
        #expect(try other.program.run("sources").output.contains("正常"))
    }

    @Test(
        "What came from the environment is not repeated by a mistake",
        arguments: ["track", "identity", "zone", "max_size"])
    func secretsInMistakes(_ key: String) throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, \(key): '${env:CANARY}'}")
        let outcome = try office.program.run("check", environment: ["CANARY": "CANARY-42"])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains(key) && !outcome.errors.contains("CANARY-42"))
    }

    @Test("Many failures in the same words are told by three of them and a number; --verbose tells all")
    func alike() throws {
        let server = try FaultServer { request in
            guard request.path == "/" else { return .text("no", status: 404) }
            let entries = (1...9).map {
                "<li><a href=\"/\($0).html\">关于开展第\($0)批养老服务检查的通知</a><span>2026-11-0\($0)</span></li>"
            }
            return .text(
                "<html><body><ul class=\"list\">\(entries.joined())</ul></body></html>",
                ["Content-Type: text/html; charset=utf-8"])
        }
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}")
        let said = try office.program.run("run", "--dry-run").errors
        #expect(said.split(separator: "\n").count { $0.contains("HTTP 404") } == 3 && said.contains("另有 6 处"))
        let all = try office.program.run("run", "--verbose").errors
        #expect(all.split(separator: "\n").count { $0.contains("HTTP 404") } == 9)
    }

    @Test("An address is taken as it is copied, with spaces and Chinese behind its host, and asked encoded")
    func copiedAddress() throws {
        let server = try FaultServer { _ in .text(feed("要闻", items: 1...2)) }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/通知 公告.xml?栏目=民政 局"))\", allow_networks: [127.0.0.1]}")
        #expect(try office.program.run("run").status == 0)
        #expect(
            server.asked.first?.path
                == "/%e9%80%9a%e7%9f%a5%20%e5%85%ac%e5%91%8a.xml?%e6%a0%8f%e7%9b%ae=%e6%b0%91%e6%94%bf+%e5%b1%80")
        for wrong in ["http://a b/", "http://a.ninglan.example/x ", "http://a\\tb/"] {
            try office.configure(sources: "- {id: a, type: feed, url: \"\(wrong)\"}")
            #expect(try office.program.run("check").status == 78)
        }
    }

    @Test("A second fault of a failing source is news; the first is not told again")
    func anotherFault() throws {
        let office = try Office(sources: "- {id: inbox, type: directory, path: inbox}")
        try office.write("通知一", to: "inbox/a.txt")
        symlink("b.txt", office.path + "/inbox/b.txt")
        let first = try office.program.run("run")
        #expect(first.status == 3 && first.errors.contains("b.txt"))
        #expect(try office.program.run("run").status == 3)
        #expect(try office.program.run("run").errors.isEmpty)
        mkfifo(office.path + "/inbox/c.txt", 0o644)
        #expect(try office.program.run("run").errors.contains("c.txt"))
    }

    @Test("A sink that fails is news once, and so is its recovery")
    func sinkNews() throws {
        let office = try Office()
        try office.write("文件", to: "out")
        #expect(!(try office.program.run("run").errors.isEmpty))
        let again = try office.program.run("run")
        #expect(again.status == 5 && again.errors.isEmpty)
        try FileManager.default.removeItem(atPath: office.path + "/out")
        let recovered = try office.program.run("run")
        #expect(recovered.status == 0 && recovered.errors.contains("page"))
    }

    @Test("Another address is another document, whatever its validators say")
    func movedSource() throws {
        let server = try FaultServer { request in
            request.headers["if-none-match"] == "\"v1\""
                ? .answer(304, [], [])
                : .text(feed(request.path == "/1" ? "甲" : "乙", items: 1...2), ["ETag: \"v1\""])
        }
        func source(_ path: String) -> String {
            "- {id: a, type: feed, url: \"\(server.url(path))\", allow_networks: [127.0.0.1]}"
        }
        let office = try Office(sources: source("/1"))
        #expect(try office.program.run("run").status == 0)
        #expect(try office.program.run("collect", "--json").output.contains(#""new":0"#))
        try office.configure(sources: source("/2"))
        #expect(try office.program.run("collect", "--json").output.contains(#""new":2"#))
    }

    @Test("An answer of 304 to a question that named no version is no success")
    func unaskedNotModified() throws {
        let server = try FaultServer { _ in .answer(304, [], []) }
        let office = try Office(
            sources: "- {id: a, type: feed, url: \"\(server.url("/"))\", allow_networks: [127.0.0.1]}")
        #expect(try office.program.run("run").status == 4)
    }

    @Test("Items that share an identifier are named")
    func sharedIdentifier() throws {
        let office = try Office()
        try office.write(
            feed("公告", items: 1...3).replacingOccurrences(of: "公告-2</guid>", with: "公告-1</guid>"), to: "a.xml")
        let report = try office.program.run("run", "--json").output
        #expect(report.contains("identity: url"))
        #expect(report.contains(#""new":2"#))
    }

    @Test("A deletion is told of")
    func deletion() throws {
        let office = try Office(sources: "- {id: inbox, type: directory, path: inbox, on_missing: delete}")
        for name in ["a.txt", "b.txt"] { try office.write("通知" + name, to: "inbox/" + name) }
        _ = try office.program.run("run")
        try FileManager.default.removeItem(atPath: office.path + "/inbox/b.txt")
        #expect(try office.program.run("run", "-v").errors.contains("撤下 1 条"))
    }

    @Test("A database of another program that uses the same library is refused")
    func foreignDatabase() throws {
        let office = try Office()
        try office.write("", to: "var/x")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript('create table grdb_migrations(identifier text); create table note(x)')",
            office.path + "/var/juhe.sqlite",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        #expect(try office.program.run("run").status == 74)
    }

    @Test("A configuration with a byte order mark is read; a preview with a wrong limit or grant is a usage mistake")
    func smallThings() throws {
        let office = try Office()
        try office.write("\u{FEFF}" + office.read("juhe.yaml"), to: "juhe.yaml")
        #expect(try office.program.run("check").status == 0)
        #expect(try office.program.run("preview", "--limit=-1", "a.xml").status == 64)
        #expect(try office.program.run("preview", "--allow", "!!!", "a.xml").status == 64)
    }
}
