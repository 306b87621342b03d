import Foundation
import GRDB
import JuheKit

/// Takes in an item: inserts it, makes a new version where its fingerprint differs, or does nothing at all. The trigger on
/// the table keeps the version that is replaced.
struct ItemUpsert {
    private let db: Database
    /// For a new item, of which nothing has to be given back: a statement that gives something back makes a table for it.
    private let insertion: Statement
    /// For one that is there.
    private let replacement: Statement
    private let columns = ItemColumns()
    private var row = RowValues()

    init(_ db: Database) throws {
        let content = Schema.contentColumns
        let places = Array(repeating: "?", count: content.count).joined(separator: ", ")
        let updates = content.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let insert = """
            INSERT INTO item (source, identity, version, change, first_change, hash, first_seen, sort_date,
                \(content.joined(separator: ", ")))
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, \(places))
            ON CONFLICT (source, identity)
            """
        self.db = db
        insertion = try db.cachedStatement(sql: "\(insert) DO NOTHING")
        replacement = try db.cachedStatement(
            sql: """
                \(insert) DO UPDATE SET
                    version = version + 1, change = excluded.change, hash = excluded.hash,
                    sort_date = CASE WHEN excluded.sort_date = excluded.first_seen THEN sort_date
                        ELSE excluded.sort_date END,
                    deleted = 0, \(updates)
                WHERE deleted <> 2 AND (hash <> excluded.hash OR deleted = 1)
                RETURNING version, number, sort_date
                """)
    }

    /// What became of an item that is new or another one than before.
    struct Taken {
        /// 1 for a new item.
        var version: Int64
        var number: Int64
        /// Seconds since 1970.
        var sortDate: Int64
    }

    /// - Returns: nothing where the item is as it was.
    mutating func run(
        _ item: NormalizedItem, source: String, now: Date, change: Int64
    ) throws -> Taken? {
        let seconds = ItemColumns.seconds(now)
        row.removeAll()
        row.add(source)
        row.add(item.identity)
        row.add(change)
        row.add(change)
        row.add(blob: item.fingerprint)
        row.add(seconds)
        let sortDate = ItemColumns.seconds(item.sortDate(firstSeen: now))
        row.add(sortDate)
        columns.add(item.item, to: &row)
        try row.run(insertion)
        if db.changesCount > 0 { return Taken(version: 1, number: db.lastInsertedRowID, sortDate: sortDate) }
        return try row.run(replacement).map { Taken(version: $0.0, number: $0.1, sortDate: $0.2) }
    }
}
