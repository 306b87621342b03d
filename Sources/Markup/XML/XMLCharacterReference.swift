/// Numeric character references, as forgiving as HTML reads them.
enum XMLCharacterReference {
    /// What the characters 0x80–0x9F mean to those who write them: windows-1252.
    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Reads `&#…;` or `&#x…;` at `start`: the character (nil for one that XML forbids) and the place after it.
    ///
    /// Nil when there is no number. A missing semicolon is forgiven.
    static func read(_ base: UnsafePointer<UInt8>, _ start: Int, _ to: Int) -> (scalar: Unicode.Scalar?, end: Int)? {
        guard start + 2 < to, base[start + 1] == UInt8(ascii: "#") else { return nil }
        var at = start + 2
        let hexadecimal = base[at] | 0x20 == UInt8(ascii: "x")
        if hexadecimal { at += 1 }
        let digits = at
        var value: UInt32 = 0
        while at < to, let digit = digit(base[at], hexadecimal) {
            if value <= 0x10FFFF { value = value * (hexadecimal ? 16 : 10) + digit }
            at += 1
        }
        guard at > digits else { return nil }
        if at < to, base[at] == UInt8(ascii: ";") { at += 1 }
        if value < 0x20, value != 0x9, value != 0xA, value != 0xD { return (nil, at) }
        if value >= 0x80, value < 0xA0 { value = windows1252[Int(value - 0x80)] }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", at)
    }

    private static func digit(_ byte: UInt8, _ hexadecimal: Bool) -> UInt32? {
        if Bytes.isDigit(byte) { return UInt32(byte - 0x30) }
        guard hexadecimal, (byte | 0x20) &- 0x61 < 6 else { return nil }
        return UInt32((byte | 0x20) - 0x61 + 10)
    }
}
