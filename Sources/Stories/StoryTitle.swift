package import Search

/// A title as stories compare it: folded, without spaces, punctuation, a leading 【…】, a site's name at its end and the words
/// of forwarding (DOMAIN: reprints keep the title and add around it).
package struct StoryTitle: Sendable, Hashable {
    /// The folded characters; empty where there is no title.
    package let text: [UInt16]
    /// True for `甲单位转发《…》` and `转发：…`: then `text` is the title of what is forwarded.
    package let isForward: Bool
    /// True where the source cut it off with dots.
    package let isCut: Bool
    /// The numbers that tell issues of one series apart.
    package let numbers: SeriesNumbers

    /// Reads a title.
    /// - Parameter folded: the title folded, where that was done already.
    package init(_ title: String, folded: FoldedText? = nil) {
        var rest = title[...]
        if rest.unicodeScalars.first == "【", let end = rest.prefix(20).firstIndex(of: "】") {
            rest = rest[rest.index(after: end)...]
        }
        isCut = rest.unicodeScalars.last { $0 != " " } == "…" || rest.utf8.suffix(3).elementsEqual("...".utf8)
        let signs = TitleSigns(rest)
        if signs.mayNameSite { rest = Self.withoutSite(rest) }
        let forwarded = signs.mayForward ? Self.forwarded(rest) : nil
        isForward = forwarded != nil
        let inner = forwarded ?? rest
        if let folded, inner.utf8.count == title.utf8.count, inner.utf8.count <= Self.longest {
            text = StoryText.scalars(folded.bytes[...])
        } else {
            let read =
                inner.utf8.count <= Self.longest ? String(inner) : String(inner.unicodeScalars.prefix(Self.longest))
            text = StoryText.scalars(FoldedText(read).bytes[...])
        }
        numbers = SeriesNumbers(text)
    }

    private static let longest = 400

    /// Fewer characters say too little: `通知公告` is nobody's own.
    static let shortest = 8

    /// True where the title says enough to be compared.
    package var isTelling: Bool { text.count >= Self.shortest }

    /// True where two titles are the same, one of them cut off perhaps.
    package func equals(_ other: StoryTitle) -> Bool {
        if text == other.text { return true }
        let (short, long) = text.count < other.text.count ? (self, other) : (other, self)
        return short.isCut && short.text.count >= 10 && long.text.starts(with: short.text)
    }

    /// `标题 - 站名`, `标题_站名`, `标题|站名`: what follows the last sign, where it is short and names a site or an office.
    private static func withoutSite(_ title: Substring) -> Substring {
        guard let sign = title.lastIndex(where: { "-_|｜—–".contains($0) }) else { return title }
        let name = title[title.index(after: sign)...].drop { $0 == " " || $0 == "—" }
        let before = title[..<sign]
        guard (2...20).contains(name.count), before.count >= 8 else { return title }
        let isParted = before.last == " " || title[sign] == "_" || title[sign] == "|" || title[sign] == "｜"
        let endings = ["网", "网站", "门户", "政府", "局", "委", "办", "厅", "在线", "平台", "工委", "公众号", "发布", "com", "cn"]
        let isSite = endings.contains { name.hasSuffix($0) }
        guard isParted || isSite, !name.contains(where: \.isNumber) else { return title }
        return before.lastIndex { !" -_|｜—–".contains($0) }.map { before[...$0] } ?? title
    }

    /// The title of what is forwarded.
    private static func forwarded(_ title: Substring) -> Substring? {
        let words: [(text: StaticString, isIssuing: Bool)] = [
            ("转发", false), ("转载", false), ("印发", true), ("转：", false),
        ]
        for word in words {
            guard let found = place(of: word.text, in: title) else { continue }
            let rest = title[found.upperBound...]
            if !word.isIssuing || title.hasPrefix("关于") == false,
                let open = rest.firstIndex(of: "《"), let close = rest.lastIndex(of: "》"), open < close
            {
                let inner = rest[rest.index(after: open)..<close]
                if inner.count >= shortest { return inner }
            }
            let isPrefix = title[..<found.lowerBound].allSatisfy { !$0.isLetter && !$0.isNumber }
            if !word.isIssuing, isPrefix, rest.count >= shortest { return rest }
        }
        return nil
    }
}

/// Where a word stands in a title, between characters. Its bytes are looked for first: searching by characters takes a
/// hundred times as long.
private func place(of word: StaticString, in title: Substring) -> Range<String.Index>? {
    var copy = title
    let offsets = copy.withUTF8 { title in
        word.withUTF8Buffer { word in
            title.indices.dropLast(max(0, word.count - 1)).filter { start in
                title[start] == word[0] && word.indices.allSatisfy { title[start + $0] == word[$0] }
            }
        }
    }
    for offset in offsets {
        let start = title.utf8.index(title.startIndex, offsetBy: offset)
        let end = title.utf8.index(start, offsetBy: word.utf8CodeUnitCount)
        if String.Index(start, within: title) != nil, String.Index(end, within: title) != nil { return start..<end }
    }
    return nil
}

/// What a title may have in it, seen in one pass over its bytes: most have neither, and need no search for the words.
private struct TitleSigns {
    /// One of `-_|｜—–` is in it.
    private(set) var mayNameSite = false
    /// 转发, 转载, 印发 or 转： is in it.
    private(set) var mayForward = false

    init(_ title: Substring) {
        var title = title
        self = title.withUTF8 { TitleSigns($0) }
    }

    private init(_ title: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < title.count {
            guard let first = Self.character(title, index) else {
                let byte = title[index]
                if byte == 0x2D || byte == 0x5F || byte == 0x7C { mayNameSite = true }
                index &+= 1
                continue
            }
            index &+= 3
            switch first {
            // ｜, — and –
            case 0xEF_BD9C, 0xE2_8094, 0xE2_8093: mayNameSite = true
            // 转: 转发, 转载, 转：
            case 0xE8_BDAC:
                if let next = Self.character(title, index), next == 0xE5_8F91 || next == 0xE8_BDBD || next == 0xEF_BC9A
                {
                    mayForward = true
                }
            // 印: 印发
            case 0xE5_8DB0: if Self.character(title, index) == 0xE5_8F91 { mayForward = true }
            default: break
            }
        }
    }

    /// The bytes of the character of three that begins at a place.
    @inline(__always)
    private static func character(_ title: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
        guard index &+ 2 < title.count, title[index] & 0xF0 == 0xE0 else { return nil }
        return UInt32(title[index]) << 16 | UInt32(title[index &+ 1]) << 8 | UInt32(title[index &+ 2])
    }
}
