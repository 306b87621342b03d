/// The declarations of a `style` attribute that may stay.
///
/// Each is written anew from its tokens (`StyleValue`): names of properties from a list, words, numbers with sane units,
/// colours. No `url(`, no escape, no comment gets through, so neither has to be looked for; nothing can leave its place
/// on the page or cover another.
struct InlineStyle: Sendable {
    /// Alignment, emphasis and the sizes of tables: what carries meaning in an article.
    static let usualProperties: Set<String> = [
        "font-style", "font-weight", "height", "list-style-type", "text-align", "text-decoration", "text-indent",
        "vertical-align", "white-space", "width",
    ]

    /// How an author styled a text, without what moves it over other content. A hyphen at the end stands for a family.
    static let publishedProperties: Set<String> = usualProperties.union([
        "background", "background-", "border", "border-", "caption-side", "clear", "color", "cursor", "direction",
        "display", "empty-cells", "float", "font", "font-family", "font-size", "font-variant", "letter-spacing",
        "line-height", "list-style", "list-style-position", "margin", "margin-", "max-height", "max-width",
        "min-height", "min-width", "overflow", "padding", "padding-", "table-layout", "text-transform",
        "word-break", "word-spacing", "word-wrap",
    ])

    /// A property as it is looked for and written.
    private struct Property: Sendable {
        let name: [UInt8]
        let grammar: StyleGrammar
        /// Whether other names may begin like this one.
        let isFamily: Bool
        let isSize: Bool

        init(_ text: String) {
            name = Array(text.lowercased().utf8)
            isFamily = text.hasSuffix("-")
            isSize = text == "width" || text == "height"
            grammar = StyleGrammar(property: text)
        }

        func matches(_ written: ArraySlice<UInt8>) -> Bool {
            guard isFamily ? written.count > name.count : written.count == name.count else { return false }
            return zip(written, name).allSatisfy { lowered($0) == $1 }
        }
    }

    private static let longestName = 40

    private let properties: [Property]
    /// Whether widths and heights are kept on elements that are no table, cell or image.
    private let sizesEverything: Bool

    /// - Parameters:
    ///   - properties: names, or with a hyphen at the end beginnings of names.
    ///   - sizesEverything: whether `width` and `height` are kept on every element.
    init(_ properties: Set<String>, sizesEverything: Bool) {
        self.properties = properties.sorted().map { Property($0) }
        self.sizesEverything = sizesEverything
    }

    /// Appends the allowed declarations: with the author's spacing where all of them are, else in one form.
    /// - Parameter isSized: whether `width` and `height` make sense on the element.
    func appendAllowed(_ style: [UInt8], isSized: Bool, to output: inout [UInt8]) {
        let start = output.count
        if append(style, isSized: isSized, keepingSpaces: true, to: &output) { return }
        output.removeLast(output.count - start)
        _ = append(style, isSized: isSized, keepingSpaces: false, to: &output)
    }

    /// - Returns: whether everything was allowed.
    private func append(_ style: [UInt8], isSized: Bool, keepingSpaces: Bool, to output: inout [UInt8]) -> Bool {
        let first = output.count
        var position = 0
        var isComplete = true
        while position < style.count {
            let gap = position
            while position < style.count, isHTMLSpace(style[position]) { position += 1 }
            let isSpaced = position > gap || !keepingSpaces
            let nameStart = position
            while position < style.count, InlineStyle.isName(style[position]) { position += 1 }
            let name = style[nameStart..<position]
            while position < style.count, isHTMLSpace(style[position]) { position += 1 }
            let end = InlineStyle.endOfDeclaration(style, from: position)
            let start = output.count
            var isAllowed = false
            if position < end, style[position] == UInt8(ascii: ":"), let property = property(name),
                !property.isSize || isSized || sizesEverything
            {
                if start > first, isSpaced { output.append(0x20) }
                for byte in name { output.append(lowered(byte)) }
                output.append(UInt8(ascii: ":"))
                var value = style[(position + 1)..<end]
                if !keepingSpaces {
                    output.append(0x20)
                    value = value.drop(while: isHTMLSpace)
                    while let last = value.last, isHTMLSpace(last) { value.removeLast() }
                }
                isAllowed = property.grammar.append(value, to: &output)
                if isAllowed, end < style.count || !keepingSpaces { output.append(UInt8(ascii: ";")) }
            }
            if !isAllowed {
                output.removeLast(output.count - start)
                isComplete = isComplete && name.isEmpty && position == end
            }
            position = end + 1
        }
        return isComplete
    }

    private func property(_ name: ArraySlice<UInt8>) -> Property? {
        guard !name.isEmpty, name.count <= Self.longestName else { return nil }
        return properties.first { $0.matches(name) }
    }

    /// Whether the style makes its element one pixel wide or high, or nothing at all.
    static func isInvisible(_ style: [UInt8]) -> Bool {
        for declaration in style.split(separator: UInt8(ascii: ";")) {
            let plain = String(
                decoding: declaration.lazy.filter { !isHTMLSpace($0) }.map(lowered).prefix(40), as: UTF8.self)
            switch plain {
            case "display:none", "visibility:hidden", "width:0", "width:0px", "width:1px", "height:0", "height:0px",
                "height:1px":
                return true
            default: continue
            }
        }
        return false
    }

    private static func endOfDeclaration(_ style: [UInt8], from start: Int) -> Int {
        var end = start
        while end < style.count, style[end] != UInt8(ascii: ";") { end += 1 }
        return end
    }

    private static func isName(_ byte: UInt8) -> Bool { isLetter(byte) || byte == UInt8(ascii: "-") }
}

/// An ASCII capital as its small letter.
@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
