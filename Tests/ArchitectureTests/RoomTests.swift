import Foundation
import Testing

/// The checkout this test was built from.
let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

@Suite("Rooms and what they may import")
struct RoomTests {
    /// docs/ARCHITECTURE.md, "Rooms": what each may import beside the standard library.
    private static let allowed: [String: Set<String>] = [
        "JuheKit": ["FoundationEssentials"],
        "Markup": ["CLibXML2", "CMemory", "Glibc", "Musl", "Darwin", "Synchronization"],
        "Extraction": ["JuheKit", "Markup", "FoundationEssentials", "Synchronization"],
        "FeedFormats": ["JuheKit", "Markup", "FoundationEssentials", "Glibc", "Synchronization"],
        "Fetching": ["JuheKit", "CCurl", "Glibc", "Musl", "Darwin", "Synchronization"],
        "Mailing": ["JuheKit", "CCurl", "Glibc"],
        "Documents": [
            "CArchive", "CCMark", "CMime", "ChildProcess", "Extraction", "FeedFormats", "JuheKit", "Markup",
            "FoundationEssentials", "Glibc", "Synchronization",
        ],
        "Stream": ["Extraction", "JuheKit", "Markup", "Crypto", "Foundation", "Synchronization"],
        "ChildProcess": ["JuheKit", "Glibc", "Synchronization"],
        "OpenXML": ["CArchive"],
        "PluginHost": [
            "Bulletin", "ChildProcess", "Configuration", "FeedFormats", "Fetching", "JuheKit", "Markup", "Search",
            "Crypto", "Foundation", "Synchronization",
        ],
        "Search": ["JuheKit", "Markup", "FoundationEssentials"],
        "Versions": ["JuheKit", "Markup"],
        "Stories": ["JuheKit", "Search", "FoundationEssentials"],
        "Store": ["CMemory", "JuheKit", "Search", "Stories", "GRDB", "GRDBSQLite", "Foundation", "Synchronization"],
        "Bulletin": ["JuheKit", "OpenXML", "Mustache", "Crypto", "Foundation", "FoundationEssentials"],
        "Configuration": ["JuheKit", "Search", "Statistics", "CYAML", "Foundation"],
        "Statistics": ["JuheKit", "Foundation"],
        "Operations": [
            "Bulletin", "Configuration", "Extraction", "JuheKit", "Search", "Statistics", "Store", "Stream", "Versions",
            "Crypto",
            "Foundation", "Glibc",
            "Synchronization",
        ],
    ]

    /// What a plugin may import: the kit, the rooms it needs, never the store, the stream or another plugin.
    private static let forPlugins: Set<String> = [
        "JuheKit", "Bulletin", "CMime", "ChildProcess", "FeedFormats", "Fetching", "Mailing", "Markup", "OpenXML",
        "Search",
        "Documents",
        "Extraction", "Crypto",
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    ]

    @Test("import what their row allows and nothing else", arguments: allowed.keys.sorted())
    func rooms(_ room: String) throws {
        let allowed = try #require(Self.allowed[room])
        let files = try swiftFiles(in: "Sources/\(room)")
        #expect(!files.isEmpty)
        for file in files {
            for module in try imports(of: file) where !allowed.contains(module) {
                Issue.record("\(room) must not import \(module): \(file.lastPathComponent)")
            }
        }
    }

    @Test("have a row each: no room goes unchecked")
    func everyRoom() throws {
        let unchecked: Set = [
            "CArchive", "CCMark", "CMime", "CCurl", "CLibXML2", "CMemory", "CYAML", "Program", "juhe",
        ]
        let folders = try FileManager.default.contentsOfDirectory(atPath: checkout.appending(path: "Sources").path)
        #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys).union(unchecked))
    }

    @Test("Plugins know the kit and their rooms, never the store, the stream or each other")
    func plugins() throws {
        for file in try swiftFiles(in: "Plugins/Sources") + swiftFiles(in: "Plugins/Sinks") {
            for module in try imports(of: file) where !Self.forPlugins.contains(module) {
                Issue.record("a plugin must not import \(module): \(file.path)")
            }
        }
    }

    @Test("Only the program knows the catalog; the catalog alone knows the plugins")
    func catalog() throws {
        for room in Self.allowed.keys {
            for file in try swiftFiles(in: "Sources/\(room)") {
                #expect(
                    !(try imports(of: file)).contains {
                        $0 == "Catalog" || $0.hasSuffix("Sink") || $0.hasSuffix("Source")
                    })
            }
        }
        for file in try swiftFiles(in: "Sources/juhe") {
            #expect(!(try imports(of: file)).contains { $0.hasSuffix("Sink") || $0.hasSuffix("Source") })
        }
    }

    @Test("No file is longer than five hundred lines")
    func length() throws {
        for file in try swiftFiles(in: "Sources") + swiftFiles(in: "Plugins") {
            let lines = try String(contentsOf: file, encoding: .utf8).utf8.count { $0 == 0x0A }
            #expect(lines <= 500, "\(file.path)")
        }
    }
}

/// Every Swift file below a folder of the checkout.
func swiftFiles(in folder: String) throws -> [URL] {
    let root = checkout.appending(path: folder)
    let all = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return all.filter { $0.hasSuffix(".swift") }.map { root.appending(path: $0) }
}

/// The modules that a file imports.
func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
            words[..<place].allSatisfy({
                ["public", "package", "internal", "private", "@testable", "@preconcurrency"].contains($0)
            })
        else { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
    }
}
