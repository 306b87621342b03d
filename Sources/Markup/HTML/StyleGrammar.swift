/// What a property's value may be made of. Whatever is outside makes the whole declaration go.
struct StyleGrammar: Sendable {
    private enum Kind: Sendable {
        case plain
        /// Names of fonts, with commas and quotation marks.
        case fonts
        /// A background without a picture: words that only place one have no meaning.
        case background
    }

    private static let longestValue = 200
    private static let longestWord = 32
    private static let mostTokens = 16

    private let kind: Kind
    /// The largest length in pixels.
    private let longest: Double
    /// The largest percentage.
    private let largestShare: Double

    init(property: String) {
        kind =
            switch property {
            case "font", "font-family": .fonts
            case "background", "background-": .background
            default: .plain
            }
        longest =
            switch property {
            case "width", "height", "max-width", "max-height", "min-width", "min-height": 4096
            case "border", "border-", "letter-spacing", "word-spacing": 64
            case "font", "font-size", "line-height": 256
            default: 512
            }
        largestShare = ["font", "font-size", "line-height"].contains(property) ? 300 : 100
    }

    /// Appends a value from its tokens; says false, with part of it written, where it is not allowed.
    func append(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        guard value.count <= Self.longestValue else { return false }
        var rest = value
        var tokens = 0
        while let byte = rest.first {
            if isHTMLSpace(byte) {
                rest = rest.drop(while: isHTMLSpace)
                output.append(0x20)
                continue
            }
            guard tokens < Self.mostTokens else { return false }
            // Only `!important` may follow, and only once.
            if byte == UInt8(ascii: "!") { return tokens > 0 && appendImportant(rest, to: &output) }
            guard appendToken(&rest, to: &output) else { return false }
            tokens += 1
        }
        return tokens > 0
    }

    private func appendToken(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        guard let byte = rest.first else { return false }
        switch byte {
        case UInt8(ascii: "#"): return appendHex(&rest, to: &output)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return appendNumber(&rest, to: &output)
        case UInt8(ascii: ","), UInt8(ascii: "/"):
            // Lists of fonts; `font: 12px/1.5 …`.
            guard kind == .fonts else { return false }
            output.append(byte)
            rest.removeFirst()
            return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return kind == .fonts && appendQuoted(&rest, byte, to: &output)
        default: return appendWord(&rest, to: &output)
        }
    }

    /// `#` and three, four, six or eight digits.
    private func appendHex(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        let digits = rest.dropFirst().prefix { isHexadecimal($0) }
        guard [3, 4, 6, 8].contains(digits.count) else { return false }
        output.append(UInt8(ascii: "#"))
        output.append(contentsOf: digits)
        rest = rest.dropFirst(digits.count + 1)
        return endsToken(rest)
    }

    /// A number with a unit, within the property's bounds.
    private func appendNumber(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
        let unit = rest.dropFirst(number.count).prefix { isLetter($0) || $0 == UInt8(ascii: "%") }
        guard number.count <= 8, number.count(where: { $0 == UInt8(ascii: ".") }) <= 1, number.contains(where: isDigit),
            let size = StyleGrammar.size(number)
        else { return false }
        if unit.elementsEqual("%".utf8) {
            guard size <= largestShare else { return false }
        } else {
            guard let scale = StyleGrammar.pixels(unit), size * scale <= longest else { return false }
        }
        output.append(contentsOf: number)
        output.append(contentsOf: unit)
        rest = rest.dropFirst(number.count + unit.count)
        return endsToken(rest)
    }

    private static func size(_ number: ArraySlice<UInt8>) -> Double? {
        Double(String(decoding: number, as: UTF8.self))
            ?? Double("0" + String(decoding: number, as: UTF8.self) + "0")
    }

    /// Pixels of one unit; sizes of the window are none of an article's business.
    private static func pixels(_ unit: ArraySlice<UInt8>) -> Double? {
        switch String(decoding: unit.map(lowered), as: UTF8.self) {
        // A bare number is a line height, a weight, a zero.
        case "": 0.25
        case "px": 1
        case "pt": 4 / 3.0
        case "em", "rem", "pc", "ic": 16
        case "ex", "ch": 8
        case "cm": 38
        case "mm": 3.8
        case "in": 96
        default: nil
        }
    }

    /// A word, or a colour function.
    private func appendWord(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        let word = rest.prefix {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || kind == .fonts && $0 >= 0x80
        }
        // A hyphen in front is a negative number or a browser's own word.
        guard let first = word.first, word.count <= Self.longestWord, first != UInt8(ascii: "-") else { return false }
        rest = rest.dropFirst(word.count)
        if rest.first == UInt8(ascii: "(") {
            return appendColour(word, &rest, to: &output)
        }
        if kind == .background, StyleGrammar.placesPicture(word) { return false }
        output.append(contentsOf: word)
        return endsToken(rest)
    }

    private static func placesPicture(_ word: ArraySlice<UInt8>) -> Bool {
        ["repeat", "repeat-x", "repeat-y", "no-repeat", "scroll", "fixed", "local"].contains(
            String(decoding: word.map(lowered), as: UTF8.self))
    }

    /// `rgb(…)`, `rgba(…)`, `hsl(…)`, `hsla(…)` with numbers in them.
    private func appendColour(
        _ word: ArraySlice<UInt8>, _ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]
    ) -> Bool {
        guard ["rgb", "rgba", "hsl", "hsla"].contains(String(decoding: word.map(lowered), as: UTF8.self)) else {
            return false
        }
        let inside = rest.dropFirst().prefix {
            isDigit($0) || isHTMLSpace($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/")
        }
        let behind = rest.dropFirst(inside.count + 1)
        guard inside.contains(where: isDigit), inside.count <= 40, behind.first == UInt8(ascii: ")") else {
            return false
        }
        output.append(contentsOf: word)
        output.append(UInt8(ascii: "("))
        for byte in inside { output.append(isHTMLSpace(byte) ? 0x20 : byte) }
        output.append(UInt8(ascii: ")"))
        rest = behind.dropFirst()
        return endsToken(rest)
    }

    /// A font's name in quotation marks: letters, digits, spaces, hyphens, other scripts.
    private func appendQuoted(_ rest: inout ArraySlice<UInt8>, _ quote: UInt8, to output: inout [UInt8]) -> Bool {
        let inside = rest.dropFirst().prefix {
            isLetter($0) || isDigit($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: ".") || $0 >= 0x80
        }
        let behind = rest.dropFirst(inside.count + 1)
        guard !inside.isEmpty, behind.first == quote else { return false }
        output.append(quote)
        output.append(contentsOf: inside)
        output.append(quote)
        rest = behind.dropFirst()
        return endsToken(rest)
    }

    private func appendImportant(_ rest: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        let word = rest.dropFirst().drop(while: isHTMLSpace)
        let letters = word.prefix { isLetter($0) }
        guard letters.map(lowered).elementsEqual("important".utf8),
            word.dropFirst(letters.count).allSatisfy(isHTMLSpace)
        else { return false }
        output.append(contentsOf: "!important".utf8)
        return true
    }

    /// White space, a comma, a slash or the end.
    private func endsToken(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let byte = rest.first else { return true }
        return isHTMLSpace(byte) || byte == UInt8(ascii: "!")
            || kind == .fonts && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/"))
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || lowered(byte) >= 0x61 && lowered(byte) <= 0x66
    }
}
