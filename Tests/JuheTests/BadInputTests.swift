import Foundation
import Loopback
import Testing

/// One source that goes wrong, and the word its message must have.
struct BadSource: Sendable, CustomTestStringConvertible {
    var name: String
    var reply: FaultServer.Reply
    var word: String
    /// Items that are kept all the same.
    var kept = 0
    var testDescription: String { name }
}

@Suite("Bad input from the network")
struct BadInputTests {
    private static let gbkBytes: [UInt8] =
        Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>x</title><item><guid>1</guid><title>"
                .utf8)
        + [0xCD, 0xA8, 0xD6, 0xAA, 0xB9, 0xAB, 0xB8, 0xE6]  // 通知公告 in GBK
        + Array("</title></item></channel></rss>".utf8)

    private static let bomb = """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
        <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>
        <rss version="2.0"><channel><title>x</title><item><title>&g;</title></item></channel></rss>
        """

    private static let external = """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>x</title><item><guid>1</guid><title>外部&x;实体</title></item></channel></rss>
        """

    static let cases: [BadSource] = [
        BadSource(name: "404", reply: .text("no", status: 404), word: "404"),
        BadSource(name: "500", reply: .text("no", status: 500), word: "500"),
        BadSource(name: "html", reply: .text("<!DOCTYPE html><html><body><p>系统维护中</p></body></html>"), word: "网页"),
        BadSource(name: "empty", reply: .text(""), word: "空"),
        BadSource(name: "json", reply: .text(#"{"code": 200}"#), word: "JSON"),
        BadSource(
            name: "truncated", reply: .text(String(feed("半截", items: 1...5).dropLast(260))), word: "中途断了", kept: 3),
        BadSource(name: "mislabelled", reply: .answer(200, [], gbkBytes), word: "编码", kept: 1),
        BadSource(
            name: "large",
            reply: .answer(200, [], Array(repeating: UInt8(ascii: "a"), count: 50_000_000)), word: "10 MB"),
        BadSource(name: "bomb", reply: .text(bomb), word: "实体"),
        BadSource(name: "external", reply: .text(external), word: "外部实体", kept: 1),
        BadSource(name: "slow", reply: .script { $0.hold() }, word: "秒内"),
    ]

    private static func head(_ lines: String...) -> [UInt8] {
        Array((["HTTP/1.1 200 OK"] + lines + ["", ""]).joined(separator: "\r\n").utf8)
    }

    /// What the server does before there is anything to read.
    static let transfers: [BadSource] = [
        BadSource(
            name: "drip",
            reply: .script { socket in
                socket.send(head("Content-Length: 1000000"))
                socket.drip([60], every: 20)
            }, word: "秒内"),
        BadSource(
            name: "endless",
            reply: .script { socket in
                socket.send(head())
                let block = [UInt8](repeating: 60, count: 65_536)
                while socket.send(block) {}
            }, word: "10 MB"),
        BadSource(
            name: "compression bomb",
            reply: .answer(200, ["Content-Encoding: zstd"], Bodies.zstandardBomb(blocks: 8_000)), word: "10 MB"),
        BadSource(
            name: "nested", reply: .answer(200, ["Content-Encoding: gzip, br"], Bodies.gzip), word: "不止一层"),
        BadSource(name: "loop", reply: .redirect(to: "/rss.xml"), word: "跳转"),
        BadSource(name: "to a file", reply: .redirect(to: "file:///etc/passwd"), word: "file:"),
        BadSource(name: "to the metadata", reply: .redirect(to: "http://169.254.169.254/"), word: "169.254.169.254"),
        BadSource(name: "to a private address", reply: .redirect(to: "http://0xA000001/"), word: "10.0.0.1"),
        BadSource(name: "two lengths", reply: .bytes(head("Content-Length: 3", "Content-Length: 4") + [1]), word: "长度"),
        BadSource(name: "negative length", reply: .bytes(head("Content-Length: -3") + [1]), word: "HTTP"),
        BadSource(name: "short", reply: .bytes(head("Content-Length: 9") + [60]), word: "中断"),
        BadSource(
            name: "reset",
            reply: .script { socket in
                socket.send(head("Content-Length: 9") + [60])
                socket.reset()
            }, word: "中断"),
        BadSource(
            name: "chunks", reply: .bytes(head("Transfer-Encoding: chunked") + Array("zz\r\n".utf8)), word: "中断"),
        BadSource(
            name: "headers",
            reply: .script { socket in
                socket.send("HTTP/1.1 200 OK\r\n")
                while socket.send("X: y\r\n") {}
            }, word: "响应头"),
        BadSource(
            name: "hints", reply: .script { socket in while socket.send("HTTP/1.1 103 Early\r\n\r\n") {} }, word: "响应头"),
        BadSource(name: "no status", reply: .bytes(Array("<rss version=\"2.0\"/>".utf8)), word: "HTTP"),
        BadSource(name: "nothing", reply: .bytes([]), word: "中断"),
        BadSource(name: "429", reply: .text("no", ["Retry-After: 0"], status: 429), word: "429"),
    ]

    @Test("The source is named with its reason, the others go on: 3", arguments: cases + transfers)
    func oneBadSource(_ bad: BadSource) throws {
        let server = try FaultServer { _ in bad.reply }
        let office = try Office(
            sources: """
                \(Office.oneFeed)
                - {id: bad-one, type: feed, url: "\(server.url("/rss.xml"))", allow_networks: [127.0.0.1], timeout: 2s}
                """)
        let first = try office.program.run("run")
        #expect(first.status == 3)
        #expect(first.errors.contains("bad-one") && first.errors.contains(bad.word), "\(first.errors)")
        let items = try office.program.run("items", "--json").output
        #expect(items.split(separator: "\n").count == 3 + bad.kept)
        #expect(!items.contains("root:"))
        #expect(try office.read("out/jianbao/latest.html").contains("公告第1号"))

        // Reported once, not every morning; the exit code stays.
        let second = try office.program.run("run")
        #expect(second.status == 3)
        #expect(second.errors.isEmpty, "\(second.errors)")
    }

    @Test("A host that is not there")
    func unreachable() throws {
        let port = try FaultServer.closedPort()
        let office = try Office(
            sources: """
                \(Office.oneFeed)
                - {id: gone, type: feed, url: "http://127.0.0.1:\(port)/", allow_networks: [127.0.0.1]}
                - {id: nowhere, type: feed, url: "http://no-such-host.ninglan.invalid/rss.xml"}
                """)
        let outcome = try office.program.run("run")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("gone") && outcome.errors.contains("nowhere"))
    }

    @Test("The office's own network is closed to a source that has no grant")
    func refused() throws {
        let server = try FaultServer { _ in .text(feed("内网", items: 1...1)) }
        let office = try Office(sources: "\(Office.oneFeed)\n- {id: inner, type: feed, url: \"\(server.url("/"))\"}")
        let outcome = try office.program.run("run")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("inner") && outcome.errors.contains("allow_networks"))
        #expect(server.asked.isEmpty)
    }

    @Test("All sources fail: 4; a known fault is tolerated: 0; recovery is reported once")
    func allAndRecovery() throws {
        let office = try Office(sources: "- {id: only, type: feed, url: later.xml}")
        #expect(try office.program.run("run").status == 4)
        try office.write(feed("公告", items: 1...1), to: "later.xml")
        let recovered = try office.program.run("run")
        #expect(recovered.status == 0)
        #expect(recovered.errors.contains("only"))
        #expect(try office.program.run("run").errors.isEmpty)

        try office.write(Self.gbkBytes, to: "later.xml")
        try office.configure(sources: "- {id: only, type: feed, url: later.xml, tolerate: [mislabelled]}")
        #expect(try office.program.run("run").status == 0)
    }

    @Test("--strict and --max-failures hold the edition back: 4")
    func strict() throws {
        let office = try Office(sources: "\(Office.oneFeed)\n- {id: gone, type: feed, url: gone.xml}")
        #expect(try office.program.run("run", "--strict").status == 4)
        #expect(!office.exists("out"))
        #expect(try office.program.run("run", "--max-failures", "0").status == 4)
        #expect(try office.program.run("run", "--max-failures", "1").status == 3)
        #expect(office.exists("out/jianbao/2026-001.html"))
    }

    @Test("A folder with a pipe, a link loop and a file that cannot be read: each named, the notices are read")
    func folder() throws {
        let office = try Office(sources: "- {id: inbox, type: directory, path: inbox}")
        try office.write("关于召开座谈会的通知\n\n各支部：\n请准时参加。\n", to: "inbox/notice.txt")
        var past = [timespec(tv_sec: 1_700_000_000, tv_nsec: 0), timespec(tv_sec: 1_700_000_000, tv_nsec: 0)]
        utimensat(AT_FDCWD, office.path + "/inbox/notice.txt", &past, 0)
        mkfifo(office.path + "/inbox/pipe.txt", 0o644)
        symlink("loop.txt", office.path + "/inbox/loop.txt")
        let outcome = try office.program.run("run")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("pipe.txt") && outcome.errors.contains("loop.txt"), "\(outcome.errors)")
        #expect(try office.program.run("items").output.contains("座谈会"))
    }
}
