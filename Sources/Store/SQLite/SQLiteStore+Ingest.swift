package import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// Takes in what sources brought, all or nothing.
    package func ingest(_ batches: [SourceBatch], at now: Date) throws -> [IngestCount] {
        try write { db in
            var change = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0
            let before = change
            let upsert = try ItemUpsert(db)
            let understanding = try KeptUnderstanding(db)
            var columns = ItemColumns()
            var counts: [IngestCount] = []
            for batch in batches {
                var count = IngestCount()
                let labels = try batch.labels.map(Self.text)
                if let labels = batch.labels { try relabel(batch.source, labels, db) }
                count.renamed = try rename(batch, &columns, db)
                for item in batch.items {
                    let row = try upsert.run(item, source: batch.source, now: now, change: change + 1, &columns)
                    try FileRecord(item.item.details)?.keep(source: batch.source, identity: item.identity, db)
                    guard let row else {
                        count.unchanged += 1
                        continue
                    }
                    change += 1
                    if row.version == 1 { count.new += 1 } else { count.changed += 1 }
                    try understanding.keep(item.item, number: row.number, isNew: row.version == 1)
                }
                for identity in batch.retracted {
                    guard try retract(identity, of: batch.source, change: change + 1, db) else { continue }
                    count.deleted += 1
                    change += 1
                }
                try Self.hold(batch, db)
                try remember(batch, count, labels: labels, at: now, db)
                if let course = batch.course { try setCourse(course, of: batch.source, db) }
                counts.append(count)
            }
            if change != before {
                try db.execute(sql: "UPDATE counter SET value = ? WHERE name = 'change'", arguments: [change])
            }
            return counts
        }
    }

    private func retract(_ identity: String, of source: String, change: Int64, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE item SET deleted = 1, version = version + 1, change = ?
                WHERE source = ? AND identity = ? AND deleted = 0
                """, arguments: [change, source, identity])
        return db.changesCount > 0
    }

    private func remember(
        _ batch: SourceBatch, _ count: IngestCount, labels: String?, at now: Date, _ db: Database
    ) throws {
        let seconds = ItemColumns.seconds(now)
        let hasChanged = count.new + count.changed + count.deleted > 0
        let failure = try batch.failures.first.map(StoredFailure.text)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO source (id, state, labels, last_attempt, last_success, last_change, failures, failure, items)
                VALUES (:id, :state, :labels, :now, :success, :changed, :failed, :failure, :new)
                ON CONFLICT (id) DO UPDATE SET
                    state = ifnull(excluded.state, state), labels = ifnull(excluded.labels, labels), last_attempt = excluded.last_attempt,
                    last_success = ifnull(excluded.last_success, last_success),
                    last_change = ifnull(excluded.last_change, last_change),
                    failures = CASE WHEN excluded.failures = 0 THEN 0 ELSE failures + 1 END,
                    failure = excluded.failure, items = items + excluded.items
                """)
        try statement.execute(arguments: [
            "id": batch.source, "state": batch.checkpoint, "labels": labels,
            "now": seconds,
            "success": batch.failures.isEmpty ? seconds : nil, "changed": hasChanged ? seconds : nil,
            "failed": batch.failures.isEmpty ? 0 : 1, "failure": failure,
            "new": count.new - count.deleted,
        ])
    }
}

/// The one statement that takes in an item: inserts it, makes a new version where its fingerprint differs, or does
/// nothing at all. The trigger on the table keeps the version that is replaced.
private struct ItemUpsert {
    private let statement: Statement

    init(_ db: Database) throws {
        let content = Schema.contentColumns
        let places = Array(repeating: "?", count: content.count).joined(separator: ", ")
        let updates = content.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        statement = try db.makeStatement(
            sql: """
                INSERT INTO item (source, identity, version, change, first_change, hash, first_seen, sort_date,
                    \(content.joined(separator: ", ")))
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, \(places))
                ON CONFLICT (source, identity) DO UPDATE SET
                    version = version + 1, change = excluded.change, hash = excluded.hash,
                    sort_date = CASE WHEN excluded.sort_date = excluded.first_seen THEN sort_date
                        ELSE excluded.sort_date END,
                    deleted = 0, \(updates)
                WHERE deleted <> 2 AND (hash <> excluded.hash OR deleted = 1)
                RETURNING version, number
                """)
    }

    /// - Returns: the item's version, 1 for a new item, and its number; nothing where it is as it was.
    func run(
        _ item: NormalizedItem, source: String, now: Date, change: Int64, _ columns: inout ItemColumns
    ) throws -> (version: Int, number: Int64)? {
        let seconds = ItemColumns.seconds(now)
        let head: [(any DatabaseValueConvertible)?] = [
            source, item.identity, change, change, Data(item.fingerprint), seconds,
            ItemColumns.seconds(item.sortDate(firstSeen: now)),
        ]
        statement.setUncheckedArguments(StatementArguments(head + columns.values(of: item.item)))
        return try Row.fetchOne(statement).map { ($0[0], $0[1]) }
    }
}

/// Failures as the store keeps them.
enum StoredFailure {
    private struct Form: Codable {
        var code: Failure.Code
        var subject: String
        var zh: String
        var en: String
        var transient: Bool
    }

    static func text(_ failure: Failure) throws -> String {
        let form = Form(
            code: failure.code, subject: failure.subject, zh: failure.phrase.zhHans, en: failure.phrase.english,
            transient: failure.isTransient)
        return String(decoding: try JSONEncoder().encode(form), as: UTF8.self)
    }

    static func failure(_ text: String?) -> Failure? {
        guard let text, let form = try? JSONDecoder().decode(Form.self, from: Data(text.utf8)) else { return nil }
        return Failure(form.code, form.subject, Phrase(form.zh, en: form.en), isTransient: form.transient)
    }
}
