import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Search
import Store

/// `juhe search`: what the query language finds, newest first or best first.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: Phrase.searchCommand.spoken, discussion: Phrase.searchExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.rankOption.spoken))
    var rank = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.rebuildOption.spoken))
    var rebuild = false

    @Option(name: [.customShort("n"), .long], help: ArgumentHelp(Phrase.limitOption.spoken, valueName: "N"))
    var limit = 20

    @Option(name: .long, help: ArgumentHelp(Phrase.measureOption.spoken, valueName: "file"))
    var measure: String?

    @Argument(help: ArgumentHelp(Phrase.queryArgument.spoken, valueName: "query"))
    var words: [String] = []

    func validate() throws {
        guard limit > 0 else { throw ValidationError(Phrase.atLeastOne("-n, --limit").spoken) }
        guard rebuild || measure != nil || !words.isEmpty else { throw ValidationError(Phrase.emptyQuery.spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let query = words.isEmpty ? nil : try session.query(words.joined(separator: " "))
            let store = try session.openToRead()
            if rebuild {
                let lock = try RunLock(beside: session.configuration.storePath)
                session.console.say(.indexed(try store.rebuildIndex()))
                withExtendedLifetime(lock) {}
            } else {
                try session.bringIndexUpToDate(store)
            }
            if let measure { try measureAll(of: measure, session, store) }
            if let query { try show(query, session, store) }
        }
    }

    private func measureAll(of path: String, _ session: Session, _ store: SQLiteStore) throws {
        guard let bytes = InputFile.bytes(path) else {
            throw Failure(.unreadable, path, .unreadableFile(path, reason: String(cString: strerror(errno))))
        }
        let measuring = SearchMeasuring(store: store, limit: limit, now: Date())
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init) {
            Console.write(
                try JSONLines.text(try measuring.line(line, try session.query(line))), to: STDOUT_FILENO)
        }
    }

    private func show(_ query: SearchQuery, _ session: Session, _ store: SQLiteStore) throws {
        let console = session.console
        let asked = limit < .max ? limit + 1 : limit
        let hits = try store.search(query, order: rank ? .relevance : .newest, limit: asked, now: Date())
        let shown = hits.prefix(limit)
        if shown.isEmpty { console.say(.nothingFound) }
        if json {
            for (hit, item) in zip(shown, try store.withStories(shown.map(\.item))) {
                Console.write(try JSONLines.text(HitLine(item, hit.score, query)), to: STDOUT_FILENO)
            }
        } else {
            let listing = ItemListing(language: console.language, zone: session.configuration.zone)
            let marks = isatty(STDOUT_FILENO) == 1 ? ("\u{1B}[1m", "\u{1B}[0m") : ("【", "】")
            for hit in shown { listing.hit(hit.item, query, marks: marks).forEach(console.print) }
        }
        if hits.count > shown.count { console.say(.moreFound(limit)) }
    }
}

/// A line of `juhe search --json`: the item, with `_search` beside `_juhe`.
private struct HitLine: Encodable {
    private struct Search: Encodable {
        var title: String
        var snippet: String
        var score: Double?
    }

    private enum Key: String, CodingKey { case search = "_search" }

    private let item: Item
    private let search: Search

    init(_ item: Item, _ score: Double?, _ query: SearchQuery) {
        self.item = item
        search = Search(
            title: Highlighted(item.title ?? "", phrases: query.phrases).html,
            snippet: Highlighted(snippetOf: SearchDocument.text(of: item), phrases: query.phrases).html,
            score: score)
    }

    func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(search, forKey: .search)
    }
}

extension ItemListing {
    /// A result: number, date, labels and title on one line, the place where the words stand on the next.
    fileprivate func hit(_ item: Item, _ query: SearchQuery, marks: (String, String)) -> [String] {
        let details = item.details
        let head = [
            details.number.map(String.init) ?? "-", zone.civilTime(item.sortDate).isoDate,
            Phrase.name(of: details.track).text(language), Phrase.name(of: details.kind).text(language),
            details.unit ?? "-",
            Highlighted(item.title ?? "-", phrases: query.phrases).text(before: marks.0, after: marks.1),
        ]
        let snippet = Highlighted(snippetOf: SearchDocument.text(of: item), phrases: query.phrases)
        let line = snippet.text(before: marks.0, after: marks.1)
        return [head.joined(separator: "  ")] + (line.isEmpty ? [] : ["    " + line])
    }
}

extension Session {
    /// Reads a query; a mistake is named with its place and ends with 64.
    func query(_ text: String) throws -> SearchQuery {
        do throws(QueryMistake) {
            return try SearchQuery(text, zone: configuration.zone, now: Date())
        } catch {
            throw Failure(.usage, text, .queryMistake(at: error.place, error.phrase))
        }
    }

    /// Takes into the index what it lacks: after a run that was killed, and where the index is missing. While a run is at
    /// work, what is there is searched.
    func bringIndexUpToDate(_ store: SQLiteStore) throws {
        let behind = try store.changesToIndex()
        if behind == 0 { return }
        do {
            let lock = try RunLock(beside: configuration.storePath)
            _ = try store.updateIndex()
            withExtendedLifetime(lock) {}
        } catch let failure as Failure where failure.code == .locked {
            console.say(.indexBehind(Int(behind)), .warning)
        }
    }
}
