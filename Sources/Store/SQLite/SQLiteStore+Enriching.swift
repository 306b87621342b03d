import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// How far an enricher has come.
    package func enricherRecord(_ id: String) throws -> EnricherRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT mark, through, number, failure FROM enricher WHERE id = ?", arguments: [id]
            ).map { row in
                EnricherRecord(
                    id: id, mark: row[0], place: EnricherRecord.Place(change: row[1], number: row[2]), failure: row[3])
            }
        }
    }

    /// Items that an enricher has not had in their newest version.
    package func itemsToEnrich(
        after place: EnricherRecord.Place, limit: Int
    ) throws -> [(item: Item, place: EnricherRecord.Place)] {
        try read { db in
            let reader = ItemRowReader()
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(ItemRowReader.columns), change FROM item
                    WHERE change >= ?1 AND (change, number) > (?1, ?2) AND deleted = 0
                    ORDER BY change, number LIMIT ?3
                    """, arguments: [place.change, place.number, limit]
            ).map { row in
                (reader.item(row), EnricherRecord.Place(change: row["change"], number: row["number"]))
            }
        }
    }

    /// Takes in what an enricher added, and how far it has come.
    ///
    /// The fingerprint stays the source's, so that an item that did not change is not taken for a changed one. A version
    /// that an edition cites stays as it was cited.
    package func enrich(_ items: [Item], by record: EnricherRecord) throws {
        try write { db in
            var understanding = try KeptUnderstanding(db)
            for var item in items {
                guard let number = item.details.number else { continue }
                try understanding.correct(&item.details, number)
                try Self.writeEnriched(item, number, db)
                try understanding.keep(item, number: number, isNew: false)
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO enricher (id, mark, through, number, failure) VALUES (?, ?, ?, ?, ?)",
                arguments: [record.id, record.mark, record.place.change, record.place.number, record.failure])
        }
    }

    private static func writeEnriched(_ item: Item, _ number: Int64, _ db: Database) throws {
        let details = item.details
        let insights = Insights(details)
        try db.cachedStatement(
            sql: """
                UPDATE item SET title = ?, summary = ?, excerpt = ?, tags = ?, language = ?, unit = ?, column_name = ?, track = ?,
                    kind = ?, why = ?, insights = ?,
                    version = version + EXISTS (
                        SELECT 1 FROM edition_item e WHERE e.number = item.number AND e.version = item.version)
                WHERE number = ?
                """
        ).execute(arguments: [
            item.title, item.summary, ItemColumns.excerpt(item.details.excerpt, summary: item.summary),
            item.tags.isEmpty ? nil : try text(item.tags),
            item.language, details.unit,
            details.column, details.track?.rawValue, details.kind?.rawValue,
            details.why.isEmpty ? nil : try text(details.why), insights.isEmpty ? nil : insights.text(encoder()),
            number,
        ])
    }
}
