/// Looks for bytes sixteen at a time: most of an article is text in which nothing is to be done.
enum ByteScan {
    private typealias Block = SIMD16<UInt8>

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
            if let offset = first(marks) { return index &+ offset }
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

    /// The first position of `<`, `>`, `&`, a control or DEL in a range, or the range's end.
    static func skipPlainText(in bytes: RawSpan, from start: Int, to end: Int) -> Int {
        var index = start
        while index &+ 16 <= end {
            let block = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: Block.self)
            // `<` and `>` differ in one bit.
            let marks =
                ((block | all(2)) .== all(UInt8(ascii: ">"))) .| (block .== all(UInt8(ascii: "&")))
                .| (block .== all(0x7F)) .| (block .< all(0x20))
            if let offset = first(marks) { return index &+ offset }
            index &+= 16
        }
        while index < end, !stopsPlainText(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)) { index &+= 1 }
        return index
    }

    @inline(__always)
    private static func stopsPlainText(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte | 2 == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == 0x7F
    }

    /// The first of sixteen places that is marked.
    @inline(__always)
    private static func first(_ marks: SIMDMask<SIMD16<Int8>>) -> Int? {
        let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
        if halves[0] != 0 { return halves[0].littleEndian.trailingZeroBitCount >> 3 }
        return halves[1] == 0 ? nil : 8 + halves[1].littleEndian.trailingZeroBitCount >> 3
    }
}
