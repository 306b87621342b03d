package import JuheKit
internal import Bulletin
internal import FeedFormats
internal import Search

/// The merged stream, and the bulletin's own editions, as RSS 2.0, Atom 1.0 and JSON Feed 1.1, for readers and for other systems.
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
            OptionSpec(
                "editions", .integer(0...500), fallback: "20",
                help: Phrase(
                    "另编各期简报的订阅源，最多收录几期；0 为不编。",
                    en: "How many editions the bulletin's own feeds have at most; 0 for no such feeds.")),
            OptionSpec(
                "pages", .text,
                help: Phrase(
                    "网页简报所在文件夹的网址；写了，各期就链接到自己的网页。",
                    en: "The address of the folder of the pages, so that editions lead to theirs.")),
        ])

    private let folder: String
    private let home: String
    private let address: String
    private let title: String?
    private let limit: Int
    private let query: String?
    private let editions: Int
    private let pages: String?

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        home = options.text("home") ?? ""
        address = options.text("address") ?? home
        title = options.text("title")
        limit = options.integer("limit") ?? 100
        query = options.text("query")
        if let query { try SearchQuery.check(query) }
        editions = options.integer("editions") ?? 20
        pages = options.text("pages")
        for value in [home, address] + [pages].compactMap(\.self) where !FeedOutput.isAddress(value) {
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
        try publish(feed, items, in: nil, context)
        try await publishEditions(of: edition, feed, context)
    }

    /// The feeds of the editions, each an article with all that the other forms have.
    private func publishEditions(of edition: Edition, _ feed: FeedOutput, _ context: SinkContext) async throws {
        guard editions > 0 else { return }
        let newest = try await context.archive(editions)
        if newest.isEmpty { return }
        let article = try BulletinArticle(builtIn: context.builtInTemplates)
        let items = newest.reversed().map { edition in
            article.item(
                edition,
                page: pages.map { "\(EditionFiles.folder(of: edition, in: $0))/\(edition.fileStem).html" })
        }
        var feed = feed
        feed.title = edition.masthead.title
        try publish(feed, items, in: edition.bulletin, context)
    }

    private func publish(
        _ feed: FeedOutput, _ items: [Item], in subfolder: String?, _ context: SinkContext
    ) throws {
        func file(_ name: String) -> String { subfolder.map { "\($0)/\(name)" } ?? name }
        func output(_ name: String) -> FeedOutput { feed.at(Self.join(address, file(name))) }
        func path(_ name: String) -> String { Self.join(folder, file(name)) }
        try context.publish(path("rss.xml"), RSSWriter.bytes(output("rss.xml"), items))
        try context.publish(path("atom.xml"), AtomWriter.bytes(output("atom.xml"), items))
        try context.publish(path("feed.json"), JSONFeedWriter.bytes(output("feed.json"), items))
    }

    private static func join(_ folder: String, _ file: String) -> String {
        folder.utf8.last == UInt8(ascii: "/") ? folder + file : "\(folder)/\(file)"
    }
}
