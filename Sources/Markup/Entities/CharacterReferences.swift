/// Character references as browsers read them (HTML standard §13.2.5.72–80).
package enum CharacterReferences {
    /// Where a reference stands; in attributes `&copy=1` and `&copyx` are left alone, so that query strings survive.
    package enum Place: Sendable {
        case text
        case attribute
    }

    /// The text with its references replaced once: `&amp;lt;` gives `&lt;`.
    package static func decoded(_ text: String, in place: Place = .text) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return String(utf8: decoded(bytes, in: place))
    }

    /// The bytes with their references replaced once.
    package static func decoded(_ bytes: [UInt8], in place: Place = .text) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "&"),
                let reference = reference(in: bytes, at: position, end: bytes.count, place)
            {
                reference.append(to: &result)
                position += reference.length
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    /// The code points that a name of the HTML standard stands for, without ampersand and semicolon; nil if unknown.
    ///
    /// For readers of XML, whose documents use these names without declaring them.
    package static func codePoints(named name: some Sequence<UInt8>) -> (first: UInt32, second: UInt32?)? {
        guard let value = NamedReferenceIndex.shared.value(of: Array(name)[...]) else { return nil }
        return (value.first, value.second == 0 ? nil : value.second)
    }

    /// A reference that was found: what it means and how many bytes it takes, ampersand included.
    struct Reference {
        var value: NamedReferenceIndex.Value
        var length: Int

        func append(to output: inout [UInt8]) {
            CharacterReferences.append(value.first, to: &output)
            if value.second != 0 { CharacterReferences.append(value.second, to: &output) }
        }
    }

    /// The reference that begins at an ampersand, or nil where the ampersand means itself.
    static func reference(in bytes: [UInt8], at ampersand: Int, end: Int, _ place: Place) -> Reference? {
        let start = ampersand + 1
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return numeric(in: bytes, at: ampersand, end: end) }
        var stop = start
        let limit = min(end, start + NamedReferenceIndex.longestName)
        while stop < limit, isAlphanumeric(bytes[stop]) { stop += 1 }
        guard stop > start else { return nil }
        if stop < end, bytes[stop] == UInt8(ascii: ";"),
            let value = NamedReferenceIndex.shared.value(of: bytes[start..<stop])
        {
            return Reference(value: value, length: stop + 1 - ampersand)
        }
        guard let bare = NamedReferenceIndex.shared.bareValue(atStartOf: bytes[start..<stop]) else { return nil }
        let after = start + bare.count
        if place == .attribute, after < end, bytes[after] == UInt8(ascii: "=") || isAlphanumeric(bytes[after]) {
            return nil
        }
        return Reference(value: bare.value, length: after - ampersand)
    }

    private static func numeric(in bytes: [UInt8], at ampersand: Int, end: Int) -> Reference? {
        var position = ampersand + 2
        var radix: UInt32 = 10
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "x") {
            radix = 16
            position += 1
        }
        let digits = position
        var value: UInt32 = 0
        while position < end, let digit = digitValue(bytes[position]), digit < radix {
            // Past the last code point the value no longer matters, only that it stays out of range.
            if value <= 0x10FFFF { value = value * radix + digit }
            position += 1
        }
        guard position > digits else { return nil }
        if position < end, bytes[position] == UInt8(ascii: ";") { position += 1 }
        return Reference(value: .init(first: corrected(value), second: 0), length: position - ampersand)
    }

    /// §13.2.5.80: what cannot be a character becomes U+FFFD, C1 controls are read as windows-1252.
    private static func corrected(_ value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// UTF-8 of a code point that is known not to be a surrogate.
    static func append(_ point: UInt32, to output: inout [UInt8]) {
        switch point {
        case ..<0x80:
            output.append(UInt8(point))
        case ..<0x800:
            output.append(UInt8(0xC0 | point >> 6))
            output.append(UInt8(0x80 | point & 0x3F))
        case ..<0x10000:
            output.append(UInt8(0xE0 | point >> 12))
            output.append(UInt8(0x80 | point >> 6 & 0x3F))
            output.append(UInt8(0x80 | point & 0x3F))
        default:
            output.append(UInt8(0xF0 | point >> 18 & 0x07))
            output.append(UInt8(0x80 | point >> 12 & 0x3F))
            output.append(UInt8(0x80 | point >> 6 & 0x3F))
            output.append(UInt8(0x80 | point & 0x3F))
        }
    }

    private static func digitValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
}
