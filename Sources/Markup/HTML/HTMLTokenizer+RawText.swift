/// The inside of `title`, `style`, `script` and their like (§13.2.5.2–4, 9–31).
extension HTMLTokenizer {
    /// The text up to the end tag that closes it; then, or where there is no text, that end tag.
    mutating func nextInRawText() -> HTMLToken {
        let close = contentModel == .script ? endOfScript() : endOfRawText()
        if close > position {
            textHasReferences = contentModel == .escapableText
            return text(upTo: close)
        }
        // At the end tag: it is read as one, and markup begins again behind it.
        contentModel = .data
        return tag(.endTag, nameAt: position + 2) ? .endTag : .end
    }

    private func endOfRawText() -> Int {
        var index = position
        while let less = firstIndex(of: UInt8(ascii: "<"), from: index) {
            if isClosingTag(at: less) { return less }
            index = less + 1
        }
        return bytes.count
    }

    /// `</name` of the element that is open, followed by white space, `/` or `>`.
    private func isClosingTag(at less: Int) -> Bool {
        guard less + 1 < bytes.count, bytes[less + 1] == UInt8(ascii: "/") else { return false }
        return word(at: less + 2) == rawTextName
    }

    /// The letters at a position, if white space, `/` or `>` follows; an empty name otherwise.
    private func word(at start: Int) -> HTMLPackedName {
        var name = HTMLPackedName()
        var index = start
        while index < bytes.count, isLetter(bytes[index]), name.count <= 16 {
            name.append(bytes[index])
            index += 1
        }
        guard index < bytes.count else { return HTMLPackedName() }
        let byte = bytes[index]
        let ends = byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte)
        return ends ? name : HTMLPackedName()
    }

    /// Where a script ends: inside `<!-- … -->` a nested `<script>` hides one `</script>`.
    private func endOfScript() -> Int {
        enum Nesting { case plain, escaped, doublyEscaped }
        var nesting = Nesting.plain
        var index = position
        let count = bytes.count
        let script = HTMLPackedName("script")
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") {
                switch nesting {
                case .plain:
                    if isClosingTag(at: index) { return index }
                    if matches("<!--", at: index) {
                        nesting = .escaped
                        // Its dashes may be the first ones of `-->`.
                        index += 2
                        continue
                    }
                case .escaped:
                    if isClosingTag(at: index) { return index }
                    if word(at: index + 1) == script { nesting = .doublyEscaped }
                case .doublyEscaped:
                    if index + 1 < count, bytes[index + 1] == UInt8(ascii: "/"), word(at: index + 2) == script {
                        nesting = .escaped
                    }
                }
            } else if byte == UInt8(ascii: "-"), nesting != .plain, matches("--", at: index) {
                var after = index + 2
                while after < count, bytes[after] == UInt8(ascii: "-") { after += 1 }
                if after < count, bytes[after] == UInt8(ascii: ">") { nesting = .plain }
                index = after
                continue
            }
            index += 1
        }
        return count
    }
}
