package import JuheKit

/// The web pages around the editions of one bulletin: the list of all issues, a page for each unit and each topic, a site
/// map. A page holds nothing that changes by itself, so that only pages with something new become other bytes.
package struct ArchiveSite: Sendable {
    /// One file of the site.
    package struct File: Sendable, Hashable {
        /// Its path from the bulletin's folder.
        package let path: String
        /// Its content.
        package let bytes: [UInt8]
    }

    /// Its files; the list of all issues is the last, so that it never leads to a page that is not there yet.
    package let files: [File]

    /// Topics that so many entries have are worth a page; the most frequent ones are kept.
    private static let fewestEntries = 2
    private static let mostTopics = 200

    /// The site of all editions of one bulletin.
    ///
    /// - Parameters:
    ///   - editions: every released edition, oldest first.
    ///   - newest: the edition whose name and language stand on the pages.
    ///   - address: where the folder is found on the web; nothing leaves the site map out.
    package init(_ editions: [Edition], of newest: Edition, address: String?, feedFolder: String?) throws {
        let issues = editions.reversed().map(ArchiveIssue.init)
        let words = PrintedEdition.Words(language: newest.masthead.language)
        let page = try ArchivePage(newest, feedFolder: feedFolder)
        let units = Self.lists(issues, folder: "unit") { entry in entry.unit.map { [$0] } ?? [] }
        let topics = Array(
            Self.lists(issues, folder: "topic") { $0.topics }.filter { $0.count >= Self.fewestEntries }
                .prefix(Self.mostTopics))
        var files = (units + topics).map { list in
            File(path: list.path, bytes: page.list(list, root: "../"))
        }
        if let address {
            let pages = issues.map { "\($0.stem).html" } + (units + topics).map(\.path) + ["index.html"]
            files.append(File(path: "sitemap.xml", bytes: SiteMap.bytes(pages, address: address)))
        }
        files.append(
            File(path: "index.html", bytes: page.index(issues, units: units, topics: topics, words: words)))
        self.files = files
    }

    /// Entries by name, the name with most entries first, then by name.
    private static func lists(
        _ issues: [ArchiveIssue], folder: String, names: (ArchiveIssue.Line) -> [String]
    ) -> [ArchiveList] {
        var lists: [String: ArchiveList] = [:]
        for issue in issues {
            for line in issue.lines {
                for name in names(line) {
                    lists[name, default: ArchiveList(name: name, folder: folder)].add(line, of: issue)
                }
            }
        }
        return lists.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

/// One edition in the archive.
struct ArchiveIssue {
    /// One of its entries.
    struct Line {
        var title: String
        var anchor: String
        var unit: String?
        var topics: [String]
        var facts: [String]
    }

    let stem: String
    let title: String
    let date: String
    let isoDate: String
    let year: Int
    let lines: [Line]
    let highlights: [String]

    init(_ edition: Edition) {
        let printed = PrintedEdition(edition)
        stem = edition.fileStem
        title = printed.masthead.issue
        date = printed.masthead.date
        isoDate = printed.masthead.isoDate
        year = edition.year
        let groups = printed.sections.flatMap(\.groups)
        let tags = edition.entries.map { entry in
            entry.item.tags
                + entry.item.details.labels.filter { $0.register == .topic || $0.register == .activity }.map(\.name)
        }
        let entries = groups.flatMap { group in group.entries.map { (group.title, $0) } }
        lines = zip(entries, tags).map { pair, tags in
            let (track, entry) = pair
            return Line(
                title: entry.title, anchor: entry.anchor, unit: entry.unit,
                topics: Set(tags.compactMap { PlainLine.make($0, limit: 30) }).sorted(),
                facts: [track, entry.documentNumber, entry.date].compactMap(\.self))
        }
        highlights = printed.highlights.map(\.title)
    }
}

/// The entries of one unit or one topic, by edition, newest first.
struct ArchiveList {
    let name: String
    let folder: String
    private(set) var count = 0
    private(set) var issues: [(issue: ArchiveIssue, lines: [ArchiveIssue.Line])] = []

    init(name: String, folder: String) {
        self.name = name
        self.folder = folder
    }

    /// Names may hold anything; their hash is a file name everywhere, and stays the same.
    var path: String { "\(folder)/\(ContentHash.text(name).prefix(12)).html" }

    mutating func add(_ line: ArchiveIssue.Line, of issue: ArchiveIssue) {
        count += 1
        if issues.last?.issue.stem == issue.stem {
            issues[issues.count - 1].lines.append(line)
        } else {
            issues.append((issue, [line]))
        }
    }
}

/// The map of a site for search engines (sitemaps.org 0.9).
enum SiteMap {
    static func bytes(_ pages: [String], address: String) -> [UInt8] {
        let folder = address.utf8.last == UInt8(ascii: "/") ? address : address + "/"
        // The protocol allows 50,000 addresses in one file.
        let lines = pages.prefix(50_000).map { "<url><loc>\(HTMLEscaping.escaped(folder + $0))</loc></url>\n" }
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(lines.joined())</urlset>

            """
        return Array(text.utf8)
    }
}
