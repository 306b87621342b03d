/// The characters of a text that stories compare: folded, without spaces and punctuation, one `UInt16` each.
package enum StoryText {
    /// Longer texts are compared by their beginning.
    static let longest = 8_000

    /// The characters of a folded text, which is valid UTF-8.
    package static func scalars(_ text: ArraySlice<UInt8>) -> [UInt16] { text.withUnsafeBufferPointer(scalars) }

    private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        // Read into a place that has room for any, and copied: prints are kept, and three bytes of a text are one character.
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: min(longest, bytes.count)) { scalars in
            let room = scalars.count
            var (index, made) = (0, 0)
            while index < bytes.count, made < room {
                let first = UInt16(bytes[index])
                let scalar: UInt16
                if first >= 0xE0, first < 0xF0 {
                    scalar = first << 12 | UInt16(bytes[index &+ 1] & 0x3F) << 6 | UInt16(bytes[index &+ 2] & 0x3F)
                    index &+= 3
                } else if first < 0x80 {
                    index &+= 1
                    if first == 0x20 { continue }
                    scalar = first
                } else if first < 0xE0 {
                    scalar = (first & 0x1F) << 6 | UInt16(bytes[index &+ 1] & 0x3F)
                    index &+= 2
                } else {
                    // Beyond the basic plane: two of these being taken for one another harms nobody.
                    scalar = UInt16(bytes[index &+ 2] & 0x3F) << 6 | UInt16(bytes[index &+ 3] & 0x3F) | 0xE000
                    index &+= 4
                }
                scalars.initializeElement(at: made, to: scalar)
                made &+= 1
            }
            return Array(scalars[..<made])
        }
    }

    /// A text without what sites write under every text, whosever it is: `责任编辑：…`, `更多信息请关注…公众号`.
    static func withoutClosing(_ text: [UInt16]) -> [UInt16] {
        let from = max(text.count - 80, text.count / 2)
        let beginnings = beginnings
        for start in from..<text.count
        where beginnings.lets(text[start]) && closings.contains(where: { stands($0, in: text, at: start) }) {
            return Array(text[..<start])
        }
        return text
    }

    /// True where `word` stands at a place of a text.
    static func stands(_ word: [UInt16], in text: [UInt16], at start: Int) -> Bool {
        // Nearly always the first character decides.
        guard text[start] == word[0], start + word.count <= text.count else { return false }
        return word.indices.allSatisfy { text[start + $0] == word[$0] }
    }

    /// What one of ``closings`` begins with.
    private static let beginnings = CharacterSieve(closings.map { $0[0] })

    private static let closings: [[UInt16]] = [
        "责任编辑", "更多信息请", "更多资讯请", "更多精彩", "扫码关注", "扫描二维码", "长按识别", "点击阅读原文", "阅读原文", "版权声明", "免责声明",
    ].map { Array($0.utf16) }

    /// True for a digit.
    static func isDigit(_ scalar: UInt16) -> Bool { (0x30...0x39).contains(scalar) }

    /// Spreads the bits of a number (the finisher of SplitMix64).
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A hash of some characters, the same in every run.
    static func hash(_ scalars: ArraySlice<UInt16>, seed: UInt64) -> UInt64 {
        var hash = seed
        for scalar in scalars { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
        return mixed(hash)
    }
}
