/// What stands at the head of every printed page but the first: the bulletin's name, its number and its date.
struct RunningHead {
    private let left: String
    private let right: String

    init(_ masthead: PrintedEdition.Masthead) {
        left = "\(masthead.title)　\(masthead.issue)"
        right = masthead.date
    }

    /// Rules for the style sheet (CSS Paged Media 3, §4.1).
    var style: String {
        let look =
            "font: 9pt \"Noto Serif CJK SC\", \"SimSun\", serif; color: #595959; vertical-align: bottom; padding-bottom: 5mm;"
        return """
            @page { @top-left { content: "\(Self.escaped(left))"; \(look) } @top-right { content: "\(Self.escaped(right))"; \(look) } }
            @page :first { @top-left { content: none; } @top-right { content: none; } }

            """
    }

    /// Inside the quotation marks of a style sheet inside HTML: everything but letters and digits by its number (CSS Syntax 3, §4.3.7).
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain =
                scalar.value >= 0xA0 || scalar.value < 0x80 && scalar.properties.isAlphabetic
                || ("0"..."9").contains(scalar) || scalar == " "
            return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }.joined()
    }
}
