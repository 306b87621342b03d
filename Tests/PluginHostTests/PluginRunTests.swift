import Configuration
import Foundation
import JuheKit
import PluginHost
import Synchronization
import Testing

@Suite("A source that is a program of its own")
struct PluginRunTests {
    @Test("The smallest plugin works as it stands")
    func smallest() async throws {
        let run = try await Plugin(
            #"""
            echo '{"type":"hello","protocol":1,"name":"hello","version":"1.0.0"}'
            echo '{"type":"item","item":{"id":"1","title":"你好"}}'
            echo '{"type":"done"}'
            """#
        ).run()
        #expect(run.failure == nil)
        #expect(run.items.map(\.title) == ["你好"])
    }

    @Test("A plugin is told its settings and where it stood, and its new state is kept")
    func state() async throws {
        let plugin = try Plugin(
            #"""
            read -r start
            echo '{"type":"hello","protocol":1}'
            case "$start" in
              *'"state":{"page":2}'*) echo '{"type":"item","item":{"id":"second","title":"'"$JUHE_CONFIG_GREETING"'"}}' ;;
              *'"state":null'*) echo '{"type":"item","item":{"id":"first","title":"甲"}}' ;;
            esac
            echo '{"type":"state","state":{"page": 2}}'
            echo '{"type":"done","items":1}'
            """#)
        let first = try await plugin.run()
        #expect(first.items.map(\.id) == ["first"] && first.state == #"{"page":2}"#)
        let second = try await plugin.run(state: first.state, settings: ["greeting": .text("您好")])
        #expect(second.items.map(\.title) == ["您好"])
    }

    @Test("Dates without a zone are the source's; all JSON Feed fields arrive")
    func fields() async throws {
        let run = try await Plugin(
            #"""
            echo '{"type":"hello","protocol":1}'
            echo '{"type":"item","item":{"id":"1","title":"甲","url":"https://a.ninglan.example/1","content_html":"<p>文</p>","date_published":"2026-11-20 09:30","tags":["通知"],"_juhe":{"unit":"市民政局","kind":"policy"}}}'
            echo '{"type":"done"}'
            """#
        ).run()
        let item = try #require(run.items.first)
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-20T01:30:00Z")
        #expect(item.details.unit == "市民政局" && item.details.kind == .policy && item.tags == ["通知"])
    }

    @Test("What a plugin asks of the network the host asks, and only hosts that its manifest names")
    func fetching() async throws {
        let script = #"""
            read -r start
            echo '{"type":"hello","protocol":1,"features":["fetch"]}'
            echo '{"type":"fetch","id":"a","url":"https://list.ninglan.example/x","as":"text"}'
            read -r answer
            case "$answer" in
              *'"body":"清单"'*) echo '{"type":"item","item":{"id":"1","title":"到了"}}' ;;
              *'"error":'*) echo '{"type":"item","item":{"id":"1","title":"没有"}}' ;;
            esac
            echo '{"type":"done"}'
            """#
        let allowed = try await Plugin(script, network: ["*.ninglan.example"]).run()
        #expect(allowed.items.map(\.title) == ["到了"] && allowed.asked == ["https://list.ninglan.example/x"])
        let forbidden = try await Plugin(script, network: ["other.ninglan.example"]).run()
        #expect(forbidden.items.map(\.title) == ["没有"] && forbidden.asked.isEmpty)
    }

    @Test("A program that prints a feed is a source")
    func feed() async throws {
        let run = try await Plugin(
            #"""
            echo '<rss version="2.0"><channel><title>甲</title><item><title>一</title><guid>1</guid></item></channel></rss>'
            """#, output: "feed"
        ).run()
        #expect(run.failure == nil && run.items.map(\.title) == ["一"])
    }

    @Test("A plugin that was not trusted, or that changed since, does not run")
    func trust() async throws {
        let plugin = try Plugin("touch ran; echo '{\"type\":\"hello\",\"protocol\":1}'; echo '{\"type\":\"done\"}'")
        #expect(try await plugin.run(isTrusted: false).failure?.code == .permission)
        try plugin.change()
        #expect(try await plugin.run().failure?.code == .permission)
        #expect(!plugin.exists("ran"))
    }
}

@Suite("Plugins that fail")
struct FailingPluginTests {
    /// A script, the code of the failure, and whether trying again may help.
    static let cases: [(name: String, script: String, code: Failure.Code, isTransient: Bool)] = [
        ("hangs", "echo '{\"type\":\"hello\",\"protocol\":1}'; sleep 6000", .timeout, true),
        (
            "hangs and ignores TERM",
            "trap '' TERM; echo '{\"type\":\"hello\",\"protocol\":1}'; while :; do sleep 1; done", .timeout, true
        ),
        ("says nothing", "sleep 6000", .timeout, true),
        ("crashes amid a batch", hello + item(1) + "kill -SEGV $$", .plugin, false),
        ("ends without done", hello + item(1), .truncated, false),
        ("ends amid a line", hello + "printf '{\"type\":\"item\",\"item\":{\"id\":'", .truncated, false),
        ("begins with garbage", "echo 'Traceback (most recent call last):'", .malformed, false),
        ("says garbage later", hello + item(1) + "echo 'warning: x'\n" + done, .malformed, false),
        ("says an endless line", hello + "head -c 3000000 /dev/zero | tr '\\0' x", .limit, false),
        ("says no hello", item(1) + done, .malformed, false),
        ("speaks another protocol", "echo '{\"type\":\"hello\",\"protocol\":9}'\n" + done, .configuration, false),
        ("counts wrongly", hello + item(1) + "echo '{\"type\":\"done\",\"items\":2}'", .truncated, false),
        (
            "is rate limited",
            hello + "echo '{\"type\":\"error\",\"class\":\"rate_limited\",\"message\":\"慢些\",\"retry_after_s\":90}'",
            .plugin, true
        ),
        (
            "is refused", hello + "echo '{\"type\":\"error\",\"class\":\"auth\",\"message\":\"口令错误\"}'", .permission,
            false
        ),
        ("exits 75", hello + item(1) + "exit 75", .plugin, true),
        ("exits 77", "exit 77", .permission, false),
        ("exits 78", "exit 78", .configuration, false),
        ("exits 65", "exit 65", .malformed, false),
        ("exits 3", hello + "echo 'no route' >&2; exit 3", .plugin, false),
        ("has no interpreter", "exec /no/such/interpreter", .plugin, false),
        (
            "says too large a state",
            hello + "printf '{\"type\":\"state\",\"state\":\"'; head -c 70000 /dev/zero | tr '\\0' x; echo '\"}'\n"
                + done, .limit, false
        ),
        (
            "says invalid UTF-8", hello + "printf '{\"type\":\"item\",\"item\":{\"id\":\"\\377\\376\"}}\\n'\n" + done,
            .malformed, false
        ),
        ("floods", hello + "while :; do echo '{\"type\":\"log\",\"message\":\"x\"}'; done", .limit, false),
        (
            "nests without end",
            hello + "printf '{\"type\":\"state\",\"state\":'; head -c 60000 /dev/zero | tr '\\0' '['; echo\n" + done,
            .malformed, false
        ),
    ]

    static let hello = "echo '{\"type\":\"hello\",\"protocol\":1}'\n"
    static let done = "echo '{\"type\":\"done\"}'\n"
    static func item(_ number: Int) -> String {
        "echo '{\"type\":\"item\",\"item\":{\"id\":\"\(number)\",\"title\":\"条目\"}}'\n"
    }

    @Test("are told apart; what they gave before stays; nothing is left running", arguments: cases.indices)
    func failing(_ index: Int) async throws {
        let (name, script, code, isTransient) = Self.cases[index]
        let time = code == .timeout ? "hello_s: 1, deadline_s: 2" : "hello_s: 60, deadline_s: 600"
        let plugin = try Plugin(script, limits: "{\(time), messages: 500}")
        let run = try await plugin.run()
        let failure = try #require(run.failure, "\(name)")
        #expect(failure.code == code && failure.isTransient == isTransient, "\(name): \(failure.text(.english))")
        #expect(run.state == nil, "\(name)")
        if script.contains("\"id\":\"1\"") && !script.hasPrefix("echo '{\"type\":\"item\"") {
            #expect(run.items.map(\.id) == ["1"], "\(name)")
        }
    }

    @Test("A bad item is refused, the others and the state count")
    func badItem() async throws {
        let run = try await Plugin(
            Self.hello + "echo '{\"type\":\"item\",\"item\":{\"title\":\"没有编号\"}}'\n"
                + "echo '{\"type\":\"item\",\"item\":{\"id\":\"2\",\"title\":7}}'\n" + Self.item(3)
                + "echo '{\"type\":\"state\",\"state\":1}'\n" + "echo '{\"type\":\"done\",\"items\":3}'\n"
        ).run()
        #expect(run.failure == nil && run.items.map(\.id) == ["3"] && run.state == "1")
        #expect(run.reported.count == 2 && run.reported.allSatisfy { $0.code == .malformed })
        #expect(run.reported.last?.text(.english).contains("title") == true)
    }

    @Test("Standard error without end is drained, and said after the exit code")
    func errors() async throws {
        let run = try await Plugin(
            Self.hello + "head -c 5000000 /dev/zero | tr '\\0' 'e' >&2; echo >&2; echo '磁盘已满' >&2; exit 9"
        ).run()
        #expect(run.failure?.code == .plugin)
    }

    @Test("U+2028 in a text, UTF-8 in pieces, CRLF and empty lines are no fault; an unknown type is named once")
    func oddities() async throws {
        let run = try await Plugin(
            Self.hello
                + "printf '{\"type\":\"item\",\"item\":{\"id\":\"1\",\"title\":\"甲\\342'; sleep 0.1; printf '\\200\\250乙\"}}\\r\\n\\n'\n"
                + "echo '{\"type\":\"weather\"}'; echo '{\"type\":\"weather\"}'\n" + Self.done
        ).run()
        #expect(run.failure == nil && run.items.first?.title == "甲\u{2028}乙" && run.noted.count == 1)
    }

    @Test("A grandchild that holds the output open, and an orphan in a session of its own, are gone afterwards")
    func orphans() async throws {
        let seconds = Int.random(in: 100_000...999_999)
        let plugin = try Plugin(
            Self.hello + Self.item(1) + Self.done + "sleep \(seconds) &\nsetsid sleep \(seconds) &\nexit 0\n")
        let run = try await plugin.run()
        #expect(run.failure == nil && run.items.count == 1)
        #expect(!commands.contains { $0.contains("\(seconds)") })
    }

    /// The command lines of all processes.
    private var commands: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { FileManager.default.contents(atPath: "/proc/\($0)/cmdline") }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("A plugin that never reads its input does not stall the host")
    func deaf() async throws {
        let run = try await Plugin(
            Self.hello
                + "i=0; while [ $i -lt 40 ]; do echo '{\"type\":\"fetch\",\"id\":\"'$i'\",\"url\":\"https://list.ninglan.example/x\"}'; i=$((i+1)); done\n"
                + Self.item(1) + Self.done + "exec <&-; exit 0\n", network: ["list.ninglan.example"]
        ).run()
        #expect(run.failure == nil && run.items.count == 1)
    }
}
