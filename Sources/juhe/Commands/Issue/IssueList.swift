import ArgumentParser
import Bulletin
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe issue list`: the ledger, newest first.
struct IssueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Phrase.issueListCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var bulletin: BulletinOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.issueYearOption.spoken, valueName: "year"))
    var year: Int?

    @Flag(name: .long, help: ArgumentHelp(Phrase.discardedOption.spoken))
    var discarded = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    func run() async throws {
        let session = try Session(common)
        let bulletins = try bulletin.all(session)
        try await session.reporting {
            let store = try session.openToRead()
            let language = session.console.language
            if discarded {
                let list = try bulletins.flatMap { try store.discards(of: $0.id) }.filter {
                    year == nil || $0.year == year
                }
                return try DiscardLine.print(list, session, isJSON: json)
            }
            let records = try bulletins.flatMap { try store.editions(of: $0.id) }
                .filter { year == nil || $0.year == year }
            if json {
                for record in records { Console.write(try JSONLines.text(LedgerLine(record)), to: STDOUT_FILENO) }
                return
            }
            let heads: [Phrase] = [.aBulletin, .issue, .stage, .sealedAt, .sealedBy, .items]
            var table = TextTable(heads.map { $0.text(language) })
            for record in records {
                table.add([
                    record.bulletin, record.spoken(language), Phrase.name(of: record.stage).text(language),
                    session.configuration.zone.civilTime(record.sealedAt).isoMinute, record.sealedBy,
                    String(record.items),
                ])
            }
            if !records.isEmpty { table.lines.forEach(session.console.print) }
        }
    }
}

/// An edition as `--json` prints it.
struct LedgerLine: Encodable {
    var bulletin: String
    var series: String
    var year: Int
    var number: Int
    var total: Int
    var revision: Int
    var corrects: Int64?
    var stage: String
    var after: Int64
    var through: Int64
    var sealedAt: Date
    var sealedBy: String
    var configuration: String
    var items: Int

    private enum CodingKeys: String, CodingKey {
        case bulletin, series, year, number, total, revision, corrects, stage, after, through, configuration, items
        case sealedAt = "sealed_at"
        case sealedBy = "sealed_by"
    }

    init(_ record: EditionRecord) {
        bulletin = record.bulletin
        series = record.series.rawValue
        year = record.year
        number = record.number
        total = record.total
        revision = record.revision
        corrects = record.corrects
        stage = record.stage.rawValue
        after = record.after
        through = record.through
        sealedAt = record.sealedAt
        sealedBy = record.sealedBy
        configuration = record.configuration
        items = record.items
    }
}
