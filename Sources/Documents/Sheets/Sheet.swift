/// A sheet of rows and columns, as text, whatever program wrote it.
struct Sheet: Sendable, Equatable {
    /// Cells that are one: rows and columns from 0.
    struct Merge: Sendable, Equatable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// Its name; empty where the form has none.
    var name = ""
    /// The rows that have cells; all of one length.
    var rows: [[String]] = []
    /// Merged cells, by the places in ``rows``.
    var merges: [Merge] = []

    static let mostColumns = 200
    static let mostRows = 50_000

    /// With the text of merged cells in each of the cells they cover.
    var filled: [[String]] {
        var rows = rows
        for merge in merges {
            guard rows.indices.contains(merge.rows.lowerBound),
                rows[merge.rows.lowerBound].indices.contains(merge.columns.lowerBound)
            else { continue }
            let text = rows[merge.rows.lowerBound][merge.columns.lowerBound]
            for row in merge.rows where rows.indices.contains(row) {
                for column in merge.columns where rows[row].indices.contains(column) { rows[row][column] = text }
            }
        }
        return rows
    }

    /// The sheet as a table with its merged cells.
    var table: Table {
        var covered: Set<[Int]> = []
        var spans: [[Int]: Merge] = [:]
        for merge in merges {
            spans[[merge.rows.lowerBound, merge.columns.lowerBound]] = merge
            for row in merge.rows {
                for column in merge.columns where [row, column] != [merge.rows.lowerBound, merge.columns.lowerBound] {
                    covered.insert([row, column])
                }
            }
        }
        let cells = rows.enumerated().map { row, texts in
            texts.enumerated().compactMap { column, text -> Table.Cell? in
                if covered.contains([row, column]) { return nil }
                let merge = spans[[row, column]]
                return Table.Cell(text, columns: merge?.columns.count ?? 1, rows: merge?.rows.count ?? 1)
            }
        }
        return Table(rows: cells)
    }

    /// Without columns at the end that no row uses, and rows at the end that are empty.
    mutating func trim() {
        while let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
        let width = rows.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }.max() ?? 0
        for at in rows.indices {
            if rows[at].count > width { rows[at].removeLast(rows[at].count - width) }
            while rows[at].count < width { rows[at].append("") }
        }
        merges = merges.filter { $0.rows.lowerBound < rows.count && $0.columns.lowerBound < width }.map {
            Merge(
                rows: $0.rows.clamped(to: 0...max(rows.count - 1, 0)),
                columns: $0.columns.clamped(to: 0...max(width - 1, 0)))
        }
    }
}
