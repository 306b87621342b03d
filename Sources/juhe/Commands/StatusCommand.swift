import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Store

/// `juhe status`: the state of things on one screen.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: Phrase.statusCommand.spoken, discussion: Phrase.statusExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let status = try Status(session)
            if json {
                Console.write(try JSONLines.text(status), to: STDOUT_FILENO)
            } else {
                status.lines(session).forEach(session.console.print)
            }
        }
    }
}

/// What `juhe status` knows.
private struct Status: Encodable {
    var database: String
    var items: Int
    var sources: Int
    var failing: [String]
    var lastRun: RunRecord?
    var editions: [Edition]
    var pending: Int

    struct Edition: Encodable {
        var bulletin: String
        var year: Int
        var number: Int
        var total: Int
        var items: Int
        var sealedAt: Date
    }

    init(_ session: Session) throws {
        let store = try session.openToRead()
        let records = try store.sources()
        database = session.configuration.storePath
        items = try store.itemCount()
        sources = session.configuration.sources.count
        failing = session.configuration.sources.map(\.profile.id).filter { (records[$0]?.failures ?? 0) > 0 }
        lastRun = try store.lastRun()
        editions = try session.configuration.bulletins.compactMap { bulletin in
            try store.editions(of: bulletin.id).first.map {
                Edition(
                    bulletin: bulletin.id, year: $0.year, number: $0.number, total: $0.total, items: $0.items,
                    sealedAt: $0.sealedAt)
            }
        }
        pending = try store.pendingDeliveries().count
    }

    func lines(_ session: Session) -> [String] {
        let language = session.console.language
        let zone = session.configuration.zone
        func line(_ label: Phrase, _ value: String) -> String { "\(label.text(language)): \(value)" }
        let run = lastRun.map { run in
            let outcome = Phrase.collected(
                sources: run.sources, failed: run.failed, new: run.new, changed: run.changed,
                unchanged: run.unchanged)
            let code = "\(Phrase.exitCode.text(language)) \(run.exitCode)"
            return "\(zone.civilTime(run.finished).isoMinute)  \(code)  \(outcome.text(language))"
        }
        var lines = [
            line(.database, database), line(.lastRun, run ?? Phrase.none.text(language)),
            line(.items, String(items)), line(.pendingDeliveries, String(pending)),
            line(.failingSources, failing.isEmpty ? Phrase.none.text(language) : failing.joined(separator: ", ")),
        ]
        for edition in editions {
            let number = Phrase.issueNumber(year: edition.year, number: edition.number).text(language)
            lines.append(
                line(
                    .editions,
                    "\(edition.bulletin)  \(number)  \(zone.civilTime(edition.sealedAt).isoMinute)  (\(edition.items))")
            )
        }
        return lines
    }
}
