import Extraction

/// Puts lines of pages together into paragraphs, headings and tables.
struct PageLayout {
    private var blocks: [Block] = []
    private(set) var margins: [String] = []
    /// The paragraph that is being put together, and the line it ends in so far.
    private var open: (paragraph: Paragraph, last: PageLine)?
    private var left = 0.0
    private var right = 0.0
    private var pageWidth = 0.0
    /// The usual distance from one line's top to the next one's, and the usual width of a letter.
    private var pitch = 0.0
    /// The columns of the table that nothing has come behind.
    private var openColumns: [Double]?
    private var letter = 0.0

    /// The blocks of pages.
    static func content(of pages: [PageText]) -> DocumentContent {
        var layout = PageLayout()
        var pages = pages
        let tables = pages.indices.map { RuledTable.take(from: &pages[$0]) }
        var lines = pages.map(PageLine.lines)
        layout.margins = PageMargins.take(from: &lines, heights: pages.map(\.height))
        layout.pageWidth = pages.map(\.width).max() ?? 0
        layout.measure(lines)
        for (page, tables) in zip(lines, tables) { layout.read(page, tables) }
        layout.finish()
        var content = DocumentContent(layout.blocks)
        content.margins = layout.margins
        return content
    }

    /// Margins, letters and distances are those of most lines.
    private mutating func measure(_ pages: [[PageLine]]) {
        let lines = pages.joined()
        letter =
            lines.flatMap { line in Array(repeating: line.letter, count: min(line.text.count, 200)) }.sorted().middle
            ?? 10
        let lefts = lines.filter { abs($0.letter - letter) < letter * 0.2 }.map(\.x).sorted()
        left = lefts.isEmpty ? 0 : lefts[lefts.count / 10]
        let rights = lines.filter { $0.parts.count == 1 }.map(\.right).sorted()
        right = rights.isEmpty ? 0 : rights[rights.count * 9 / 10]
        let gaps = pages.flatMap { page in zip(page, page.dropFirst()).map { $1.y - $0.y } }.filter {
            $0 > letter * 0.5
        }.sorted()
        pitch = gaps.isEmpty ? letter * 1.8 : gaps[gaps.count / 3]
    }

    private mutating func read(_ lines: [PageLine], _ tables: [RuledTable]) {
        var at = 0
        var previous: PageLine?
        var tables = tables[...]
        var isFirst = true
        while at < lines.count || !tables.isEmpty {
            if let table = tables.first, at == lines.count || lines[at].y > table.top {
                take(table, isFirst: isFirst)
                tables.removeFirst()
                previous = nil
                isFirst = false
                continue
            }
            isFirst = false
            if let table = PageTable(lines[at...], letter: letter) {
                finish()
                openColumns = nil
                blocks.append(.table(table.table))
                at += table.length
                previous = lines[at - 1]
                continue
            }
            take(lines[at], below: previous)
            previous = lines[at]
            at += 1
        }
    }

    /// Takes a table; one that begins a page goes on with the one that the page before ended with.
    private mutating func take(_ table: RuledTable, isFirst: Bool) {
        finish()
        if isFirst, let columns = openColumns, columns.count == table.columns.count,
            zip(columns, table.columns).allSatisfy({ abs($0 - $1) < letter }), case .table(var whole)? = blocks.last
        {
            // The head is often printed again.
            whole.rows +=
                table.table.rows.first == whole.rows.first ? Array(table.table.rows.dropFirst()) : table.table.rows
            blocks[blocks.count - 1] = .table(whole)
        } else {
            blocks.append(.table(table.table))
        }
        openColumns = table.columns
    }

    private mutating func take(_ line: PageLine, below previous: PageLine?) {
        let gap = previous.map { line.y - $0.y } ?? 0
        if gap > pitch * 1.7 {
            finish()
            if !blocks.isEmpty { blocks.append(.paragraph(Paragraph(""))) }
        }
        if let (paragraph, last) = open, continues(last, line, gap: previous == nil ? pitch : gap) {
            var paragraph = paragraph
            let text = paragraph.text
            let isLatin =
                text.unicodeScalars.last.map(\.isLatin) ?? false
                && line.text.unicodeScalars.first.map(\.isLatin) ?? false
            paragraph.spans = [Span(text + (isLatin ? " " : "") + line.text)]
            open = (paragraph, line)
            return
        }
        finish()
        openColumns = nil
        var paragraph = Paragraph(line.text)
        paragraph.indent = max(0, Int(((line.x - left) / max(letter, 1) * 2).rounded()))
        if let bare = Self.withoutBullet(line.text) {
            paragraph.spans = [Span(bare)]
            paragraph.role = .item(level: paragraph.indent / 4, number: nil)
        } else if line.letter > letter * 1.18, line.text.unicodeScalars.count <= 60, line.text.unicodeScalars.count >= 2
        {
            paragraph.role = .heading(line.letter > letter * 1.5 ? 1 : 2)
        }
        open = (paragraph, line)
    }

    /// What stands behind a dot or a square that was drawn as a letter.
    private static func withoutBullet(_ text: String) -> String? {
        guard let first = text.unicodeScalars.first, isBullet(first) else { return nil }
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())).trimmed
        return rest.isEmpty ? nil : rest
    }

    /// A dot or a square, also of the fonts whose letters are pictures.
    static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        "•◦▪●○■□◆◇➢✓‣⁃".unicodeScalars.contains(scalar) || (0xF000...0xF0FF).contains(scalar.value)
    }

    /// A line that was full goes on in the next one, which is of the same size and begins at the margin.
    private func continues(_ last: PageLine, _ line: PageLine, gap: Double) -> Bool {
        guard abs(last.letter - line.letter) < letter * 0.12, gap < pitch * 1.5 else { return false }
        let isFull = last.right > right - letter * 1.6 && last.right > pageWidth * 0.6
        let isCentred = abs((last.x - left) - (right - last.right)) < letter && last.x > left + letter * 2.5
        guard isFull, !isCentred, line.parts.count == 1 else { return false }
        // Text begins at the margin or a little in; what begins far to the right is a signature.
        let isText = last.x < left + letter * 2.8 && line.x < left + letter * 1.2
        let isHanging = abs(last.x - line.x) < letter * 0.5 && last.x < left + (right - left) * 0.3
        return isText || isHanging
    }

    private mutating func finish() {
        if let open { blocks.append(.paragraph(open.paragraph)) }
        open = nil
    }
}
