/// Tells quickly which characters of three bytes are none of a few that are looked for: by the lower twelve bits of their
/// scalars, in 512 bytes that stay near. What it lets through is looked at closer, and is nearly always one of them.
struct CharacterSieve: Sendable {
    /// By the second byte: the third ones, a bit each.
    private let bits: [UInt64]

    /// A sieve for these characters, each of three bytes.
    init(_ characters: String) {
        var bits = [UInt64](repeating: 0, count: 64)
        for scalar in characters.unicodeScalars {
            bits[Int(scalar.value >> 6 & 0x3F)] |= 1 << UInt64(scalar.value & 0x3F)
        }
        self.bits = bits
    }

    /// False for the last two bytes of a character that is not looked for.
    @inline(__always)
    func lets(_ second: UInt8, _ third: UInt8) -> Bool {
        bits[Int(second & 0x3F)] & 1 << UInt64(third & 0x3F) != 0
    }
}
