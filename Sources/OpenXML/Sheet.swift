/// A table: a name, column heads, rows.
package struct Sheet {
    /// What stands in a cell.
    package enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)

        /// The cell as text.
        package var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }
    }

    /// The name of the sheet, at most 31 letters.
    package let name: String
    /// The heads.
    package let head: [String]
    /// How wide each column is, in letters.
    package let widths: [Int]
    /// The cells, each row as long as the head.
    package let rows: [[Cell]]

    /// A table.
    package init(name: String, head: [String], widths: [Int], rows: [[Cell]]) {
        self.name = name
        self.head = head
        self.widths = widths
        self.rows = rows
    }
}
