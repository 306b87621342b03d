import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// What is remembered of every source, by identifier.
    package func sources() throws -> [String: SourceRecord] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, state, last_attempt, last_success, last_change, failures, failure, reported, items,
                        \(CourseColumns.names.joined(separator: ", "))
                    FROM source
                    """)
            var records: [String: SourceRecord] = [:]
            while let row = try rows.next() {
                var record = SourceRecord(id: row[0])
                record.state = row[1]
                record.lastAttempt = (row[2] as Int64?).map(ItemColumns.date)
                record.lastSuccess = (row[3] as Int64?).map(ItemColumns.date)
                record.lastChange = (row[4] as Int64?).map(ItemColumns.date)
                record.failures = row[5]
                record.failure = StoredFailure.failure(row[6])
                record.reported = Set((row[7] as String? ?? "").split(separator: "\n").map(String.init))
                record.items = row[8]
                record.course = CourseColumns.course(row, from: 9)
                records[record.id] = record
            }
            return records
        }
    }

    /// Writes down which failures the operator has heard of, by source.
    package func setReported(_ reported: [String: Set<String>]) throws {
        if reported.isEmpty { return }
        try write { db in
            for (source, failures) in reported {
                let lines = failures.map { $0.replacingOccurrences(of: "\n", with: " ") }.sorted()
                try db.execute(
                    sql: "UPDATE source SET reported = ? WHERE id = ?",
                    arguments: [lines.isEmpty ? nil : lines.joined(separator: "\n"), source])
            }
        }
    }

    /// Writes down that a run ended; the last thousand are kept.
    package func record(_ run: RunRecord) throws {
        let text = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
        try write { db in
            try db.execute(sql: "INSERT INTO run (record) VALUES (?)", arguments: [text])
            try db.execute(sql: "DELETE FROM run WHERE id <= ?", arguments: [db.lastInsertedRowID - 1_000])
        }
    }

    /// The newest run.
    package func lastRun() throws -> RunRecord? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT record FROM run ORDER BY id DESC LIMIT 1").flatMap {
                try? JSONDecoder().decode(RunRecord.self, from: Data($0.utf8))
            }
        }
    }
}
