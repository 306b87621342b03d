/// Breaks feeds as authors, proxies and attackers do: by bytes, by tags, by whole pieces of other feeds.
struct Mutator {
    let corpus: [[UInt8]]

    /// The input with this number, always the same one.
    func input(_ number: UInt64) -> [UInt8] {
        var random = SplitMix(state: number &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        var bytes = corpus[random.below(corpus.count)]
        for _ in 0..<(1 + random.below(6)) { mutate(&bytes, &random) }
        if bytes.count > 1 << 20 { bytes.removeSubrange((1 << 20)...) }
        return bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else {
            bytes = corpus[random.below(corpus.count)]
            return
        }
        let place = random.below(bytes.count)
        switch random.below(12) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[place] ^= 1 << UInt8(random.below(8))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(40)))
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.insert(contentsOf: token(&random), at: place)
        case 5: bytes.insert(contentsOf: token(&random), at: tag(in: bytes, from: place))
        case 6:
            let end = min(bytes.count, place + 1 + random.below(400))
            bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        case 7:
            let other = corpus[random.below(corpus.count)]
            guard !other.isEmpty else { return }
            let from = random.below(other.count)
            bytes.insert(contentsOf: other[from..<min(other.count, from + random.below(2000))], at: place)
        case 8:
            let piece = token(&random)
            let times = 1 + random.below(random.below(8) == 0 ? 5000 : 50)
            bytes.insert(contentsOf: Array(repeatElement(piece, count: times).joined()), at: place)
        case 9: removeTag(&bytes, from: place)
        case 10: bytes.swapAt(place, random.below(bytes.count))
        default: bytes.insert(UInt8(truncatingIfNeeded: random.below(0x30)), at: place)
        }
    }

    private func tag(in bytes: [UInt8], from place: Int) -> Int {
        bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? place
    }

    private func removeTag(_ bytes: inout [UInt8], from place: Int) {
        let start = tag(in: bytes, from: place)
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? start
        bytes.removeSubrange(start...end)
    }

    private func token(_ random: inout SplitMix) -> [UInt8] {
        let token = Self.tokens[random.below(Self.tokens.count)]
        return Array(token.utf8)
    }

    private static let tokens = [
        "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<!DOCTYPE a [",
        "<!ENTITY a \"&a;&a;\">",
        "&#0;", "&#x110000;", "&#xD800;", "&nbsp;", "&a;", "&#", "<item>", "</item>", "<entry>", "</entry>", "<title>",
        "</title>", "<description>", "<content type=\"xhtml\">", "<div>", "<p/>", "<br></br>", "<a:b>", "</a:b>",
        "<rss>", "</rss>", "<channel>", "</channel>", "<author>", "<source>", " xmlns=\"\"", " xmlns:a=\"b\"",
        " a=\"1\" a=\"2\"", " x=y", " href='", " type=\"text/html\" mode=\"base64\"", "\u{FEFF}", "\u{0}", "\u{B}",
        "\u{E000}",
        "<guid isPermaLink=>", "<media:content>", "<link href=\"&\"/>", "<image>", "<dc:date>", "{", "[", "\\u", "}",
        "\\ud800", ":", ",", "encoding=\"gbk\"", "encoding=\"utf-16\"", "宁澜市", "\r\n", "<x", "</", "</x",
        "xml:base=\"//\"",
        "<1", "< ", "<é>", "<a\u{1F600}=\"\">", "--", "9999-12-31", "<georss:point>1 2</georss:point>",
    ]
}

/// A small random generator with a number for its seed.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }
}
