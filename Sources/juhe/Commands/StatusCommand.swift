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
    var undelivered: [String]

    private enum CodingKeys: String, CodingKey {
        case database, items, sources, failing, editions, pending, undelivered
        case lastRun = "last_run"
    }

    struct Edition: Encodable {
        var bulletin: String
        var year: Int
        var number: Int
        var total: Int
        var items: Int
        var sealedAt: Date

        private enum CodingKeys: String, CodingKey {
            case bulletin, year, number, total, items
            case sealedAt = "sealed_at"
        }
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
        let language = session.console.language
        let sealed = Dictionary(try store.editions(of: nil).map { ($0.id, $0) }) { first, _ in first }
        undelivered = try store.failedDeliveries().map { delivery in
            let edition = sealed[delivery.edition]
            let number = Phrase.issueNumber(year: edition?.year ?? 0, number: edition?.number ?? 0).text(language)
            let reason = delivery.failure?.phrase.text(language) ?? ""
            return "\(edition?.bulletin ?? "?") \(number) → \(delivery.sink): \(reason)"
        }
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
        lines += undelivered.map { line(.undelivered, $0) }
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
