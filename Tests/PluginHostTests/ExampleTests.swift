import Configuration
import Fetching
import Foundation
import JuheKit
import Loopback
import PluginHost
import SiteSource
import Testing

@Suite("The examples work as they stand")
struct ExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/Examples")
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private let site = PluginCatalog(sources: [SiteSource.self], sinks: []).source(named: "site")

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
            try await #require(plugin.sourceType(site: site)).make(Options(settings)).collect(context)
        } catch let failure as Failure {
            recorder.fail(failure)
        }
        return recorder.recording
    }

    @Test("Every example has a manifest without mistakes and a program that may be executed")
    func manifests() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            FileManager.default.fileExists(atPath: Self.folder.appending(path: "\($0)/plugin.yaml").path)
        }
        #expect(names.count >= 3)
        for name in names {
            let manifest = try ManifestReader.read(folder: Self.folder.appending(path: name).path)
            try ExternalPlugin(manifest, policy: PluginPolicy()).checkDeclaration(site: site)
        }
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

extension ExampleTests {
    /// A column's list and its articles, saved in a folder.
    private func column() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-column-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try """
        <html><body><ul class="news"><li><a href="1.html">关于开展防汛检查的通知</a><span>2026-11-18</span></li>
        <li><a href="2.html">关于公布办理时限的通告</a><span>2026-11-20</span></li></ul></body></html>
        """.write(toFile: folder + "/index.html", atomically: true, encoding: .utf8)
        for number in 1...2 {
            try """
            <html><head><title>文\(number)</title></head><body><div class="source">来源：市水务局</div>
            <div id="zoom"><p>第\(number)篇正文，写明时间、地点和要求，各单位遵照执行。</p></div></body></html>
            """.write(toFile: folder + "/\(number).html", atomically: true, encoding: .utf8)
        }
        return folder
    }

    @Test("A government column in YAML alone, with its articles, by the engine of the site source")
    func column() async throws {
        let folder: String = try column()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let run = try await run("gov-column", ["url": .text(folder + "/index.html")])
        #expect(run.failure == nil && run.reported.isEmpty)
        #expect(run.items.map(\.title) == ["关于开展防汛检查的通知", "关于公布办理时限的通告"])
        #expect(run.items.allSatisfy { $0.contentHTML?.contains("遵照执行") == true })
        #expect(run.items.first?.details.origin == "市水务局")
    }

    @Test("A page without the list is a failure, and a manifest reads no variables of the operator's")
    func wrongColumn() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-column-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "<html><body><p>改版了</p></body></html>".write(
            toFile: folder + "/index.html", atomically: true, encoding: .utf8)
        let run = try await run("gov-column", ["url": .text(folder + "/index.html")])
        #expect(run.failure != nil && run.items.isEmpty && run.state == nil)
        let own = try String(contentsOf: Self.folder.appending(path: "gov-column/plugin.yaml"), encoding: .utf8)
        try own.replacing("site:\n", with: "site:\n  allow_empty: true\n").write(
            toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        let lenient = try ManifestReader.read(folder: folder)
        let recorder = Recorder()
        try await #require(
            ExternalPlugin(lenient, policy: PluginPolicy().trusting(lenient)).sourceType(site: site)
        ).make(Options(["url": .text(folder + "/index.html")])).collect(
            SourceContext(source: SourceProfile(id: "x"), now: Date(), state: nil, host: recorder))
        #expect(recorder.recording.items.isEmpty)
        try """
        name: trial
        version: 1.0.0
        kind: source
        protocol: 1
        runtime: {type: declarative}
        site:
          url: https://www.ninglan.example/${env:HOME}
          rulez: {list: "css:li"}
        """.write(toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        let manifest = try ManifestReader.read(folder: folder)
        let mistakes = #expect(throws: ConfigurationMistakes.self) {
            try ExternalPlugin(manifest, policy: PluginPolicy()).checkDeclaration(site: site)
        }
        #expect(mistakes?.mistakes.map(\.place.line) == [7, 8])
    }

    @Test("A declarative sink fills a template and writes a file, or posts to a webhook and reads its answer")
    func declarativeSink() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-sink-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try #"""
        name: notice
        version: 1.0.0
        kind: sink
        protocol: 1
        runtime: {type: declarative}
        config: {type: object, required: [hook], properties: {hook: {type: string, format: uri}}}
        permissions: {network: ["@hook"]}
        sink:
          template: '{"text":"{{masthead.issue}} {{#sections}}{{#groups}}{{#entries}}{{title}};{{/entries}}{{/groups}}{{/sections}}"}'
          form: json
          webhook: ${config:hook}
          success: '"errcode":0'
          again: '"errcode":45009'
        """#.write(toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        let manifest = try ManifestReader.read(folder: folder)
        let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
        var edition = Edition.trial(1)
        edition.sections[0].groups[0].entries[0].item.title = #"引号"与\斜线"#
        let fetcher = CurlFetcher()
        for (answer, isSent, isTransient) in [
            (#"{"errcode":0}"#, true, false), (#"{"errcode":45009}"#, false, true),
            (#"{"errcode":93000}"#, false, false),
        ] {
            let server = try FaultServer { _ in .text(answer) }
            let sink = try #require(plugin.sinkType).make(
                Options(["hook": .text(server.url("/x")), "allow_networks": .list([.text("127.0.0.1")])]))
            let delivery = try await Plugin.Delivery.of(sink, edition, fetcher: fetcher)
            #expect((delivery.failure == nil) == isSent && (delivery.failure?.isTransient ?? false) == isTransient)
            let body = try JSONSerialization.jsonObject(with: Data(server.asked[0].body)) as? [String: String]
            #expect(body?["text"]?.contains(#"引号"与\斜线;"#) == true)
        }
        await fetcher.shutdown()
    }

    @Test("A declarative enricher labels what its queries find")
    func declarativeEnricher() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-labels-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try #"""
        name: flood
        version: 1.0.0
        kind: enricher
        protocol: 1
        runtime: {type: declarative}
        labels:
          rules: [{query: 防汛, topic: 防汛抗旱, tags: [防汛], kind: procedure}]
        """#.write(toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        let manifest = try ManifestReader.read(folder: folder)
        let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
        let enricher = try #require(plugin.enricherType).make(Options())
        let added = try await enricher.enrich(
            [Item(id: "1", title: "防汛检查"), Item(id: "2", title: "停水")],
            EnricherContext(enricher: "flood", now: Date(timeIntervalSince1970: 0)))
        #expect(added.map(\.id) == ["1"] && added[0].tags == ["防汛"] && added[0].details.kind == .procedure)
        #expect(added[0].details.labels == [ItemLabel(.topic, "防汛抗旱")])
    }
}

@Suite("Manifests that promise what is not there")
struct ManifestTests {
    @Test(
        "A kind or a way of running that this program does not know is a mistake with its line, never passed over",
        arguments: ["kind: weather", "runtime: {type: declarative}"])
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
