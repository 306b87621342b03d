import GRDB
import JuheKit

/// Items that wait for their labels, as ranges of their numbers that neither meet nor overlap.
///
/// What comes in one transaction has numbers in a row, and is one range however many items it is.
struct LabelQueue {
    /// Makes the table of version 16 of the one of version 15, which had a row for each item.
    static let migration = """
        CREATE TABLE waiting (first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
        INSERT INTO waiting SELECT min(number), max(number)
            FROM (SELECT number, number - row_number() OVER (ORDER BY number) AS run FROM relabel) GROUP BY run;
        DROP TABLE relabel;
        ALTER TABLE waiting RENAME TO relabel;
        """

    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Every item there is.
    func addAll() throws {
        try db.execute(sql: "DELETE FROM relabel")
        if let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM item") { try add(1...last) }
    }

    /// Items that wait from now on, whether they did before or not.
    func add(_ numbers: [Int64]) throws { try Self.ranges(of: numbers).forEach(add) }

    /// Items that wait no longer.
    func remove(_ numbers: [Int64]) throws { try Self.ranges(of: numbers).forEach(remove) }

    /// The first items that wait, `limit` at most, in the order of their numbers.
    func first(_ limit: Int) throws -> [Item] {
        let reader = ItemRowReader()
        let statement = try db.cachedStatement(
            sql: "SELECT \(ItemRowReader.columns) FROM item WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?")
        var items: [Item] = []
        let ranges = try Row.fetchCursor(db, sql: "SELECT first, last FROM relabel ORDER BY first")
        while items.count < limit, let range = try ranges.next() {
            let bounds: (Int64, Int64) = (range[0], range[1])
            items += try Row.fetchAll(statement, arguments: [bounds.0, bounds.1, limit - items.count])
                .map(reader.item)
        }
        return items
    }

    private func add(_ numbers: ClosedRange<Int64>) throws {
        var (first, last) = (numbers.lowerBound, numbers.upperBound)
        if let before = try range(before: first), before.upperBound >= first - 1 {
            (first, last) = (before.lowerBound, max(last, before.upperBound))
        }
        let reached = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(last) FROM relabel WHERE first BETWEEN ? AND ?"),
            arguments: [first, last + 1])
        try clear(first...last + 1)
        try insert(first...max(last, reached ?? last))
    }

    private func remove(_ numbers: ClosedRange<Int64>) throws {
        let (first, last) = (numbers.lowerBound, numbers.upperBound)
        let before = try range(before: first)
        let reached = try range(before: last + 1)?.upperBound
        try clear(numbers)
        if let before, before.upperBound >= first { try insert(before.lowerBound...first - 1) }
        if let reached, reached > last { try insert(last + 1...reached) }
    }

    /// The last range that begins before a number.
    private func range(before number: Int64) throws -> ClosedRange<Int64>? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT first, last FROM relabel WHERE first < ? ORDER BY first DESC LIMIT 1"),
            arguments: [number]
        ).map { ($0[0] as Int64)...($0[1] as Int64) }
    }

    /// Takes away the ranges that begin in another one.
    private func clear(_ numbers: ClosedRange<Int64>) throws {
        try db.cachedStatement(sql: "DELETE FROM relabel WHERE first BETWEEN ? AND ?")
            .execute(arguments: [numbers.lowerBound, numbers.upperBound])
    }

    private func insert(_ numbers: ClosedRange<Int64>) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO relabel VALUES (?, ?)")
            .execute(arguments: [numbers.lowerBound, numbers.upperBound])
    }

    private static func ranges(of numbers: [Int64]) -> [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        for number in numbers.sorted() {
            if let last = ranges.last, number <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges
    }
}
