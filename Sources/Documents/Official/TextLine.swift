import Extraction

/// A line of a text file: its words, and how far they stand in.
package struct TextLine: Sendable, Equatable {
    /// The words without spaces at the ends.
    package let text: String
    /// How many half-width columns of space stand before them.
    package let indent: Int

    /// A line of a text.
    package init(_ line: some StringProtocol) {
        text = line.trimmed
        indent = line.unicodeScalars.prefix { $0.isBlank }.reduce(0) {
            $0 + ($1 == "\u{3000}" ? 2 : $1 == "\t" ? 4 : 1)
        }
    }

    /// Words that stand in so far.
    init(_ line: some StringProtocol, indent: Int) {
        text = line.trimmed
        self.indent = indent
    }

    /// True where there is nothing to read.
    package var isBlank: Bool { text.isEmpty }

    /// True for a rule of dashes or stars and for a page's number between dashes, which are drawn and not read.
    var isRule: Bool {
        let scalars = text.unicodeScalars
        guard scalars.count >= 3, scalars.first.map(Self.strokes.contains) == true,
            scalars.last.map(Self.strokes.contains) == true
        else { return false }
        return scalars.allSatisfy { Self.strokes.contains($0) || $0.isBlank || ($0.digit != nil && scalars.count <= 9) }
    }

    /// True where the line ends as a sentence does.
    var endsSentence: Bool { text.unicodeScalars.last.map { "。！？；：;!?:”）".unicodeScalars.contains($0) } ?? true }

    /// True for words that may name an office: short, and no sentence.
    var mayNameOffice: Bool {
        let scalars = text.unicodeScalars
        return (2...40).contains(scalars.count) && scalars.contains { $0.isHan }
            && !scalars.contains { "。；，！？：:“”《》;,".unicodeScalars.contains($0) || $0.digit != nil }
    }

    /// The name of the office that a line names, without the remark that a seal stands there; nothing for other words.
    var office: String? {
        var name = text
        for remark in ["（盖章）", "（印章）", "（章）", "(盖章)"] where name.hasSuffix(remark) {
            name = String(name.dropLast(remark.count)).trimmed
        }
        guard mayNameOffice, let last = name.unicodeScalars.last, Self.officeEndings.contains(last) else { return nil }
        return name
    }

    /// The lines of a text.
    package static func lines(of text: String) -> [TextLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { TextLine($0) }
    }

    /// The last characters of offices: 委员会, 政府, 办公室, 局, 部, 院, 中心, 公司, 大学, 支队, 协会, 党校, 残联…
    private static let officeEndings = Set("委府室厅局部院会组处心司学校团队所站社馆科办行厂联协党网店区".unicodeScalars)
    private static let strokes = Set("-—─━_=*★☆―－~·…–".unicodeScalars)
}
