package import JuheKit
internal import FeedFormats
internal import Search

/// The merged stream as RSS 2.0, Atom 1.0 and JSON Feed 1.1, for readers and for other systems.
package struct FeedSink: Sink {
    package static let manifest = PluginManifest(
        name: "feed", title: Phrase("订阅源", en: "Feeds of the merged stream"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "存放 rss.xml、atom.xml、feed.json 的文件夹。", en: "The folder of rss.xml, atom.xml and feed.json.")),
            OptionSpec(
                "home", .text, required: true,
                help: Phrase("订阅源所属网站的网址。", en: "The address of the site that the feeds belong to.")),
            OptionSpec(
                "address", .text,
                help: Phrase(
                    "该文件夹在网上的网址；不写则与 home 相同。", en: "The folder's address on the web; `home` where it is left out.")),
            OptionSpec(
                "title", .text,
                help: Phrase("订阅源名称；不写则用简报名称。", en: "The feeds' name; the bulletin's where it is left out.")),
            OptionSpec(
                "limit", .integer(1...10_000), fallback: "100",
                help: Phrase("最多收录多少条。", en: "How many items they have at most.")),
            OptionSpec(
                "query", .text,
                help: Phrase(
                    "只收录符合此检索式的条目，写法与 juhe search 相同。",
                    en: "Only items that this query finds, as `juhe search` takes it.")),
        ])

    private let folder: String
    private let home: String
    private let address: String
    private let title: String?
    private let limit: Int
    private let query: String?

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        home = options.text("home") ?? ""
        address = options.text("address") ?? home
        title = options.text("title")
        limit = options.integer("limit") ?? 100
        query = options.text("query")
        if let query { try SearchQuery.check(query) }
        for value in [home, address] where !FeedOutput.isAddress(value) {
            throw Failure(.configuration, value, .badAddress(value))
        }
    }

    /// Writes the three files. An edition that is not the newest changes nothing: the stream has moved on since.
    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        guard context.isLatest else { return }
        let items =
            if let query { try await context.matching(query, limit) } else { try await context.stream(limit) }
        let feed = FeedOutput(
            title: title ?? edition.masthead.title, home: home, address: "", publisher: edition.masthead.issuer,
            language: edition.masthead.language, fallbackTime: CivilTime(edition.sealedAt, offset: 0))
        try context.publish(path("rss.xml"), RSSWriter.bytes(feed.at(location("rss.xml")), items))
        try context.publish(path("atom.xml"), AtomWriter.bytes(feed.at(location("atom.xml")), items))
        try context.publish(path("feed.json"), JSONFeedWriter.bytes(feed.at(location("feed.json")), items))
    }

    private func path(_ file: String) -> String { Self.join(folder, file) }
    private func location(_ file: String) -> String { Self.join(address, file) }

    private static func join(_ folder: String, _ file: String) -> String {
        folder.utf8.last == UInt8(ascii: "/") ? folder + file : "\(folder)/\(file)"
    }
}
