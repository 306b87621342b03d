extension HTMLText {
    /// The beginning of a plain text, on one line, cut behind a sentence where one ends in the last third.
    ///
    /// - Parameters:
    ///   - text: plain text.
    ///   - characters: how many characters the excerpt may have, its ellipsis included.
    ///   - bytes: how many UTF-8 bytes it may have; a "character" of a hundred combining marks is cut by this. By
    ///     default eight per character.
    package static func excerpt(_ text: String, characters: Int, bytes: Int? = nil) -> String {
        guard characters > 0 else { return "" }
        let most = max(4, min(bytes ?? Int.max, min(characters, 1 << 40) * 8))
        let (line, ends) = beginning(of: text, characters: characters, bytes: most)
        if line.count <= most, ends.count <= characters { return String(utf8: line) }
        var end = 0
        var sentence: (end: Int, count: Int)?
        for (index, next) in ends.prefix(characters - 1).enumerated() {
            guard next <= most - 3 else { break }
            if endsSentence(line, end, next) { sentence = (next, index + 1) }
            end = next
        }
        if let sentence, sentence.count * 3 >= characters * 2 {
            return String(utf8: line[..<sentence.end])
        }
        while end > 0, line[end - 1] == 0x20 { end -= 1 }
        if end == 0 {
            // One endless character: its first scalars, as far as they go.
            return scalarPrefix(String(utf8: line), bytes: most - 3) + "…"
        }
        return String(utf8: line[..<end]) + "…"
    }

    /// The text's first characters on one line, a little more than may be kept, so that one knows whether something is
    /// missing, and where each of them ends.
    private static func beginning(
        of text: String, characters: Int, bytes most: Int
    ) -> (line: [UInt8], ends: [Int]) {
        var text = text
        let plain = text.withUTF8 { plainBeginning(of: $0, characters: characters, bytes: most) }
        if let plain { return plain }
        let line = folded(text.utf8, most: most + 64)
        let whole = String(utf8: line)
        var ends: [Int] = []
        var index = whole.startIndex
        while index < whole.endIndex, ends.count <= characters {
            index = whole.index(after: index)
            ends.append(whole.utf8.distance(from: whole.startIndex, to: index))
        }
        return (line, ends)
    }

    /// The same where the text begins with plain scalars and white space; nothing where it does not.
    private static func plainBeginning(
        of text: UnsafeBufferPointer<UInt8>, characters: Int, bytes most: Int
    ) -> (line: [UInt8], ends: [Int])? {
        var line: [UInt8] = []
        var ends: [Int] = []
        line.reserveCapacity(min(text.count, min(characters, most) * 3 + 3))
        ends.reserveCapacity(min(text.count, characters + 1))
        var index = 0
        while index < text.count, ends.count <= characters, line.count <= most {
            if isHTMLSpace(text[index]) {
                index += 1
                continue
            }
            // A word is copied as a whole, behind a space where one is due.
            let start = index
            var size = line.count
            if size > 0, isHTMLSpace(text[start - 1]) {
                size += 1
                line.append(0x20)
                ends.append(size)
            }
            while index < text.count, ends.count <= characters, size <= most, !isHTMLSpace(text[index]) {
                let length = PlainScalar.length(in: text, at: index)
                guard length > 0 else { return nil }
                index += length
                size += length
                ends.append(size)
            }
            line.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        }
        return (line, ends)
    }

    private static func endsSentence(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 1 where text[start] == UInt8(ascii: "."): end < text.count && text[end] == 0x20
        case 1: text[start] == UInt8(ascii: "!") || text[start] == UInt8(ascii: "?")
        case 3:
            switch (text[start], text[start + 1], text[start + 2]) {
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): true  // 。！？；
            default: false
            }
        default: false
        }
    }

    private static func scalarPrefix(_ text: String, bytes: Int) -> String {
        var result = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            used += UTF8.width(scalar)
            if used > bytes { break }
            result.append(scalar)
        }
        return String(result)
    }

    /// The text on one line, each run of white space one space; at most so many bytes, cut between scalars.
    private static func folded(_ text: String.UTF8View, most: Int) -> [UInt8] {
        var result: [UInt8] = []
        var space = false
        for byte in text {
            if isHTMLSpace(byte) {
                space = !result.isEmpty
                continue
            }
            if result.count >= most, byte & 0xC0 != 0x80 { break }
            if space {
                result.append(0x20)
                space = false
            }
            result.append(byte)
        }
        return result
    }
}
