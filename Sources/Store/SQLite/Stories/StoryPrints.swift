import GRDB
import Stories

/// Reads the prints of items.
struct StoryPrints {
    private let reader = ItemTextReader()
    private let select: Statement

    init(_ db: Database) throws {
        select = try db.makeStatement(sql: "SELECT \(ItemTextReader.columns) FROM item WHERE number = ?")
    }

    /// - Parameter date: what the item is sorted by, seconds since 1970.
    func print(of number: Int64, date: Int64) throws -> StoryPrint? {
        let rows = try Row.fetchCursor(select, arguments: [number])
        // A row is readable as long as its cursor lives.
        return try withExtendedLifetime(rows) {
            try rows.next().map { StoryPrint(reader.item($0), date: date) }
        }
    }
}
