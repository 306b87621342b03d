import Extraction
/// The block of `key: value` lines that a Markdown file may begin with, between two lines of `---`.
///
/// It is read as people write it, which is not always YAML: a value goes to the end of its line whatever colons, quotation
/// marks or percent signs it holds. Lists are `[a, b]` or lines of `- a`; `|` and `>` begin a text of indented lines.
struct FrontMatter: Sendable, Equatable {
    /// A line that is none of these, counted from 1.
    struct BadLine: Sendable, Equatable {
        var number: Int
        var text: String
    }

    /// Values by key in lower case; a single value is a list of one.
    private(set) var values: [String: [String]] = [:]
    /// Lines that were passed over.
    private(set) var badLines: [BadLine] = []

    private static let mostLines = 400

    /// The first value of a key, where it is not empty.
    func value(_ key: String) -> String? { values[key]?.first { !$0.isEmpty } }

    /// Takes the block off the front of a text; nothing where the text does not begin with one.
    init?(takenFrom text: inout Substring) {
        let lines = text.prefix(64 << 10).split(
            separator: "\n", maxSplits: Self.mostLines, omittingEmptySubsequences: false)
        guard lines.count > 2, lines[0].trimmed == "---",
            let end = lines.dropFirst().prefix(Self.mostLines - 1).firstIndex(where: {
                $0.trimmed == "---" || $0.trimmed == "..."
            })
        else { return nil }
        for at in 1..<end { read(lines[at], number: at + 1) }
        // A rule, a paragraph, a rule: that is text, not front matter.
        guard !values.isEmpty || end == 1 else { return nil }
        text = text[lines[end].endIndex...].drop { $0 == "\n" }
    }

    /// The key whose value goes on in the next lines, and what joins them; nothing joins a list.
    private struct Open: Sendable, Equatable {
        var key: String
        var fold: String
    }

    private var open: Open?

    private mutating func read(_ line: Substring, number: Int) {
        let words = line.trimmed
        if words.isEmpty || words.hasPrefix("#") { return }
        let isIndented = line.first.map { $0 == " " || $0 == "\t" } ?? false
        if let open {
            if words.hasPrefix("- ") || words == "-", open.fold.isEmpty {
                values[open.key, default: []].append(Self.bare(String(words.dropFirst()).trimmed))
                return
            }
            if isIndented, !open.fold.isEmpty {
                let soFar = values[open.key]?.first ?? ""
                values[open.key] = [soFar.isEmpty ? words : soFar + open.fold + words]
                return
            }
        }
        guard let colon = words.firstIndex(where: { $0 == ":" || $0 == "：" }), !isIndented,
            let key = Self.key(words[..<colon])
        else {
            badLines.append(BadLine(number: number, text: String(words.prefix(40))))
            return
        }
        take(key, String(words[words.index(after: colon)...]).trimmed)
    }

    private mutating func take(_ key: String, _ value: String) {
        switch value {
        case "", "[]": open = Open(key: key, fold: "")
        case "|", "|-", "|+": open = Open(key: key, fold: "\n")
        case ">", ">-", ">+": open = Open(key: key, fold: " ")
        default:
            open = nil
            values[key] = value.hasPrefix("[") && value.hasSuffix("]") ? Self.list(value) : [Self.bare(value)]
            return
        }
        values[key] = []
    }

    private static func key(_ text: Substring) -> String? {
        let key = text.trimmed.lowercased()
        return key.isEmpty || key.count > 40 || key.contains(where: { $0 == " " || $0 == "\"" }) ? nil : key
    }

    private static func list(_ text: String) -> [String] {
        text.dropFirst().dropLast().split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" })
            .map { bare($0.trimmed) }.filter { !$0.isEmpty }
    }

    /// Without its quotation marks, or without the remark behind ` #`.
    private static func bare(_ value: String) -> String {
        for mark in ["\"", "'"] where value.hasPrefix(mark) {
            if let close = value.dropFirst().lastIndex(of: Character(mark)) {
                return String(value[value.index(after: value.startIndex)..<close])
            }
        }
        guard let remark = value.firstRange(of: " #") else { return value }
        return value[..<remark.lowerBound].trimmed
    }
}
