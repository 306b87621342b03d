// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours is built the same way: Swift 6, explicit `any`, imports that leak nothing.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The program of a release carries the Swift runtime in it: it starts in half the time and needs no toolchain where it is
/// installed.
let isRelease = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let standalone: [SwiftSetting] = [.unsafeFlags(["-static-stdlib"], isRelease)]
let standaloneLinking: [LinkerSetting] = [.unsafeFlags(["-static-stdlib"], isRelease)]

/// A room under `Sources/`, or a plugin at `path`.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
        resources: resources, swiftSettings: strict)
}

/// A plugin: an ordinary target beside its README and its sample configuration, which is compiled in.
func plugin(
    _ name: String, _ path: String, _ dependencies: [Target.Dependency], embedding files: [String] = []
) -> Target {
    room(
        name, ["JuheKit"] + dependencies, path: "Plugins/\(path)", exclude: ["README.md"],
        resources: (files + ["sample.yaml"]).map { .embedInCode($0) })
}

/// Tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, as GRDB links them.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "juhe",
    products: [
        .library(name: "JuheKit", targets: ["JuheKit"]),
        // The whole program as a library: one `main`, and plugins of your own beside those that come with it.
        .library(name: "JuheProgram", targets: ["JuheProgram"]),
        .executable(name: "juhe", targets: ["juhe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.0.0"..<"5.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    ],
    targets: [
        // Rooms. What each may import is a rule with a test: docs/ARCHITECTURE.md, Tests/ArchitectureTests.
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCMark", path: "Sources/CCMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(
            name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CMime", path: "Sources/CMime", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(
            name: "CMemory", path: "Sources/CMemory", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .systemLibrary(
            name: "CYAML", path: "Sources/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        room("JuheKit"),
        room("ChildProcess", ["JuheKit"]),
        room("Statistics", ["JuheKit"]),
        // The shipped registers are compiled in; Sources/Configuration/Shipped links to Configs.
        room(
            "Configuration", ["JuheKit", "Search", "Statistics", "CYAML"],
            resources: ["lexicon", "units", "registers", "holidays2025", "holidays2026"].map {
                .embedInCode("Shipped/\($0).yaml")
            }),
        room("Markup", ["CLibXML2", "CMemory"]),
        room("Extraction", ["JuheKit", "Markup"]),
        room("FeedFormats", ["JuheKit", "Markup"]),
        room("Fetching", ["JuheKit", "CCurl"]),
        room("Mailing", ["JuheKit", "CCurl"]),
        room("OpenXML", ["CArchive"]),
        room(
            "PluginHost",
            [
                "Bulletin", "ChildProcess", "Configuration", "FeedFormats", "Fetching", "JuheKit", "Markup", "Search",
                crypto,
            ]),
        room(
            "Documents",
            ["CArchive", "CCMark", "CMime", "ChildProcess", "Extraction", "FeedFormats", "JuheKit", "Markup"]),
        room("Stream", ["Extraction", "JuheKit", "Markup", crypto]),
        room("Search", ["JuheKit", "Markup"]),
        room("Stories", ["JuheKit", "Search"]),
        room("Versions", ["JuheKit", "Markup"]),
        room("Store", ["CMemory", "JuheKit", "Search", "Stories", grdb, sqlite]),
        room(
            "Bulletin", ["JuheKit", "OpenXML", mustache, crypto],
            resources: [
                .embedInCode("Page/page.mustache"), .embedInCode("Page/page.css"),
                .embedInCode("Archive/archive.mustache"), .embedInCode("Mail/mail.mustache"),
                .embedInCode("Article/article.mustache"), .embedInCode("Circular/circular.mustache"),
            ]),
        room(
            "Operations",
            [
                "Bulletin", "Configuration", "Extraction", "JuheKit", "Search", "Statistics", "Store", "Stream",
                "Versions",
                crypto,
            ]),
        room(
            "JuheProgram",
            [
                "Bulletin", "CMemory", "Catalog", "Configuration", "Extraction", "FeedFormats", "Fetching", "JuheKit",
                "Markup", "Operations", "OpenXML", "PluginHost", "Search", "Statistics", "Store", "Stream", "Versions",
                arguments,
            ], path: "Sources/juhe"),
        .executableTarget(
            name: "juhe", dependencies: ["JuheProgram"], path: "Sources/Program", swiftSettings: strict + standalone,
            linkerSettings: standaloneLinking),
        // Somebody else's program, as a package of its own has it (Plugins/Examples/own-program).
        .executableTarget(
            name: "own-juhe", dependencies: ["JuheKit", "JuheProgram"],
            path: "Plugins/Examples/own-program/Sources/own-juhe", swiftSettings: strict),

        // Plugins.
        plugin("FeedSource", "Sources/Feed", ["Extraction", "FeedFormats", "Fetching", crypto]),
        plugin("DirectorySource", "Sources/Directory", ["Documents", crypto]),
        plugin("SiteSource", "Sources/Site", ["Extraction", "FeedFormats", "Fetching", "Markup", crypto]),
        plugin("PageSink", "Sinks/Page", ["Bulletin"]),
        plugin("MarkdownSink", "Sinks/Markdown", ["Bulletin"]),
        plugin("TextSink", "Sinks/Text", ["Bulletin"]),
        plugin("FeedSink", "Sinks/Feed", ["Bulletin", "FeedFormats", "Search"]),
        plugin("PdfSink", "Sinks/Pdf", ["Bulletin", "ChildProcess", "OpenXML"]),
        plugin("CalendarSink", "Sinks/Calendar", ["Bulletin", "FeedFormats"]),
        plugin("MailSink", "Sinks/Mail", ["Bulletin", "CMime", "Mailing"]),
        plugin("TableSink", "Sinks/Table", ["Bulletin", "OpenXML"]),
        plugin("WordSink", "Sinks/Word", ["Bulletin", "OpenXML"]),
        room(
            "Catalog",
            [
                "JuheKit", "DirectorySource", "FeedSource", "SiteSource", "CalendarSink", "FeedSink", "MailSink",
                "MarkdownSink", "PageSink", "PdfSink", "TableSink",
                "TextSink",
                "WordSink",
            ],
            path: "Plugins/Catalog"),

        // Tests.
        room("Loopback", path: "Tests/Loopback"),
        .executableTarget(
            name: "feedfuzz", dependencies: ["FeedFormats", "Markup"], path: "Tests/Fuzz", exclude: ["Corpus"],
            swiftSettings: strict),
        tests("ArchitectureTests", ["Catalog", "Configuration", "JuheKit"]),
        tests("BulletinTests", ["Bulletin", "JuheKit"]),
        tests("ConfigurationTests", ["Configuration", "JuheKit", "Statistics"]),
        tests("ChildProcessTests", ["ChildProcess", "JuheKit"]),
        tests("DocumentsTests", ["Documents", "Extraction", "JuheKit", "Markup", "OpenXML"]),
        tests("ExtractionTests", ["Extraction", "JuheKit", "Markup"]),
        tests("FeedFormatsTests", ["FeedFormats", "JuheKit", "Markup"]),
        tests("FetchingTests", ["Fetching", "JuheKit", "Loopback"]),
        tests("JuheKitTests", ["JuheKit"]),
        tests("JuheTests", ["juhe", "own-juhe", "Loopback"]),
        tests("MailingTests", ["JuheKit", "Loopback", "Mailing"]),
        tests("MarkupTests", ["Markup"]),
        tests("OperationsTests", ["Bulletin", "Configuration", "JuheKit", "Operations", "Store"]),
        tests(
            "SinkTests",
            [
                "Bulletin", "CArchive", "CalendarSink", "MailSink", "OpenXML", "FeedFormats", "FeedSink", "JuheKit",
                "Loopback",
                "MarkdownSink", "PageSink", "PdfSink",
                "TableSink",
                "TextSink",
                "WordSink",
            ],
            exclude: ["Golden"]),
        tests(
            "SourceTests",
            [
                "DirectorySource", "Documents", "Extraction", "FeedSource", "Fetching", "JuheKit", "Loopback", "Markup",
                "OpenXML", "SiteSource",
            ]),
        tests("SearchTests", ["JuheKit", "Search", "Store", grdb]),
        tests(
            "PluginHostTests",
            ["ChildProcess", "Configuration", "Fetching", "JuheKit", "Loopback", "PluginHost", "SiteSource", crypto]),
        tests("StoriesTests", ["JuheKit", "Search", "Store", "Stories"]),
        tests("StatisticsTests", ["JuheKit", "Statistics"]),
        tests("StoreTests", ["JuheKit", "Store", grdb]),
        tests("VersionsTests", ["JuheKit", "Versions"]),
        tests("StreamTests", ["Configuration", "JuheKit", "Stream"], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
