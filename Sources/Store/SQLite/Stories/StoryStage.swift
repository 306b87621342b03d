import Foundation
import GRDB
import JuheKit
import Search
import Stories

/// Gives stories to what is new: by date, each item among those of the days around it, in transactions of a few thousand.
///
/// What is kept of an item is its story, its keys and whose copy it is. An item that changes keeps its story: an edit rarely
/// makes another notice of it. A story is named after the item it began with and keeps its name when copies come.
struct StoryStage {
    /// Raised when keys or rules change: then all stories are made anew.
    static let format: Int64 = 2
    private static let perTransaction = 2_000

    private let store: SQLiteStore
    private var linker = StoryLinker()
    /// Up to which date stored items are in the linker.
    private var loadedThrough = Int64.min

    init(_ store: SQLiteStore) { self.store = store }

    /// An item that waits for its story.
    private struct Waiting {
        var number: Int64
        var date: Int64
        var change: Int64
        var isDeleted: Bool
    }

    /// Runs over everything that waits.
    /// - Returns: how many items were given a story, or another one.
    mutating func run() throws -> Int {
        let newest = try store.watermark()
        let (after, waiting) = try waiting()
        if waiting.isEmpty {
            if after != newest { try finish(newest) }
            return 0
        }
        var start = 0
        while start < waiting.count {
            let part = waiting[start..<min(start + Self.perTransaction, waiting.count)]
            try load(from: waiting[0].date, through: part.last?.date ?? 0)
            try assign(part)
            linker.forget(before: part.last?.date ?? 0)
            start += part.count
        }
        try finish(newest)
        return waiting.count
    }

    /// Items changed since the stage was last through, without those it had reached before it was cut off; oldest first.
    private func waiting() throws -> (after: Int64, [Waiting]) {
        try store.write { db in
            func counter(_ name: String) throws -> Int64 {
                try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = ?", arguments: [name]) ?? 0
            }
            if try counter("story_format") != Self.format {
                try db.execute(
                    sql: """
                        DELETE FROM story_item;
                        INSERT OR REPLACE INTO counter (name, value) VALUES ('story', 0), ('story_format', \(Self.format));
                        """)
            }
            let after = try counter("story")
            // By the order alone SQLite would walk the whole stream by date, in every run.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT i.number, i.sort_date, i.change, i.deleted FROM item i INDEXED BY item_change
                    LEFT JOIN story_item s ON s.number = i.number
                    WHERE i.change > ? AND s.change IS NOT i.change ORDER BY i.sort_date, i.number
                    """, arguments: [after])
            return (after, rows.map { Waiting(number: $0[0], date: $0[1], change: $0[2], isDeleted: $0[3]) })
        }
    }

    private func finish(_ change: Int64) throws {
        try store.write { db in
            try db.execute(sql: "INSERT OR REPLACE INTO counter (name, value) VALUES ('story', ?)", arguments: [change])
        }
    }

    /// Makes the linker know what is stored around the dates of a part.
    private mutating func load(from first: Int64, through last: Int64) throws {
        let start = max(loadedThrough == .min ? first - 2 * StoryLinker.window : loadedThrough + 1, .min)
        let end = last + StoryLinker.window
        guard end >= start else { return }
        let members = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, story, sort_date, keys FROM story_item WHERE sort_date BETWEEN ? AND ?
                    ORDER BY sort_date, number
                    """, arguments: [start, end])
        }
        for row in members {
            linker.add(StoryLinker.Member(number: row[0], story: row[1], date: row[2]), keys: StoryKeys.read(row[3]))
        }
        loadedThrough = end
    }

    private mutating func assign(_ part: ArraySlice<Waiting>) throws {
        try store.write { db in
            let reader = ItemTextReader()
            let select = try db.makeStatement(sql: "SELECT \(ItemTextReader.columns) FROM item WHERE number = ?")
            let known = try db.makeStatement(sql: "SELECT story FROM story_item WHERE number = ?")
            let put = try db.makeStatement(
                sql: """
                    INSERT INTO story_item (number, change, story, sort_date, distance, keys, partner, evidence)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (number) DO UPDATE SET change = excluded.change, sort_date = excluded.sort_date,
                        distance = excluded.distance, keys = excluded.keys
                    """)
            let join = try db.makeStatement(sql: "UPDATE story_item SET story = ? WHERE story = ?")
            var values = RowValues()
            func print(_ number: Int64, _ date: Int64) throws -> StoryPrint? {
                let rows = try Row.fetchCursor(select, arguments: [number])
                // A row is readable as long as its cursor lives.
                return try withExtendedLifetime(rows) {
                    try rows.next().map { StoryPrint(reader.item($0), date: date) }
                }
            }
            for item in part {
                if item.isDeleted {
                    try db.execute(sql: "DELETE FROM story_item WHERE number = ?", arguments: [item.number])
                    continue
                }
                guard let own = try print(item.number, item.date) else { continue }
                let keys = own.keys
                let link: StoryLinker.Link
                if let story = try Int64.fetchOne(known, arguments: [item.number]) {
                    link = StoryLinker.Link(story: story)
                } else {
                    link = try linker.link(own, keys: keys) { number, date in try print(number, date) }
                }
                for other in link.joined { try join.execute(arguments: [link.story, other]) }
                values.removeAll()
                for number in [item.number, item.change, link.story, item.date, Int64(own.distance)] {
                    values.add(number)
                }
                values.add(blob: StoryKeys.bytes(keys))
                values.add(link.partner)
                values.add(link.evidence?.rawValue)
                try values.run(put)
                linker.add(
                    StoryLinker.Member(number: item.number, story: link.story, date: item.date), keys: keys, print: own)
            }
        }
    }
}

/// Keys as the store keeps them: eight bytes each.
enum StoryKeys {
    static func bytes(_ keys: [UInt64]) -> [UInt8] { keys.withUnsafeBytes(Array.init) }

    static func read(_ data: Data) -> [UInt64] {
        let bytes = [UInt8](data)
        var keys: [UInt64] = []
        for start in stride(from: 0, to: bytes.count - bytes.count % 8, by: 8) {
            var key: UInt64 = 0
            for offset in (0..<8).reversed() { key = key << 8 | UInt64(bytes[start + offset]) }
            keys.append(key)
        }
        return keys
    }
}
