/// Pieces of GitHub-flavoured Markdown made from foreign text.
enum Markdown {
    /// `text` so that it stays text in the middle of a line, in a heading, a link or a table cell.
    ///
    /// Markup and HTML are told apart from text by ASCII punctuation only; what begins something in CommonMark 0.31 or in
    /// GitHub's extensions (tables, strikethrough, mentions, references, mathematics, emoji names, bare addresses) is escaped,
    /// the three characters of HTML as references, which every renderer knows.
    static func text(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case _ where "\\`*_[]#|~@$^{}".utf8.contains(byte): result += [UInt8(ascii: "\\"), byte]
            // `http://…`, `mailto:…` and `:smile:`
            case UInt8(ascii: ":") where index + 1 < bytes.count && isOpening(bytes[index + 1]):
                result += [UInt8(ascii: "\\"), byte]
            // `www.…`
            case UInt8(ascii: ".") where index >= 3 && bytes[(index - 3)..<index].allSatisfy({ $0 | 0x20 == 0x77 }):
                result += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F: result.append(0x20)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `escaped` so that it begins no list, no rule and no heading at the start of a line.
    static func lineStart(_ escaped: String) -> String {
        let bytes = Array(escaped.utf8)
        guard let first = bytes.first else { return escaped }
        if "-+=".utf8.contains(first) { return "\\" + escaped }
        let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
        if digits > 0, digits < bytes.count, bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")") {
            return String(decoding: bytes[..<digits], as: UTF8.self) + "\\"
                + String(decoding: bytes[digits...], as: UTF8.self)
        }
        return escaped
    }

    /// A link, or the text alone where there is no address. `url` is an ASCII URI.
    static func link(_ title: String, to url: String?) -> String {
        guard let url else { return text(title) }
        // `&copy;` in an address would become a character; in angle brackets parentheses need no balance.
        let address = url.utf8.flatMap { $0 == UInt8(ascii: "&") ? Array("&amp;".utf8) : [$0] }
        let plain = String(decoding: address, as: UTF8.self)
        let destination = url.utf8.contains { "()".utf8.contains($0) } ? "<\(plain)>" : plain
        return "[\(text(title))](\(destination))"
    }

    /// The anchor that GitHub gives a heading.
    static func anchor(_ heading: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in heading.lowercased().unicodeScalars {
            if scalar == " " {
                result.append("-")
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_".unicodeScalars.contains(scalar)
            {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
        "/+-".utf8.contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
