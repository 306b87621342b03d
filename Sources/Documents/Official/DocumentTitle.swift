import Extraction

/// The title of a text: one line, or the several lines of an official one, broken by its meaning.
struct DocumentTitle: Sendable, Equatable {
    /// The title on one line.
    let text: String
    /// True where it ends as official titles do.
    let isOfficial: Bool
    /// How many lines it takes, blank ones before it counted.
    let length: Int

    private static let mostLines = 5
    private static let longest = 160

    /// The title that begins in the first line that is not blank; nothing where that is a sentence.
    init?(_ lines: ArraySlice<TextLine>) {
        let blanks = lines.prefix(while: \.isBlank).count
        let block = Self.block(lines.dropFirst(blanks))
        guard !block.isEmpty else { return nil }
        var best = 1
        var hasGenre = false
        for count in 1...block.count where DocumentGenre.ends(Self.joined(block.prefix(count))) {
            best = count
            hasGenre = true
        }
        text = Self.joined(block.prefix(best))
        isOfficial = hasGenre
        length = blanks + best
    }

    /// The title in lines that its program marked as such.
    init?(_ lines: [TextLine], styled: Range<Int>) {
        text = Self.joined(lines[styled].filter { !$0.isBlank }[...])
        guard !text.isEmpty else { return nil }
        isOfficial = DocumentGenre.ends(text)
        length = styled.count
    }

    /// Lines that may belong to a title.
    private static func block(_ lines: ArraySlice<TextLine>) -> [TextLine] {
        var block: [TextLine] = []
        var size = 0
        for line in lines.prefix(mostLines) {
            size += line.text.unicodeScalars.count
            guard !line.isBlank, size <= longest, !line.text.contains("。"), DocumentNumber(line: line.text) == nil
            else {
                break
            }
            if !block.isEmpty {
                if line.text.hasSuffix("：") || line.text.hasSuffix(":") || line.isRule { break }
                // Behind a whole title, what stands in or runs on is the text.
                let isWhole = DocumentGenre.ends(joined(block[...]))
                if isWhole, !DocumentGenre.ends(line.text), !isRemark(line.text) { break }
            }
            block.append(line)
        }
        return block
    }

    /// `（试行）`, `（征求意见稿）` on a line of its own.
    private static func isRemark(_ text: String) -> Bool {
        text.hasPrefix("（") && text.hasSuffix("）")
            && ["试行", "暂行", "稿", "草案", "修订", "版"].contains { text.dropLast().hasSuffix($0) }
    }

    /// Chinese lines join without a space, others with one.
    private static func joined(_ lines: ArraySlice<TextLine>) -> String {
        lines.reduce(into: "") { text, line in
            let isLatin =
                text.unicodeScalars.last.map { $0.isASCII } ?? false
                && line.text.unicodeScalars.first.map { $0.isASCII } ?? false
            text += (isLatin ? " " : "") + line.text
        }
    }
}
