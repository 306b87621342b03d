import Extraction
import JuheKit
import Markup

/// Reads a Word document (ECMA-376 part 1, WordprocessingML): its text as it stands once all changes are accepted,
/// without headers and footers.
struct WordReader {
    private let package: OfficePackage
    private let relations: [String: OfficePackage.Relation]
    private let styles: WordStyles
    private var numbering: WordNumbering
    /// Footnotes and endnotes by kind and identifier.
    private var notes: [String: XMLTree.Node] = [:]
    /// The notes that were referred to, in order.
    private var cited: [[Block]] = []
    private var pictures: [String] = []
    /// Author and date where paragraphs of such a style say them.
    private var bylines: [String: String] = [:]
    private var depth = 0

    /// Text boxes inside cells inside tables.
    private static let deepest = 24

    /// Reads the document in a package.
    static func read(_ package: OfficePackage, subject: String) throws(Failure) -> DocumentContent {
        do {
            guard let root = try package.tree(package.main), let body = root.first("body") else {
                throw Failure(.malformed, subject, .damagedDocument(reason: package.main))
            }
            var reader = WordReader(package)
            var content = DocumentContent(reader.blocks(of: body))
            content.blocks += reader.citedNotes
            content.pictures = reader.pictures
            content.margins = reader.margins
            content.notes = package.dangers(subject: subject)
            package.describe(&content)
            content.author = reader.bylines["author"] ?? content.author
            content.dated = reader.bylines["date"]
            return content
        } catch let problem as XMLTree.Problem {
            throw Failure(subject, problem)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.malformed, subject, .damagedDocument(reason: "\(error)"))
        }
    }

    private init(_ package: OfficePackage) {
        self.package = package
        let relations = package.relations(of: package.main)
        self.relations = relations
        func part(_ type: String) -> XMLTree.Node? {
            package.optionalTree(relations.values.first { $0.type == type && !$0.isExternal }?.target)
        }
        styles = WordStyles(part("styles"))
        numbering = WordNumbering(part("numbering"))
        for kind in ["footnote", "endnote"] {
            for node in part(kind + "s")?.all(kind) ?? [] {
                if let id = node["id"], node["type"] == nil || node["type"] == "normal" { notes[kind + id] = node }
            }
        }
    }

    /// The lines of headers and footers: no part of the text, but a mark of secrecy may stand there.
    private var margins: [String] {
        relations.values.filter { ($0.type == "header" || $0.type == "footer") && !$0.isExternal }
            .sorted { $0.target < $1.target }
            .flatMap { package.optionalTree($0.target)?.descendants("p") ?? [] }
            .map { $0.descendants("t").map(\.text).joined().trimmed }.filter { !$0.isEmpty }
    }

    // MARK: - Blocks

    private mutating func blocks(of parent: XMLTree.Node) -> [Block] {
        guard depth < Self.deepest else { return [] }
        depth += 1
        defer { depth -= 1 }
        var blocks: [Block] = []
        var pending: Paragraph?
        for node in parent.children { append(node, to: &blocks, &pending) }
        if let pending { blocks.append(.paragraph(pending)) }
        return blocks
    }

    /// - Parameter pending: a paragraph whose end was deleted: the next one goes on with it.
    private mutating func append(_ node: XMLTree.Node, to blocks: inout [Block], _ pending: inout Paragraph?) {
        switch node.name {
        case "p":
            var (boxes, paragraph) = self.paragraph(node)
            blocks += boxes
            if let byline = styles[node.first("pPr", "pStyle")?["val"]].byline, bylines[byline] == nil {
                bylines[byline] = paragraph.text.trimmed.nonEmpty
                return
            }
            if var begun = pending {
                begun.spans += paragraph.spans
                paragraph = begun
                pending = nil
            }
            if node.first("pPr", "rPr", "del") != nil {
                pending = paragraph
            } else {
                blocks.append(.paragraph(paragraph))
            }
        case "tbl": blocks.append(.table(table(node)))
        case "sdt": node.first("sdtContent")?.children.forEach { append($0, to: &blocks, &pending) }
        case "ins", "moveTo", "customXml", "smartTag":
            node.children.forEach { append($0, to: &blocks, &pending) }
        case "AlternateContent":
            Self.chosen(node)?.children.forEach { append($0, to: &blocks, &pending) }
        default: break
        }
    }

    private static func chosen(_ node: XMLTree.Node) -> XMLTree.Node? {
        node.first("Choice") ?? node.first("Fallback")
    }

    private mutating func paragraph(_ node: XMLTree.Node) -> (boxes: [Block], paragraph: Paragraph) {
        let properties = node.first("pPr")
        let style = styles[properties?.first("pStyle")?["val"]]
        var runs = WordRuns(relations)
        runs.read(node)
        pictures += runs.pictures
        var boxes: [Block] = []
        for box in runs.boxes { boxes += blocks(of: box) }
        var paragraph = Paragraph(spans: [])
        for run in runs.runs { paragraph.spans.append(span(run)) }
        paragraph.isTitle = style.isTitle
        paragraph.indent = properties.flatMap(WordIndent.columns) ?? style.indent ?? 0
        let outline = properties?.first("outlineLvl")?["val"].flatMap { Int($0) }
        if let level = outline.map({ $0 + 1 }) ?? style.heading, (1...9).contains(level), !style.isTitle {
            paragraph.role = .heading(level)
        }
        if !paragraph.isBlank { list(properties, style, &paragraph) }
        return (boxes, paragraph)
    }

    private mutating func list(
        _ properties: XMLTree.Node?, _ style: WordStyles.Style, _ paragraph: inout Paragraph
    ) {
        let own = properties?.first("numPr")
        guard let id = own?.first("numId")?["val"] ?? style.list else { return }
        let level = own?.first("ilvl")?["val"].flatMap { Int($0) } ?? style.level ?? 0
        guard let mark = numbering.mark(list: id, level: level) else { return }
        let isText = paragraph.role == .text
        switch mark {
        case .bullet: if isText { paragraph.role = .item(level: level, number: nil) }
        case .number(let number) where isText: paragraph.role = .item(level: level, number: number)
        case .number(let number): paragraph.spans.insert(Span("\(number). "), at: 0)
        case .words(let words): paragraph.spans.insert(Span(words), at: 0)
        }
    }

    // MARK: - Notes

    /// Marks of notes get the number of the order they are referred to in.
    private mutating func span(_ run: WordRuns.Run) -> Span {
        guard let note = run.note else { return run.span }
        let body = notes[note].map { blocks(of: $0) } ?? []
        cited.append(body)
        var span = Span("[\(cited.count)]", raised: "sup")
        span.isNoteMark = true
        return span
    }

    private var citedNotes: [Block] {
        cited.enumerated().map { number, blocks in
            let text = blocks.map { $0.text.trimmed }.joined(separator: " ")
            return .paragraph(Paragraph("[\(number + 1)] \(text)"))
        }
    }

    // MARK: - Tables

    private mutating func table(_ node: XMLTree.Node) -> Table {
        var grid = WordGrid()
        var heads = 0
        for row in Self.parts(of: node, "tr") where row.first("trPr", "del") == nil {
            let properties = row.first("trPr")
            if let head = properties?.first("tblHeader"), WordRuns.isOn(head), heads == grid.rowCount { heads += 1 }
            grid.beginRow(skipping: properties?.first("gridBefore")?["val"].flatMap { Int($0) } ?? 0)
            for cell in Self.parts(of: row, "tc") {
                let format = cell.first("tcPr")
                let columns = format?.first("gridSpan")?["val"].flatMap { Int($0) } ?? 1
                let merge = format?.first("vMerge")
                let continues = merge.map { $0["val"] != "restart" } ?? false
                grid.add(blocks(of: cell), columns: max(1, min(columns, 100)), continues: continues)
            }
        }
        return Table(rows: grid.rows, heads: heads < grid.rowCount ? heads : 0)
    }

    /// The rows of a table or the cells of a row, those in content controls and insertions too.
    private static func parts(of node: XMLTree.Node, _ name: String) -> [XMLTree.Node] {
        node.children.flatMap { child -> [XMLTree.Node] in
            switch child.name {
            case name: [child]
            case "sdt": child.first("sdtContent").map { parts(of: $0, name) } ?? []
            case "ins", "customXml", "smartTag": parts(of: child, name)
            default: []
            }
        }
    }
}

/// Puts cells into a grid, so that a cell that goes on below becomes one cell of several rows.
struct WordGrid {
    private(set) var rows: [[Table.Cell]] = []
    /// For each column the cell that may go on below: its row and its place there.
    private var open: [Int: (row: Int, place: Int)] = [:]
    private var column = 0

    var rowCount: Int { rows.count }

    mutating func beginRow(skipping columns: Int) {
        rows.append([])
        column = 0
        if columns > 0, columns <= 100 {
            rows[rows.count - 1].append(Table.Cell([], columns: columns))
            column = columns
        }
    }

    mutating func add(_ blocks: [Block], columns: Int, continues: Bool) {
        defer { column += columns }
        if continues, let above = open[column] {
            rows[above.row][above.place].rows = rows.count - above.row
            return
        }
        rows[rows.count - 1].append(Table.Cell(blocks, columns: columns))
        open[column] = (rows.count - 1, rows[rows.count - 1].count - 1)
    }
}
