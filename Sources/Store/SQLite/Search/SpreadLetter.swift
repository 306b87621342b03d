/// A letter of three bytes in UTF-8, as the index has it: three other bytes that FTS5 tells apart sooner.
///
/// What FTS5 has not written yet it keeps in a table of lists, one for each value of a hash that moves three bits a byte
/// (`fts5HashKey` in SQLite's `fts5_hash.c`), and every list that a word is looked for in is walked through. UTF-8 gives
/// ideographs six bits a byte, behind a first byte that is nearly always the same: the 3,755 of the first level of GB 2312
/// have 2,178 hashes. Spread over other bits they have 3,340.
struct SpreadLetter {
    /// Its bytes, the first one lowest.
    let value: UInt32

    /// Spreads three bytes of UTF-8: the upper six bits of the scalar, the next five, the last five; nothing where these bytes
    /// are more than one letter.
    @inline(__always)
    init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        guard first >= 0xE0 else { return nil }
        let scalar = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        let fives = (scalar & 0x3E0) << 3 | (scalar & 0x1F) << 16
        value = (0x80 | scalar >> 10) &+ 0x01_0100 &+ 7 &* fives
    }

    /// The first is one with which no word in UTF-8 begins; none is zero.
    var bytes: (UInt8, UInt8, UInt8) {
        (
            UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value >> 16)
        )
    }
}
