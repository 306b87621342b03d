import Foundation
import GRDB
import JuheKit
import Search
import Stories

/// Gives stories to what is new: by date, each item among those of the days around it, in transactions of a few thousand.
///
/// What is kept of an item is its story, its keys and whose copy it is. The keys are there first: ``StoryKeys`` keeps them
/// when the item is taken in, where its text is at hand. An item that changes keeps its story: an edit rarely makes another
/// notice of it. A story is named after the item it began with and keeps its name when copies come.
struct StoryStage {
    private static let perTransaction = 5_000

    private let store: SQLiteStore
    private var linker = StoryLinker()
    private var telling = TellingKeys.none
    /// The change that the stage was last through with.
    private var after: Int64 = 0
    /// Dates whose stored items the linker does not know yet, in order.
    private var unread: [ClosedRange<Int64>] = []

    init(_ store: SQLiteStore) { self.store = store }

    /// An item that waits for its story.
    private struct Waiting {
        var number: Int64
        var date: Int64
        var change: Int64
        /// True where it keeps the story it has.
        var isKnown = false
        var isDeleted = false
        var hasKeys = true
    }

    /// Runs over everything that waits.
    /// - Returns: how many items were given a story, or another one.
    mutating func run() throws -> Int {
        try store.settle()
        let newest = try store.watermark()
        var waiting: [Waiting]
        (after, waiting) = try self.waiting()
        if waiting.isEmpty {
            if after != newest { try finish(newest) }
            return 0
        }
        let count = waiting.count
        try keepKeys(of: waiting)
        unread = Self.spans(around: waiting)
        if count <= Self.perTransaction, try count * 2 <= rows() {
            telling = try keys(of: waiting)
        } else {
            let known: ClosedRange<Int64>?
            (telling, known) = try sharedKeys(of: unread)
            unread = known.map { [$0] } ?? []
        }
        waiting.removeAll { !$0.isDeleted && !telling.mayLink($0.number) }
        waiting.sort { ($0.date, $0.number) < ($1.date, $1.number) }
        for start in stride(from: 0, to: waiting.count, by: Self.perTransaction) {
            let part = waiting[start..<min(start + Self.perTransaction, waiting.count)]
            let last = part.last?.date ?? 0
            try load(through: last + StoryLinker.window)
            try assign(part)
            linker.forget(before: last)
        }
        try finish(newest)
        return count
    }

    /// Items changed since the stage was last through, without those it had reached before it was cut off.
    private func waiting() throws -> (after: Int64, [Waiting]) {
        try store.write { db in
            try StoryKeys.prepare(db)
            let after = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'story'") ?? 0
            // The index of changes and the rows of stories are small; items are looked at where these do not suffice.
            let statement = try db.makeStatement(
                sql: """
                    SELECT i.number, i.change, s.change, s.sort_date, s.partner
                    FROM item i INDEXED BY item_change LEFT JOIN story_item s ON s.number = i.number
                    WHERE i.change > ? AND s.change IS NOT i.change
                    """)
            let item = try db.makeStatement(sql: "SELECT sort_date, deleted FROM item WHERE number = ?")
            var waiting: [Waiting] = []
            // Whatever the list comes to, growing it step by step would need twice as much memory.
            let newest = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0
            waiting.reserveCapacity(Int(clamping: min(max(newest - after, 0), 1_000_000)))
            try statement.forEach(after) { row in
                var next = Waiting(number: row.integer(0), date: row.integer(3), change: row.integer(1))
                let wasSeen = row.isNull(4) || row.integer(4) != StoryKeys.unknown || abs(row.integer(2)) <= after
                next.isKnown = !row.isNull(2) && wasSeen
                if row.integer(2) != -next.change {
                    next.hasKeys = false
                    try item.forEach(next.number) { row in
                        next.date = row.integer(0)
                        next.isDeleted = row.integer(1) != 0
                    }
                }
                waiting.append(next)
            }
            return (after, waiting)
        }
    }

    private func finish(_ change: Int64) throws {
        try store.write { db in
            try db.execute(sql: "INSERT OR REPLACE INTO counter (name, value) VALUES ('story', ?)", arguments: [change])
        }
    }

    /// Keeps the keys of items that were not taken in by this Juhe, or that something else has changed since.
    private func keepKeys(of waiting: [Waiting]) throws {
        let bare = waiting.filter { !$0.hasKeys && !$0.isDeleted }
        for start in stride(from: 0, to: bare.count, by: Self.perTransaction) {
            try store.write { db in
                let prints = try StoryPrints(db)
                var keys = try StoryKeys(db)
                for item in bare[start..<min(start + Self.perTransaction, bare.count)] {
                    guard let print = try prints.print(of: item.number, date: item.date) else { continue }
                    try keys.keep(
                        StoryKeys.bytes(print.keys), distance: print.distance, date: item.date, number: item.number,
                        change: item.change)
                }
            }
        }
    }

    /// The dates around which stories may touch what waits: those of copies, and of what these are copies of.
    private static func spans(around waiting: [Waiting]) -> [ClosedRange<Int64>] {
        var spans: [ClosedRange<Int64>] = []
        let day: Int64 = 86_400
        for first in Set(waiting.lazy.map { $0.date / day }).sorted().map({ $0 * day }) {
            let start = first - day - 2 * StoryLinker.window
            let end = first + day + StoryLinker.window
            if let last = spans.last, start <= last.upperBound {
                spans[spans.count - 1] = last.lowerBound...max(end, last.upperBound)
            } else {
                spans.append(start...end)
            }
        }
        return spans
    }

    /// About how many items have keys.
    private func rows() throws -> Int {
        try store.read { db in try Int.fetchOne(db, sql: "SELECT max(number) FROM story_item") ?? 0 }
    }

    /// The keys of what waits.
    private func keys(of waiting: [Waiting]) throws -> TellingKeys {
        try store.read { db in
            let select = try db.makeStatement(sql: "SELECT keys FROM story_item WHERE number = ?")
            var census = KeyCensus(items: waiting.count * 4)
            var keys: Set<UInt64> = []
            for item in waiting {
                try select.forEach(item.number) { row in
                    for key in StoryKeys.read(row.bytes(0)) {
                        census.add(key)
                        keys.insert(key)
                    }
                }
            }
            return .contained(census, keys: keys)
        }
    }

    /// What more than one of the items of some dates has: found by looking through their keys three times, so that those
    /// that nobody shares are never in memory together. And between which dates those lie of them that have their story.
    private func sharedKeys(
        of spans: [ClosedRange<Int64>]
    ) throws -> (TellingKeys, known: ClosedRange<Int64>?) {
        let after = after
        return try store.read { db in
            let rows = try StoryRows(spans, db)
            func forEach(_ use: (RowReading, StoryKeys.Reading) -> Void) throws {
                try rows.forEach { use($0, StoryKeys.read($0.bytes(StoryRows.keys))) }
            }
            var shared = SharedKeys(items: rows.count)
            try forEach { _, keys in keys.forEach { shared.count($0) } }
            try forEach { _, keys in keys.forEach { shared.confirm($0) } }
            shared.finish()
            var linked: Set<Int64> = []
            var known: ClosedRange<Int64>?
            try forEach { row, keys in
                guard keys.contains(where: shared.contains) else { return }
                linked.insert(row.integer(StoryRows.number))
                if Self.isThrough(row, after) {
                    let date = row.integer(StoryRows.date)
                    known = min(known?.lowerBound ?? date, date)...max(known?.upperBound ?? date, date)
                }
            }
            return (.shared(shared, items: linked), known)
        }
    }

    /// Makes the linker know what has its story, up to a date.
    private mutating func load(through end: Int64) throws {
        var spans: [ClosedRange<Int64>] = []
        while let first = unread.first, first.lowerBound <= end {
            spans.append(first.lowerBound...min(end, first.upperBound))
            if first.upperBound > end {
                unread[0] = end + 1...first.upperBound
                break
            }
            unread.removeFirst()
        }
        guard !spans.isEmpty else { return }
        var linker = linker
        self.linker = StoryLinker()
        let (telling, after) = (telling, after)
        try store.read { db in
            // What was never linked, the linker gets to know when its turn has come.
            let rows = try StoryRows(spans, db)
            var found: [(member: StoryLinker.Member, keys: [UInt64])] = []
            try rows.forEach { row in
                let number = row.integer(StoryRows.number)
                guard telling.mayLink(number), Self.isThrough(row, after) else { return }
                let keys = StoryKeys.read(row.bytes(StoryRows.keys)).filter(telling.include)
                if keys.isEmpty { return }
                let date = row.integer(StoryRows.date)
                found.append(
                    (StoryLinker.Member(number: number, story: row.integer(StoryRows.story), date: date), keys))
            }
            if !rows.isByDate { found.sort { ($0.member.date, $0.member.number) < ($1.member.date, $1.member.number) } }
            for (member, keys) in found { linker.add(member, keys: keys) }
        }
        self.linker = linker
    }

    /// True for the row of an item that has its story.
    private static func isThrough(_ row: RowReading, _ after: Int64) -> Bool {
        row.isNull(StoryRows.partner) || row.integer(StoryRows.partner) != StoryKeys.unknown
            || abs(row.integer(StoryRows.change)) <= after
    }

    private mutating func assign(_ part: ArraySlice<Waiting>) throws {
        var linker = linker
        self.linker = StoryLinker()
        let telling = telling
        try store.write { db in
            let prints = try StoryPrints(db)
            let known = try db.makeStatement(sql: "SELECT keys FROM story_item WHERE number = ?")
            let put = try db.makeStatement(
                sql: "UPDATE story_item SET change = ?, story = ?, partner = ?, evidence = ? WHERE number = ?")
            let join = try db.makeStatement(
                sql:
                    "UPDATE story_item SET story = ?1 WHERE story = ?2 AND story <> number OR number = ?2 AND story = ?2"
            )
            var values = RowValues()
            for item in part {
                if item.isDeleted {
                    try db.execute(sql: "DELETE FROM story_item WHERE number = ?", arguments: [item.number])
                    continue
                }
                if item.isKnown { continue }
                var keys: [UInt64] = []
                try known.forEach(item.number) { row in keys = StoryKeys.read(row.bytes(0)).filter(telling.include) }
                let link = try linker.link((item.number, item.date), keys: keys) { number, date in
                    try prints.print(of: number, date: date)
                }
                for other in link.joined { try join.execute(arguments: [link.story, other]) }
                // Who is alone has its row already.
                if link.partner != nil {
                    values.removeAll()
                    values.add(item.change)
                    values.add(link.story)
                    values.add(link.partner)
                    values.add(link.evidence?.rawValue)
                    values.add(item.number)
                    try values.run(put)
                }
                linker.add(StoryLinker.Member(number: item.number, story: link.story, date: item.date), keys: keys)
            }
        }
        self.linker = linker
    }
}
