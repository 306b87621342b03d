package import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// Takes away what is older than its kind is kept, with all versions.
    ///
    /// What a sealed edition cites stays. Of each item taken away a tombstone stays: its source, its identity and a digest
    /// of what it said, so that it does not come back when its source still has it, under another identifier neither.
    package func prune(_ retention: Retention, at now: Date) throws -> PruneCount {
        var count = PruneCount()
        if retention.isEmpty { return count }
        var rules: [(name: String, kind: String?, span: Double)] = []
        for kind in Kind.allCases {
            if let span = retention.spans[kind] { rules.append((kind.rawValue, kind.rawValue, span)) }
        }
        if let span = retention.unsorted { rules.append(("unsorted", nil, span)) }
        for rule in rules {
            let oldest = ItemColumns.seconds(now - rule.span)
            let result = try write { db in try Self.prune(kind: rule.kind, before: oldest, db) }
            if result.taken > 0 { count.items[rule.name] = result.taken }
            count.cited += result.cited
        }
        return count
    }

    private static func prune(kind: String?, before oldest: Int64, _ db: Database) throws -> (taken: Int, cited: Int) {
        let old = "kind IS :kind AND deleted <> 2 AND max(sort_date, ifnull(modified, sort_date)) < :oldest"
        let arguments: StatementArguments = ["kind": kind, "oldest": oldest]
        let cited =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM item WHERE \(old) AND number IN (SELECT number FROM edition_item)",
                arguments: arguments) ?? 0
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, title, html, text, summary FROM item WHERE \(old) AND number NOT IN (SELECT number FROM edition_item) ORDER BY number
                """, arguments: arguments)
        var taken: [(number: Int64, digest: Data)] = []
        while let row = try rows.next() {
            taken.append((row[0], RenamedItems.digest(title: row[1], content: row[2] ?? row[3] ?? row[4])))
        }
        var change = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0
        let empty = Schema.contentColumns.map { column in
            column == "feed_id" ? "feed_id = ''" : column == "fetched" ? "fetched = 0" : "\(column) = NULL"
        }
        let bury = try db.makeStatement(
            sql:
                "UPDATE item SET deleted = 2, change = ?, hash = ?, \(empty.joined(separator: ", ")) WHERE number = ?"
        )
        let forget = try ["item_version", "deadline", "document_reference", "correction"]
            .map {
                try db.makeStatement(sql: "DELETE FROM \($0) WHERE number = ?")
            }
        for (number, digest) in taken {
            change += 1
            try bury.execute(arguments: [change, digest, number])
            for table in forget { try table.execute(arguments: [number]) }
            try db.execute(sql: "DELETE FROM item_file WHERE item_number = ?", arguments: [number])
        }
        try DocumentNames.forget(taken.map(\.number), db)
        try LabelQueue(db).remove(taken.map(\.number))
        try db.execute(sql: "UPDATE counter SET value = ? WHERE name = 'change'", arguments: [change])
        return (taken.count, cited)
    }
}
