import Fetching
import Foundation
import JuheKit
import Loopback
import PluginHost
import Testing

@Suite("More plugins as an enemy would write them")
struct MoreEnemyTests {
    private static let hello = "echo '{\"type\":\"hello\",\"protocol\":1}'\n"
    private static let item = "echo '{\"type\":\"item\",\"item\":{\"id\":\"1\",\"title\":\"条目\"}}'\n"
    private static let done = "echo '{\"type\":\"done\"}'\n"
    private static func says(_ json: String) -> String { "printf '%s\\n' '\(json)'\n" }

    /// A script and the code of its failure; nothing where what it does is odd and no failure.
    static let cases: [(name: String, script: String, code: Failure.Code?)] = [
        (
            "has 20,000 items", hello + item + "i=0; yes '{\"type\":\"item\",\"item\":{\"id\":\"1\"}}' | head -n 20000",
            .limit
        ),
        (
            "asks 1,001 times", hello + item + "yes '{\"type\":\"fetch\",\"id\":\"a\",\"url\":\"x\"}' | head -n 1001",
            .limit
        ),
        (
            "says 70 MB that nobody understands",
            hello + item + "head -c 1000000 /dev/zero | tr '\\0' w > $out/w; "
                + "for n in $(seq 70); do printf '{\"type\":\"'; cat $out/w; echo '\"}'; done", .limit
        ),
        ("stops itself", hello + item + "kill -STOP $$", .timeout),
        ("ends all of its group", hello + item + "kill -9 0", .plugin),
        ("has no type", hello + item + says("{}") + done, .malformed),
        ("has null for a type", hello + item + says(#"{"type":null}"#) + done, .malformed),
        ("names an item and has none", hello + item + says(#"{"type":"item"}"#) + done, nil),
        ("has a list for an item", hello + item + says(#"{"type":"item","item":[1]}"#) + done, nil),
        ("counts in words", hello + item + says(#"{"type":"done","items":"1"}"#), .malformed),
        ("counts in fractions", hello + item + says(#"{"type":"done","items":1.5}"#), .malformed),
        (
            "ends its lines by CR alone", "printf '{\"type\":\"hello\",\"protocol\":1}\\r{\"type\":\"done\"}\\r'",
            .truncated
        ),
        (
            "ends its lines by NUL", "printf '{\"type\":\"hello\",\"protocol\":1}\\0\\n{\"type\":\"done\"}\\n'",
            .malformed
        ),
        ("says two messages in one line", hello + item + says(#"{"type":"done"}{"type":"done"}"#), .malformed),
        ("says everything in one list", says(#"[{"type":"hello","protocol":1},{"type":"done"}]"#), .malformed),
        (
            "says an error of a class that nobody knows", hello + item + says(#"{"type":"error","class":"weather"}"#),
            .plugin
        ),
        ("says an error that is none", hello + item + says(#"{"type":"error","class":7}"#) + done, .malformed),
        ("goes on after an error", hello + item + says(#"{"type":"error","class":"data"}"#) + item + done, .malformed),
        ("has a state before it says hello", says(#"{"type":"state","state":1}"#) + hello + done, .malformed),
        ("is done before it says hello", done + hello, .malformed),
        ("says a list of protocols", says(#"{"type":"hello","protocol":[1]}"#) + done, .malformed),
        ("says no protocol", says(#"{"type":"hello"}"#) + done, .configuration),
        ("says a protocol of 1.5", says(#"{"type":"hello","protocol":1.5}"#) + done, .malformed),
        ("is done and fails", hello + item + done + "exit 3", nil),
        ("speaks after its input has ended", "cat > /dev/null & sleep 0.2\n" + hello + item + done, nil),
        (
            "leaves a daemon that closed everything",
            hello + item + done + "(setsid sh -c 'exec <&- >&- 2>&-; sleep 500' &) &", nil
        ),
    ]

    @Test(
        "are stopped, told apart, and leave nothing behind, with walls and without", arguments: cases.indices,
        [true, false])
    func enemy(_ index: Int, _ hasWalls: Bool) async throws {
        let (name, script, code) = Self.cases[index]
        let plugin = try Plugin(script, limits: code == .timeout ? "{deadline_s: 3}" : "{}")
        let run = try await plugin.run(policy: {
            PluginPolicy(locked: $0, hasWalls: hasWalls && PluginSandbox.hasWalls, hidesNetwork: false)
        })
        #expect(run.failure?.code == code, "\(name): \(run.failure?.text(.english) ?? "-")")
        #expect(run.items.isEmpty || run.items[0].id == "1", "\(name)")
        if script.contains(Self.hello + Self.item) { #expect(run.items.first?.id == "1", "\(name)") }
        #expect(run.failure == nil || run.state == nil, "\(name)")
        #expect(plugin.isGone, "\(name)")
    }

    @Test("A source's own deadline holds for its program too, whatever the plugin may take")
    func deadline() async throws {
        for (output, script) in [("messages", Self.hello + Self.item + "sleep 500"), ("feed", "sleep 500")] {
            let plugin = try Plugin(script, output: output)
            var code: Failure.Code?
            // The other tests' programs may have all places for so long.
            repeat { code = try await plugin.run(deadline: 3).failure?.code } while code == .postponed
            #expect(code == .timeout)
            #expect(plugin.isGone)
        }
        // Whoever has waited for a place until its time was over had no turn: no program is started, nothing has failed.
        let run = try await Plugin(Self.hello + "touch $out/ran\n" + Self.done).run(deadline: 0)
        #expect(run.failure?.code == .postponed)
    }

    @Test("No child that has ended is left unburied")
    func zombies() async throws {
        for script in [Self.hello + Self.done, "exit 3", Self.hello + "sleep 100", "setsid sleep 100 & exit 0"] {
            _ = try await Plugin(script, limits: "{deadline_s: 1}").run()
        }
        // Others bury theirs at this moment; what is left of these is left for good.
        let first = unburied
        let end = ContinuousClock.now + .seconds(30)
        while !first.isDisjoint(with: unburied), ContinuousClock.now < end { sched_yield() }
        #expect(first.isDisjoint(with: unburied))
    }

    /// Children of ours that have ended and were not waited for.
    private var unburied: Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return Set(
            names.filter { name in
                let status = FileManager.default.contents(atPath: "/proc/\(name)/stat")
                return status.map { String(decoding: $0, as: UTF8.self).contains(") Z \(getpid()) ") } ?? false
            })
    }

    @Test("One that takes more memory than it may fails by itself, and says why", .enabled(if: hasPython))
    func memory() async throws {
        let plugin = try Plugin(
            Self.hello + Self.item + "exec /usr/bin/python3 -c 'x = bytearray(1 << 30)'", limits: "{memory_mb: 128}")
        let run = try await plugin.run()
        #expect(run.failure?.code == .plugin && run.failure?.text(.english).contains("MemoryError") == true)
        #expect(run.items.count == 1)
    }

    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    @Test("Two runs of one plugin at once have a folder each and do not meet")
    func twice() async throws {
        let plugin = try Plugin(
            "echo $TMPDIR >> $out/folders; [ -e $TMPDIR/taken ] && exit 9; touch $TMPDIR/taken; sleep 0.3\n"
                + Self.hello + Self.item + "echo '{\"type\":\"state\",\"state\":1}'\n" + Self.done)
        async let one = plugin.run()
        async let other = plugin.run()
        let runs = try await [one, other]
        #expect(runs.allSatisfy { $0.failure == nil && $0.items.count == 1 && $0.state == "1" })
        let folders = try #require(plugin.text("folders")).split(separator: "\n")
        #expect(Set(folders).count == 2 && folders.allSatisfy { !FileManager.default.fileExists(atPath: String($0)) })
    }
}

@Suite("Plugins that would rather ask somebody else")
struct ForbiddenNetworkTests {
    /// Asks one address and says what was answered in an item's title.
    private func plugin(_ fetch: String) throws -> Plugin {
        try Plugin(
            #"""
            read -r start
            echo '{"type":"hello","protocol":1,"features":["fetch"]}'
            echo '\#(fetch)'
            read -r answer
            echo "$answer" > $out/answer
            echo '{"type":"done"}'
            """#, network: ["127.0.0.1"], limits: "{deadline_s: 300}")
    }

    private func answer(_ fetch: String, _ server: FaultServer) async throws -> String {
        let plugin = try plugin(fetch.replacing("SERVER", with: "127.0.0.1:\(server.port)"))
        let fetcher = CurlFetcher()
        let run = try await plugin.run(
            settings: ["allow_networks": .list([.text("127.0.0.0/8"), .text("localhost"), .text("::1")])],
            fetcher: fetcher)
        await fetcher.shutdown()
        #expect(run.failure == nil)
        return plugin.text("answer") ?? ""
    }

    @Test("A redirect to a host that its manifest does not name is not followed: that host is never asked")
    func redirect() async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text("geheim") }
        let server = try FaultServer { request in
            switch request.path {
            case "/away": .redirect(to: "http://127.0.0.2:\(other.port)/")
            case "/near": .redirect(to: "/here")
            default: .text("da")
            }
        }
        let away = try await answer(#"{"type":"fetch","id":"a","url":"http://SERVER/away"}"#, server)
        #expect(away.contains(#""class":"permanent""#) && !away.contains("geheim") && other.asked.isEmpty)
        let near = try await answer(#"{"type":"fetch","id":"a","url":"http://SERVER/near"}"#, server)
        #expect(near.contains(#""body":"da""#) && server.asked.map(\.path) == ["/away", "/near", "/here"])
    }

    @Test(
        "What is no address, no GET or POST, or smuggles a header is answered by an error, and nobody is asked",
        arguments: [
            #"{"type":"fetch","id":"a","url":"file:///etc/passwd"}"#,
            #"{"type":"fetch","id":"a","url":""}"#,
            #"{"type":"fetch","id":"a","url":"http://127.0.0.2/"}"#,
            #"{"type":"fetch","id":"a","url":"http://SERVER@127.0.0.2/"}"#,
            #"{"type":"fetch","id":"a","url":"http://SERVER/","method":"DELETE"}"#,
            #"{"type":"fetch","id":"a","url":"http://SERVER/","headers":{"X":"a\\r\\nCookie: b"}}"#,
            #"{"type":"fetch","id":"a","url":"http://SERVER/","headers":{"X: y\\r\\nCookie":"b"}}"#,
        ])
    func refused(_ fetch: String) async throws {
        let server = try FaultServer { _ in .text("da") }
        let answer = try await answer(fetch, server)
        #expect(answer.contains(#""error":{"class":"permanent""#), "\(answer)")
        #expect(server.asked.isEmpty)
    }
}
