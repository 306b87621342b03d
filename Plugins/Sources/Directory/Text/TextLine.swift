/// A line of a text file: its words, and how far they stand in.
struct TextLine: Sendable, Equatable {
    /// The words without spaces at the ends.
    let text: String
    /// How many half-width columns of space stand before them.
    let indent: Int

    init(_ line: some StringProtocol) {
        text = line.trimmed
        indent = line.unicodeScalars.prefix { $0.isBlank }.reduce(0) {
            $0 + ($1 == "\u{3000}" ? 2 : $1 == "\t" ? 4 : 1)
        }
    }

    var isBlank: Bool { text.isEmpty }

    /// True for a rule of dashes or stars, which is drawn and not read.
    var isRule: Bool {
        text.unicodeScalars.count >= 3 && text.unicodeScalars.allSatisfy { Self.strokes.contains($0) }
    }

    /// True where the line ends as a sentence does.
    var endsSentence: Bool { text.unicodeScalars.last.map { "。！？；：;!?:”）".unicodeScalars.contains($0) } ?? true }

    /// True for words that may name an office: short, and no sentence.
    var mayNameOffice: Bool {
        let scalars = text.unicodeScalars
        return (2...40).contains(scalars.count) && scalars.contains { $0.isHan }
            && !scalars.contains { "。；，！？：:“”《》;,".unicodeScalars.contains($0) || $0.digit != nil }
    }

    /// The lines of a text.
    static func lines(of text: String) -> [TextLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { TextLine($0) }
    }

    private static let strokes: Set<Unicode.Scalar> = [
        "-", "—", "─", "━", "_", "=", "*", "★", "☆", "―", "－", "~", "·", "…",
    ]
}
