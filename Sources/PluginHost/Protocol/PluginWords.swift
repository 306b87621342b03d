/// A plugin's own words, fit for people: on one line, without control characters, not long.
enum PluginWords {
    private static let longest = 300

    /// The words as they may be printed and kept.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(longest * 4).lazy.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: " "
            // What turns the direction of what follows.
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
            default: scalar
            }
        }
        let kept = scalars.prefix(longest)
        return String(String.UnicodeScalarView(kept)) + (text.unicodeScalars.count > longest ? "…" : "")
    }
}
