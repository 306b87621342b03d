/// The few declarations of a `style` attribute that carry meaning in an article.
///
/// A value may hold words, numbers and percentages only: no function, no escape, no comment, no quotation mark can get
/// through, so neither `url(` nor `expression(` has to be looked for.
enum InlineStyle {
    /// Alignment, emphasis and the sizes of tables.
    static let usualProperties: Set<String> = [
        "font-style", "font-weight", "height", "list-style-type", "text-align", "text-decoration", "text-indent",
        "vertical-align", "white-space", "width",
    ]

    private static let longestValue = 40

    /// The allowed declarations, as `property:value;property:value`; empty if there are none.
    /// - Parameter sizes: whether `width` and `height` make sense on the element.
    static func filtered(_ style: [UInt8], properties: Set<String>, sizes: Bool) -> [UInt8] {
        var result: [UInt8] = []
        for declaration in style.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = trimmed(declaration[..<colon])
            guard name.count <= 24 else { continue }
            let property = String(decoding: name.map(lowered), as: UTF8.self)
            guard properties.contains(property) else { continue }
            if !sizes && (property == "width" || property == "height") { continue }
            var value = trimmed(declaration[(colon + 1)...])
            if value.last == UInt8(ascii: "t"), let mark = value.lastIndex(of: UInt8(ascii: "!")) {
                value = trimmed(value[..<mark])
            }
            guard !value.isEmpty, value.count <= longestValue, value.allSatisfy(isPlain) else { continue }
            if !result.isEmpty { result.append(UInt8(ascii: ";")) }
            result.append(contentsOf: property.utf8)
            result.append(UInt8(ascii: ":"))
            result.append(contentsOf: value.map(lowered))
        }
        return result
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

    private static func isPlain(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "-") || byte == 0x20
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result = bytes
        while let first = result.first, isHTMLSpace(first) { result = result.dropFirst() }
        while let last = result.last, isHTMLSpace(last) { result = result.dropLast() }
        return result
    }
}
