import Extraction

/// A table that lines are drawn around: its cells are what the lines enclose, also where one takes several columns or rows.
struct RuledTable: Sendable {
    let table: Table
    /// Where it stands on its page.
    let top: Double
    let bottom: Double
    /// The places of its upright lines, by which the same table is known on the next page.
    let columns: [Double]

    /// Lines nearer to each other than this are one.
    private static let near = 3.2
    private static let mostCells = 20_000

    /// Takes the tables of a page off its text.
    static func take(from page: inout PageText) -> [RuledTable] {
        guard page.rules.count >= 4 else { return [] }
        var tables: [RuledTable] = []
        for group in groups(page.rules) {
            if let table = RuledTable(group, &page.pieces) { tables.append(table) }
        }
        return tables.sorted { $0.top < $1.top }
    }

    /// Lines that touch each other, directly or through others.
    private static func groups(_ rules: [PageRule]) -> [[PageRule]] {
        let rules = joined(rules)
        var parents = Array(rules.indices)
        func root(_ at: Int) -> Int {
            var at = at
            while parents[at] != at { at = parents[at] }
            return at
        }
        let level = rules.indices.filter { rules[$0].isLevel }
        let upright = rules.indices.filter { !rules[$0].isLevel }
        guard level.count * upright.count < 4_000_000 else { return [] }
        for one in level {
            for other in upright where cross(rules[one], rules[other]) { parents[root(one)] = root(other) }
        }
        return Dictionary(grouping: rules.indices, by: root).values.map { $0.map { rules[$0] } }.filter {
            $0.count >= 4
        }
    }

    private static func cross(_ level: PageRule, _ upright: PageRule) -> Bool {
        upright.place > level.start - near && upright.place < level.end + near && level.place > upright.start - near
            && level.place < upright.end + near
    }

    /// Pieces of one line come together: most programs draw each cell's border for itself.
    private static func joined(_ rules: [PageRule]) -> [PageRule] {
        var joined: [PageRule] = []
        for isLevel in [true, false] {
            let own = rules.filter { $0.isLevel == isLevel }
            let places = clusters(own.map(\.place))
            let byPlace = Dictionary(grouping: own) { nearest($0.place, places) }
            for (at, lines) in byPlace.sorted(by: { $0.key < $1.key }) {
                var last: PageRule?
                for var line in lines.sorted(by: { $0.start < $1.start }) {
                    line.place = places[at]
                    if let open = last, line.start <= open.end + near {
                        last?.end = max(open.end, line.end)
                    } else {
                        if let last { joined.append(last) }
                        last = line
                    }
                }
                if let last { joined.append(last) }
            }
        }
        return joined
    }

    private static func clusters(_ places: [Double]) -> [Double] {
        var clusters: [Double] = []
        var first = 0.0
        for place in places.sorted() {
            if let last = clusters.last, place - last < near, place - first < near * 2 { continue }
            clusters.append(place)
            first = place
        }
        return clusters
    }

    private static func nearest(_ place: Double, _ places: [Double]) -> Int {
        places.indices.min { abs(places[$0] - place) < abs(places[$1] - place) } ?? 0
    }

    // MARK: - Cells

    /// Nothing where the lines enclose no two cells, or hardly any text.
    private init?(_ rules: [PageRule], _ pieces: inout [PageText.Piece]) {
        let level = rules.filter(\.isLevel)
        let upright = rules.filter { !$0.isLevel }
        // A table may be open at its sides.
        let ys = Self.clusters(level.map(\.place) + upright.flatMap { [$0.start, $0.end] })
        let xs = Self.clusters(upright.map(\.place) + level.flatMap { [$0.start, $0.end] })
        guard xs.count >= 2, ys.count >= 2, (xs.count - 1) * (ys.count - 1) >= 2,
            xs.count * ys.count <= Self.mostCells
        else { return nil }
        let grid = CellGrid(xs: xs, ys: ys, level: level, upright: upright)
        guard grid.cells.count >= 2 else { return nil }
        var texts: [[PageText.Piece]] = grid.cells.map { _ in [] }
        var rest: [PageText.Piece] = []
        for piece in pieces {
            if let cell = grid.cell(at: (piece.x + piece.right) / 2, piece.middle) {
                texts[cell].append(piece)
            } else {
                rest.append(piece)
            }
        }
        guard texts.count(where: { !$0.isEmpty }) >= 2 else { return nil }
        var rows: [[Table.Cell]] = Array(repeating: [], count: ys.count - 1)
        for (at, cell) in grid.cells.enumerated() {
            let width = xs[cell.columns.upperBound] - xs[cell.columns.lowerBound]
            rows[cell.rows.lowerBound].append(
                Table.Cell(
                    Self.blocks(texts[at], left: xs[cell.columns.lowerBound], width: width),
                    columns: cell.columns.count, rows: cell.rows.count))
        }
        // Lines drawn twice make rows that nothing begins in.
        guard rows.count(where: { !$0.isEmpty }) >= 1 else { return nil }
        pieces = rest
        table = Table(rows: rows)
        top = ys[0]
        bottom = ys[ys.count - 1]
        columns = xs
    }

    /// The words of a cell: what would have fitted on a line and does not stand on it begins a paragraph.
    private static func blocks(_ pieces: [PageText.Piece], left: Double, width: Double) -> [Block] {
        var page = PageText(width: width, height: 0)
        page.pieces = pieces
        var paragraphs: [String] = []
        var last: PageLine?
        for line in PageLine.lines(of: page) {
            let text = line.text.trimmed
            if let open = last, let before = paragraphs.last, open.right + open.x - 2 * left > width - line.letter * 2.6
            {
                let isLatin =
                    before.unicodeScalars.last.map(\.isLatin) ?? false
                    && text.unicodeScalars.first.map(\.isLatin) ?? false
                paragraphs[paragraphs.count - 1] = before + (isLatin ? " " : "") + text
            } else {
                paragraphs.append(text)
            }
            last = line
        }
        return paragraphs.map { .paragraph(Paragraph($0)) }
    }
}

/// The cells that lines cut a rectangle into.
private struct CellGrid {
    struct Cell {
        var columns: Range<Int>
        var rows: Range<Int>
    }

    let xs: [Double]
    let ys: [Double]
    private(set) var cells: [Cell] = []
    /// For every field of the grid the cell that it belongs to.
    private var owner: [Int]

    init(xs: [Double], ys: [Double], level: [PageRule], upright: [PageRule]) {
        self.xs = xs
        self.ys = ys
        let width = xs.count - 1
        let height = ys.count - 1
        owner = Array(repeating: -1, count: width * height)
        func isWall(right column: Int, _ row: Int) -> Bool {
            guard column + 1 < width else { return true }
            let middle = (ys[row] + ys[row + 1]) / 2
            return upright.contains { abs($0.place - xs[column + 1]) < 4 && $0.start < middle && $0.end > middle }
        }
        func isWall(below row: Int, _ column: Int) -> Bool {
            guard row + 1 < height else { return true }
            let middle = (xs[column] + xs[column + 1]) / 2
            return level.contains { abs($0.place - ys[row + 1]) < 4 && $0.start < middle && $0.end > middle }
        }
        for row in 0..<height {
            for column in 0..<width where owner[row * width + column] < 0 {
                var right = column
                while right + 1 < width, owner[row * width + right + 1] < 0, !isWall(right: right, row) { right += 1 }
                var below = row
                while below + 1 < height, (column...right).allSatisfy({ !isWall(below: below, $0) }) { below += 1 }
                for at in row...below {
                    for across in column...right { owner[at * width + across] = cells.count }
                }
                cells.append(Cell(columns: column..<right + 1, rows: row..<below + 1))
            }
        }
    }

    /// The cell at a point.
    func cell(at x: Double, _ y: Double) -> Int? {
        guard let column = (0..<xs.count - 1).first(where: { xs[$0] <= x && x < xs[$0 + 1] }),
            let row = (0..<ys.count - 1).first(where: { ys[$0] <= y && y < ys[$0 + 1] })
        else { return nil }
        return owner[row * (xs.count - 1) + column]
    }
}
