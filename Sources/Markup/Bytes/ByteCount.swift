/// Counts bytes of a kind, sixty-four at a time.
enum ByteCount {
    private typealias Block = SIMD16<UInt8>

    /// How many bytes are `value` in the bits of `mask`.
    ///
    /// - Parameter limit: a count from which on no more is counted.
    static func count(
        of value: UInt8, under mask: UInt8, in bytes: UnsafeBufferPointer<UInt8>, upTo limit: Int = .max
    ) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        let masks = Block(repeating: mask)
        let values = Block(repeating: value)
        var found = 0
        var at = 0
        while at &+ 64 <= bytes.count, found < limit {
            // Each lane counts one where there is such a byte: a lane holds four at most, eight of them 32.
            var hits = Block()
            for part in 0..<4 {
                let block = base.loadUnaligned(fromByteOffset: at &+ part &* 16, as: Block.self)
                hits &-= unsafeBitCast((block & masks) .== values, to: Block.self)
            }
            let halves = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
            found &+= sum(halves[0]) &+ sum(halves[1])
            at &+= 64
        }
        while at < bytes.count, found < limit {
            if bytes[at] & mask == value { found &+= 1 }
            at &+= 1
        }
        return found
    }

    /// The sum of eight bytes that does not exceed 255.
    private static func sum(_ bytes: UInt64) -> Int { Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56) }
}
