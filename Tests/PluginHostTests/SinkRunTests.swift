import Foundation
import JuheKit
import PluginHost
import Testing

@Suite("A sink that is a program of its own")
struct SinkRunTests {
    /// A shell loop that acknowledges every batch; `$line` is the batch, `$batch` its number.
    private static func acknowledging(_ work: String = ":", ack: String = #"{"type":"ack","batch":'$batch'}"#) -> String
    {
        #"""
        read -r start
        echo '{"type":"hello","protocol":1,"features":["acks"]}'
        while read -r line; do
          case "$line" in *'"type":"end"'*) break ;; esac
          batch=$(echo "$line" | sed 's/.*"batch":\([0-9]*\).*/\1/')
          echo "$line" | sed 's/.*"key":"\([^"]*\)".*/\1/' >> $out/keys
        """# + "\n  \(work)\n  echo '\(ack)'\ndone\necho '{\"type\":\"done\"}'\n"
    }

    @Test("It gets the edition's items with sections and issue, and acknowledges batch by batch")
    func acknowledged() async throws {
        let plugin = try Plugin(Self.acknowledging(#"echo "$line" >> $out/got"#), kind: "sink")
        let delivery = try await plugin.deliver(.trial(120))
        #expect(delivery.failure == nil)
        let got = try #require(plugin.text("got"))
        #expect(got.split(separator: "\n").count == 3)
        #expect(got.contains(#""issue":"第3期（总第12期）""#) && got.contains(#""section":"政策规定""#))
        #expect(got.contains(#""id":"i120""#) && got.contains(#""stem":"2026-003""#))
    }

    @Test("A plugin that knows nothing of batches has put out all it was given once it is done")
    func plain() async throws {
        let plugin = try Plugin(
            #"""
            echo '{"type":"hello","protocol":1}'
            while read -r line; do case "$line" in *'"type":"end"'*) break ;; *) echo "$line" >> $out/got ;; esac; done
            echo '{"type":"done","items":120}'
            """#, kind: "sink")
        #expect(try await plugin.deliver(.trial(120)).failure == nil)
        #expect(plugin.text("got")?.contains("i120") == true)
        let deaf = try Plugin(#"echo '{"type":"hello","protocol":1}'; echo '{"type":"done"}'"#, kind: "sink")
        #expect(try await deaf.deliver(.trial(600)).failure?.code == .truncated)
    }

    @Test("After a crash only what was not acknowledged is sent again, with the same key")
    func crash() async throws {
        let plugin = try Plugin(
            Self.acknowledging(#"if [ "$batch" = 2 ] && [ ! -f $out/was ]; then touch $out/was; kill -9 $$; fi"#),
            kind: "sink")
        let first = try await plugin.deliver(.trial(120))
        #expect(first.failure?.isTransient == true && first.progress != nil)
        let second = try await plugin.deliver(.trial(120), progress: first.progress)
        #expect(second.failure == nil)
        let keys = try #require(plugin.text("keys")).split(separator: "\n")
        #expect(keys.count == 4 && keys[1] == keys[2] && Set(keys).count == 3)
    }

    @Test("Items that failed in passing are sent again alone; items refused for good are named and are not")
    func partly() async throws {
        let plugin = try Plugin(
            Self.acknowledging(
                #"echo "$line" >> $out/got"#,
                ack: #"{"type":"ack","batch":'$batch',"failed":[{"id":"i1","class":"transient","message":"忙"},"#
                    + #"{"id":"i2","class":"data","message":"太长"}]}"#), kind: "sink")
        let first = try await plugin.deliver(.trial(3))
        #expect(first.failure?.code == .sink && first.failure?.isTransient == true)
        let again = try Plugin(Self.acknowledging(#"echo "$line" >> $out/got"#), kind: "sink")
        let second = try await again.deliver(.trial(3), progress: first.progress)
        let got = try #require(again.text("got"))
        #expect(got.contains(#""id":"i1""#) && !got.contains(#""id":"i2""#) && !got.contains(#""id":"i3""#))
        // Nothing is left to be sent, and what was refused is said.
        #expect(second.failure?.isTransient == false)
        #expect(second.failure?.text(.english).contains("i2 太长") == true)
    }

    @Test("A rehearsal starts no program; one that is not trusted keeps the edition in the outbox")
    func rehearsal() async throws {
        let plugin = try Plugin("touch $out/ran", kind: "sink")
        #expect(try await plugin.deliver(.trial(1), isRehearsal: true).failure == nil)
        let refused = try await plugin.deliver(.trial(1), isTrusted: false)
        #expect(refused.failure?.code == .permission && refused.failure?.isTransient == true)
        #expect(plugin.text("ran") == nil)
    }

    /// A script, the code of the failure, and whether the edition stays in the outbox.
    static let cases: [(name: String, script: String, code: Failure.Code, isTransient: Bool)] = [
        ("acknowledges an unknown batch", acknowledging(ack: #"{"type":"ack","batch":7}"#), .malformed, true),
        (
            "names an item that is not in the batch",
            acknowledging(ack: #"{"type":"ack","batch":'$batch',"failed":[{"id":"x","class":"data"}]}"#), .malformed,
            true
        ),
        (
            "leaves a batch without acknowledgement",
            "read -r start; echo '{\"type\":\"hello\",\"protocol\":1,\"features\":[\"acks\"]}'; read -r line; "
                + "echo '{\"type\":\"done\"}'", .truncated, true
        ),
        ("counts wrongly", acknowledging().replacing(#""done""#, with: #""done","items":9"#), .truncated, true),
        ("crashes before it says anything", "exit 3", .plugin, true),
        ("hangs", "echo '{\"type\":\"hello\",\"protocol\":1}'; sleep 6000", .timeout, true),
        ("has no permission", "exit 77", .permission, false),
        (
            "calls the data hopeless",
            "echo '{\"type\":\"hello\",\"protocol\":1}'; echo '{\"type\":\"error\",\"class\":\"data\",\"message\":\"x\"}'",
            .malformed, false
        ),
        (
            "is rate limited",
            "echo '{\"type\":\"hello\",\"protocol\":1}'; "
                + "echo '{\"type\":\"error\",\"class\":\"rate_limited\",\"message\":\"x\"}'", .plugin, true
        ),
    ]

    @Test(
        "What fails is told apart, and an edition is given up only where the plugin says so", arguments: cases.indices)
    func failing(_ index: Int) async throws {
        let (name, script, code, isTransient) = Self.cases[index]
        let plugin = try Plugin(
            script, limits: code == .timeout ? "{hello_s: 1, deadline_s: 2}" : "{}", kind: "sink")
        let failure = try await plugin.deliver(.trial(2)).failure
        #expect(
            failure?.code == code && failure?.isTransient == isTransient, "\(name): \(failure?.text(.english) ?? "-")")
    }
}
