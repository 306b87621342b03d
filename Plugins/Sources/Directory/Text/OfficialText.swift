import JuheKit

/// A plain text read as the official document it may be (GB/T 9704): head, title, addressee, paragraphs, signature.
struct OfficialText: Sendable {
    /// One block of the text.
    struct Paragraph: Sendable, Equatable {
        var text: String
        /// True for the title of a paper that the document carries behind its signature.
        var isHeading = false
    }

    /// The title; nothing where the text begins with a sentence.
    private(set) var title: String?
    /// What is known of the document; nothing where the text is none.
    private(set) var document: OfficialDocument?
    /// 成文日期, or the date a text bears under its title or at its end.
    private(set) var date: WrittenDate?
    /// 来源, where a line under the title says so.
    private(set) var origin: String?
    /// 密级.
    private(set) var secrecy: String?
    /// The text from the addressee to the last note.
    private(set) var paragraphs: [Paragraph] = []

    init(_ text: String) {
        let lines = TextLine.lines(of: text)
        var head = DocumentHead(lines)
        var at = head.length
        let title = DocumentTitle(lines[at...])
        at += title?.length ?? 0
        // Some write the number under the title.
        if head.number == nil, let (next, line) = Self.next(lines, at), let number = DocumentNumber(line: line.text) {
            head.number = number.text
            at = next + 1
        }
        if let (next, line) = Self.next(lines, at), let info = InfoLine(line.text) {
            date = info.date
            origin = info.origin
            at = next + 1
        }
        secrecy = head.secrecy
        self.title = title?.text
        read(lines[min(at, lines.count)...], head: head, isOfficialTitle: title?.isOfficial ?? false)
    }

    private mutating func read(_ lines: ArraySlice<TextLine>, head: DocumentHead, isOfficialTitle: Bool) {
        let addressee = Self.addressee(lines)
        let signature = Signature(lines)
        date = signature?.date ?? date
        if head.number != nil || head.issuer != nil
            || (isOfficialTitle && (addressee != nil || signature?.issuer != nil))
        {
            document = OfficialDocument(
                number: head.number, issuer: signature?.issuer ?? head.issuer, date: signature?.date.text,
                addressee: addressee)
        }
        let signed = signature?.issuer == nil ? nil : signature?.line
        paragraphs = ParagraphReader(lines, signed: signed).paragraphs
    }

    /// 主送机关: the first line, not indented, that ends with a colon.
    private static func addressee(_ lines: ArraySlice<TextLine>) -> String? {
        guard let (_, line) = next(Array(lines), 0), line.indent < 4, line.text.unicodeScalars.count <= 200,
            line.text.hasSuffix("：") || line.text.hasSuffix(":"), !line.text.contains("。"), !line.text.contains("如下")
        else { return nil }
        return String(line.text.dropLast()).trimmed
    }

    private static func next(_ lines: [TextLine], _ start: Int) -> (Int, TextLine)? {
        guard start < lines.count, let at = lines[start...].firstIndex(where: { !$0.isBlank }) else { return nil }
        return (at, lines[at])
    }
}
