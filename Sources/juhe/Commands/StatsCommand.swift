import ArgumentParser
import Bulletin
import Configuration
import Foundation
import JuheKit
import Operations
import Statistics
import Store

/// `juhe stats`: the table of reports and adoption (信息报送采用情况通报).
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: Phrase.statsCommand.spoken, discussion: Phrase.statsExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var bulletin: BulletinOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.statsPeriodOption.spoken, valueName: "period"))
    var period: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.statsRulesOption.spoken, valueName: "file"))
    var rules: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.entriesOption.spoken, valueName: "file"))
    var entries: String?

    @Flag(name: .long, help: ArgumentHelp(Phrase.csvOption.spoken))
    var csv = false

    @Option(name: .long, help: ArgumentHelp(Phrase.xlsxOption.spoken, valueName: "file"))
    var xlsx: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.pageFileOption.spoken, valueName: "file"))
    var page: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.wordFileOption.spoken, valueName: "file"))
    var word: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.nowOption.spoken, valueName: "time"))
    var now: String?

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.fusionOption.spoken))
    var fusion = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.matrixOption.spoken))
    var matrix = false

    func run() async throws {
        let session = try Session(common)
        let zone = session.configuration.zone
        let instant = self.now.flatMap { Timestamp.instant($0, zone: zone) } ?? Date()
        let now = zone.civilTime(instant)
        guard
            let period = period.map({ StatisticsPeriod($0, zone: zone) })
                ?? StatisticsPeriod(year: now.year, months: now.month...now.month, zone: zone)
        else { throw ValidationError(Phrase.badPeriod(period ?? "").spoken) }
        let bulletins = try bulletin.all(session)
        let one = bulletins.count == 1 ? bulletins[0] : nil
        let files = try files(one, session)
        try await session.reporting {
            let store = try session.openToRead()
            let counting = Counting(store: store, configuration: session.configuration)
            let language = session.console.language
            let table: StatisticsSheet
            if matrix {
                let stages = try session.vocabulary().labels.entries.filter { $0.register == .stage }.map(\.name)
                table = StatisticsSheet(try counting.stageMatrix(period, stages: stages), language)
            } else if fusion {
                table = StatisticsSheet(try counting.fusionShares(until: period, one), language)
            } else {
                table = StatisticsSheet(
                    try counting.tally(period, one, rules: files.rules, entries: files.entries), language)
            }
            if json {
                for line in table.objects { Console.write(try JSONLines.text(line), to: STDOUT_FILENO) }
            } else if csv {
                Console.write(String(decoding: table.csv, as: UTF8.self), to: STDOUT_FILENO)
            } else if xlsx != nil || page != nil || word != nil {
                let document = table.document(
                    one?.masthead.issuer ?? session.configuration.publisher.name, at: instant, zone: zone)
                let files: [(path: String?, bytes: () throws -> [UInt8])] = [
                    (xlsx, { try table.workbook(at: now.isoDate) }), (page, document.page),
                    (word, { try document.word() }),
                ]
                for case (let path?, let bytes) in files {
                    try AtomicFile.write(try bytes(), to: URL(fileURLWithPath: path).path)
                    session.console.say(.published(path))
                }
            } else {
                table.lines.forEach(session.console.print)
            }
        }
    }

    /// The files that were named, read and checked; ends with 78 where one is wrong.
    private func files(
        _ bulletin: Configuration.Bulletin?, _ session: Session
    ) throws -> (rules: ScoringRules?, entries: [ManualEntry]?) {
        do throws(ConfigurationMistakes) {
            var read: (rules: ScoringRules?, entries: [ManualEntry]?)
            if let rules { read.rules = try ScoringFile.rules(rules) }
            let levels = (read.rules ?? bulletin?.arrangement.statistics?.rules)?.levels.map(\.name) ?? []
            if let entries { read.entries = try ScoringFile.entries(entries, levels: levels) }
            return read
        } catch {
            throw session.console.failing(error)
        }
    }
}
