/// Tells quickly which characters are none of a few that are looked for: by their lower twelve bits, in 512 bytes that stay
/// near. What it lets through is looked at closer, and is nearly always one of them.
struct CharacterSieve: Sendable {
    private let bits: [UInt64]

    init(_ characters: some Sequence<UInt16>) {
        var bits = [UInt64](repeating: 0, count: 64)
        for character in characters { bits[Int(character >> 6 & 63)] |= 1 << UInt64(character & 63) }
        self.bits = bits
    }

    /// False for a character that is not looked for.
    @inline(__always)
    func lets(_ character: UInt16) -> Bool { bits[Int(character >> 6 & 63)] & 1 << UInt64(character & 63) != 0 }
}
