/// Looks for bytes eight at a time: most of an article is text in which nothing is to be done.
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first position of a byte in a range, or the range's end.
    static func firstIndex(of byte: UInt8, in bytes: RawSpan, from start: Int, to end: Int) -> Int {
        let pattern = UInt64(byte) &* ones
        var index = start
        while index + 8 <= end {
            let found = zeros(word(bytes, index) ^ pattern)
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < end, bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) != byte { index += 1 }
        return index
    }

    /// The first position of `<`, `>`, `&`, a control or DEL in a range, or less than eight bytes before its end.
    static func skipPlainText(in bytes: RawSpan, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 8 <= end {
            let word = word(bytes, index)
            // `<` and `>` differ in one bit.
            let angles = zeros((word | 0x0202_0202_0202_0202) ^ (UInt64(UInt8(ascii: ">")) &* ones))
            let ampersands = zeros(word ^ (UInt64(UInt8(ascii: "&")) &* ones))
            let deletes = zeros(word ^ (0x7F &* ones))
            let controls = (word &- (0x20 &* ones)) & ~word & highs
            let found = angles | ampersands | deletes | controls
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        return index
    }

    /// A high bit for each byte that is zero. Above the first one there may be more than are; the first is right.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highs
    }

    @inline(__always)
    private static func word(_ bytes: RawSpan, _ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
}
