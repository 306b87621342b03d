import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe prune`.
struct PruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "prune", abstract: Phrase.pruneCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    func run() async throws {
        let session = try Session(common)
        try await session.reporting { _ = try session.openToRead() }
        try await session.change(isDryRun: change.dryRun) { store in
            let retention = session.configuration.keeping
            if retention.isEmpty { session.console.say(.noRetention, .warning) }
            let count = try store.prune(retention, at: change.instant(session.configuration.zone))
            _ = try store.updateStories()
            if !change.dryRun { _ = try store.updateIndex() }
            if change.json {
                Console.write(try JSONLines.text(count), to: STDOUT_FILENO)
            } else {
                let phrase: Phrase =
                    change.dryRun
                    ? .wouldPrune(count.total, cited: count.cited) : .pruned(count.total, cited: count.cited)
                session.console.say(phrase, change.dryRun ? .warning : .info)
            }
            return .done
        }
    }
}

/// `juhe archive`.
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "archive", abstract: Phrase.archiveCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.archiveFolderOption.spoken, valueName: "folder"))
    var to: String

    @Option(name: .long, help: ArgumentHelp(Phrase.archiveYearOption.spoken, valueName: "year"))
    var year: Int?

    @Option(name: .long, help: ArgumentHelp(Phrase.periodOption.spoken, valueName: "period"))
    var period = "永久"

    @Argument(help: ArgumentHelp(Phrase.bulletinOption.spoken, valueName: "bulletin"))
    var bulletin: String

    @Argument(help: ArgumentHelp(Phrase.editionNumberArgument.spoken, valueName: "number"))
    var number: Int

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let store = try session.openToRead()
            let year = year ?? session.configuration.zone.civilTime(Date()).year
            let editions = try store.editions(of: bulletin)
            guard let record = editions.first(where: { $0.year == year && $0.number == number }) else {
                throw Failure(.missing, "\(bulletin) \(year)", .noSuchEdition(number))
            }
            let wanted = session.configuration.bulletins.first { $0.id == bulletin }?.sinks ?? []
            let sinks = session.configuration.sinks.filter { wanted.contains($0.id) }
            let written = try await Archiving(store: store).archive(record, sinks: sinks, period: period, to: to)
            session.console.say(.archived(written.folder, files: written.files))
        }
    }
}

extension Configuration {
    /// How long items are kept, as the store takes it.
    var keeping: Retention {
        var spans: [Kind: Double] = [:]
        for kind in Kind.allCases { spans[kind] = retention[kind.rawValue] }
        return Retention(spans: spans, unsorted: retention["unsorted"])
    }
}
