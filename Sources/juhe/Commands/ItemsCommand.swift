public import ArgumentParser
import Configuration
import Foundation
public import JuheKit
import Search
import Store

/// `juhe items`: the stream, newest first, or single items whole; what is done with single items stands in subcommands.
struct ItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items", abstract: Phrase.itemsCommand.spoken, discussion: Phrase.itemsExamples.spoken,
        subcommands: [
            ItemsListCommand.self, ItemsShowCommand.self, ItemsLabelCommand.self, ItemWhyCommand.self,
            ItemHistoryCommand.self, ItemDiffCommand.self,
        ],
        defaultSubcommand: ItemsListCommand.self)
}

/// `juhe items show`: items whole, by their numbers.
struct ItemsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Phrase.itemsShowCommand.spoken, discussion: Phrase.itemsExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var numbers: [Int64]

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            try ItemCards(session: session, isJSON: json).print(numbers, from: try session.openToRead())
        }
    }
}

/// `juhe items`, `juhe items list`.
struct ItemsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Phrase.itemsCommand.spoken, discussion: Phrase.itemsExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var span: SpanOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.sourceOption.spoken, valueName: "id"))
    var source: [String] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.unitOption.spoken, valueName: "name"))
    var unit: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.trackOption.spoken, valueName: "track"))
    var track: Track?

    @Option(name: .long, help: ArgumentHelp(Phrase.kindOption.spoken, valueName: "kind"))
    var kind: Kind?

    @Option(name: .long, help: ArgumentHelp(Phrase.labelOption.spoken, valueName: "label"))
    var label: [String] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.containingOption.spoken, valueName: "words"))
    var containing: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.queryOption.spoken, valueName: "query"))
    var query: String?

    @Option(name: [.customShort("n"), .long], help: ArgumentHelp(Phrase.limitOption.spoken, valueName: "N"))
    var limit = 50

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var numbers: [Int64] = []

    func validate() throws {
        guard limit > 0 else { throw ValidationError(Phrase.atLeastOne("-n, --limit").spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let store = try session.openToRead()
            if !numbers.isEmpty {
                return try ItemCards(session: session, isJSON: json).print(numbers, from: store)
            }
            let zone = session.configuration.zone
            let items = try store.items(itemQuery(session, store))
            if json {
                for item in try store.withStories(items) { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
            } else {
                if items.isEmpty { session.console.say(.nothingFound) }
                ItemListing(language: session.console.language, zone: zone).table(items)
                    .forEach(session.console.print)
            }
        }
    }

    private func itemQuery(_ session: Session, _ store: SQLiteStore) throws -> ItemQuery {
        let zone = session.configuration.zone
        var query = ItemQuery(limit: limit)
        if let text = self.query {
            query.matching = try session.query(text)
            try session.bringIndexUpToDate(store)
        }
        if let labelled = SearchQuery(labels: label) {
            query.matching = query.matching.map { $0.and(labelled) } ?? labelled
        }
        query.sources = source
        query.unit = unit
        query.track = track
        query.kind = kind
        query.containing = containing
        let span = span.span(zone)
        query.since = span?.since
        query.until = span?.until
        return query
    }
}

extension Track: ExpressibleByArgument {}
extension Kind: ExpressibleByArgument {}
