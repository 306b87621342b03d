import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// Marks every item to be labelled anew where the vocabulary is another one than before.
    package func adopt(vocabulary: String) throws {
        let known = try read { db in
            try String.fetchOne(db, sql: "SELECT value FROM memo WHERE name = 'vocabulary'")
        }
        if known == vocabulary { return }
        try write { db in
            try LabelQueue(db).addAll()
            try db.execute(
                sql: "INSERT OR REPLACE INTO memo VALUES ('vocabulary', ?)", arguments: [vocabulary])
        }
    }

    /// Items that are to be labelled anew.
    package func itemsToLabel(limit: Int) throws -> [Item] {
        try read { db in try LabelQueue(db).first(limit) }
    }

    /// Takes in what items were labelled anew.
    ///
    /// A version that an edition cites stays as it was cited: the new labels make a new version then, but no new change,
    /// so that it does not come into the next edition again.
    package func relabel(_ items: [Item]) throws {
        try write { db in
            try LabelQueue(db).remove(items.compactMap(\.details.number))
            var understanding = try KeptUnderstanding(db)
            for var item in items {
                guard let number = item.details.number else { continue }
                try understanding.correct(&item.details, number)
                let known = try Self.item(number, version: nil, db)?.item.details.document
                try Self.write(item.details, number, db)
                try understanding.keep(item, number: number, isNew: false)
                let document = item.details.document
                if known?.number != document?.number || known?.index != document?.index {
                    try SearchIndex(db).renew(item, number: number)
                }
            }
        }
    }

    /// Writes down what a person says an item is.
    package func correct(_ correction: LabelCorrection) throws -> Bool {
        try write { db in
            guard var details = try Self.item(correction.number, version: nil, db)?.item.details else { return false }
            details.correct(track: correction.track, kind: correction.kind, person: correction.person)
            try Self.write(details, correction.number, db)
            try db.execute(
                sql: """
                    INSERT INTO correction VALUES (?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET
                        track = ifnull(excluded.track, track), kind = ifnull(excluded.kind, kind),
                        person = excluded.person, made_at = excluded.made_at
                    """,
                arguments: [
                    correction.number, correction.track?.rawValue, correction.kind?.rawValue, correction.person,
                    ItemColumns.seconds(correction.date),
                ])
            return true
        }
    }

    /// Every correction with its item.
    package func corrections() throws -> [(correction: LabelCorrection, item: Item)] {
        try read { db in
            let reader = ItemRowReader()
            let columns = ItemRowReader.columns(of: "i")
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(columns), c.track AS c_track, c.kind AS c_kind, c.person AS c_person, c.made_at AS c_made
                    FROM correction c JOIN item i ON i.number = c.number ORDER BY c.number
                    """)
            return rows.map { row in
                (
                    LabelCorrection(
                        number: row[0], track: (row["c_track"] as String?).flatMap(Track.init(rawValue:)),
                        kind: (row["c_kind"] as String?).flatMap(Kind.init(rawValue:)), person: row["c_person"],
                        date: ItemColumns.date(row["c_made"])),
                    reader.item(row)
                )
            }
        }
    }

    private static func write(_ details: ItemDetails, _ number: Int64, _ db: Database) throws {
        let insights = Insights(details)
        try db.cachedStatement(
            sql: """
                UPDATE item SET track = ?1, kind = ?2, why = ?3, insights = ?4, document = ?6, flags = ?7,
                    version = version + EXISTS (
                        SELECT 1 FROM edition_item e WHERE e.number = item.number AND e.version = item.version)
                WHERE number = ?5
                    AND (track IS NOT ?1 OR kind IS NOT ?2 OR why IS NOT ?3 OR insights IS NOT ?4 OR document IS NOT ?6
                        OR flags IS NOT ?7)
                """
        ).execute(arguments: [
            details.track?.rawValue, details.kind?.rawValue, JSONText.reasons(details.why),
            insights.isEmpty ? nil : insights.text(SQLiteStore.encoder()), number,
            try details.document.flatMap { $0.isEmpty ? nil : try text($0) },
            ItemColumns.flags(details.flags),
        ])
    }
}
