import Foundation
import GRDB
import JuheKit

/// What is written down of sources when they have been asked.
///
/// Most sources have nothing new most of the time; of these only the time has to be written, with one statement for all.
struct SourceUpdate {
    private struct Known {
        var labels: String?
        var isFailing: Bool
    }

    private let known: [String: Known]
    private let statement: Statement
    private var labelTexts: [SourceLabels: String] = [:]
    private var unchanged: [String] = []
    private var row = RowValues()

    /// Looks up what is known of the sources of these batches.
    init(_ batches: [SourceBatch], _ db: Database) throws {
        var known: [String: Known] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, labels, failures > 0 OR failure IS NOT NULL FROM source
                    WHERE id IN (SELECT value FROM json_each(?))
                    """), arguments: [Self.list(batches.map(\.source))])
        while let row = try rows.next() { known[row[0]] = Known(labels: row[1], isFailing: row[2]) }
        self.known = known
        statement = try db.cachedStatement(
            sql: """
                INSERT INTO source (id, state, labels, last_attempt, last_success, last_change, failures, failure, items)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    state = ifnull(excluded.state, state), labels = ifnull(excluded.labels, labels),
                    last_attempt = excluded.last_attempt,
                    last_success = ifnull(excluded.last_success, last_success),
                    last_change = ifnull(excluded.last_change, last_change),
                    failures = CASE WHEN excluded.failures = 0 THEN 0 ELSE failures + 1 END,
                    failure = excluded.failure, items = items + excluded.items
                """)
    }

    /// The labels of a batch's configuration, where they differ from those of the run before.
    mutating func differingLabels(of batch: SourceBatch) throws -> SourceLabels? {
        guard let labels = batch.labels, let before = known[batch.source]?.labels else { return nil }
        return try text(labels) == before ? nil : labels
    }

    /// Writes down how a source's run ended, or puts it among those of which there is nothing to say.
    mutating func remember(_ batch: SourceBatch, _ count: IngestCount, at now: Date) throws {
        let hasChanged = count.new + count.changed + count.deleted > 0
        let labels = try batch.labels.map { try text($0) }
        if let known = known[batch.source], !known.isFailing, batch.failures.isEmpty, batch.checkpoint == nil,
            !hasChanged, labels == nil || labels == known.labels
        {
            unchanged.append(batch.source)
            return
        }
        let seconds = ItemColumns.seconds(now)
        row.removeAll()
        row.add(batch.source)
        row.add(batch.checkpoint)
        row.add(labels)
        row.add(seconds)
        row.add(batch.failures.isEmpty ? seconds : nil)
        row.add(hasChanged ? seconds : nil)
        row.add(batch.failures.isEmpty ? 0 : 1)
        row.add(try batch.failures.first.map(StoredFailure.text))
        row.add(Int64(count.new - count.deleted))
        try row.run(statement)
    }

    /// Writes down that the sources with nothing new were asked and answered well.
    func rememberUnchanged(at now: Date, _ db: Database) throws {
        if unchanged.isEmpty { return }
        let seconds = ItemColumns.seconds(now)
        try db.cachedStatement(
            sql: """
                UPDATE source SET last_attempt = ?, last_success = ? WHERE id IN (SELECT value FROM json_each(?))
                """
        ).execute(arguments: [seconds, seconds, Self.list(unchanged)])
    }

    private mutating func text(_ labels: SourceLabels) throws -> String {
        if let known = labelTexts[labels] { return known }
        let text = try SQLiteStore.text(labels)
        labelTexts[labels] = text
        return text
    }

    private static func list(_ texts: [String]) -> String {
        var bytes: [UInt8] = []
        JSONText.write(list: texts, JSONText.write, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
