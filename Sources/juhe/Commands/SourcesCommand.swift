import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Store

/// `juhe sources`: every configured source and how it is.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: Phrase.sourcesCommand.spoken, discussion: Phrase.sourcesExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let path = session.configuration.storePath
            // A configuration may be looked at before its first run.
            let records =
                FileManager.default.fileExists(atPath: path) ? try session.openToRead().sources() : [:]
            let language = session.console.language
            if json {
                for source in session.configuration.sources {
                    let row = SourceRow(source.profile, type: source.type, records[source.profile.id], language)
                    Console.write(try JSONLines.text(row), to: STDOUT_FILENO)
                }
                return
            }
            let heads: [Phrase] = [.source, .state, .items, .lastSuccess, .lastChange, .note]
            var table = TextTable(heads.map { $0.text(language) })
            for source in session.configuration.sources {
                table.add(cells(source.profile, records[source.profile.id], session))
            }
            table.lines.forEach(session.console.print)
        }
    }

    private func cells(_ profile: SourceProfile, _ record: SourceRecord?, _ session: Session) -> [String] {
        let language = session.console.language
        let zone = session.configuration.zone
        func time(_ date: Date?) -> String { date.map { zone.civilTime($0).isoMinute } ?? "-" }
        return [
            TextTable.cut(profile.id, to: 28), SourceRow.state(record).phrase.text(language),
            String(record?.items ?? 0), time(record?.lastSuccess), time(record?.lastChange),
            record?.failure.map { TextTable.cut($0.text(language), to: 80) } ?? profile.title,
        ]
    }
}

/// One source as `--json` prints it.
private struct SourceRow: Encodable {
    var id: String
    var title: String
    var type: String
    var unit: String?
    var track: Track?
    var kind: Kind?
    var state: State
    var items: Int
    var failures: Int
    var lastAttempt: Date?
    var lastSuccess: Date?
    var lastChange: Date?
    var reason: String?

    private enum CodingKeys: String, CodingKey {
        case id, title, type, unit, track, kind, state, items, failures, reason
        case lastAttempt = "last_attempt"
        case lastSuccess = "last_success"
        case lastChange = "last_change"
    }

    enum State: String, Encodable {
        case ok, failing, new

        var phrase: Phrase {
            switch self {
            case .ok: .sourceIsFine
            case .failing: .sourceIsFailing
            case .new: .sourceIsNew
            }
        }
    }

    init(_ profile: SourceProfile, type: String, _ record: SourceRecord?, _ language: Language) {
        id = profile.id
        title = profile.title
        self.type = type
        unit = profile.unit
        track = profile.track
        kind = profile.kind
        state = Self.state(record)
        items = record?.items ?? 0
        failures = record?.failures ?? 0
        lastAttempt = record?.lastAttempt
        lastSuccess = record?.lastSuccess
        lastChange = record?.lastChange
        reason = record?.failure?.text(language)
    }

    static func state(_ record: SourceRecord?) -> State {
        guard let record else { return .new }
        return record.failures > 0 ? .failing : .ok
    }
}
