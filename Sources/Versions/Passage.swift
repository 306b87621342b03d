/// A line of a version as it is compared: without its number, with what it is about.
struct Passage {
    /// The line without the number before it: a list that lost its second entry has not changed in the third.
    let text: String
    /// What it is about: what it names itself, else what the heading above it named.
    let subject: Subject
    /// True where it says nothing but what the lines below are about.
    let isHeading: Bool

    /// The lines of a version.
    static func passages(of lines: [String]) -> [Passage] {
        var current = Subject.other
        return lines.map { line in
            let (number, rest) = LineNumber.split(line)
            let text = rest.isEmpty ? line : rest
            let (label, value) = Self.label(of: text)
            if let label, "问Qq".contains(label) {
                current = Subject.named(by: value) ?? .other
                return Passage(text: text, subject: current, isHeading: true)
            }
            if isHeading(text, label, value, number) {
                current = Subject.named(by: label ?? text[...]) ?? .other
                return Passage(text: text, subject: current, isHeading: true)
            }
            let isShort = text.unicodeScalars.count <= 20
            let own = label.flatMap { Subject.named(by: $0) }
            let said = current == .other && isShort && label == nil ? Subject.named(by: text) : nil
            return Passage(text: text, subject: own ?? said ?? current, isHeading: false)
        }
    }

    private static func isHeading(
        _ text: String, _ label: Substring?, _ value: Substring, _ number: LineNumber?
    ) -> Bool {
        if let label { return value.isEmpty && (number == .chapter || Subject.named(by: label) != nil) }
        guard text.unicodeScalars.count <= 20, !text.contains(where: { "。；;，,|".contains($0) }) else { return false }
        return number == .chapter || Subject.isBareName(text) || number == .section && Subject.named(by: text) != nil
    }

    /// `电话` of `电话：0000` and of a table's row `电话 | 0000`, with what stands behind it; no label where the line has none.
    private static func label(of text: String) -> (label: Substring?, value: Substring) {
        let end = text.firstIndex { ":：|".contains($0) } ?? text.endIndex
        let label = text[..<end]
        guard end < text.endIndex, !label.isEmpty, label.count <= 14 else { return (nil, text[...]) }
        let value = text[text.index(after: end)...].drop { $0.isWhitespace }
        let isTime = label.last?.isNumber == true && value.first?.isNumber == true
        return isTime ? (nil, text[...]) : (label.last == " " ? label.dropLast() : label, value)
    }
}

/// The number before a line: of a chapter, of a section, or of an entry of a list.
enum LineNumber {
    /// `一、`, `第一条`
    case chapter
    /// `（一）`
    case section
    /// `1.`, `(1)`, `①`, `第一步：`, the first column of a table
    case entry

    /// The number of a line and the line behind it.
    static func split(_ line: String) -> (number: LineNumber?, rest: String) {
        let text = line.unicodeScalars.drop(while: \.properties.isWhitespace)
        for (number, length) in [(LineNumber.chapter, chapter(text)), (.section, section(text)), (.entry, entry(text))]
        {
            guard let length else { continue }
            return (number, String(text.dropFirst(length).drop { $0.properties.isWhitespace }))
        }
        return (nil, String(text))
    }

    private typealias Text = Substring.UnicodeScalarView

    private static let han = Set("一二三四五六七八九十百零".unicodeScalars)
    private static let ends = Set("、.．".unicodeScalars)

    private static func chapter(_ text: Text) -> Int? {
        let isArticle = text.first == "第"
        let rest = isArticle ? text.dropFirst() : text
        let count = rest.prefix { han.contains($0) || isArticle && isDigit($0) }.count
        guard (1...4).contains(count), let next = rest.dropFirst(count).first else { return nil }
        if isArticle { return "条章节项".unicodeScalars.contains(next) ? count + 2 : nil }
        return ends.contains(next) ? count + 1 : nil
    }

    private static func section(_ text: Text) -> Int? { bracketed(text) { han.contains($0) } }

    private static func entry(_ text: Text) -> Int? {
        if let first = text.first, (0x2460...0x249B).contains(first.value) { return 1 }
        if let length = step(text) { return length }
        if let length = bracketed(text, isDigit) { return length }
        let count = text.prefix(while: isDigit).count
        let rest = text.dropFirst(count)
        guard (1...2).contains(count), let next = rest.first else { return nil }
        if next == " ", rest.dropFirst().first == "|" { return count + 2 }
        // `1.5倍` is a number, not the first entry.
        guard ends.contains(next) || ")）".unicodeScalars.contains(next), rest.dropFirst().first.map(isDigit) != true
        else { return nil }
        return count + 1
    }

    private static func step(_ text: Text) -> Int? {
        guard text.first == "第" else { return nil }
        let count = text.dropFirst().prefix { han.contains($0) || isDigit($0) }.count
        let rest = text.dropFirst(count + 1)
        guard (1...3).contains(count), rest.first == "步" else { return nil }
        return count + 2 + rest.dropFirst().prefix { ":：、，".unicodeScalars.contains($0) }.count
    }

    private static func bracketed(_ text: Text, _ isWanted: (Unicode.Scalar) -> Bool) -> Int? {
        guard let first = text.first, "(（".unicodeScalars.contains(first) else { return nil }
        let count = text.dropFirst().prefix(while: isWanted).count
        guard (1...3).contains(count), let end = text.dropFirst(count + 1).first, ")）".unicodeScalars.contains(end)
        else { return nil }
        return count + 2
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
}
