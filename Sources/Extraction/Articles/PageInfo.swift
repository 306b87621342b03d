import Markup

/// The lines around an article's title: when it was published, where it comes from, who wrote it.
struct PageInfo {
    private(set) var date: WrittenDate?
    private(set) var origin: String?
    private(set) var author: String?
    /// 发文字号 on a line of its own.
    private(set) var number: String?

    /// - Parameters:
    ///   - html: the page, decoded.
    ///   - title: the article's title; what stands before it is the page's head.
    init(_ html: String, title: String?) {
        let lines = HTMLText.plain(from: html).split(separator: "\n", maxSplits: 600).prefix(600).map { $0.trimmed }
        let squeezed = title.map(TitleText.squeezed)
        // A title may come in the crumbs and in the head too: the lines behind each of its places are looked at.
        let starts = lines.indices.filter { squeezed == nil || TitleText.squeezed(lines[$0]) == squeezed }
        let places = starts.isEmpty ? [lines.startIndex] : Array(starts.prefix(4))
        for start in places {
            for line in lines[min(start, lines.endIndex)...].prefix(starts.isEmpty ? 60 : 12) { read(line) }
            if date != nil { break }
        }
        if !starts.isEmpty, let first = starts.first {
            for line in lines[..<first].suffix(6) where date == nil || origin == nil { read(line) }
        }
    }

    private mutating func read(_ line: String) {
        if let info = InfoLine(line) {
            if date == nil { date = info.date }
            if origin == nil { origin = info.origin.flatMap { Self.isName($0) ? $0 : nil } }
        }
        if number == nil { number = DocumentNumber(line: line)?.text }
        if author == nil, line.unicodeScalars.count <= 120, let name = Self.value(behind: ["作者", "撰稿", "供稿"], in: line)
        {
            author = name
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.count <= 40 && WrittenDate.first(in: text) == nil
    }

    private static func value(behind words: [String], in line: String) -> String? {
        for word in words {
            for colon in ["：", ":"] {
                guard let range = line.firstPlace(of: word + colon) else { continue }
                let rest = line[range.upperBound...].drop { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
                let name = String(rest.prefix { !" \u{3000}\u{A0}\t|｜）)】]".contains($0) }).trimmed
                if !name.isEmpty, name.unicodeScalars.count <= 20, !name.contains("：") { return name }
            }
        }
        return nil
    }
}
