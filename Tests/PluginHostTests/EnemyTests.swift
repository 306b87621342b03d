import Foundation
import JuheKit
import PluginHost
import Testing

@Suite("Plugins as an enemy would write them")
struct EnemyTests {
    private static let hello = "echo '{\"type\":\"hello\",\"protocol\":1}'\n"
    private static let item = "echo '{\"type\":\"item\",\"item\":{\"id\":\"1\",\"title\":\"条目\"}}'\n"
    private static let done = "echo '{\"type\":\"done\"}'\n"

    private static func says(_ json: String) -> String { "printf '%s\\n' '\(json)'\n" }

    /// A script and the code of its failure; nothing where what it does is odd and no failure.
    static let cases: [(name: String, script: String, code: Failure.Code?)] = [
        ("forks and forks", hello + "n=0; while [ $n -lt 60 ]; do sleep 1000 & n=$((n+1)); done; wait", .timeout),
        ("says one endless line", hello + "while :; do printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done", .limit),
        ("says 64 MB in one line", hello + "head -c 67108864 /dev/zero | tr '\\0' a", .limit),
        ("closes its input at once", "exec <&-\n" + hello + item + done, nil),
        ("closes its output and stays", hello + item + "exec >&-; sleep 1000", .timeout),
        ("ignores TERM, HUP and INT", "trap '' TERM HUP INT\n" + hello + "while :; do sleep 1; done", .timeout),
        ("says NaN", hello + says(#"{"type":"error","class":"rate_limited","retry_after_s":NaN}"#), .malformed),
        (
            "asks for patience without end",
            hello + says(#"{"type":"error","class":"rate_limited","message":"x","retry_after_s":1e300}"#), .plugin
        ),
        ("counts to beyond all numbers", hello + says(#"{"type":"done","items":99999999999999999999999}"#), .malformed),
        ("counts below nothing", hello + says(#"{"type":"done","items":-1}"#), .truncated),
        (
            "nests deep inside an item",
            hello
                + "printf '{\"type\":\"item\",\"item\":{\"id\":\"1\",\"x\":'; head -c 200000 /dev/zero | tr '\\0' '['; echo\n",
            .malformed
        ),
        ("says a name twice", hello + says(#"{"type":"item","item":{"id":"1","id":"2"}}"#), .malformed),
        ("adds a comma", hello + says(#"{"type":"done",}"#), .malformed),
        ("says UTF-16", "printf '{\\0\"\\0t\\0'; echo", .malformed),
        ("begins with a byte order mark", "printf '\\357\\273\\277'\n" + hello + done, .malformed),
        ("says invalid UTF-8 in a name", hello + "printf '{\"type\":\"\\300\\257\"}\\n'\n", .malformed),
        ("says a wrong hello", says(#"{"type":"hello","protocol":"1"}"#) + done, .malformed),
        ("says hello twice", hello + hello + done, .malformed),
        ("goes on after done", hello + item + done + item + item + "sleep 1000", nil),
        ("drips", hello + "while :; do printf '{'; sleep 1; done", .timeout),
        ("floods standard error", hello + "head -c 60000000 /dev/zero | tr '\\0' e >&2\n" + item + done, nil),
        (
            "keeps too much in mind",
            hello + "printf '{\"type\":\"state\",\"state\":\"'; head -c 66000 /dev/zero | tr '\\0' s; echo '\"}'\n"
                + done,
            .limit
        ),
        ("asks a list of the network", hello + says(#"{"type":"fetch","id":["a"],"url":7}"#), .malformed),
        ("acknowledges what it was not given", hello + says(#"{"type":"ack","batch":1}"#) + item + done, nil),
        ("says a list", says("[1,2,3]"), .malformed),
        ("leaves before anybody speaks", "exit 0", .truncated),
    ]

    @Test("are stopped, told apart, and leave nothing behind", arguments: cases.indices)
    func enemy(_ index: Int) async throws {
        let (name, script, code) = Self.cases[index]
        let plugin = try Plugin(script, limits: code == .timeout ? "{hello_s: 3, deadline_s: 3}" : "{}")
        let run = try await plugin.run()
        #expect(run.failure?.code == code, "\(name): \(run.failure?.text(.english) ?? "-")")
        if code == nil { #expect(run.items.map(\.id) == ["1"], "\(name)") }
        #expect(!plugin.isRunning, "\(name)")
    }

    @Test("One that burns the processor is stopped by that limit")
    func processor() async throws {
        let plugin = try Plugin(Self.hello + "while :; do :; done", limits: "{deadline_s: 60, cpu_s: 1}")
        #expect(try await plugin.run().failure?.code == .limit)
    }

    @Test("What an enemy says for people is short and on one line, and there is not much of it")
    func words() async throws {
        let plugin = try Plugin(
            Self.hello
                + "n=0; while [ $n -lt 300 ]; do printf '{\"type\":\"log\",\"message\":\"\\\\u001b[2J\\\\u202e\\\\n'; head -c 3000 /dev/zero | tr '\\0' w; echo '\"}'; n=$((n+1)); done\n"
                + Self.done)
        let run = try await plugin.run()
        #expect(run.failure == nil && run.noted.count == 100)
        let words = run.noted[0].text(.english)
        #expect(words.count < 400 && words.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }

    @Test("An identifier with a NUL is refused with its item; the reason is said in both languages, with the byte")
    func reasons() async throws {
        let run = try await Plugin(
            Self.hello + Self.says(#"{"type":"item","item":{"id":"a\u0000b","title":"甲"}}"#) + Self.item + Self.done
        ).run()
        #expect(run.items.map(\.id) == ["1"] && run.reported.count == 1)
        let broken = try await Plugin(Self.hello + Self.says(#"{"type":"item" "item":{}}"#)).run()
        #expect(broken.failure?.text(.zhHans).contains("第 2 行") == true)
        #expect(broken.failure?.text(.zhHans).contains("第 16 个字节") == true)
        #expect(broken.failure?.text(.english).contains("byte 16") == true)
    }

    @Test("Half a pair of escapes costs one item, and the reason is said in Chinese too")
    func surrogates() async throws {
        let run = try await Plugin(
            Self.hello + Self.says(#"{"type":"item","item":{"id":"2","title":"\ud800"}}"#) + Self.item + Self.done
        ).run()
        #expect(run.failure == nil && run.items.map(\.id) == ["1"])
        #expect(run.reported.first?.text(.zhHans).contains("转义") == true)
    }

    @Test("Without walls `required` runs nothing, and `auto` says so in the run")
    func walls() async throws {
        let plugin = try Plugin(Self.hello + Self.item + Self.done)
        let refused = try await plugin.run(policy: { PluginPolicy(sandbox: .required, locked: $0, hasWalls: false) })
        #expect(refused.failure?.code == .permission && refused.items.isEmpty)
        for hidesNetwork in [true, false] {
            let degraded = try await plugin.run(policy: {
                PluginPolicy(locked: $0, hasWalls: false, hidesNetwork: hidesNetwork && PluginSandbox.hidesNetwork)
            })
            #expect(degraded.failure == nil && degraded.noted.contains { $0.text(.english).contains("degraded") })
        }
    }

    @Test("A plugin has no network of its own: behind walls, and without them where that can be had")
    func network() async throws {
        let script = Self.hello + "wc -l < /proc/net/dev > $out/lines\n" + Self.item + Self.done
        for hasWalls in [true, false] where hasWalls ? PluginSandbox.hasWalls : PluginSandbox.hidesNetwork {
            let plugin = try Plugin(script)
            let run = try await plugin.run(policy: { PluginPolicy(locked: $0, hasWalls: hasWalls) })
            // Two lines of headings, and the loopback device.
            #expect(run.failure == nil && plugin.text("lines")?.hasPrefix("3\n") == true)
        }
    }
}
