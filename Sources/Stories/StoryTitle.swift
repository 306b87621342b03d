import Search

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
    package init(_ title: String) {
        var rest = title[...]
        if rest.first == "【", let end = rest.prefix(20).firstIndex(of: "】") { rest = rest[rest.index(after: end)...] }
        let trimmed = rest.last(where: { !$0.isWhitespace })
        isCut = trimmed == "…" || rest.hasSuffix("...")
        rest = Self.withoutSite(rest)
        let forwarded = Self.forwarded(rest)
        isForward = forwarded != nil
        let inner = forwarded ?? rest
        text = StoryText.scalars(FoldedText(String(inner.unicodeScalars.prefix(400))))
        numbers = SeriesNumbers(text)
    }

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
        // Most titles have no such sign, and walking scalars costs a tenth of walking characters.
        guard title.unicodeScalars.contains(where: isSign), let sign = title.lastIndex(where: { "-_|｜—–".contains($0) })
        else { return title }
        let name = title[title.index(after: sign)...].drop { $0 == " " || $0 == "—" }
        let before = title[..<sign]
        guard (2...20).contains(name.count), before.count >= 8 else { return title }
        let isParted = before.last == " " || title[sign] == "_" || title[sign] == "|" || title[sign] == "｜"
        let endings = ["网", "网站", "门户", "政府", "局", "委", "办", "厅", "在线", "平台", "工委", "公众号", "发布", "com", "cn"]
        let isSite = endings.contains { name.hasSuffix($0) }
        guard isParted || isSite, !name.contains(where: \.isNumber) else { return title }
        return before.lastIndex { !" -_|｜—–".contains($0) }.map { before[...$0] } ?? title
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "_", "|", "｜", "—", "–": true
        default: false
        }
    }

    /// The title of what is forwarded.
    private static func forwarded(_ title: Substring) -> Substring? {
        guard title.unicodeScalars.contains(where: { $0 == "转" || $0 == "印" }) else { return nil }
        for word in ["转发", "转载", "印发", "转："] {
            guard let found = title.range(of: word) else { continue }
            let rest = title[found.upperBound...]
            if word != "印发" || title.hasPrefix("关于") == false,
                let open = rest.firstIndex(of: "《"), let close = rest.lastIndex(of: "》"), open < close
            {
                let inner = rest[rest.index(after: open)..<close]
                if inner.count >= shortest { return inner }
            }
            let isPrefix = title[..<found.lowerBound].allSatisfy { !$0.isLetter && !$0.isNumber }
            if word != "印发", isPrefix, rest.count >= shortest { return rest }
        }
        return nil
    }
}

extension Substring {
    fileprivate func range(of word: String) -> Range<Index>? {
        firstRange(of: word)
    }
}

/// The numbers of a title by what they count: 第3期, 2026年, 11月. Two notices of a series differ in them and in nothing else.
package struct SeriesNumbers: Sendable, Hashable {
    /// Numbers by the character behind them; 0 where none of the usual ones stands there.
    private let values: [UInt16: Set<Int>]

    init(_ text: [UInt16]) {
        var values: [UInt16: Set<Int>] = [:]
        var index = 0
        while index < text.count {
            guard let (number, end, isWritten) = Self.number(text, at: index) else {
                index += 1
                continue
            }
            let unit = end < text.count && Self.units.contains(text[end]) ? text[end] : 0
            // 一 and 三 are words as well: they count as numbers only before a unit, or behind 第.
            let isOrdinal = index > 0 && text[index - 1] == Self.ordinal
            if !isWritten || unit != 0 || isOrdinal { values[unit, default: []].insert(number) }
            index = end
        }
        for word in Self.halves {
            for start in text.indices where text[start...].starts(with: word.text) {
                values[word.unit, default: []].insert(word.value)
            }
        }
        self.values = values
    }

    /// True where both count the same thing and neither has the other's numbers.
    package func conflict(with other: SeriesNumbers) -> Bool {
        for (unit, own) in values {
            guard let others = other.values[unit] else { continue }
            if !own.isSubset(of: others), !others.isSubset(of: own) { return true }
        }
        return false
    }

    private static func number(_ text: [UInt16], at start: Int) -> (value: Int, end: Int, isWritten: Bool)? {
        var end = start
        var value = 0
        while end < text.count, end - start < 9, (0x30...0x39).contains(text[end]) {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        if end > start { return (value, end, false) }
        var digit = 0
        while end < text.count, let known = written[text[end]] {
            if known >= 10 {
                value += max(1, digit) * known
                digit = 0
            } else {
                // 二〇二六 is read digit by digit.
                digit = digit * 10 + known
            }
            end += 1
        }
        return end > start ? (value + digit, end, true) : nil
    }

    private static let ordinal: UInt16 = 0x7B2C
    private static let units = Set("期批次届号年月日季轮场周例辑讲版部篇站级类号".utf16)
    private static let written: [UInt16: Int] = Dictionary(
        uniqueKeysWithValues: zip("〇零一二两三四五六七八九十百".utf16, [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100]))
    private static let halves: [(text: [UInt16], unit: UInt16, value: Int)] = [
        (Array("上半年".utf16), 1, 1), (Array("下半年".utf16), 1, 2), (Array("上旬".utf16), 2, 1), (Array("中旬".utf16), 2, 2),
        (Array("下旬".utf16), 2, 3), (Array("春季".utf16), 3, 1), (Array("夏季".utf16), 3, 2), (Array("秋季".utf16), 3, 3),
        (Array("冬季".utf16), 3, 4), (Array("上篇".utf16), 4, 1), (Array("中篇".utf16), 4, 2), (Array("下篇".utf16), 4, 3),
    ]
}
