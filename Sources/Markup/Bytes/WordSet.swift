/// Words that are looked for together, byte for byte, in one pass over a text however many they are.
package struct WordSet: Sendable {
    private let words: [StaticString]
    /// The lower six bits of the second and of the third byte that the words begin with, a bit each: most places of a text
    /// are told by them. Ideographs have only six first bytes.
    private let seconds: UInt64
    private let thirds: UInt64

    /// - Parameter words: at least one ideograph each.
    package init(_ words: [StaticString]) {
        self.words = words
        seconds = words.reduce(0) { $0 | Self.bit($1.utf8Start[1]) }
        thirds = words.reduce(0) { $0 | Self.bit($1.utf8Start[2]) }
    }

    /// Whether one of the words stands in a text.
    package func stands(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return false }
            var at = 0
            while at &+ 3 <= bytes.count {
                // A word begins with an ideograph, and never inside of one.
                guard base[at] & 0xF0 == 0xE0 else {
                    at &+= 1
                    continue
                }
                if thirds & Self.bit(base[at &+ 2]) != 0, seconds & Self.bit(base[at &+ 1]) != 0,
                    words.contains(where: { Bytes.matches($0, in: base, at: at, to: bytes.count) })
                {
                    return true
                }
                at &+= 3
            }
            return false
        }
    }

    @inline(__always)
    private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }
}
