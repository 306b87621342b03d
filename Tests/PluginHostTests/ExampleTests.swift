import Configuration
import Foundation
import JuheKit
import PluginHost
import Testing

@Suite("The examples work as they stand")
struct ExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/Examples")
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private func run(
        _ name: String, _ settings: [String: OptionValue], state: String? = nil, body: String = ""
    ) async throws -> Recorder.Recording {
        let manifest = try ManifestReader.read(folder: Self.folder.appending(path: name).path)
        let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
        let recorder = Recorder(body: body)
        let context = SourceContext(
            source: SourceProfile(id: name), now: Date(timeIntervalSince1970: 1_795_000_000), state: state,
            host: recorder)
        do {
            try await #require(plugin.sourceType).make(Options(settings)).collect(context)
        } catch let failure as Failure {
            recorder.fail(failure)
        }
        return recorder.recording
    }

    @Test("Every example has a manifest without mistakes and a program that may be executed")
    func manifests() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
        #expect(names.count >= 3)
        for name in names { _ = try ManifestReader.read(folder: Self.folder.appending(path: name).path) }
    }

    @Test("A folder of text files, in shell")
    func textFolder() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "juhe-texts-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "关于“防汛”的通知\n各单位：\n\t路径 C:\\值班\n".write(
            to: folder.appending(path: "甲.txt"), atomically: true, encoding: .utf8)
        try "只有标题".write(to: folder.appending(path: "乙 \"二\".txt"), atomically: true, encoding: .utf8)
        let run = try await run("text-folder", ["folder": .text(folder.path)])
        #expect(run.failure == nil && run.reported.isEmpty)
        #expect(Set(run.items.map(\.title)) == ["关于“防汛”的通知", "只有标题"])
        #expect(run.items.contains { $0.contentText == "各单位：\n\t路径 C:\\值班" })
    }

    @Test("A list page with a cursor, in Python", .enabled(if: hasPython))
    func listPage() async throws {
        let page = """
            <ul><li><a href="/1.html" title="x">第一条</a><span>2026-11-18</span></li>
            <li><a href="2.html">第二条</a> [2026-11-20]</li></ul>
            """
        let url = OptionValue.text("https://list.ninglan.example/tzgg/")
        let first = try await run("list-page", ["url": url], body: page)
        #expect(first.failure == nil && first.items.map(\.title) == ["第一条", "第二条"])
        #expect(
            first.items.first?.url == "https://list.ninglan.example/1.html" && first.state == #"{"day":"2026-11-20"}"#)
        let second = try await run("list-page", ["url": url], state: first.state, body: page)
        #expect(second.items.map(\.title) == ["第二条"])
    }

    @Test("A JSON interface, in Python", .enabled(if: hasPython))
    func jsonAPI() async throws {
        let body = #"{"data":[{"id":7,"title":"停水通知","date":"2026-11-20","url":"https://api.ninglan.example/7"}]}"#
        let run = try await run("json-api", ["url": .text("https://api.ninglan.example/list")], body: body)
        #expect(run.failure == nil && run.items.map(\.id) == ["7"] && run.items.first?.datePublished != nil)
    }
}

@Suite("Manifests that promise what is not there")
struct ManifestTests {
    @Test(
        "A kind or a way of running that this program does not know is a mistake with its line, never passed over",
        arguments: ["kind: weather", "runtime: {type: declarative, rules: rules.yaml}"])
    func unknown(_ line: String) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-manifest-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let key = line.prefix { $0 != ":" }
        let lines = [
            "name: trial", "version: 1.0.0", "kind: source", "protocol: 1", "runtime: {type: process, command: [sh]}",
        ].map { $0.hasPrefix(key + ":") ? line : $0 }
        try lines.joined(separator: "\n").write(toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        let mistakes = #expect(throws: ConfigurationMistakes.self) { try ManifestReader.read(folder: folder) }
        #expect(mistakes?.mistakes.allSatisfy { $0.place.line > 0 } == true)
    }
}
