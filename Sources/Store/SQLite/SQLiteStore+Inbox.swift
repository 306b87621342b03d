import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// The files that an operator is to look at or has decided on, oldest first.
    package func heldFiles() throws -> [HeldFile] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT source, path, hash, rule, state, unit, since FROM inbox ORDER BY since, source, path")
            return rows.map { row in
                HeldFile(
                    source: row[0], path: row[1], hash: row[2], rule: row[3],
                    state: HeldFile.State(rawValue: row[4]) ?? .held, unit: row[5], since: ItemColumns.date(row[6]))
            }
        }
    }

    /// Writes down what an operator decided on a file.
    package func decide(_ file: HeldFile, as state: HeldFile.State) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE inbox SET state = ? WHERE source = ? AND path = ? AND hash = ?",
                arguments: [state.rawValue, file.source, file.path, file.hash])
        }
    }

    /// Keeps the list of files to look at. The same file met again keeps the time it was first seen.
    static func hold(_ batch: SourceBatch, _ db: Database) throws {
        for path in batch.settled {
            try db.execute(
                sql: "DELETE FROM inbox WHERE source = ? AND path = ?", arguments: [batch.source, path])
        }
        for file in batch.held {
            try db.execute(
                sql: """
                    INSERT INTO inbox (source, path, hash, rule, state, unit, since) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (source, path) DO UPDATE SET
                        since = CASE WHEN hash = excluded.hash THEN since ELSE excluded.since END,
                        hash = excluded.hash, rule = excluded.rule, state = excluded.state, unit = excluded.unit
                    """,
                arguments: [
                    batch.source, file.path, file.hash, file.rule, file.state.rawValue, file.unit,
                    ItemColumns.seconds(file.since),
                ])
        }
    }
}
