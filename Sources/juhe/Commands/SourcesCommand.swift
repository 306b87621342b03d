import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe sources`: every configured source and how it is; muting.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: Phrase.sourcesCommand.spoken, discussion: Phrase.sourcesExamples.spoken,
        subcommands: [ListSourcesCommand.self, MuteCommand.self, UnmuteCommand.self],
        defaultSubcommand: ListSourcesCommand.self)
}

/// `juhe sources list`, and `juhe sources` alone.
struct ListSourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Phrase.listSourcesCommand.spoken, discussion: Phrase.sourcesExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.nowOption.spoken, valueName: "time"))
    var now: String?

    func validate() throws {
        if let now, Timestamp.instant(now) == nil { throw ValidationError(Phrase.badDate(now).spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let path = session.configuration.storePath
            // A configuration may be looked at before its first run.
            let records =
                FileManager.default.fileExists(atPath: path) ? try session.openToRead().sources() : [:]
            let language = session.console.language
            let zone = session.configuration.zone
            let now = now.flatMap { Timestamp.instant($0, zone: zone) } ?? Date()
            let rows = session.configuration.sources.map { source in
                SourceRow(
                    source, records[source.profile.id], language, now: now,
                    longestWait: session.configuration.fetching.longestWait)
            }
            if json {
                for row in rows { Console.write(try JSONLines.text(row), to: STDOUT_FILENO) }
                return
            }
            let heads: [Phrase] = [
                .source, .state, .items, .itemsPerFetch, .lastSuccess, .lastChange, .usualRhythm, .failuresInARow,
                .note,
            ]
            var table = TextTable(heads.map { $0.text(language) })
            for row in rows { table.add(row.cells(zone, language)) }
            table.lines.forEach(session.console.print)
        }
    }
}

/// `juhe sources mute ID…`.
struct MuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mute", abstract: Phrase.muteCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var muting: MuteOptions

    func run() async throws { try await muting.set(.byOperator, common) { .hasMuted($0) } }
}

/// `juhe sources unmute ID…`.
struct UnmuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unmute", abstract: Phrase.unmuteCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var muting: MuteOptions

    func run() async throws { try await muting.set(nil, common) { .hasUnmuted($0) } }
}

/// What muting takes.
struct MuteOptions: ParsableArguments {
    @Flag(name: .long, help: ArgumentHelp(Phrase.dryRunOption.spoken))
    var dryRun = false

    @Argument(help: ArgumentHelp(Phrase.sourceArguments.spoken, valueName: "id"))
    var ids: [String]

    func set(_ mute: SourceCourse.Mute?, _ common: CommonOptions, said: (String) -> Phrase) async throws {
        let session = try Session(common)
        try await session.change(isDryRun: dryRun) { store in
            let known = session.configuration.sources.map(\.profile.id)
            for id in ids where !known.contains(id) { throw Failure(.usage, id, .noSuchSource(id)) }
            for id in ids {
                try store.setMute(mute, of: id)
                session.console.say(said(id))
            }
            return .done
        }
    }
}
