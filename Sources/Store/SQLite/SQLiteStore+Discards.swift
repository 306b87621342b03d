import Foundation
import GRDB
internal import JuheKit

extension SQLiteStore {
    /// Takes an edition that is not released out of the ledger, with its review: its number and its window are free again.
    /// - Throws: ``Failure`` with the code `usage` where it is released, or where a later one counts on it.
    package func discard(_ discard: EditionDiscard) throws {
        try write { db in
            let edition = discard.edition
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
            try db.execute(
                sql: """
                    INSERT INTO edition_discard (edition, bulletin, series, year, number, revision, stage, items,
                        sealed_at, sealed_by, at, person, note, content, last_step)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    edition, record.bulletin, record.series.rawValue, record.year, record.number, record.revision,
                    record.stage.rawValue, record.items, ItemColumns.seconds(record.sealedAt), record.sealedBy,
                    ItemColumns.seconds(discard.at), discard.person, discard.note, discard.content, discard.lastStep,
                ])
        }
    }

    /// The editions of a bulletin that were discarded, oldest first.
    package func discards(of bulletin: String) throws -> [EditionDiscard] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM edition_discard WHERE bulletin = ? ORDER BY id", arguments: [bulletin]
            )
            .map { row in
                let record = EditionRecord(
                    id: row["edition"], bulletin: row["bulletin"], year: row["year"], number: row["number"], total: 0,
                    after: 0, through: 0, sealedAt: ItemColumns.date(row["sealed_at"]), layout: "",
                    items: row["items"], series: Edition.Series(rawValue: row["series"]) ?? .regular,
                    revision: row["revision"], corrects: nil, configuration: "", sealedBy: row["sealed_by"],
                    stage: ReviewStage(rawValue: row["stage"]) ?? .draft)
                return EditionDiscard(
                    record, at: ItemColumns.date(row["at"]), by: row["person"], note: row["note"],
                    content: row["content"], lastStep: row["last_step"])
            }
        }
    }
}
