import Extraction

/// Gathers lines into paragraphs, which begin behind a blank line, where a line stands in, or behind a finished sentence.
struct ParagraphReader {
    /// One block of a plain text.
    struct Block: Sendable, Equatable {
        var text: String
        /// True for the title of a paper that the document carries behind its signature.
        var isHeading = false
    }

    private(set) var paragraphs: [Block] = []
    private let usesIndents: Bool

    /// - Parameters:
    ///   - isBody: which lines belong to the text.
    ///   - signed: the line of the signature's date; behind it a paper of its own may follow, with its title.
    init(_ lines: ArraySlice<TextLine>, isBody: [Bool], signed: Int?) {
        usesIndents = lines.contains { $0.indent >= 2 && !$0.isBlank }
        var previous: TextLine?
        for at in lines.indices where isBody[at] {
            let line = lines[at]
            if line.isBlank || line.isRule {
                previous = nil
            } else if let previous, continues(previous, line) {
                paragraphs[paragraphs.count - 1].text += Self.joint(previous, line) + line.text
            } else {
                let isHeading = signed.map { at > $0 && Self.isTitle(at, lines) } ?? false
                paragraphs.append(Block(text: line.text, isHeading: isHeading))
            }
            if !line.isBlank, !line.isRule { previous = line }
        }
    }

    /// A line that was broken by a margin goes on at the margin.
    private func continues(_ previous: TextLine, _ line: TextLine) -> Bool {
        guard WrittenDate.whole(line.text) == nil else { return false }
        if usesIndents {
            return line.indent < 2 && previous.text.unicodeScalars.count >= 20 && !previous.endsSentence
        }
        let isLatin = line.text.utf8.first.map { $0 < 0x80 } ?? false
        return isLatin && previous.text.utf8.count >= 50 && !previous.endsSentence
    }

    private static func joint(_ previous: TextLine, _ line: TextLine) -> String {
        let isLatin =
            previous.text.unicodeScalars.last?.isASCII ?? false && line.text.unicodeScalars.first?.isASCII ?? false
        return isLatin ? " " : ""
    }

    /// A line between blank lines that ends as titles do.
    private static func isTitle(_ at: Int, _ lines: ArraySlice<TextLine>) -> Bool {
        let isAlone =
            (at == lines.startIndex || lines[at - 1].isBlank) && (at + 1 == lines.endIndex || lines[at + 1].isBlank)
        let text = lines[at].text
        return isAlone && text.unicodeScalars.count <= 60 && !text.contains("。") && DocumentGenre.ends(text)
    }
}
