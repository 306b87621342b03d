import Configuration
import Crypto
import Fetching
import Foundation
import JuheKit
import Loopback
import PluginHost
import Synchronization
import Testing

@Suite("The sinks among the examples work as they stand")
struct SinkExampleTests {
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private func sink(_ name: String, _ settings: [String: OptionValue]) throws -> any EditionSink {
        let manifest = try ManifestReader.read(folder: ExampleTests.folder.appending(path: name).path)
        let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
        return try #require(plugin.sinkType).make(Options(settings))
    }

    /// A group's robot as the real ones answer: HTTP 200 whatever happens, and a code of its own.
    private static func robot(_ channel: String, answer: String) throws -> FaultServer {
        try FaultServer { request in
            let text = String(decoding: request.body, as: UTF8.self)
            if channel == "wecom", request.body.count > 4_300 {
                return .text(#"{"errcode":40058,"errmsg":"too long"}"#)
            }
            if text.contains("\\u") { return .text(#"{"errcode":47001,"errmsg":"escaped"}"#) }
            return .text(answer)
        }
    }

    private func deliver(
        _ channel: String, _ edition: Edition, secret: String? = nil, answer: String
    ) async throws -> (
        Plugin.Delivery, [FaultServer.Request]
    ) {
        let server = try Self.robot(channel, answer: answer)
        var settings: [String: OptionValue] = [
            "channel": .text(channel), "webhook": .secret(Secret(server.url("/send?key=K"))),
            "allow_networks": .list([.text("127.0.0.1")]),
        ]
        settings["secret"] = secret.map { .secret(Secret($0)) }
        let fetcher = CurlFetcher()
        let delivery = try await Plugin.Delivery.of(try sink("chat-robot", settings), edition, fetcher: fetcher)
        await fetcher.shutdown()
        return (delivery, server.asked)
    }

    @Test("WeCom: messages of at most 4096 bytes, split between items", .enabled(if: hasPython))
    func wecom() async throws {
        var edition = Edition.trial(120)
        for index in 0..<120 { edition.sections[0].groups[0].entries[index].item.title? += "（修订稿征求意见）" }
        let (delivery, asked) = try await deliver("wecom", edition, answer: #"{"errcode":0,"errmsg":"ok"}"#)
        #expect(delivery.failure == nil)
        #expect(asked.count > 3 && asked.allSatisfy { $0.method == "POST" && $0.path == "/send?key=K" })
        let texts = asked.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(texts.joined().components(separatedBy: "关于第").count == 121)
        #expect(texts.allSatisfy { $0.contains("机关党建简报 第3期") })
    }

    @Test("Where acknowledgements were lost, what the group has already is not sent twice", .enabled(if: hasPython))
    func idempotent() async throws {
        let server = try Self.robot("wecom", answer: #"{"errcode":0,"errmsg":"ok"}"#)
        let sink = try sink(
            "chat-robot",
            [
                "channel": .text("wecom"), "webhook": .secret(Secret(server.url("/send?key=K"))),
                "allow_networks": .list([.text("127.0.0.1")]),
            ])
        let fetcher = CurlFetcher()
        let first = try await Plugin.Delivery.of(sink, .trial(60), fetcher: fetcher)
        let asked = server.asked.count
        #expect(first.failure == nil && asked > 1)
        let lost = try #require(first.progress).replacing(#""settled":[1,2]"#, with: #""settled":[]"#)
            .replacing(#""settled":[2,1]"#, with: #""settled":[]"#)
        let again = try await Plugin.Delivery.of(sink, .trial(60), progress: lost, fetcher: fetcher)
        await fetcher.shutdown()
        #expect(lost != first.progress && again.failure == nil && server.asked.count == asked)
    }

    @Test("HTTP 200 is no success: a code for later is tried again, any other is said", .enabled(if: hasPython))
    func codes() async throws {
        let (busy, _) = try await deliver(
            "wecom", .trial(2), answer: #"{"errcode":45009,"errmsg":"api freq out of limit"}"#)
        #expect(busy.failure?.isTransient == true && busy.failure?.text(.english).contains("45009") == true)
        let (wrong, _) = try await deliver(
            "wecom", .trial(2), answer: #"{"errcode":93000,"errmsg":"invalid webhook url"}"#)
        #expect(wrong.failure?.isTransient == false && wrong.failure?.text(.english).contains("93000") == true)
        let (page, _) = try await deliver("wecom", .trial(2), answer: "<html>维护中</html>")
        #expect(page.failure?.isTransient == true)
    }

    @Test("DingTalk signs the address, Feishu the body", .enabled(if: hasPython))
    func signatures() async throws {
        let secret = "SECtest"
        let (ding, asked) = try await deliver(
            "dingtalk", .trial(1), secret: secret, answer: #"{"errcode":0,"errmsg":"ok"}"#)
        #expect(ding.failure == nil)
        let query = try #require(asked.first?.path.split(separator: "?").last).split(separator: "&")
        let stamp = try #require(query.first { $0.hasPrefix("timestamp=") }?.dropFirst(10))
        let sign = try #require(query.first { $0.hasPrefix("sign=") }?.dropFirst(5)).removingPercentEncoding
        #expect(sign == Self.signature(key: secret, "\(stamp)\n\(secret)"))
        let (feishu, posted) = try await deliver(
            "feishu", .trial(1), secret: secret, answer: #"{"code":0,"msg":"success"}"#)
        #expect(feishu.failure == nil)
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(posted[0].body)) as? [String: Any])
        let seconds = try #require(body["timestamp"] as? String)
        #expect(body["sign"] as? String == Self.signature(key: "\(seconds)\n\(secret)", ""))
    }

    private static func signature(key: String, _ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8)))
        return Data(code).base64EncodedString()
    }

    @Test("A spreadsheet has every item once, however often the edition comes", .enabled(if: hasPython))
    func spreadsheet() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "juhe-table-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sink = try sink("spreadsheet", ["folder": .text(folder.path)])
        var edition = Edition.trial(60)
        edition.sections[0].groups[0].entries[0].item.title = "=1+1"
        for _ in 1...2 { #expect(try await Plugin.Delivery.of(sink, edition).failure == nil) }
        let text = try String(contentsOf: folder.appending(path: "juhe.csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 61 && lines[1].contains("'=1+1") && lines[60].contains("政策规定"))
    }
}
