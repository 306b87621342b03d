/// SplitMix64: the same numbers from the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ stream: UInt64 = 0) {
        state = seed &* 0xD6E8_FEB8_6659_FD93 ^ stream &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from a range. Our own, so that the corpora do not change with the standard library.
    mutating func number(_ range: Range<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// One of these.
    mutating func pick(_ words: [String]) -> String { words[number(0..<words.count)] }

    /// True so many times out of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }
}
