package import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// The items of a span, by the day they were published, that name a unit and were not taken back.
    package func publishedItems(from: Date, until: Date) throws -> [ItemTally] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, unit, track FROM item
                    WHERE deleted = 0 AND unit IS NOT NULL AND sort_date >= ? AND sort_date < ? ORDER BY number
                    """, arguments: [ItemColumns.seconds(from), ItemColumns.seconds(until)]
            ).map(Self.tally)
        }
    }

    /// The items of a span, by the day they were published, that a released edition cites, each once.
    package func adoptedItems(from: Date, until: Date, bulletin: String?) throws -> [ItemTally] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT i.number, i.unit, i.track FROM edition e
                    JOIN edition_item c ON c.edition = e.id JOIN item i ON i.number = c.number
                    WHERE e.stage = 'released' AND i.sort_date >= ?1 AND i.sort_date < ?2 AND i.unit IS NOT NULL
                        AND (?3 IS NULL OR e.bulletin = ?3)
                    ORDER BY i.number
                    """, arguments: [ItemColumns.seconds(from), ItemColumns.seconds(until), bulletin]
            ).map(Self.tally)
        }
    }

    private static func tally(_ row: Row) -> ItemTally {
        ItemTally(number: row[0], unit: row[1], isFusion: row[2] as String? == Track.fusion.rawValue)
    }
}
