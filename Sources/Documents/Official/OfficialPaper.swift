package import Extraction
package import JuheKit

/// A text read as the official document it may be (GB/T 9704-2012): head, title, addressee, text, signature, imprint.
///
/// It is read from lines, whatever form of document they come from; which of them are the text itself is told, so that
/// the reader of the form can print those with their lists and tables.
package struct OfficialPaper: Sendable {
    /// The title; nothing where the text begins with a sentence.
    package private(set) var title: String?
    /// What is known of the document; nothing where the text is none.
    package private(set) var document: OfficialDocument?
    /// 成文日期, or the date a text bears under its title or at its end.
    package private(set) var date: WrittenDate?
    /// 来源, where a line under the title says so.
    package private(set) var origin: String?
    /// For each line whether it belongs to the text: from the addressee to the last note, without head and imprint.
    package private(set) var isBody: [Bool]
    /// The line of the signature's date, where an office signed.
    private(set) var signed: Int?

    /// Reads a paper.
    ///
    /// - Parameter titled: the lines that the document's own program calls its title.
    package init(_ lines: [TextLine], titled: Range<Int>? = nil) {
        self.init(lines, titled: titled, omitting: [])
    }

    /// The same, where some lines are no part of the text whatever they say.
    init(_ lines: [TextLine], titled: Range<Int>?, omitting omitted: Set<Int>) {
        isBody = lines.map { _ in false }
        var head = DocumentHead(titled.map { Array(lines[..<$0.lowerBound]) } ?? lines)
        var at = titled?.lowerBound ?? head.length
        let found = titled.flatMap { DocumentTitle(lines, styled: $0) } ?? DocumentTitle(lines[at...])
        at += found?.length ?? 0
        // Some write the number under the title.
        if head.number == nil, let next = Self.next(lines, at), let number = DocumentNumber(line: lines[next].text) {
            head.number = number.text
            at = next + 1
        }
        if let next = Self.next(lines, at), let info = InfoLine(lines[next].text) {
            date = info.date
            origin = info.origin
            at = next + 1
        }
        title = found?.text
        let start = min(at, lines.count)
        let imprint = Imprint(lines[start...])
        for line in start..<lines.count { isBody[line] = !imprint.lines.contains(line) && !omitted.contains(line) }
        read(lines, from: start, head, imprint, isOfficialTitle: found?.isOfficial ?? false)
    }

    private mutating func read(
        _ all: [TextLine], from start: Int, _ head: DocumentHead, _ imprint: Imprint, isOfficialTitle: Bool
    ) {
        let end = imprint.lines.lowerBound > start ? imprint.lines.lowerBound : all.count
        let lines = all[start..<end]
        let addressee = Self.addressee(lines)
        let signature = Signature(lines)
        date = signature?.date ?? date
        signed = signature?.issuer == nil ? nil : signature?.line
        guard
            head.number != nil || head.issuer != nil || imprint.printer != nil
                || (isOfficialTitle && (addressee != nil || signature?.issuer != nil))
        else { return }
        var document = OfficialDocument(
            number: head.number, issuer: signature?.issuer ?? head.issuer, date: signature?.date.text,
            addressee: addressee)
        document.signatory = head.signatory
        document.classification = head.secrecy
        document.urgency = head.urgency
        document.copyNumber = head.copyNumber
        document.attachments = AnnexList(lines).names
        document.note = signature.flatMap { Self.note(lines, behind: $0.line) }
        document.copyTo = imprint.copyTo
        document.printer = imprint.printer
        document.printed = imprint.date?.text
        self.document = document
    }

    /// 主送机关: the first line, not indented, that ends with a colon.
    private static func addressee(_ lines: ArraySlice<TextLine>) -> String? {
        guard let line = lines.first(where: { !$0.isBlank }), line.indent < 4, line.text.unicodeScalars.count <= 200,
            line.text.hasSuffix("：") || line.text.hasSuffix(":"), !line.text.contains("。"), !line.text.contains("如下")
        else { return nil }
        return String(line.text.dropLast()).trimmed
    }

    /// 附注: what stands in brackets below the date.
    private static func note(_ lines: ArraySlice<TextLine>, behind date: Int) -> String? {
        for line in lines[min(date + 1, lines.endIndex)...].filter({ !$0.isBlank }).prefix(2) {
            guard let first = line.text.first, let last = line.text.last, "（(".contains(first), "）)".contains(last)
            else {
                continue
            }
            return String(line.text.dropFirst().dropLast()).trimmed.nonEmpty
        }
        return nil
    }

    private static func next(_ lines: [TextLine], _ start: Int) -> Int? {
        start < lines.count ? lines[start...].firstIndex { !$0.isBlank } : nil
    }
}
