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
        let lines = edition.sections.reduce(0) { $0 + 1 + $1.groups.count }
        height = 60 + 28 + 60 + 2 * 21 + 34
        if edition.hasContents { height += 40 + 28 * Double(lines) }
        for section in edition.sections {
            mark(section.code, 28 + 24)
            for group in section.groups {
                mark(WordBody.bookmark(section, group), 28 + 13)
                group.entries.forEach { add($0) }
            }
        }
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
        height += 6 + 28 * lines(entry.title, size: 16, indent: 30) + 23
        if let excerpt = entry.excerpt { height += 28 * lines(excerpt, size: 16, indent: 32) }
        if let copies = entry.copies { height += 23 * lines(copies.line, size: 14, indent: 16) }
    }

    private func lines(_ text: String, size: Double, indent: Double) -> Double {
        ((TextWidth.points(text, size: size) + indent) / TextWidth.page).rounded(.up)
    }
}
