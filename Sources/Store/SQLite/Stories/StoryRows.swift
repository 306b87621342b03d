import GRDB

/// Reads the rows of stories of some dates.
///
/// Few of many are found by the items' index of dates. Most of the table is read faster whole, in its own order: by date,
/// nearly every row would be on another page than the one before.
struct StoryRows {
    /// The columns of a row.
    static let (number, date, story, change, partner, keys): (Int32, Int32, Int32, Int32, Int32, Int32) = (
        0, 1, 2, 3, 4, 5
    )

    /// About how many rows there are.
    let count: Int
    /// True where rows come by date, then number; false where they come as they stand in the table.
    let isByDate: Bool
    private let spans: [ClosedRange<Int64>]
    private let statement: Statement

    /// The rows of these spans of dates, which are in order and apart.
    init(_ spans: [ClosedRange<Int64>], _ db: Database) throws {
        self.spans = spans
        let count = try db.makeStatement(
            sql: "SELECT count(*) FROM item INDEXED BY item_date WHERE sort_date BETWEEN ? AND ?")
        var rows: Int64 = 0
        for span in spans { try count.forEach(span.lowerBound, span.upperBound) { rows += $0.integer(0) } }
        self.count = Int(rows)
        let all = try Int64.fetchOne(db, sql: "SELECT max(number) FROM item") ?? 0
        isByDate = rows * 2 <= all
        let columns = "s.number, s.sort_date, s.story, s.change, s.partner, s.keys"
        statement = try db.makeStatement(
            sql: isByDate
                ? """
                SELECT \(columns) FROM item i INDEXED BY item_date CROSS JOIN story_item s ON s.number = i.number
                WHERE i.sort_date BETWEEN ? AND ? ORDER BY i.sort_date, i.number
                """ : "SELECT \(columns) FROM story_item s")
    }

    /// Gives every row.
    func forEach(_ use: (RowReading) throws -> Void) throws {
        if isByDate {
            for span in spans { try statement.forEach(span.lowerBound, span.upperBound, do: use) }
        } else {
            try statement.forEach { row in
                let date = row.integer(Self.date)
                if spans.contains(where: { $0.contains(date) }) { try use(row) }
            }
        }
    }
}
