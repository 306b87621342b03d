import Foundation
import GRDB
internal import JuheKit

extension SQLiteStore {
    /// Keeps a file; the same content is kept once.
    package func keep(_ file: EditionFile) throws {
        try write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO edition_file (digest, type, content) VALUES (?, ?, ?)",
                arguments: [file.digest, file.type, Data(file.content)])
        }
    }

    /// The file of a digest; nothing where it is not kept.
    package func file(_ digest: String) throws -> EditionFile? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT type, content FROM edition_file WHERE digest = ?", arguments: [digest])
                .map { EditionFile(digest: digest, type: $0[0], content: Array($0[1] as Data)) }
        }
    }

    /// Takes an edition that is not released out of the ledger, with its review: its number and its window are free again.
    /// - Throws: ``Failure`` with the code `usage` where it is released, or where a later one counts on it.
    package func discard(edition: Int64) throws {
        try write { db in
            let record = try record(edition, db)
            guard record.stage != .released else { throw Failure(.usage, "\(edition)", .alreadyReleased) }
            let later = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM edition WHERE bulletin = ? AND series = ?
                        AND (total > ? OR total = ? AND revision > ?)
                    """,
                arguments: [
                    record.bulletin, record.series.rawValue, record.total, record.total, record.revision,
                ])
            // The row of numbers has no gap; a correction has no number of its own.
            guard later == 0 || record.revision > 0 else { throw Failure(.usage, record.bulletin, .notTheLast) }
            for table in ["review", "edition_item"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE edition = ?", arguments: [edition])
            }
            try db.execute(sql: "DELETE FROM edition WHERE id = ?", arguments: [edition])
        }
    }
}
