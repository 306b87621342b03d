import Extraction

extension [Block] {
    /// The blocks as HTML: nothing of their text is read as markup.
    package var html: String {
        var writer = BlockWriter()
        writer.write(self)
        return writer.html
    }
}

/// Writes blocks as HTML. Items of lists stand apart in a document; here they come together in nested lists.
private struct BlockWriter {
    private(set) var html = ""
    /// The lists that are open, outermost first.
    private var lists: [(tag: String, level: Int)] = []

    mutating func write(_ blocks: [Block]) {
        for block in blocks {
            if case .paragraph(let paragraph) = block, case .item(let level, let number) = paragraph.role {
                item(paragraph, level: level, number: number)
                continue
            }
            closeLists(above: -1)
            switch block {
            case .paragraph(let paragraph): write(paragraph)
            case .table(let table): write(table)
            case .html(let markup, _): html += markup + "\n"
            }
        }
        closeLists(above: -1)
    }

    private mutating func write(_ paragraph: Paragraph) {
        guard !paragraph.isBlank else { return }
        let tag = if case .heading(let level) = paragraph.role { "h\(Swift.min(Swift.max(level, 1), 6))" } else { "p" }
        html += "<\(tag)>\(Self.inline(paragraph.spans))</\(tag)>\n"
    }

    private mutating func item(_ paragraph: Paragraph, level: Int, number: Int?) {
        let tag = number == nil ? "ul" : "ol"
        closeLists(above: level)
        if let last = lists.last, last.level == level, last.tag != tag { closeLists(above: level - 1) }
        if lists.last?.level == level {
            html += "</li>\n"
        } else {
            html += number.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n"
            lists.append((tag, level))
        }
        html += "<li>\(Self.inline(paragraph.spans))"
    }

    private mutating func closeLists(above level: Int) {
        while let last = lists.last, last.level > level {
            html += "</li>\n</\(last.tag)>\n"
            lists.removeLast()
        }
    }

    private mutating func write(_ table: Table) {
        guard table.rows.contains(where: { !$0.isEmpty }) else { return }
        html += "<table>\n"
        for (at, row) in table.rows.enumerated() {
            html += "<tr>"
            let tag = at < table.heads ? "th" : "td"
            for cell in row {
                let columns = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
                let rows = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
                html += "<\(tag)\(columns)\(rows)>\(Self.cell(cell.blocks))</\(tag)>"
            }
            html += "</tr>\n"
        }
        html += "</table>\n"
    }

    /// A cell of paragraphs alone needs no tags around them.
    private static func cell(_ blocks: [Block]) -> String {
        var lines: [String] = []
        for block in blocks {
            guard case .paragraph(let paragraph) = block, paragraph.role == .text else { return blocks.html }
            if !paragraph.isBlank { lines.append(inline(paragraph.spans)) }
        }
        return lines.joined(separator: "<br>")
    }

    private static func inline(_ spans: [Span]) -> String {
        var isFirst = true
        return spans.reduce(into: "") { html, span in
            // Spaces that stand for an indent are layout.
            let words =
                isFirst ? String(String.UnicodeScalarView(span.text.unicodeScalars.drop { $0.isBlank })) : span.text
            if !words.isEmpty { isFirst = false }
            var text = words.escapedForHTML.replacing("\n", with: "<br>")
            if let raised = span.raised { text = "<\(raised)>\(text)</\(raised)>" }
            if let link = span.link { text = "<a href=\"\(link.escapedForHTML)\">\(text)</a>" }
            html += text
        }
    }
}
