import Fetching
import Foundation
import JuheKit
import Loopback
import PluginHost
import Testing

@Suite("How a plugin gets what it asked for")
struct FetchFormTests {
    /// Asks by each line in turn, and keeps the answers.
    private func answers(_ fetches: [String], _ server: FaultServer, script: String = "") async throws -> [String] {
        let asking = fetches.map {
            "echo '\($0.replacing("SERVER", with: "127.0.0.1:\(server.port)"))'; read -r answer; echo \"$answer\" >> $out/answers\n"
        }
        let plugin = try Plugin(
            "read -r start\necho '{\"type\":\"hello\",\"protocol\":1,\"features\":[\"fetch\"]}'\n" + asking.joined()
                + script + "\necho '{\"type\":\"done\"}'", network: ["127.0.0.1"])
        let fetcher = CurlFetcher()
        let run = try await plugin.run(
            settings: ["allow_networks": .list([.text("127.0.0.1")])], fetcher: fetcher)
        await fetcher.shutdown()
        #expect(run.failure == nil, "\(run.failure?.text(.english) ?? "")")
        let answers = (plugin.text("answers") ?? "").split(separator: "\n").map(String.init)
        try #require(answers.count == fetches.count)
        return answers + [plugin.text("more") ?? ""]
    }

    @Test("Texts come decoded, bytes in base 64, what is long or wanted so in a file that the plugin can read")
    func forms() async throws {
        let long = String(repeating: "长", count: 300_000)
        let server = try FaultServer { request in
            request.path == "/long"
                ? .text(long, ["Content-Type: text/plain; charset=utf-8"])
                : .answer(200, ["Content-Type: text/plain; charset=gbk", "X-Office: a"], [0xCD, 0xA8, 0xD6, 0xAA])
        }
        let answers = try await answers(
            [
                #"{"type":"fetch","id":"a","url":"http://SERVER/"}"#,
                #"{"type":"fetch","id":"b","url":"http://SERVER/","as":"base64"}"#,
                #"{"type":"fetch","id":"c","url":"http://SERVER/","as":"file"}"#,
                #"{"type":"fetch","id":"d","url":"http://SERVER/long"}"#,
            ], server,
            script: #"wc -c < "$(echo "$answer" | sed 's/.*"body_path":"\([^"]*\)".*/\1/')" > $out/more"#)
        #expect(answers[0].contains(#""body":"通知""#) && answers[0].contains(#""x-office":"a""#))
        #expect(answers[1].contains(#""body_base64":"zajWqg==""#))
        #expect(answers[2].contains(#""body_path":"/"#) && !answers[2].contains(#""body":"#))
        #expect(answers[3].contains(#""body_path":"/"#) && answers[4].contains("900000"))
    }

    @Test("A conditional question, a body that is sent, a status that is no success")
    func conditions() async throws {
        let server = try FaultServer { request in
            if request.headers["if-none-match"] == "\"x\"" { return .answer(304, [], []) }
            if request.method == "POST" { return .answer(201, [], request.body) }
            return .text("weg", status: 404)
        }
        let answers = try await answers(
            [
                #"{"type":"fetch","id":"a","url":"http://SERVER/","headers":{"If-None-Match":"\\"x\\""}}"#,
                #"{"type":"fetch","id":"b","url":"http://SERVER/","method":"POST","body":"正文","content_type":"text/plain"}"#,
                #"{"type":"fetch","id":"c","url":"http://SERVER/weg"}"#,
                #"{"type":"fetch","id":"d","url":"http://127.0.0.1:1/"}"#,
            ], server)
        #expect(answers[0].contains(#""not_modified":true"#) && answers[0].contains(#""status":304"#))
        #expect(answers[1].contains(#""status":201"#) && answers[1].contains(#""body":"正文""#))
        #expect(answers[2].contains(#""status":404"#) && answers[2].contains(#""id":"c""#))
        #expect(answers[3].contains(#""error":{"class":"transient""#))
    }
}

@Suite("What a plugin is given")
struct GivenTests {
    @Test("Its environment is clean: language, zone, a folder of its own, its settings, and nothing of the operator's")
    func environment() async throws {
        setenv("JUHE_TEST_CANARY", "geheim", 1)
        let plugin = try Plugin(
            "env > $out/env\necho '{\"type\":\"hello\",\"protocol\":1}'\necho '{\"type\":\"done\"}'", network: [])
        _ = try await plugin.run(settings: ["greeting": .text("您好")], zone: try #require(Zone("+05:30")))
        let lines = Set((plugin.text("env") ?? "").split(separator: "\n").map(String.init))
        #expect(
            lines.isSuperset(of: ["LANG=C.UTF-8", "PYTHONUNBUFFERED=1", "TZ=UTC-05:30", "JUHE_CONFIG_GREETING=您好"]))
        #expect(!lines.contains { $0.contains("geheim") || $0.contains("CANARY") })
        #expect(
            lines.filter { $0.hasPrefix("HOME=") || $0.hasPrefix("TMPDIR=") }.allSatisfy { $0.contains("juhe-work") })
    }

    @Test(
        "Each limit of the manifest holds",
        arguments: [
            (
                "line_kb: 1",
                "printf '{\"type\":\"log\",\"message\":\"'; head -c 2000 /dev/zero | tr '\\0' x; echo '\"}'"
            ),
            (
                "state_kb: 1",
                "printf '{\"type\":\"state\",\"state\":\"'; head -c 2000 /dev/zero | tr '\\0' x; echo '\"}'"
            ),
            (
                "output_mb: 1",
                "yes '{\"type\":\"weather\",\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\":1}'"
            ),
            ("messages: 2", "yes '{\"type\":\"weather\"}'"),
        ])
    func limits(_ limit: String, _ script: String) async throws {
        let hello = "echo '{\"type\":\"hello\",\"protocol\":1}'\n"
        let plugin = try Plugin(hello + script + "\necho '{\"type\":\"done\"}'", limits: "{\(limit)}")
        #expect(try await plugin.run().failure?.code == .limit)
    }

    @Test("A program that is not there, a question that was never flushed, walls that fail: each says what it is")
    func starts() async throws {
        let missing = try Plugin("exit 0", command: "[./nicht-da]")
        #expect(try await missing.run().failure?.code == .plugin)
        let waiting = try Plugin(
            "read -r start; echo '{\"type\":\"hello\",\"protocol\":1}'; read -r answer", limits: "{deadline_s: 1}")
        #expect(try await waiting.run().failure?.code == .timeout)
        guard PluginSandbox.hasWalls else { return }
        let walled = try Plugin("exit 0", read: "/proc/self/exe/x")
        let failure = try await walled.run().failure
        #expect(failure?.code == .plugin || failure?.code == .truncated)
    }
}
