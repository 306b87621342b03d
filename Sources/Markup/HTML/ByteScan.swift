/// Looks for bytes eight or sixteen at a time: most of an article is text in which nothing is to be done.
enum ByteScan {
    private typealias Block = SIMD16<UInt8>

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first position of a space, a control or a byte that a no-break space or a control of direction may begin
    /// with; the end where there is none.
    static func skipWord(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index &+ 16 <= raw.count {
            let block = raw.loadUnaligned(fromByteOffset: index, as: Block.self)
            let marks =
                (block .<= all(0x20)) .| (block .== all(0x7F)) .| (block .== all(0xC2)) .| (block .== all(0xD8))
                .| (block .== all(0xE2))
            let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
            if halves[0] != 0 { return index &+ halves[0].trailingZeroBitCount >> 3 }
            if halves[1] != 0 { return index &+ 8 &+ halves[1].trailingZeroBitCount >> 3 }
            index &+= 16
        }
        while index < bytes.count, !stopsWord(bytes[index]) { index &+= 1 }
        return index
    }

    /// Comparing with a vector is one instruction; comparing with a number is a loop.
    @inline(__always)
    private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

    @inline(__always)
    private static func stopsWord(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
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
