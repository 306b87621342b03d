import Foundation
import JuheKit
import Operations
import Store

/// What a run did, as `--json` prints it.
struct JobReport: Encodable {
    var dryRun = false
    var exitCode: Int32 = 0
    var sources: [Source] = []
    var resting: [Rested] = []
    var silent: [Silent] = []
    var editions: [Edition] = []
    var deliveries: [Delivery] = []

    private enum CodingKeys: String, CodingKey {
        case dryRun = "dry_run"
        case exitCode = "exit_code"
        case sources, resting, silent, editions, deliveries
    }

    /// One source's part.
    struct Source: Encodable {
        var id: String
        var new: Int
        var changed: Int
        var unchanged: Int
        var deleted: Int
        var renamed: Int
        var failures: [Problem]
        var notes: [Problem]

        init(_ entry: CollectReport.Entry, language: Language) {
            id = entry.profile.id
            new = entry.count.new
            changed = entry.count.changed
            unchanged = entry.count.unchanged
            deleted = entry.count.deleted
            renamed = entry.count.renamed
            failures = entry.failures.map { Problem($0, language: language) }
            notes = entry.notes.map { Problem($0, language: language) }
        }
    }

    /// A source that had nothing to say, and how it is.
    struct Silent: Encodable {
        var id: String
        var state: SourceHealth.State
        var message: String
    }

    /// A source that was not asked.
    struct Rested: Encodable {
        var id: String
        /// `muted`, `gone`, `waiting` or `postponed`.
        var why: String
        var until: Date?
        var message: String

        init(_ rested: CollectReport.Rested, _ zone: Zone, _ language: Language) {
            id = rested.profile.id
            let phrase: Phrase
            switch rested.why {
            case .muted: (why, phrase) = ("muted", .mutedSource(id))
            case .gone: (why, phrase) = ("gone", .goneForGood)
            case .waiting(let until):
                (why, phrase) = ("waiting", .waitingUntil(zone.civilTime(until).isoMinute))
                self.until = until
            case .postponed(let failure): (why, phrase) = ("postponed", failure.phrase)
            }
            message = phrase.text(language)
        }
    }

    /// A failure or a remark.
    struct Problem: Encodable {
        var code: String
        var subject: String
        var message: String

        init(_ failure: Failure, language: Language) {
            code = failure.code.rawValue
            subject = failure.subject
            message = failure.phrase.text(language)
        }
    }

    /// A sealed edition.
    struct Edition: Encodable {
        var bulletin: String
        var year: Int
        var number: Int
        var total: Int
        var items: Int
        var series: String
        var revision: Int
        var stage: String

        init(_ record: EditionRecord) {
            bulletin = record.bulletin
            year = record.year
            number = record.number
            total = record.total
            items = record.items
            series = record.series.rawValue
            revision = record.revision
            stage = record.stage.rawValue
        }
    }

    /// One attempt to deliver.
    struct Delivery: Encodable {
        var bulletin: String
        var year: Int
        var number: Int
        var sink: String
        var files: [String]
        var failure: Problem?

        init(_ attempt: Delivering.Attempt, language: Language) {
            bulletin = attempt.edition.bulletin
            year = attempt.edition.year
            number = attempt.edition.number
            sink = attempt.sink
            files = attempt.files
            failure = attempt.failure.map { Problem($0, language: language) }
        }
    }
}
