import Extraction
import JuheKit

extension DocumentReader {
    /// Makes an item of what a document says.
    func reading(_ content: DocumentContent) throws(Failure) -> DocumentReading {
        guard !content.isEmpty else { throw Failure(.empty, subject, .emptyDocument) }
        let (lines, owners) = content.lines
        let form = settings.isSubmission ? SubmissionForm(lines) : nil
        let paper = OfficialPaper(
            form?.masked(lines) ?? lines, titled: content.titled(owners), omitting: form?.lines ?? [])
        var item = Item(id: identifier, title: paper.title ?? content.usableTitle ?? nameAsTitle)
        let html = content.body(of: paper, owners).html
        item.contentHTML = html.isEmpty ? nil : html
        let date = paper.date ?? content.dated.flatMap { WrittenDate.first(in: $0) }
        item.datePublished = date?.instant(in: source.zone)
        item.authors = content.usableAuthor.map { [Author(name: $0)] } ?? []
        item.details.document = paper.document
        item.details.origin = paper.origin
        form?.describe(&item)
        var notes = content.notes
        if !content.pictures.isEmpty {
            notes.append(Failure(.limit, subject, .picturesLeftOut(content.pictures.count)))
        }
        let document = ReadDocument(item, lines: lines, margins: content.margins, name: file.name)
        return DocumentReading(documents: [document], notes: notes)
    }
}

extension DocumentContent {
    /// Its lines as ``OfficialPaper`` reads them, and for each the block it comes from.
    var lines: (lines: [TextLine], owners: [Int]) {
        var lines: [TextLine] = []
        var owners: [Int] = []
        for (at, block) in blocks.enumerated() {
            let indent = if case .paragraph(let paragraph) = block { paragraph.indent } else { 0 }
            for (row, text) in block.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let own = TextLine(text)
                lines.append(row == 0 && indent > own.indent ? TextLine(text, indent: indent) : own)
                owners.append(at)
            }
        }
        return (lines, owners)
    }

    /// The lines that the document's program calls its title.
    func titled(_ owners: [Int]) -> Range<Int>? {
        func isTitle(_ line: Int) -> Bool {
            if case .paragraph(let paragraph) = blocks[owners[line]] {
                paragraph.isTitle && !paragraph.isBlank
            } else {
                false
            }
        }
        guard let start = owners.indices.first(where: isTitle) else { return nil }
        return start..<(owners[start...].indices.first { !isTitle($0) } ?? owners.count)
    }

    /// The blocks of which at least one line belongs to the text.
    func body(of paper: OfficialPaper, _ owners: [Int]) -> [Block] {
        var isWanted = blocks.map { _ in false }
        for (line, owner) in owners.enumerated() where paper.isBody[line] { isWanted[owner] = true }
        return zip(blocks, isWanted).filter(\.1).map(\.0)
    }

    /// The title of its properties, where a person wrote it.
    var usableTitle: String? {
        title.flatMap { title in
            title.unicodeScalars.contains(where: \.isHan) && !title.hasSuffix(".doc") && !title.hasSuffix(".docx")
                ? title : nil
        }
    }

    /// The author of its properties, where it is a person.
    var usableAuthor: String? {
        let nobody = [
            "python-docx", "administrator", "admin", "user", "windows user", "microsoft", "微软用户", "微软中国", "pc",
            "lenovo",
            "dell", "anonymous", "reportlab", "hp", "asus", "root", "openpyxl", "unknown", "un-named", "apache poi",
        ]
        return author.flatMap { author in nobody.contains(author.lowercased()) ? nil : author }
    }
}
