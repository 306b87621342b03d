import ArgumentParser
import Bulletin
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe issue show N`: what the ledger has of one edition.
struct IssueShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Phrase.issueShowCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var edition: EditionOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Argument(help: ArgumentHelp(Phrase.issueNumberArgument.spoken, valueName: "N"))
    var number: Int

    func run() async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        try await session.reporting {
            let store = try session.openToRead()
            let year = session.configuration.zone.civilTime(Date()).year
            let record = try edition.record(number, session, store, year: year)
            let shown = try ShownEdition(record, bulletin, store)
            if json {
                Console.write(try JSONLines.text(shown), to: STDOUT_FILENO)
            } else {
                shown.lines(session).forEach(session.console.print)
            }
        }
    }
}

/// One edition with its items, its review and its deliveries.
private struct ShownEdition: Encodable {
    var ledger: LedgerLine
    var content: String
    var items: [CitedItem]
    var review: [ReviewStep]
    var deliveries: [Delivery]
    private let record: EditionRecord
    private let fault: ReviewChain.Fault?

    struct CitedItem: Encodable {
        var number: Int64
        var version: Int
        var fingerprint: String
        var title: String
    }

    struct Delivery: Encodable {
        var sink: String
        var state: String
        var attempts: Int
    }

    private enum CodingKeys: String, CodingKey {
        case ledger, content, items, review, deliveries, holds
    }

    init(_ record: EditionRecord, _ bulletin: Configuration.Bulletin, _ store: SQLiteStore) throws {
        self.record = record
        let ledger = Ledger(store: store)
        let chain = try ledger.chain(record, bulletin)
        let edition = try ledger.edition(record)
        self.ledger = LedgerLine(record)
        content = try ledger.content(record)
        fault = chain.fault(content: content)
        review = chain.steps
        items = zip(try store.cited(in: record.id), edition.entries).map { cited, entry in
            CitedItem(
                number: cited.number, version: cited.version, fingerprint: cited.fingerprint.hexadecimal,
                title: entry.headline ?? entry.item.title ?? "")
        }
        deliveries = try store.deliveries(of: record.id).map {
            Delivery(sink: $0.sink, state: $0.state.rawValue, attempts: $0.attempts)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(ledger, forKey: .ledger)
        try fields.encode(content, forKey: .content)
        try fields.encode(items, forKey: .items)
        try fields.encode(review, forKey: .review)
        try fields.encode(deliveries, forKey: .deliveries)
        try fields.encode(fault == nil, forKey: .holds)
    }

    func lines(_ session: Session) -> [String] {
        let language = session.console.language
        let zone = session.configuration.zone
        func line(_ label: Phrase, _ value: String) -> String { "\(label.text(language)): \(value)" }
        var lines = [
            line(.issue, "\(record.bulletin) \(record.spoken(language))"),
            line(.stage, Phrase.name(of: record.stage).text(language)),
            line(.sealedAt, zone.civilTime(record.sealedAt).isoMinute), line(.sealedBy, record.sealedBy),
            line(.window, "\(record.after)–\(record.through)"), line(.configurationHash, record.configuration),
            line(.contentHash, content),
        ]
        if !review.isEmpty {
            lines += ["", line(.review, (fault?.phrase ?? .reviewHolds).text(language))]
            var table = TextTable(
                [.sealedAt, .state, .stage, .sealedBy, .note].map { (phrase: Phrase) in
                    phrase.text(language)
                })
            for step in review {
                table.add([
                    zone.civilTime(step.at).isoMinute, Phrase.name(of: step.action).text(language),
                    Phrase.name(of: step.stage).text(language), step.person, step.note ?? "",
                ])
            }
            lines += table.lines
        }
        if !deliveries.isEmpty {
            lines += ["", line(.deliveries, deliveries.map { "\($0.sink) \($0.state)" }.joined(separator: ", "))]
        }
        var table = TextTable(
            [.number, .versionColumn, .fingerprint, .title].map { (phrase: Phrase) in
                phrase.text(language)
            })
        for item in items {
            table.add([
                "\(item.number)", "\(item.version)", String(item.fingerprint.prefix(12)),
                TextTable.cut(item.title, to: 76),
            ])
        }
        return items.isEmpty ? lines : lines + [""] + table.lines
    }
}
