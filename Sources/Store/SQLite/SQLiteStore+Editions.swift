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
                    \(Self.editionSelect) WHERE ?1 IS NULL OR bulletin = ?1 ORDER BY bulletin, id DESC
                    """, arguments: [bulletin])
            return rows.map(Self.edition)
        }
    }

    /// Numbers and keeps an edition and, where it is released, puts its deliveries into the outbox, in one transaction.
    package func seal(_ seal: EditionSeal) throws -> EditionRecord {
        try write { db in
            let watermark = try Int64.fetchOne(
                db, sql: "SELECT max(through) FROM edition WHERE bulletin = ?", arguments: [seal.bulletin])
            guard (watermark ?? 0) == seal.after || seal.corrects != nil else {
                throw Failure(.store, seal.bulletin, .sealedMeanwhile, isTransient: true)
            }
            let place = try seal.corrects.map { try self.place(correcting: $0, db) } ?? self.place(of: seal, db)
            try db.execute(
                sql: """
                    INSERT INTO edition (bulletin, series, year, number, total, revision, corrects, after, through,
                        sealed_at, sealed_by, configuration, stage, layout)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    seal.bulletin, place.series, place.year, place.number, place.total, place.revision, seal.corrects,
                    seal.after, seal.through, ItemColumns.seconds(seal.sealedAt), seal.sealedBy, seal.configuration,
                    seal.stage.rawValue, seal.layout,
                ])
            let id = db.lastInsertedRowID
            try cite(seal.citations, in: id, db)
            if seal.stage == .released { try enqueue(id, seal.sinks, db) }
            return try record(id, db)
        }
    }

    /// The versions an edition cites, in print order.
    package func cited(in edition: Int64) throws -> [CitedVersion] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT number, version, hash FROM edition_item WHERE edition = ? ORDER BY position",
                arguments: [edition]
            ).map { CitedVersion(number: $0[0], version: $0[1], fingerprint: Array($0[2] as Data)) }
        }
    }

    /// Puts another content into an edition that is not released.
    package func revise(edition: Int64, layout: String, citations: [Citation]) throws {
        try write { db in
            guard try record(edition, db).stage != .released else {
                throw Failure(.usage, "\(edition)", .alreadyReleased)
            }
            try db.execute(
                sql: "UPDATE edition SET layout = ?, stage = ? WHERE id = ?",
                arguments: [layout, ReviewStage.draft.rawValue, edition])
            try db.execute(sql: "DELETE FROM edition_item WHERE edition = ?", arguments: [edition])
            try cite(citations, in: edition, db)
        }
    }

    private func cite(_ citations: [Citation], in edition: Int64, _ db: Database) throws {
        for (position, citation) in citations.enumerated() {
            guard let cited = try Self.item(citation.number, version: citation.version, db) else {
                throw Failure(.store, path, .lostCitation(citation.number, version: citation.version))
            }
            try db.execute(
                sql: "INSERT INTO edition_item (edition, position, number, version, hash) VALUES (?, ?, ?, ?, ?)",
                arguments: [edition, position, citation.number, citation.version, cited.hash])
        }
    }

    func enqueue(_ edition: Int64, _ sinks: [String], _ db: Database) throws {
        for sink in sinks {
            try db.execute(
                sql: "INSERT INTO delivery (edition, sink, state) VALUES (?, ?, 'pending')",
                arguments: [edition, sink])
        }
    }

    /// An edition's row of numbers and its place in it.
    private struct Place {
        var series: String
        var year: Int
        var number: Int
        var total: Int
        var revision: Int
    }

    private func place(of seal: EditionSeal, _ db: Database) throws -> Place {
        let last = try Row.fetchOne(
            db,
            sql: """
                SELECT max(total), max(CASE WHEN year = :year THEN number END) FROM edition
                WHERE bulletin = :bulletin AND series = :series
                """, arguments: ["bulletin": seal.bulletin, "year": seal.year, "series": seal.series.rawValue])
        return Place(
            series: seal.series.rawValue, year: seal.year, number: (last?[1] as Int? ?? 0) + 1,
            total: (last?[0] as Int? ?? 0) + 1, revision: 0)
    }

    private func place(correcting original: Int64, _ db: Database) throws -> Place {
        let record = try record(original, db)
        let last = try Int.fetchOne(
            db,
            sql: """
                SELECT max(revision) FROM edition WHERE bulletin = ? AND series = ? AND year = ? AND number = ?
                """, arguments: [record.bulletin, record.series.rawValue, record.year, record.number])
        return Place(
            series: record.series.rawValue, year: record.year, number: record.number, total: record.total,
            revision: (last ?? 0) + 1)
    }

    func record(_ id: Int64, _ db: Database) throws -> EditionRecord {
        guard let row = try Row.fetchOne(db, sql: "\(Self.editionSelect) WHERE id = ?", arguments: [id]) else {
            throw Failure(.store, path, .storeFailed(reason: "edition \(id)"))
        }
        return Self.edition(row)
    }

    private static let editionSelect = """
        SELECT id, bulletin, year, number, total, after, through, sealed_at, layout,
            (SELECT count(*) FROM edition_item WHERE edition = edition.id), series, revision, corrects, configuration,
            sealed_by, stage
        FROM edition
        """

    private static func edition(_ row: Row) -> EditionRecord {
        EditionRecord(
            id: row[0], bulletin: row[1], year: row[2], number: row[3], total: row[4], after: row[5],
            through: row[6], sealedAt: ItemColumns.date(row[7]), layout: row[8], items: row[9],
            series: Edition.Series(rawValue: row[10]) ?? .regular, revision: row[11], corrects: row[12],
            configuration: row[13], sealedBy: row[14], stage: ReviewStage(rawValue: row[15]) ?? .draft)
    }
}
