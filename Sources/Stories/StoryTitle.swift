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
        if rest.unicodeScalars.first == "【", let end = rest.prefix(20).firstIndex(of: "】") {
            rest = rest[rest.index(after: end)...]
        }
        isCut = rest.unicodeScalars.last { $0 != " " } == "…" || rest.utf8.suffix(3).elementsEqual("...".utf8)
        let signs = TitleSigns(rest)
        if signs.mayNameSite { rest = Self.withoutSite(rest) }
        let forwarded = signs.mayForward ? Self.forwarded(rest) : nil
        isForward = forwarded != nil
        let inner = forwarded ?? rest
        let read = inner.utf8.count <= Self.longest ? String(inner) : String(inner.unicodeScalars.prefix(Self.longest))
        text = StoryText.scalars(FoldedText(read).bytes[...])
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
        for word in ["转发", "转载", "印发", "转："] {
            guard let found = title.firstRange(of: word) else { continue }
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
        var last: UInt64 = 0
        for byte in title {
            // Two Chinese characters have six bytes.
            last = (last << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
            switch last {
            // 转发, 转载, 印发, 转：
            case 0xE8BD_ACE5_8F91, 0xE8BD_ACE8_BDBD, 0xE58D_B0E5_8F91, 0xE8BD_ACEF_BC9A: mayForward = true
            default: break
            }
            switch last & 0xFF_FFFF {
            // ｜, — and –
            case 0xEF_BD9C, 0xE2_8094, 0xE2_8093: mayNameSite = true
            default: if byte == 0x2D || byte == 0x5F || byte == 0x7C { mayNameSite = true }
            }
        }
    }
}
