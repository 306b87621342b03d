import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// The editions of a bulletin, newest first.
    package func editions(of bulletin: String?) throws -> [EditionRecord] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    \(Self.editionSelect) WHERE ?1 IS NULL OR bulletin = ?1 ORDER BY bulletin, total DESC
                    """, arguments: [bulletin])
            return rows.map(Self.edition)
        }
    }

    /// Numbers and keeps an edition and puts its deliveries into the outbox, in one transaction.
    package func seal(_ seal: EditionSeal) throws -> EditionRecord {
        try write { db in
            let last = try Row.fetchOne(
                db,
                sql: """
                    SELECT max(through), max(total), max(CASE WHEN year = :year THEN number END)
                    FROM edition WHERE bulletin = :bulletin
                    """, arguments: ["bulletin": seal.bulletin, "year": seal.year])
            guard (last?[0] as Int64? ?? 0) == seal.after else {
                throw Failure(.store, seal.bulletin, .sealedMeanwhile, isTransient: true)
            }
            try db.execute(
                sql: """
                    INSERT INTO edition (bulletin, year, number, total, after, through, sealed_at, layout)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    seal.bulletin, seal.year, (last?[2] as Int? ?? 0) + 1, (last?[1] as Int? ?? 0) + 1, seal.after,
                    seal.through, ItemColumns.seconds(seal.sealedAt), seal.layout,
                ])
            let id = db.lastInsertedRowID
            for (position, citation) in seal.citations.enumerated() {
                guard let cited = try Self.item(citation.number, version: citation.version, db) else {
                    throw Failure(.store, path, .lostCitation(citation.number, version: citation.version))
                }
                try db.execute(
                    sql: "INSERT INTO edition_item (edition, position, number, version, hash) VALUES (?, ?, ?, ?, ?)",
                    arguments: [id, position, citation.number, citation.version, cited.hash])
            }
            for sink in seal.sinks {
                try db.execute(
                    sql: "INSERT INTO delivery (edition, sink, state) VALUES (?, ?, 'pending')", arguments: [id, sink])
            }
            guard let row = try Row.fetchOne(db, sql: "\(Self.editionSelect) WHERE id = ?", arguments: [id]) else {
                throw Failure(.store, path, .storeFailed(reason: "edition"))
            }
            return Self.edition(row)
        }
    }

    private static let editionSelect = """
        SELECT id, bulletin, year, number, total, after, through, sealed_at, layout,
            (SELECT count(*) FROM edition_item WHERE edition = edition.id)
        FROM edition
        """

    private static func edition(_ row: Row) -> EditionRecord {
        EditionRecord(
            id: row[0], bulletin: row[1], year: row[2], number: row[3], total: row[4], after: row[5],
            through: row[6], sealedAt: ItemColumns.date(row[7]), layout: row[8], items: row[9])
    }
}
