import Foundation
import GRDB
package import JuheKit
package import Search

extension SQLiteStore {
    /// The number of the newest change of the stream.
    package func watermark() throws -> Int64 {
        try read { db in try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0 }
    }

    /// How many items there are, deleted ones not counted.
    package func itemCount() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM item WHERE deleted = 0") ?? 0 }
    }

    /// Items that match, newest first.
    package func items(_ query: ItemQuery) throws -> [Item] {
        var conditions = ["deleted = 0"]
        var arguments: [(any DatabaseValueConvertible)?] = []
        func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        add("unit = ?", query.unit)
        add("track = ?", query.track?.rawValue)
        add("kind = ?", query.kind?.rawValue)
        add("sort_date >= ?", query.since.map(ItemColumns.seconds))
        add("sort_date < ?", query.until.map(ItemColumns.seconds))
        if !query.sources.isEmpty {
            conditions.append("source IN (\(query.sources.map { _ in "?" }.joined(separator: ", ")))")
            arguments += query.sources
        }
        if let words = query.containing {
            conditions.append("(instr(title, ?) OR instr(html, ?) OR instr(text, ?) OR instr(summary, ?))")
            arguments += Array(repeating: words, count: 4)
        }
        if let query = query.matching {
            let compiled = QuerySQL(query, leads: false)
            if !compiled.condition.isEmpty { conditions.append(compiled.condition) }
            arguments += compiled.arguments
        }
        let sql = """
            SELECT \(ItemRowReader.columns) FROM item i WHERE \(conditions.joined(separator: " AND "))
            ORDER BY sort_date DESC, number DESC LIMIT ?
            """
        arguments.append(query.limit)
        return try read { db in
            let reader = ItemRowReader()
            return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map(reader.item)
        }
    }

    /// One item at its newest version, or at a given one.
    package func item(number: Int64, version: Int?) throws -> Item? {
        try read { db in try Self.item(number, version: version, db)?.item }
    }

    /// Every item whose newest change lies after one watermark and not after another, newest first.
    package func changes(after: Int64, through: Int64) throws -> [ChangedItem] {
        try read { db in
            let reader = ItemRowReader()
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(ItemRowReader.columns), sort_date, change, first_change FROM item
                    WHERE change > ? AND change <= ? AND deleted = 0 ORDER BY sort_date DESC, number DESC
                    """, arguments: [after, through])
            return rows.map { row in
                ChangedItem(
                    item: reader.item(row), sortDate: ItemColumns.date(row["sort_date"]), change: row["change"],
                    firstChange: row["first_change"])
            }
        }
    }

    /// The newest items as they stood at a watermark, newest first.
    package func items(asOf watermark: Int64, limit: Int) throws -> [Item] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: Self.streamAsOf + " LIMIT :limit",
                arguments: ["watermark": watermark, "limit": limit])
            return try rows.compactMap { try Self.item($0[0], version: $0[1], db)?.item }
        }
    }

    /// The newest items that a query finds, as they stood at a watermark, newest first.
    package func items(asOf watermark: Int64, matching query: SearchQuery, limit: Int) throws -> [Item] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: Self.streamAsOf, arguments: ["watermark": watermark])
            var items: [Item] = []
            while items.count < limit, let row = try rows.next() {
                guard let item = try Self.item(row[0], version: row[1], db)?.item, query.matches(item) else { continue }
                items.append(item)
            }
            return items
        }
    }

    /// The stream at a watermark, newest first. An item changed since then is found among the kept versions: the last one
    /// not after the watermark (an item labelled anew has several versions of one change).
    private static let streamAsOf = """
        SELECT number, version FROM (
            SELECT number, version, sort_date FROM item WHERE change <= :watermark AND deleted = 0
            UNION ALL
            SELECT v.number, v.version, v.sort_date
            FROM item i JOIN item_version v ON v.number = i.number
            WHERE i.change > :watermark AND i.first_change <= :watermark AND v.deleted = 0
                AND v.version = (SELECT max(w.version) FROM item_version w
                    WHERE w.number = i.number AND w.change <= :watermark)
        ) ORDER BY sort_date DESC, number DESC
        """

    /// The cited versions, in the order asked.
    package func items(cited: [Citation]) throws -> [Item] {
        try read { db in
            try cited.map { citation in
                guard let found = try Self.item(citation.number, version: citation.version, db) else {
                    throw Failure(.store, path, .lostCitation(citation.number, version: citation.version))
                }
                return found.item
            }
        }
    }

    /// One version of an item with its fingerprint.
    static func item(_ number: Int64, version: Int?, _ db: Database) throws -> (item: Item, hash: Data)? {
        let current = try db.cachedStatement(
            sql: "SELECT \(ItemRowReader.columns), hash FROM item WHERE number = ?1 AND (?2 IS NULL OR version = ?2)")
        if let row = try Row.fetchOne(current, arguments: [number, version]) {
            return (ItemRowReader().item(row), row["hash"])
        }
        let columns = Schema.contentColumns.map { "v.\($0)" }.joined(separator: ", ")
        let kept = try db.cachedStatement(
            sql: """
                SELECT v.number, i.source, v.version, i.first_seen, v.deleted, \(columns), v.hash
                FROM item_version v JOIN item i ON i.number = v.number WHERE v.number = ? AND v.version = ?
                """)
        guard let row = try Row.fetchOne(kept, arguments: [number, version]) else { return nil }
        return (ItemRowReader().item(row), row["hash"])
    }
}
