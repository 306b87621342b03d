import Markup

/// The lines around an article's title: when it was published, where it comes from, who wrote it.
struct PageInfo {
    private(set) var date: WrittenDate?
    /// A date by itself below the title; it may be the one under the text.
    private(set) var looseDate: WrittenDate?
    private(set) var origin: String?
    private(set) var author: String?
    /// The page's first lines as a reader sees them.
    let lines: [String]
    /// 发文字号 on a line of its own.
    private(set) var number: String?

    /// So many lines behind the title stand between it and the text.
    private static let nearTitle = 4

    /// - Parameters:
    ///   - html: the page, decoded.
    ///   - title: the article's title; what stands before it is the page's head.
    init(_ html: String, title: String?) {
        // What an element of its own holds is a word of its own, whether a space parts it from the next or not.
        lines = HTMLText.plain(from: Self.spaced(WrittenByProgram.put(into: html))).split(
            separator: "\n", maxSplits: 600
        ).prefix(600).map {
            $0.trimmed
        }
        let squeezed = title.map(TitleText.squeezed)
        // A title may come in the crumbs and in the head too: the lines behind each of its places are looked at.
        let starts = lines.indices.filter { place in
            squeezed.map { Self.isTitle(lines[place], $0) } ?? true
        }
        if let first = starts.first, let squeezed, TitleText.squeezed(lines[first]) != squeezed {
            read(lines[first].dropFirst(TitleText.withoutTrailingDate(lines[first]).count).trimmed, takesLoose: true)
        }
        let places = starts.isEmpty ? [lines.startIndex] : Array(starts.prefix(4))
        for start in places {
            for (place, line) in lines[min(start, lines.endIndex)...].prefix(starts.isEmpty ? 60 : 12).enumerated() {
                read(line, takesLoose: place <= Self.nearTitle)
                // Label and value may stand in boxes of their own.
                let next = min(start, lines.endIndex) + place + 1
                if next < lines.count, lines[next].unicodeScalars.count <= 40, let label = InfoLine.label(line) {
                    read("\(label)：\(lines[next])", takesLoose: false)
                }
            }
            if date != nil { break }
        }
        if !starts.isEmpty, let first = starts.first {
            for line in lines[..<first].suffix(6) where date == nil || origin == nil { read(line, takesLoose: true) }
        }
    }

    private mutating func read(_ line: String, takesLoose: Bool) {
        if takesLoose { looseDate = looseDate ?? Self.date(line) ?? Self.labelledDate(line) }
        // Right under a title a line in brackets needs no time of day: `（市水务局　2026年11月5日）`.
        if takesLoose, let info = BareInfo(line, needsTime: !Self.isInBrackets(line)) {
            looseDate = looseDate ?? info.date
            origin = origin ?? info.origin
        }
        if let info = InfoLine(takesLoose ? InfoLine.withColon(line) : line) {
            if info.isDateMarked {
                date = date ?? info.date
            } else if takesLoose {
                looseDate = looseDate ?? info.date
            }
            if origin == nil { origin = info.origin.flatMap { Self.isName($0) ? $0 : nil } }
        }
        if number == nil { number = DocumentNumber(line: Self.withoutBrackets(line))?.text }
        if author == nil, line.unicodeScalars.count <= 120 {
            let name = InfoLine.value(behind: ["作者", "撰稿", "供稿人", "供稿", "记者"], in: InfoLine.withCompactLabels(line))
            author = name.flatMap { $0.unicodeScalars.count <= 20 ? $0 : nil }
        }
    }

    /// `（宁政发〔2026〕3号）` without the brackets around it.
    private static func withoutBrackets(_ line: String) -> Substring {
        isInBrackets(line) ? line.dropFirst().dropLast() : line[...]
    }

    private static func isInBrackets(_ line: String) -> Bool {
        guard let first = line.first, let last = line.last else { return false }
        return "（(".contains(first) && "）)".contains(last)
    }

    /// `时 间：2026-11-05 09:30` on a line of its own.
    private static func labelledDate(_ line: String) -> WrittenDate? {
        let text = InfoLine.withCompactLabels(line)
        return InfoLine.isDate(text) ? WrittenDate.first(in: text) : nil
    }

    /// A line that is a date, or the parts of one: `05 2026-11`.
    private static func date(_ line: String) -> WrittenDate? {
        let text = DateBox.bare(InfoLine.withoutMark(line))
        if let date = WrittenDate.whole(text) { return date }
        guard text.utf8.count <= 24, case .whole(let date)? = DateBox(text)?.date else { return nil }
        return date
    }

    /// HTML with a space before each tag.
    private static func spaced(_ html: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(html.utf8.count + html.utf8.count / 16)
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") { bytes.append(0x20) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// True for a line that is the title, with or without a date behind it.
    private static func isTitle(_ line: String, _ title: String) -> Bool {
        [line, TitleText.withoutTrailingDate(line)].contains { TitleText.squeezed($0) == title }
    }

    private static func isName(_ text: String) -> Bool {
        // What is empty takes the line behind it for its value: the first of the text is no name.
        text.unicodeScalars.count <= 40 && WrittenDate.first(in: text) == nil && !text.contains { "。；".contains($0) }
            && !(text.last.map { "：:，、".contains($0) } ?? false)
    }
}
