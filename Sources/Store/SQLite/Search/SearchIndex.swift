import Foundation
import GRDB
import JuheKit
import Search

/// The index of words: an FTS5 table without content, and the table that says which item a row of it is and how long.
///
/// Rows are numbered by day, then in the order they came: the newest rows come first without sorting. A row is never
/// changed. When its item changes it is left behind (its `number` becomes NULL) and the item gets a new one; what was left
/// behind goes when the index is made anew.
struct SearchIndex {
    /// Raised when the folding, the words or the table change: an older index is then made anew.
    static let format: Int64 = 2
    /// Rows of one day: so many bits of the row's number.
    static let dayBits: Int64 = 20
    /// Items and bytes of text that one transaction takes in.
    private static let batch = (items: 10_000, bytes: 20_000_000)

    private let db: Database

    init(_ db: Database) { self.db = db }

    /// True where the table is there and of today's format.
    func isPresent() throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_master WHERE name = 'search'") != nil
            && counter("search_format") == Self.format
    }

    /// The last change that is in the index.
    func lastChange() throws -> Int64 { try counter("search") }

    /// Makes an empty index, whatever there was.
    func reset() throws {
        try dropTable()
        try db.execute(
            sql: """
                DELETE FROM search_document;
                CREATE VIRTUAL TABLE search USING fts5(
                    title, body, number, content='', columnsize=0, tokenize='juhe');
                INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);
                INSERT INTO search (search, rank) VALUES ('automerge', 8);
                """)
        try setCounter("search", 0)
        try setCounter("search_format", Self.format)
    }

    /// A table whose parts are damaged cannot be dropped: then its parts are.
    private func dropTable() throws {
        do {
            try db.inSavepoint {
                try db.execute(sql: "DROP TABLE IF EXISTS search")
                return .commit
            }
        } catch {
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    DELETE FROM sqlite_master WHERE name = 'search';
                    PRAGMA writable_schema = RESET;
                    """)
            for part in ["data", "idx", "docsize", "config", "content"] {
                try db.execute(sql: "DROP TABLE IF EXISTS search_\(part)")
            }
        }
    }

    /// Takes in the next changes.
    /// - Parameter known: words that need not be read.
    /// - Returns: how many; 0 where all are in.
    func advance(_ known: WordQueue) throws -> Int {
        let after = try lastChange()
        var entries = known.following(after)
        if entries.isEmpty { entries = try read(after: after)[...] }
        try enter(entries)
        if let last = entries.last { try setCounter("search", last.change) }
        return entries.count
    }

    /// Reads the words of the next changes.
    private func read(after: Int64) throws -> [WordQueue.Entry] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(ItemTextReader.columns), change, sort_date, deleted FROM item WHERE change > ? ORDER BY change LIMIT ?
                """, arguments: [after, Self.batch.items])
        let reader = ItemTextReader()
        var entries: [WordQueue.Entry] = []
        var bytes = 0
        while bytes < Self.batch.bytes, let row = try rows.next() {
            var entry = WordQueue.Entry(
                change: row[ItemTextReader.count], number: row[0], sortDate: row[ItemTextReader.count + 1],
                isNew: after == 0, words: nil)
            if !(row[ItemTextReader.count + 2] as Bool) {
                let words = SearchDocument(reader.item(row))
                bytes += words.body.bytes.count + words.title.bytes.count
                entry.words = words
            }
            entries.append(entry)
        }
        return entries
    }

    private func enter(_ entries: ArraySlice<WordQueue.Entry>) throws {
        let leave = try db.makeStatement(sql: "UPDATE search_document SET number = NULL WHERE number = ?")
        let enter = try db.makeStatement(sql: "INSERT INTO search_document (id, number, length) VALUES (?, ?, ?)")
        let index = try db.makeStatement(sql: "INSERT INTO search (rowid, title, body, number) VALUES (?, ?, ?, ?)")
        var nextRows: [Int64: Int64] = [:]
        var rows: [(id: Int64, entry: Int)] = []
        rows.reserveCapacity(entries.count)
        var row = RowValues()
        // Asked where they stand: copying an entry counts up and down all that it has.
        let entries = entries.span
        for index in entries.indices {
            if !entries[index].isNew { try leave.execute(arguments: [entries[index].number]) }
            guard let length = entries[index].words?.body.bytes.count else { continue }
            let id = try nextRow(entries[index].sortDate, &nextRows)
            row.removeAll()
            row.add(id)
            row.add(entries[index].number)
            row.add(Int64(length))
            try row.run(enter)
            rows.append((id, index))
        }
        // FTS5 wants its rows in order; out of order it has to write out what it holds each time.
        rows.sort { $0.id < $1.id }
        for (id, entry) in rows {
            row.removeAll()
            row.add(id)
            row.add(utf8: entries[entry].words?.title.bytes ?? [])
            row.add(utf8: entries[entry].words?.body.bytes ?? [])
            if let number = entries[entry].words?.number.bytes, !number.isEmpty {
                row.add(utf8: number)
            } else {
                row.add(nil as String?)
            }
            try row.run(index)
        }
    }

    /// Enters an item anew whose document got another number though its text has not changed. Where that fails the whole
    /// index is marked to be made anew: it must not hold up what called.
    func renew(_ item: Item, number: Int64) throws {
        guard try isPresent() else { return }
        let document = SearchDocument(item)
        do {
            try db.inSavepoint {
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT d.id, i.sort_date FROM search_document d JOIN item i ON i.number = d.number
                        WHERE d.number = ?
                        """, arguments: [number])
                guard let row else { return .rollback }
                try db.execute(sql: "UPDATE search_document SET number = NULL WHERE id = ?", arguments: [row[0]])
                var known: [Int64: Int64] = [:]
                let id = try nextRow(row[1], &known)
                try db.execute(
                    sql: "INSERT INTO search_document (id, number, length) VALUES (?, ?, ?)",
                    arguments: [id, number, document.body.bytes.count])
                try db.execute(
                    sql: "INSERT INTO search (rowid, title, body, number) VALUES (?, ?, ?, ?)",
                    arguments: [
                        id, document.title.string, document.body.string,
                        document.number.isEmpty ? nil : document.number.string,
                    ])
                return .commit
            }
        } catch {
            try setCounter("search_format", 0)
        }
    }

    /// True where a third of the index was left behind, and enough of it to make it anew.
    func isMostlyWaste() throws -> Bool {
        // Rows without an item stand together in the index of numbers; all of them are counted only where these are many.
        let left = try count("number IS NULL")
        return try left > 2_000 && left * 3 > count("TRUE")
    }

    private func count(_ condition: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM search_document WHERE \(condition)") ?? 0
    }

    /// The next free row of a day; where a day is full, of the next one that is not.
    private func nextRow(_ sortDate: Int64, _ known: inout [Int64: Int64]) throws -> Int64 {
        var day = Self.day(sortDate)
        while true {
            let first = day << Self.dayBits
            let end = (day + 1) << Self.dayBits
            let next =
                try known[day]
                ?? (Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT max(id) FROM search_document WHERE id >= ? AND id < ?"),
                    arguments: [first, end]
                )
                .map { $0 + 1 } ?? first)
            guard next < end else {
                day += 1
                continue
            }
            known[day] = next + 1
            return next
        }
    }

    /// The day of a date, held within what a row's number has room for.
    static func day(_ sortDate: Int64) -> Int64 { min(max(sortDate / 86_400, 0), 1 << 30) }

    private func counter(_ name: String) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = ?", arguments: [name]) ?? 0
    }

    private func setCounter(_ name: String, _ value: Int64) throws {
        try db.execute(
            sql:
                "INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, value])
    }
}
