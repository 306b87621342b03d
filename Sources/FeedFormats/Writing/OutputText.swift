/// Foreign text as it may stand in a feed.
enum OutputText {
    /// One line of plain text without control characters and direction overrides; nothing where nothing is left.
    static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        if !text.isEmpty, text.unicodeScalars.allSatisfy({ isLegal($0) && !isSpace($0) && !isDirection($0) }) {
            return text
        }
        var result = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                needsSpace = !result.isEmpty
            } else if isLegal(scalar), !isDirection(scalar) {
                if needsSpace { result.append(" ") }
                needsSpace = false
                result.append(scalar)
            }
        }
        return result.isEmpty ? nil : String(result)
    }

    /// Text with its line breaks (as line feeds), without characters that XML forbids and without direction overrides.
    static func block(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ isLegal($0) && !isOverride($0) }) { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && previous != "\r") {
                result.append("\n")
            } else if scalar != "\n", isLegal(scalar), !isOverride(scalar) {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// A media type (RFC 6838 §4.2) without parameters; nothing where `text` is none.
    static func mediaType(_ text: String) -> String? {
        let bytes = text.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isName = { (part: Substring.UTF8View) in
            (1...127).contains(part.count)
                && part.allSatisfy { isAlphanumeric($0) || "!#$&-^_.+".utf8.contains($0) }
        }
        guard parts.count == 2, parts.allSatisfy(isName) else { return nil }
        return String(Substring(bytes)).lowercased()
    }

    /// A language tag (BCP 47) by its shape; nothing where `text` is none.
    static func languageTag(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 35 else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0 | 0x20 >= 0x61 }),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) })
        else { return nil }
        return text
    }

    /// True for what XML 1.0 §2.2 allows and does not discourage, the replacement character excepted: it says that
    /// something was lost, and validators say so again.
    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFC: true
        case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000: true
        default: false
        }
    }

    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x202D || scalar.value == 0x202E
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
