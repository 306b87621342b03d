/// Whether bytes are UTF-8, told sixteen bytes at a time: most of what is read is, and each text of it is asked.
enum UTF8Blocks {
    private typealias Block = SIMD16<UInt8>
    private typealias Marks = SIMDMask<SIMD16<Int8>>

    /// Whether UTF-8 is all ASCII; nil where the bytes are not UTF-8.
    static func isASCII(_ base: UnsafePointer<UInt8>, count: Int) -> Bool? {
        var bits = Block()
        var at = 0
        // A block looks two bytes back.
        let first = count < 18 ? count : 2
        guard characters(base, &at, upTo: first, count: count, &bits) else { return nil }
        while at < count {
            // Two blocks at a time; the last one ends with the text, whatever of it was seen before.
            let start = min(at, count &- 16)
            var faults = faults(base, start, &bits)
            at = start &+ 16
            if at &+ 16 <= count {
                faults .|= self.faults(base, at, &bits)
                at &+= 16
            }
            if isAny(faults) {
                let end = at
                at = lastStart(base, before: start)
                guard characters(base, &at, upTo: end, count: count, &bits) else { return nil }
            }
        }
        // What goes on behind the end.
        if count >= 18, base[count &- 1] >= 0xC0 || base[count &- 2] >= 0xE0 { return nil }
        return !isAny(bits .>= all(0x80))
    }

    /// Where in a block a byte that goes on stands and none is awaited, or the other way round; and its rare bytes.
    @inline(__always)
    private static func faults(_ base: UnsafePointer<UInt8>, _ at: Int, _ bits: inout Block) -> Marks {
        let raw = UnsafeRawPointer(base)
        let block = raw.loadUnaligned(fromByteOffset: at, as: Block.self)
        let before = raw.loadUnaligned(fromByteOffset: at &- 1, as: Block.self)
        let secondBefore = raw.loadUnaligned(fromByteOffset: at &- 2, as: Block.self)
        bits |= block
        let awaited = (before .>= all(0xC0)) .| (secondBefore .>= all(0xE0))
        // The bytes that go on are the lowest of all numbers with a sign.
        let found = unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: -0x40)
        return rare(block) .| (found .^ awaited)
    }

    /// Bytes whose followers are not just any, that begin four bytes, or that begin nothing.
    @inline(__always)
    private static func rare(_ block: Block) -> Marks {
        (block .== all(0xE0)) .| (block .== all(0xED)) .| (block .>= all(0xF0)) .| ((block & all(0xFE)) .== all(0xC0))
    }

    /// Comparing with a vector is one instruction; comparing with a number is a loop.
    @inline(__always)
    private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

    @inline(__always)
    private static func isAny(_ marks: Marks) -> Bool {
        let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }

    /// Goes on character by character; false at a byte that belongs to none.
    @inline(__always)
    private static func characters(
        _ base: UnsafePointer<UInt8>, _ at: inout Int, upTo end: Int, count: Int, _ bits: inout Block
    ) -> Bool {
        while at < end, at < count {
            let length = UTF8Character.length(base, at, count)
            guard length > 0 else { return false }
            if length > 1 { bits[0] = 0x80 }
            at &+= length
        }
        return true
    }

    /// Where the last character before a place begins, whole or not.
    @inline(__always)
    private static func lastStart(_ base: UnsafePointer<UInt8>, before end: Int) -> Int {
        var at = max(0, end &- 1)
        while at > 0, base[at] & 0xC0 == 0x80 { at &-= 1 }
        return at
    }
}
