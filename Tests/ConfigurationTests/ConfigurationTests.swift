import Configuration
import Foundation
import JuheKit
import Testing

/// A source type with one setting of every shape that matters here.
private struct PaperSource: Source {
    static let manifest = PluginManifest(
        name: "paper", title: Phrase("纸", en: "paper"),
        options: [
            OptionSpec("url", .address, required: true, help: Phrase("网址", en: "address")),
            OptionSpec("max_size", .size, help: Phrase("上限", en: "limit")),
            OptionSpec("proxy", .proxy, help: Phrase("代理", en: "proxy")),
            OptionSpec("token", .secret, help: Phrase("密钥", en: "secret")),
            OptionSpec("headers", .map(.text), help: Phrase("头", en: "headers")),
        ])
    let options: Options
    init(options: Options) { self.options = options }
    func collect(_ context: SourceContext) async throws {}
}

private struct WallSink: Sink {
    static let manifest = PluginManifest(
        name: "wall", title: Phrase("墙", en: "wall"),
        options: [OptionSpec("folder", .path, required: true, help: Phrase("文件夹", en: "folder"))])
    let folder: String
    init(options: Options) { folder = options.text("folder") ?? "" }
    func deliver(_ edition: Edition, _ context: SinkContext) async throws {}
}

/// A folder of configuration files that goes with the test.
private final class ConfigurationFolder {
    let path = NSTemporaryDirectory() + "juhe-configuration-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    func load(_ name: String = "juhe.yaml") throws -> Configuration {
        try ConfigurationLoader.load(
            "\(path)/\(name)", catalog: PluginCatalog(sources: [PaperSource.self], sinks: [WallSink.self]))
    }

    /// The mistakes as `line key`, with their English words.
    func mistakes() throws -> [(place: String, text: String)] {
        do {
            _ = try load()
            return []
        } catch let error as ConfigurationMistakes {
            return error.mistakes.map {
                let file = ($0.place.file as NSString).lastPathComponent
                return ("\(file):\($0.place.line) \($0.key)", $0.phrase.text(.english))
            }
        }
    }
}

@Suite("Configuration")
struct ConfigurationTests {
    private static let good = """
        publisher: {name: 市直机关工委}
        zone: +08:00
        store: {path: ../var/juhe.sqlite}
        sources:
          - file: more.yaml
          - {id: one, type: paper, url: feeds/one.xml, max_size: 2MB, kind: policy, headers: {X-Unit: 工委}}
        bulletins:
          - {id: jianbao, title: 简报, sinks: [wall], start: 2w}
        sinks:
          - {id: wall, type: wall, folder: out}
        """
    private static let more =
        "sources: [{id: two, type: paper, url: 'https://mzj.ninglan.example/rss.xml', enabled: false}]"

    @Test("A good configuration gives typed values; paths count from the file")
    func good() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Self.good, to: "juhe.yaml")
        try folder.write(Self.more, to: "more.yaml")
        let configuration = try folder.load()
        #expect(configuration.storePath == (folder.path as NSString).deletingLastPathComponent + "/var/juhe.sqlite")
        #expect(configuration.sources.map(\.profile.id) == ["one"])
        let source = try #require(configuration.sources.first?.plugin as? PaperSource)
        #expect(source.options.text("url") == folder.path + "/feeds/one.xml")
        #expect(source.options.integer("max_size") == 2_000_000)
        #expect(source.options.map("headers").first?.value == "工委")
        #expect(configuration.sources.first?.profile.kind == .policy)
        #expect(configuration.bulletins.first?.start == 1_209_600)
        #expect((configuration.sinks.first?.plugin as? WallSink)?.folder == folder.path + "/out")
    }

    @Test("What counts readers goes, unless the office or the source says otherwise; secrets are no addresses")
    func tracking() throws {
        let folder = try ConfigurationFolder()
        func profiles(_ global: String, _ own: String) throws -> [Configuration.ConfiguredSource] {
            let source = "url: 'https://a.ninglan.example/rss', \(own)"
            try folder.write(Self.good.replacing("url: feeds/one.xml,", with: source) + "\n" + global, to: "juhe.yaml")
            try folder.write(Self.more, to: "more.yaml")
            return try folder.load().sources
        }
        #expect(try profiles("", "").first?.profile.tracking == .strip)
        #expect(try profiles("tracking: keep", "").first?.profile.tracking == .keep)
        #expect(try profiles("tracking: keep", "tracking: strip,").first?.profile.tracking == .strip)
        #expect(try profiles("", "").first?.address == "https://a.ninglan.example/rss")
        try folder.write("x", to: "key")
        let secret = Self.good.replacing("feeds/one.xml", with: "'https://a.ninglan.example/${file:key}'")
        try folder.write(secret, to: "juhe.yaml")
        #expect(try folder.load().sources.first?.address == nil)
    }

    @Test(
        "An address without a host, or with a port or brackets that there are none of, is a mistake before anything is asked"
    )
    func addresses() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Self.more, to: "more.yaml")
        func mistakes(_ address: String) throws -> [String] {
            try folder.write(Self.good.replacing("feeds/one.xml", with: "'\(address)'"), to: "juhe.yaml")
            return try folder.mistakes().map(\.place)
        }
        for good in [
            "http://mzj.ninglan.example", "https://mzj.ninglan.example:8443/a?b=[1]#c", "http://[fd00::1]:80/f",
            "http://[::1]",
            "HTTP://宁澜市.example/公告 列表.xml", "http://user@mzj.ninglan.example:/", "file:///srv/one.xml", "one[1].xml",
        ] {
            #expect(try mistakes(good).isEmpty, "\(good)")
        }
        for bad in [
            "http://[bad/f", "http://", "https:///rss.xml", "http://mzj.ninglan.example:99999/", "http://a:b:c/",
            "http://:80/",
            "http://[fd00::1]x/", "http://a]b/", "http://user@/", "HTTP://[宁澜/", "ftp://mzj.ninglan.example/rss.xml",
        ] {
            #expect(try mistakes(bad) == ["juhe.yaml:6 sources[1].url"], "\(bad)")
        }
    }

    @Test("A password in an address comes by reference, and is not printed where it does not")
    func passwordInAddress() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Self.more, to: "more.yaml")
        try folder.write("geheim", to: "key")
        func configure(_ address: String) throws {
            try folder.write(Self.good.replacing("feeds/one.xml", with: "'\(address)'"), to: "juhe.yaml")
        }
        for plain in ["http://caiji:geheim@oa.ninglan.example/rss.xml", "https://geheim:@oa.ninglan.example"] {
            try configure(plain)
            let mistakes = try folder.mistakes()
            #expect(mistakes.map(\.place) == ["juhe.yaml:6 sources[1].url"], "\(plain)")
            #expect(mistakes[0].text.contains("${env:NAME}") && !mistakes[0].text.contains("geheim"))
        }
        // Of one that is no address either nothing is known for sure.
        try configure("http://caiji:ge/heim@oa.ninglan.example/rss.xml")
        #expect(try folder.mistakes().map(\.text).allSatisfy { !$0.contains("heim") })
        for good in [
            "http://caiji:${file:key}@oa.ninglan.example/", "http://caiji@oa.ninglan.example/",
            "http://oa.ninglan.example/a:b@c?d:e@f",
        ] {
            try configure(good)
            #expect(try folder.mistakes().isEmpty, "\(good)")
        }
    }

    @Test("An address without its scheme is no path; the whole address is named")
    func withoutScheme() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Self.more, to: "more.yaml")
        func mistakes(_ address: String) throws -> [String] {
            try folder.write(Self.good.replacing("feeds/one.xml", with: "'\(address)'"), to: "juhe.yaml")
            return try folder.mistakes().map(\.text)
        }
        for (address, meant) in [
            ("www.ninglan.example/tzgg/", "https://www.ninglan.example/tzgg/"),
            ("mzj.ninglan.cn", "https://mzj.ninglan.cn"), ("10.1.2.3:8080/rss", "http://10.1.2.3:8080/rss"),
            ("https:/www.ninglan.example/rss.xml", "https://www.ninglan.example/rss.xml"),
        ] {
            let found = try mistakes(address)
            #expect(found.count == 1 && found[0].contains("did you mean \(meant)?"), "\(address) \(found)")
        }
        for path in ["../feeds/one.xml", "one.xml", "feeds/v1.2/one.xml", "v1.2/one.xml", "./www.ninglan.example/a"] {
            #expect(try mistakes(path).isEmpty, "\(path)")
        }
        // A site that was saved lies in a folder of its name.
        try FileManager.default.createDirectory(
            atPath: folder.path + "/www.ninglan.example", withIntermediateDirectories: false)
        #expect(try mistakes("www.ninglan.example/tzgg/index.html").isEmpty)
    }

    @Test("A file of certificates that is not there, or has none, is a mistake of the line that names it")
    func certificates() throws {
        let folder = try ConfigurationFolder()
        try folder.write(Self.more, to: "more.yaml")
        try folder.write("hello", to: "garbage.pem")
        try folder.write("-----BEGIN CERTIFICATE-----\nTm90IG9uZQ==\n-----END CERTIFICATE-----\n", to: "ca.pem")
        func mistakes(_ file: String) throws -> [String] {
            try folder.write("fetching: {ca_file: \(file)}\n" + Self.good, to: "juhe.yaml")
            return try folder.mistakes().map(\.place)
        }
        #expect(try mistakes("missing.pem") == ["juhe.yaml:1 fetching.ca_file"])
        #expect(try mistakes("garbage.pem") == ["juhe.yaml:1 fetching.ca_file"])
        #expect(try mistakes("ca.pem").isEmpty)
    }

    @Test("A proxy is a secret; its password comes by reference, and its host counts as a setting")
    func proxies() throws {
        let folder = try ConfigurationFolder()
        try folder.write("k%40e%2Fy", to: "key")
        try folder.write(Self.more, to: "more.yaml")
        func configure(_ proxy: String) throws {
            try folder.write(Self.good.replacing("max_size: 2MB", with: "proxy: '\(proxy)'"), to: "juhe.yaml")
        }
        func mark(_ proxy: String) throws -> String {
            try configure(proxy)
            let source = try #require(folder.load().sources.first)
            let options = try #require(source.plugin as? PaperSource).options
            #expect(options.secret("proxy") != nil && !"\(options)".contains("k%40"))
            return source.mark
        }
        let first = try mark("http://caiji:${file:key}@daili.ninglan.example:3128")
        #expect(try mark("http://other:${file:key}@daili.ninglan.example:3128") == first)
        #expect(try mark("socks5h://daili.ninglan.example:1080") != first)
        for good in [
            "none", "https://daili.ninglan.example", "socks4a://[fd00::1]:1080", "HTTP://caiji@10.1.1.1:3128/",
        ] {
            _ = try mark(good)
        }
        for bad in [
            "daili.ninglan.example:3128", "ftp://daili.ninglan.example", "http://", "http://daili:0", "socks5://:1080",
            "http://daili.ninglan.example:99999", "http://caiji@", "no",
        ] {
            try configure(bad)
            let mistakes = try folder.mistakes()
            #expect(mistakes.map(\.place) == ["juhe.yaml:6 sources[1].proxy"], "\(bad)")
        }
        for plain in ["http://caiji:geheim@daili.ninglan.example:3128", "http://caiji:geheim@daili:x"] {
            try configure(plain)
            let mistakes = try folder.mistakes()
            #expect(
                mistakes.count == 1 && mistakes[0].text.contains("${env:NAME}") && !mistakes[0].text.contains("geheim"))
        }
    }

    @Test("Every mistake is named in one run, with file, line and the nearest key")
    func everyMistake() throws {
        let folder = try ConfigurationFolder()
        try folder.write(
            """
            publisher: {nmae: 工委}
            zone: Mars/Base
            store: {path: a.sqlite}
            sources:
              - file: more.yaml
              - {id: one, type: papr, url: x}
              - {id: one, type: paper, url: x, max_size: big, track: partty}
              - {id: Eins, type: paper}
            bulletins:
              - {id: b, title: 简报, sinks: [wal]}
            sinks:
              - {id: wall, type: wall, folder: out, colour: red}
            extra: 1
            """, to: "juhe.yaml")
        try folder.write("sources: [{id: one, type: paper, url: x}]\nsource: []", to: "more.yaml")
        let mistakes = try folder.mistakes()
        let places = Set(mistakes.map(\.place))
        let expected: Set = [
            "juhe.yaml:1 publisher.nmae", "juhe.yaml:1 publisher", "juhe.yaml:2 zone", "juhe.yaml:6 sources[1].type",
            "juhe.yaml:6 sources[1].id", "juhe.yaml:7 sources[2].id", "juhe.yaml:7 sources[2].max_size",
            "juhe.yaml:7 sources[2].track", "juhe.yaml:8 sources[3].id", "juhe.yaml:8 sources[3]",
            "juhe.yaml:10 bulletins[0].sinks[0]", "juhe.yaml:12 sinks[0].colour", "juhe.yaml:13 extra",
            "more.yaml:2 source",
        ]
        #expect(places == expected)
        let texts = mistakes.map(\.text).joined(separator: "\n")
        for nearest in ["\"name\"", "\"paper\"", "\"party\"", "\"wall\"", "\"sources\""] {
            #expect(texts.contains(nearest), "the nearest word \(nearest) is not named")
        }
    }

    @Test("Secrets come by reference only, and a missing reference is a mistake")
    func secrets() throws {
        let folder = try ConfigurationFolder()
        let start = Self.good.replacingOccurrences(of: "max_size: 2MB", with: "token: TOKEN")
        try folder.write(Self.more, to: "more.yaml")
        try folder.write(start.replacingOccurrences(of: "TOKEN", with: "plain"), to: "juhe.yaml")
        #expect(try folder.mistakes().map(\.place) == ["juhe.yaml:6 sources[1].token"])

        try folder.write(start.replacingOccurrences(of: "TOKEN", with: "'${env:JUHE_NO_SUCH_NAME}'"), to: "juhe.yaml")
        #expect(try folder.mistakes().first?.text.contains("JUHE_NO_SUCH_NAME") == true)

        try folder.write("geheim\n", to: "token")
        try folder.write(start.replacingOccurrences(of: "TOKEN", with: "'${file:token}'"), to: "juhe.yaml")
        let source = try #require(try folder.load().sources.first?.plugin as? PaperSource)
        #expect(source.options.secret("token")?.reveal() == "geheim")
    }

    @Test("Text that is no YAML, a key written twice, no file: named with their place")
    func brokenFiles() throws {
        let folder = try ConfigurationFolder()
        #expect(try folder.mistakes().count == 1)
        try folder.write("publisher: [", to: "juhe.yaml")
        #expect(try folder.mistakes().count == 1)
        try folder.write(Self.good + "\nzone: UTC\n", to: "juhe.yaml")
        let twice = try folder.mistakes()
        #expect(twice.map(\.place) == ["juhe.yaml:11 zone"])
        try folder.write("", to: "juhe.yaml")
        #expect(try folder.mistakes().count == 1)
        try folder.write("- a\n- b\n", to: "juhe.yaml")
        #expect(try folder.mistakes().count == 1)
    }

    @Test("The schema for editors knows every key and is JSON")
    func schema() throws {
        let schema = ConfigurationSchema(catalog: PluginCatalog(sources: [PaperSource.self], sinks: [WallSink.self]))
        for text in [schema.mainFile(), schema.sourceFile()] {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
            #expect(text.contains("\"max_size\"") && text.contains("\"headers\""))
        }
        #expect(schema.mainFile().contains("\"folder\""))
    }
}
