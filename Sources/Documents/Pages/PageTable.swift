/// A table found by its columns alone: lines in a row with several parts that stand below one another.
struct PageTable {
    let table: Table
    /// How many lines it takes.
    let length: Int

    /// Nothing where no table begins with the first line.
    init?(_ lines: ArraySlice<PageLine>, letter: Double) {
        guard let first = lines.first, first.parts.count >= 2 else { return nil }
        // Everything as far as lines of several parts reach; between them may stand lines of one part: cells of two lines.
        var end = lines.startIndex
        var several = 0
        var at = lines.startIndex
        while at < lines.endIndex {
            let line = lines[at]
            if at > lines.startIndex, line.y - lines[at - 1].bottom > letter * 2.2 { break }
            if line.parts.count >= 2 {
                several += 1
                end = at + 1
            } else if at - end >= 2 {
                break
            }
            at += 1
        }
        let rows = lines[..<end]
        guard several >= 2, let columns = Self.columns(Array(rows), letter), columns.count >= 2 else { return nil }
        // Lines of one part that run over columns are no cells.
        guard rows.allSatisfy({ line in line.parts.count > 1 || Self.column(of: line.parts[0], columns) != nil }) else {
            return nil
        }
        let grid = Self.grid(Array(rows), columns)
        guard grid.count >= 2, grid.allSatisfy({ $0.count { !$0.isEmpty } >= 1 }) else { return nil }
        table = Table(rows: grid.map { $0.map { Table.Cell($0) } })
        length = rows.count
    }

    /// The columns, as stretches that no gap runs through; nothing where the lines do not agree.
    private static func columns(_ lines: [PageLine], _ letter: Double) -> [ClosedRange<Double>]? {
        var stretches: [ClosedRange<Double>] = []
        let most = lines.map(\.parts.count).max() ?? 0
        for part in lines.filter({ $0.parts.count > 1 }).flatMap(\.parts).sorted(by: { $0.x < $1.x }) {
            let stretch = part.x...max(part.x, part.right)
            if let last = stretches.indices.last, stretches[last].upperBound > stretch.lowerBound - letter * 0.3 {
                stretches[last] = stretches[last].lowerBound...max(stretches[last].upperBound, stretch.upperBound)
            } else {
                stretches.append(stretch)
            }
        }
        return stretches.count >= 2 && stretches.count <= most + 2 ? stretches : nil
    }

    private static func column(of part: PageLine.Part, _ columns: [ClosedRange<Double>]) -> Int? {
        let found = columns.indices.filter { columns[$0].overlaps(part.x...max(part.x, part.right)) }
        return found.count == 1 ? found[0] : nil
    }

    /// Lines that stand closer than the others are lines of one row.
    private static func grid(_ lines: [PageLine], _ columns: [ClosedRange<Double>]) -> [[String]] {
        let gaps = zip(lines, lines.dropFirst()).map { $1.y - $0.y }
        let least = gaps.min() ?? 0
        let isMixed = (gaps.max() ?? 0) > least * 1.25
        var rows: [[String]] = []
        for (at, line) in lines.enumerated() {
            let isNew = at == 0 || !isMixed || gaps[at - 1] > least * 1.25
            if isNew { rows.append(columns.map { _ in "" }) }
            for part in line.parts {
                let column = column(of: part, columns) ?? columns.firstIndex { $0.upperBound >= part.x } ?? 0
                let text = rows[rows.count - 1][column]
                let isLatin = text.unicodeScalars.last.map(\.isLatin) ?? false
                rows[rows.count - 1][column] = text.isEmpty ? part.text : text + (isLatin ? " " : "") + part.text
            }
        }
        return rows
    }
}
