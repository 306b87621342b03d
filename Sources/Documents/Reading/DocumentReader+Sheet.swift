import Extraction
import FoundationEssentials
import JuheKit

extension DocumentReader {
    /// Reads a `.xlsx`.
    func workbookReading() throws(Failure) -> DocumentReading {
        let package: OfficePackage
        do { package = try OfficePackage(bytes) } catch { throw Failure(subject, error) }
        let (sheets, notes) = try WorkbookReader.read(package, subject: subject)
        return try reading(sheets, notes)
    }

    /// Reads a `.csv` or `.tsv`.
    func delimitedReading() throws(Failure) -> DocumentReading {
        let (text, notes) = try decoded()
        var sheet = Sheet(rows: DelimitedText.rows(text, delimiter: file.extension == "tsv" ? 0x09 : nil))
        sheet.trim()
        return try reading([sheet], notes)
    }

    /// Of a list every row is an item; any other sheet is a table in one.
    private func reading(_ sheets: [Sheet], _ notes: [Failure]) throws(Failure) -> DocumentReading {
        var reading = DocumentReading(notes: notes)
        var tables = DocumentContent()
        for sheet in sheets where !sheet.rows.isEmpty {
            if let mapping = ColumnMapping(sheet.filled, configured: settings.columns) {
                reading.documents += ListRows(sheet, mapping, self).documents
            } else {
                if sheets.count > 1, !sheet.name.isEmpty {
                    tables.blocks.append(.paragraph(Paragraph(sheet.name, role: .heading(2))))
                }
                tables.blocks.append(.table(sheet.table))
            }
        }
        if !tables.blocks.isEmpty { reading.documents.append(table(tables)) }
        guard !reading.documents.isEmpty else { throw Failure(.empty, subject, .emptyDocument) }
        if !settings.columns.isEmpty, !tables.blocks.isEmpty {
            reading.notes.append(Failure(.malformed, subject, .noListHead))
        }
        return reading
    }

    /// The title of a table is its file's name, or a first row of one cell.
    private func table(_ content: DocumentContent) -> ReadDocument {
        var title = nameAsTitle
        if case .table(let table) = content.blocks[0], let first = table.rows.first {
            let words = first.compactMap { $0.blocks.first?.text.nonEmpty }
            if words.count == 1, words[0].unicodeScalars.count <= 60 { title = words[0] }
        }
        var item = Item(id: identifier, title: title ?? file.stem)
        item.contentHTML = content.blocks.html
        return ReadDocument(item, lines: content.lines.lines, name: file.name)
    }
}

/// The rows of a list as items.
struct ListRows {
    private let sheet: Sheet
    private let mapping: ColumnMapping
    private let reader: DocumentReader
    private var seen: [String: Int] = [:]
    private(set) var documents: [ReadDocument] = []

    init(_ sheet: Sheet, _ mapping: ColumnMapping, _ reader: DocumentReader) {
        self.sheet = sheet
        self.mapping = mapping
        self.reader = reader
        for row in sheet.filled.dropFirst(mapping.firstRow) { read(row) }
    }

    private mutating func read(_ row: [String]) {
        guard let title = mapping.value(.title, row), !Self.isTotal(row) else { return }
        let written = mapping.value(.date, row)
        var item = Item(id: identifier(row, title, written), title: title)
        item.datePublished = written.flatMap(date)
        item.url = mapping.value(.url, row)
        item.authors = mapping.value(.author, row).map { [Author(name: $0)] } ?? []
        item.tags = mapping.value(.tags, row)?.split { ",，;；、 ".contains($0) }.map(String.init) ?? []
        item.details.unit = mapping.value(.unit, row)
        item.details.column = mapping.value(.column, row)
        label(&item, row)
        if let number = mapping.value(.number, row) {
            item.details.document = OfficialDocument(
                number: DocumentNumber(line: number)?.text ?? number, issuer: mapping.value(.issuer, row),
                date: written.flatMap { WrittenDate.first(in: $0)?.text })
        }
        let blocks = content(row)
        item.contentHTML = blocks.isEmpty ? nil : blocks.html
        let lines = [TextLine(row.joined(separator: "\t"))]
        documents.append(ReadDocument(item, lines: lines, name: documents.isEmpty ? reader.file.name : ""))
    }

    /// A column of its own, else title and date: a list may be sorted anew.
    private mutating func identifier(_ row: [String], _ title: String, _ date: String?) -> String {
        let key = mapping.value(.id, row) ?? [title, date ?? ""].joined(separator: " ").trimmed
        let whole = "\(reader.identifier)#\(sheet.name.isEmpty ? "" : sheet.name + "/")\(key)"
        let count = seen[whole, default: 0] + 1
        seen[whole] = count
        return count == 1 ? whole : "\(whole)#\(count)"
    }

    private func date(_ text: String) -> Date? {
        let zone = reader.source.zone
        return Timestamp.instant(text, zone: zone) ?? WrittenDate.first(in: text)?.instant(in: zone)
    }

    private func label(_ item: inout Item, _ row: [String]) {
        if let word = mapping.value(.track, row), let track = Track(word: word) {
            item.details.track = track
            item.details.why.append(Reason(label: "track", rule: "column", words: [word]))
        }
        if let word = mapping.value(.kind, row), let kind = Kind(word: word) {
            item.details.kind = kind
            item.details.why.append(Reason(label: "kind", rule: "column", words: [word]))
        }
    }

    private func content(_ row: [String]) -> [Block] {
        var blocks: [Block] = []
        for column in mapping.columns[.content] ?? [] where row.indices.contains(column) {
            for line in row[column].split(separator: "\n") { blocks.append(.paragraph(Paragraph(line.trimmed))) }
        }
        let rest = mapping.others.filter { row.indices.contains($0) && !row[$0].isEmpty }
        if !rest.isEmpty {
            blocks.append(.table(Table(rows: rest.map { [Table.Cell(mapping.heads[$0]), Table.Cell(row[$0])] })))
        }
        return blocks
    }

    private static func isTotal(_ row: [String]) -> Bool {
        row.first { !$0.isEmpty }.map { ["合计", "总计", "小计", "备注", "注："].contains($0) } ?? true
    }
}
