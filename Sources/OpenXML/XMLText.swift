/// Foreign text inside XML that we write.
package enum XMLText {
    /// `text` so that it stays text, in an element as in a quoted attribute; characters that XML 1.0 has no place for
    /// (§2.2: most controls, U+FFFE, U+FFFF) become spaces.
    ///
    /// Works on scalars: a quotation mark with a combining mark behind it is one `Character`.
    package static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": result.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
