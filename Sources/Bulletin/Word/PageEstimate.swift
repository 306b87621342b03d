/// On which page a heading probably stands: what the contents show until Word works the pages out for itself.
///
/// Counts lines of Chinese characters at the sizes of ``WordStyles``; a page holds 22 lines of 28 points.
struct PageEstimate {
    private var pages: [String: Int] = [:]
    private var numbers: [String: Int] = [:]
    /// Points from the top of the first page.
    private var height = 0.0

    private static let pageHeight = 632.0

    init(_ edition: PrintedEdition) {
        addFront(edition)
        for section in edition.sections {
            mark(section.code, 28 + 24)
            for group in section.groups {
                mark(WordBody.bookmark(section, group), 28 + 13)
                group.entries.forEach { add($0) }
            }
        }
    }

    /// What stands before the first section.
    private mutating func addFront(_ edition: PrintedEdition) {
        height = 67 + 28 + 50 + 2 * 21 + 40
        if edition.leftOut != nil { height += 40 }
        if let correction = edition.correction { add(correction.text, size: 16, indent: 112) }
        if !edition.due.isEmpty { height += 28 + 24 }
        for due in edition.due {
            let term = due.date + due.left + due.what
            keep([6 + 28 * lines(term, size: 16, indent: 48), due.facts.isEmpty ? 0 : 23])
            if let title = due.title { add(title, size: 14, indent: 16, leading: 23) }
        }
        if !edition.highlights.isEmpty { height += 40 }
        for highlight in edition.highlights { keep([6 + 28 * lines(highlight.title, size: 16, indent: 0), 23]) }
        if edition.hasContents {
            height += 40 + 28 * edition.sections.reduce(0) { $0 + 1 + Double($1.groups.count) }
        }
        if !edition.note.isEmpty { height += 40 }
        for paragraph in edition.note { add(paragraph, size: 16, indent: 32) }
    }

    /// The page of a bookmark, from 1.
    func page(of bookmark: String) -> Int { pages[bookmark] ?? 1 }

    /// The bookmark's own number in the document, from 1.
    func number(of bookmark: String) -> Int { numbers[bookmark] ?? 0 }

    private mutating func mark(_ bookmark: String, _ points: Double) {
        // A heading never stands last on a page.
        let left = Self.pageHeight - height.truncatingRemainder(dividingBy: Self.pageHeight)
        if left < points + 28 { height += left }
        pages[bookmark] = Int(height / Self.pageHeight) + 1
        numbers[bookmark] = numbers.count + 1
        height += points
    }

    private mutating func add(_ entry: PrintedEdition.Entry) {
        let state = entry.state.map { "【\($0)】" } ?? ""
        let facts = [entry.unit, entry.documentNumber, entry.validity, entry.date, entry.attachments].compactMap(\.self)
        let standings = entry.standings.map { 23 * lines($0, size: 12, indent: 0) }
        // The title, the facts and the beginning of the text stay on one page.
        keep(
            [
                6 + 28 * lines("\(entry.number). \(entry.title)\(state)", size: 16, indent: 0),
                facts.isEmpty ? 0 : 23 * lines(facts.joined(separator: "　"), size: 14, indent: 0),
            ] + standings, with: 28)
        if let excerpt = entry.excerpt { add(excerpt, size: 16, indent: 32) }
        if let picture = entry.picture {
            keep([8 + Double(picture.size(within: (312, 213), unit: 1).height)])
        }
        if let copies = entry.copies { add(copies.line, size: 14, indent: 16, leading: 23) }
        if let remark = entry.remark { add(remark, size: 16, indent: 32) }
    }

    /// Paragraphs that are not parted, with so much of what follows them.
    private mutating func keep(_ heights: [Double], with more: Double = 0) {
        let sum = heights.reduce(0, +)
        let left = Self.pageHeight - height.truncatingRemainder(dividingBy: Self.pageHeight)
        if left < sum + more, sum + more < Self.pageHeight { height += left }
        height += sum
    }

    /// A paragraph that may go over the end of a page, a line at a time.
    private mutating func add(_ text: String, size: Double, indent: Double, leading: Double = 28) {
        for _ in 0..<Int(lines(text, size: size, indent: indent)) { keep([leading]) }
    }

    private func lines(_ text: String, size: Double, indent: Double) -> Double {
        ((TextWidth.points(text, size: size) + indent) / TextWidth.page).rounded(.up)
    }
}
