import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Store
import Versions

/// `juhe items history`: every version of an item and what changed in it.
struct ItemHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "history", abstract: Phrase.historyCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var number: Int64

    private struct Line: Encodable {
        var version: Int
        var fetched: String?
        var deleted: Bool
        var summary: String?
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let versions = try session.openToRead().knownVersions(of: number)
            let language = session.console.language
            for (index, item) in versions.enumerated() {
                let difference = index > 0 ? VersionDifference(from: versions[index - 1], to: item) : nil
                let said: Phrase =
                    item.details.deleted
                    ? .versionDeleted : index == 0 ? .versionFirst : difference?.line ?? .versionSame
                if json {
                    let line = Line(
                        version: item.details.version, fetched: item.details.fetched.map(Timestamp.text),
                        deleted: item.details.deleted, summary: said.text(language))
                    Console.write(try JSONLines.text(line), to: STDOUT_FILENO)
                } else {
                    let time = item.details.fetched.map { session.configuration.zone.civilTime($0).isoMinute } ?? "-"
                    session.console.print(
                        PlainText.oneLine("v\(item.details.version)  \(time)  \(said.text(language))"))
                }
            }
        }
    }
}

/// `juhe items diff`: two versions of an item, passage by passage.
struct ItemDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "diff", abstract: Phrase.diffCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.htmlOption.spoken))
    var html = false

    @Option(name: .long, help: ArgumentHelp(Phrase.fromVersionOption.spoken, valueName: "version"))
    var from: Int?

    @Option(name: .long, help: ArgumentHelp(Phrase.toVersionOption.spoken, valueName: "version"))
    var to: Int?

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var number: Int64

    private struct Report: Encodable {
        var number: Int64
        var from: Int
        var to: Int
        var summary: String?
        var changes: [VersionDifference.Change]
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let versions = try session.openToRead().knownVersions(of: number)
            let last = versions[versions.count - 1].details.version
            let new = try version(to ?? last, versions)
            let before = versions.last { $0.details.version < new.details.version }
            let old = try from.map { try version($0, versions) } ?? before ?? new
            let difference = VersionDifference(from: old, to: new)
            let language = session.console.language
            if json {
                let report = Report(
                    number: number, from: old.details.version, to: new.details.version,
                    summary: difference.line?.text(language), changes: difference.changes)
                Console.write(try JSONLines.text(report), to: STDOUT_FILENO)
            } else if difference.isEmpty {
                let said = Phrase.versionSame.text(language)
                session.console.print(html ? "<p>\(said)</p>" : said)
            } else if html {
                session.console.print(difference.html(language))
            } else {
                difference.text(language).map(PlainText.oneLine).forEach(session.console.print)
            }
        }
    }

    private func version(_ version: Int, _ versions: [Item]) throws -> Item {
        guard let item = versions.first(where: { $0.details.version == version }) else {
            throw Failure(.missing, "\(number)", .noSuchVersion(version, of: number))
        }
        return item
    }
}

extension SQLiteStore {
    /// The versions of an item; a failure where there is no such item.
    fileprivate func knownVersions(of number: Int64) throws -> [Item] {
        let versions = try versions(of: number)
        if versions.isEmpty { throw Failure(.missing, "\(number)", .noSuchItem(number)) }
        return versions
    }
}
