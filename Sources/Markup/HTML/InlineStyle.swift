/// The few declarations of a `style` attribute that carry meaning in an article.
///
/// A value may hold words, numbers and percentages only: no function, no escape, no comment, no quotation mark can get
/// through, so neither `url(` nor `expression(` has to be looked for.
struct InlineStyle: Sendable {
    /// Alignment, emphasis and the sizes of tables.
    static let usualProperties: Set<String> = [
        "font-style", "font-weight", "height", "list-style-type", "text-align", "text-decoration", "text-indent",
        "vertical-align", "white-space", "width",
    ]

    private static let longestValue = 40
    private static let sizes = [HTMLPackedName("width"), HTMLPackedName("height")]

    private let properties: [HTMLPackedName]
    private let propertiesWithoutSizes: [HTMLPackedName]

    /// - Parameter properties: names of at most sixteen letters; longer ones are never kept.
    init(_ properties: Set<String>) {
        self.properties = properties.map { HTMLPackedName($0) }.filter { $0.count <= 16 }
        propertiesWithoutSizes = self.properties.filter { !Self.sizes.contains($0) }
    }

    /// Appends the allowed declarations, as `property:value;property:value`.
    /// - Parameter sizes: whether `width` and `height` make sense on the element.
    func appendAllowed(_ style: [UInt8], sizes: Bool, to output: inout [UInt8]) {
        let allowed = sizes ? properties : propertiesWithoutSizes
        let first = output.count
        var position = 0
        while position < style.count {
            var name = HTMLPackedName()
            while position < style.count, isHTMLSpace(style[position]) { position += 1 }
            while position < style.count, isLetter(style[position]) || style[position] == UInt8(ascii: "-") {
                name.append(style[position])
                position += 1
            }
            while position < style.count, isHTMLSpace(style[position]) { position += 1 }
            if position < style.count, style[position] == UInt8(ascii: ":"), allowed.contains(name) {
                let end = InlineStyle.endOfValue(style, from: position + 1)
                let start = output.count
                if start > first { output.append(UInt8(ascii: ";")) }
                InlineStyle.append(name, to: &output)
                output.append(UInt8(ascii: ":"))
                if !InlineStyle.appendValue(style[(position + 1)..<end], to: &output) {
                    output.removeLast(output.count - start)
                }
                position = end
            }
            while position < style.count, style[position] != UInt8(ascii: ";") { position += 1 }
            position += 1
        }
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

    private static func endOfValue(_ style: [UInt8], from start: Int) -> Int {
        var end = start
        while end < style.count, style[end] != UInt8(ascii: ";") { end += 1 }
        return end
    }

    /// Appends a value of plain words, lower-cased and without `!important`.
    private static func appendValue(_ value: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        var value = value.drop(while: isHTMLSpace)
        if let mark = value.firstIndex(of: UInt8(ascii: "!")) { value = value[..<mark] }
        while let last = value.last, isHTMLSpace(last) { value = value.dropLast() }
        // A negative indent takes text out of sight.
        guard let first = value.first, first != UInt8(ascii: "-"), value.count <= longestValue else { return false }
        for byte in value {
            guard isPlain(byte) else { return false }
            output.append(lowered(byte))
        }
        return true
    }

    private static func append(_ name: HTMLPackedName, to output: inout [UInt8]) {
        for index in 0..<name.count { output.append(name.byte(at: index)) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "-") || byte == 0x20
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
