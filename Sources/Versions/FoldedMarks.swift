/// Texts that a reader takes for the same: spaces do not count, nor whether marks and letters are wide or narrow.
enum FoldedMarks {
    /// The text without spaces, everything narrow.
    static func text(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace { folded.append(narrow(scalar)) }
        return String(folded)
    }

    /// The letters and digits of a text alone.
    static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(narrow).filter(isLetter)))
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x201C, 0x201D: "\""
        case 0x2018, 0x2019: "'"
        default: scalar
        }
    }
}
