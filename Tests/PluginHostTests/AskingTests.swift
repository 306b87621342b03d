import Foundation
import JuheKit
import PluginHost
import Testing

@Suite("What a plugin is asked beside its work")
struct AskingTests {
    private static let hello = "read -r start\necho '{\"type\":\"hello\",\"protocol\":1}'\n"
    private static let done = "echo '{\"type\":\"done\"}'\n"

    private func ask(
        _ script: String, _ question: PluginQuestion, kind: String = "source", within seconds: Int = 60
    ) async throws -> PluginAnswer {
        try await Plugin(Self.hello + script + Self.done, limits: "{deadline_s: \(seconds)}", kind: kind).ask(question)
    }

    @Test("`op: check` says whether the settings work", arguments: ["source", "sink", "enricher"])
    func check(_ kind: String) async throws {
        let good = try await ask(
            #"case "$start" in *'"op":"check"'*) echo '{"type":"check","ok":true,"message":"登录成功"}' ;; esac"# + "\n",
            .check, kind: kind)
        #expect(good.isGood == true && good.message == "登录成功")
        let bad = try await ask(#"echo '{"type":"check","ok":false,"message":"口令错误"}'"# + "\n", .check, kind: kind)
        #expect(bad.isGood == false && bad.message == "口令错误")
    }

    @Test("A plugin that looks at no `op` has not answered; what it gives goes nowhere")
    func deaf() async throws {
        let answer = try await ask(#"echo '{"type":"item","item":{"id":"1"}}'"# + "\n", .check)
        #expect(answer.isGood == nil && answer.found.isEmpty)
    }

    @Test("`op: discover` finds sources with their settings and names")
    func discover() async throws {
        let answer = try await ask(
            #"""
            echo '{"type":"found","config":{"url":"https://a.ninglan.example/","pages":2},"title":"通知公告"}'
            echo '{"type":"found","config":{}}'
            """# + "\n", .discover)
        #expect(
            answer.found.map { $0.line(type: "trial", number: 1) } == [
                #"  - {"id":"trial-1","type":"trial","pages":2,"url":"https://a.ninglan.example/"}  # 通知公告"#,
                #"  - {"id":"trial-1","type":"trial"}"#,
            ])
    }

    @Test("One that fails, or answers with something else, says so")
    func failing() async throws {
        await #expect(throws: Failure.self) { try await ask("exit 77\n", .check) }
        await #expect(throws: Failure.self) { try await ask(#"echo '{"type":"check","ok":"yes"}'"# + "\n", .check) }
        await #expect(throws: Failure.self) { try await ask(#"echo '{"type":"found","config":[]}'"# + "\n", .discover) }
        await #expect(throws: Failure.self) { try await ask("sleep 3000\n", .check, within: 1) }
    }
}

@Suite("How a plugin hears of the end")
struct EndingTests {
    private static let script = #"""
        read -r start
        echo "$start" > $out/start
        echo '{"type":"hello","protocol":1,"features":["committed"]}'
        echo '{"type":"item","item":{"id":"1","title":"甲"}}'
        echo '{"type":"state","state":{"uid":7}}'
        echo '{"type":"done","items":1}'
        while read -r line; do echo "$line" >> $out/heard; done
        touch $out/ended
        """#

    @Test("A source that asks for it hears that its items and state are stored, and ends by itself")
    func committed() async throws {
        let plugin = try Plugin(Self.script)
        let run = try await plugin.run(tellsOfStoring: true)
        #expect(run.failure == nil && run.items.count == 1 && run.state == #"{"uid":7}"#)
        // Nothing is said before it is stored.
        #expect(plugin.text("heard") == nil && run.afterStoring != nil)
        let remarks = await run.afterStoring?(true)
        #expect(remarks?.isEmpty == true && plugin.text("ended") != nil)
        #expect(plugin.text("heard") == "{\"type\":\"committed\",\"state\":{\"uid\":7}}\n")
        #expect(!plugin.isRunning)
    }

    @Test("Where nothing was stored it hears of the end and not of success")
    func notStored() async throws {
        let plugin = try Plugin(Self.script)
        let run = try await plugin.run(tellsOfStoring: true)
        _ = await run.afterStoring?(false)
        #expect(plugin.text("heard") == "{\"type\":\"cancel\",\"reason\":\"shutdown\"}\n")
        #expect(!plugin.isRunning)
    }

    @Test("In a rehearsal or a preview nobody waits")
    func rehearsal() async throws {
        let plugin = try Plugin(Self.script)
        let run = try await plugin.run()
        #expect(run.failure == nil && run.items.count == 1 && run.afterStoring == nil)
        #expect(plugin.text("start")?.contains("committed") == false && !plugin.isRunning)
    }

    @Test("One that hangs after it was told is ended; what is stored stays, and the run says so")
    func hanging() async throws {
        let plugin = try Plugin(
            "echo '{\"type\":\"hello\",\"protocol\":1,\"features\":[\"committed\"]}'; echo '{\"type\":\"done\"}'; sleep 3000",
            limits: "{deadline_s: 8}")
        let run = try await plugin.run(tellsOfStoring: true)
        #expect(run.failure == nil)
        #expect(await run.afterStoring?(true).first?.code == .timeout)
        #expect(!plugin.isRunning)
    }

    @Test("It is told why it is ended: its time is over, or it went beyond a limit")
    func reasons() async throws {
        let listening = "trap '' TERM\nread -r start\necho '{\"type\":\"hello\",\"protocol\":1}'\n"
        let late = try Plugin(
            listening + "read -r line; echo \"$line\" > $out/heard; exit 0", limits: "{deadline_s: 8}")
        #expect(try await late.run().failure?.code == .timeout)
        #expect(late.text("heard") == "{\"type\":\"cancel\",\"reason\":\"deadline\"}\n")
        let loud = try Plugin(
            listening
                + "for n in 1 2 3; do echo '{\"type\":\"log\",\"message\":\"x\"}'; done; read -r line; echo \"$line\" > $out/heard",
            limits: "{messages: 3}")
        #expect(try await loud.run().failure?.code == .limit)
        #expect(loud.text("heard") == "{\"type\":\"cancel\",\"reason\":\"limit\"}\n")
    }
}
