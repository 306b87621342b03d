import Foundation

/// An office in a folder of its own: configuration, feeds, and whatever a run makes of them.
final class Office {
    let path: String
    var program: Program { Program(folder: path) }

    /// - Parameter sources: the lines of the source list, without indentation.
    init(sources: String = Office.oneFeed, more: String = "") throws {
        path = FileManager.default.temporaryDirectory.path + "/juhe-office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try configure(sources: sources, more: more)
        try write(feed("公告", items: 1...3), to: "a.xml")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static let oneFeed = "- {id: gonggao, type: feed, url: a.xml, track: business, kind: policy, unit: 市民政局}"

    func configure(sources: String, sinkFolder: String = "out", more: String = "") throws {
        let list = sources.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        try write(
            """
            publisher: {name: 市直机关工委}
            store: {path: var/juhe.sqlite}
            \(more)
            sources:
            \(list)
            bulletins:
              - {id: jianbao, title: 机关党建简报, start: 3650d, sinks: [page, text, stream]}
            sinks:
              - {id: page, type: page, folder: \(sinkFolder)}
              - {id: text, type: text, folder: \(sinkFolder)}
              - {id: stream, type: feed, folder: \(sinkFolder)/feeds, home: "https://gongwei.ninglan.example/"}
            """, to: "juhe.yaml")
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    /// Every file with its bytes and its time stamp.
    func snapshot() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var status = stat()
            guard stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let hash = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")).hashValue
            files[name] = "\(hash) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }
        return files
    }
}

/// An RSS feed of numbered items.
func feed(_ title: String, items: ClosedRange<Int>, note: String = "") -> String {
    let entries = items.map { number in
        """
        <item><guid isPermaLink="false">\(title)-\(number)</guid><title>\(title)第\(number)号\(note)</title>
        <link>https://mzj.ninglan.example/\(number).html</link><pubDate>Mon, 02 Nov 2026 0\(number % 10):00:00 +0800</pubDate>
        <description>&lt;p&gt;正文\(number)\(note)&lt;/p&gt;</description></item>
        """
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>\(title)</title>
        <link>https://mzj.ninglan.example/</link><description>\(title)</description>
        \(entries.joined(separator: "\n"))
        </channel></rss>
        """
}
