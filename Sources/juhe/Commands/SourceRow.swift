import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// One source as `juhe sources` prints it.
struct SourceRow: Encodable {
    var id: String
    var title: String
    var type: String
    var unit: String?
    var track: Track?
    var kind: Kind?
    var state: SourceHealth.State
    /// Why it is so, in words.
    var reason: String?
    var items: Int
    /// Failed runs in a row.
    var failures: Int
    var lastAttempt: Date?
    var lastSuccess: Date?
    var lastChange: Date?
    /// When it is asked again, where that is not the next run.
    var due: Date?
    /// Seconds from one new item to the next.
    var rhythm: Int?
    /// Items of the last document that was read, and of the usual one.
    var lastCount: Int?
    var usualCount: Int?
    /// Where it moved for good.
    var movedTo: String?

    private enum CodingKeys: String, CodingKey {
        case id, title, type, unit, track, kind, state, reason, items, failures, due, rhythm
        case lastAttempt = "last_attempt"
        case lastSuccess = "last_success"
        case lastChange = "last_change"
        case lastCount = "last_count"
        case usualCount = "usual_count"
        case movedTo = "moved_to"
    }

    init(
        _ source: Configuration.ConfiguredSource, _ record: SourceRecord?, _ language: Language, now: Date,
        longestWait: Double
    ) {
        let profile = source.profile
        id = profile.id
        title = profile.title
        type = source.type
        unit = profile.unit
        track = profile.track
        kind = profile.kind
        let health = SourceHealth(record, id: profile.id, now: now)
        state = health.state
        let failure = record?.failure
        reason =
            health.reason?.text(language) == failure?.phrase.text(language)
            ? failure?.text(language) : health.reason?.text(language)
        items = record?.items ?? 0
        failures = record?.failures ?? 0
        lastAttempt = record?.lastAttempt
        lastSuccess = record?.lastSuccess
        lastChange = record?.lastChange
        if case .waiting(let until) = Resting(record, settings: source.mark, now: now, longest: longestWait) {
            due = until
        }
        rhythm = record?.course.rhythm
        lastCount = record?.course.counts.last
        usualCount = record.flatMap { SourceHealth.median($0.course.counts) }
        movedTo = record?.course.movedTo.map { ShownAddress.text($0) }
    }

    /// Why it is so and when it is asked again; a long reason is cut before the other is.
    private func note(_ waits: String?) -> String {
        guard let waits else { return TextTable.cut(reason ?? "", to: 200) }
        guard let reason = reason.map({ TextTable.cut($0, to: 140) }) else { return waits }
        let isSentence = reason.hasSuffix(".") || reason.hasSuffix("。") || reason.hasSuffix("…")
        return reason + (isSentence ? " " : "; ") + waits
    }

    /// The row of the table.
    func cells(_ zone: Zone, _ language: Language) -> [String] {
        func time(_ date: Date?) -> String { date.map { zone.civilTime($0).isoMinute } ?? "-" }
        let waits = due.map { Phrase.waitingUntil(time($0)).text(language) }
        let counts = lastCount.map { "\($0)/\(usualCount.map(String.init) ?? "-")" }
        return [
            TextTable.cut(id, to: 28), state.phrase.text(language), String(items), counts ?? "-", time(lastSuccess),
            time(lastChange),
            rhythm.map { Phrase.span($0).text(language) } ?? "-",
            failures > 0 ? String(failures) : "-",
            note(waits).nonEmpty ?? title,
        ]
    }
}

extension SourceHealth.State {
    /// The state for people.
    var phrase: Phrase {
        switch self {
        case .new: .sourceIsNew
        case .ok: .sourceIsFine
        case .slow: .sourceIsSlow
        case .stale: .sourceIsStale
        case .empty: .sourceIsEmpty
        case .redesigned: .sourceIsRedesigned
        case .failing: .sourceIsFailing
        case .moved: .sourceHasMoved
        case .gone: .sourceIsGone
        case .muted: .sourceIsMuted
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
