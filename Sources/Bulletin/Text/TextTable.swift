/// A table of plain text: every column as wide as its widest cell; numbers stand at the right.
struct TextTable {
    let head: [String]
    let rows: [[String]]

    /// The lines. A table that is wider than the page becomes a list: one row, one paragraph, each cell with its head.
    func lines(_ columns: TextColumns) -> [String] {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { TextColumns.measure($0[column]) }.max() ?? 0 }
        guard widths.reduce(0, +) + 2 * (widths.count - 1) <= columns.width else { return paragraphs(columns) }
        let isNumber = head.indices.map { column in rows.allSatisfy { Self.isFigure($0[column]) } }
        return all.map { row in
            let cells = row.enumerated().map { column, cell in
                let gap = String(repeating: " ", count: widths[column] - TextColumns.measure(cell))
                return isNumber[column] ? gap + cell : cell + gap
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }

    private func paragraphs(_ columns: TextColumns) -> [String] {
        rows.flatMap { row in
            let cells = zip(head, row).filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
            return columns.packed(cells, separator: " | ", lead: "  ")
        }
    }

    private static func isFigure(_ cell: String) -> Bool {
        cell.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.%".utf8.contains($0) } || cell == "—"
    }
}
