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
        // A little more than may be kept, so that one knows whether something is missing.
        let line = folded(text.utf8, most: most + 64)
        let whole = String(decoding: line, as: UTF8.self)
        if line.count <= most, whole.count <= characters { return whole }
        var end = whole.startIndex
        var sentence: (end: String.Index, count: Int)?
        var count = 0
        while end < whole.endIndex, count < characters - 1 {
            let next = whole.index(after: end)
            guard whole.utf8.distance(from: whole.startIndex, to: next) <= most - 3 else { break }
            count += 1
            if endsSentence(whole, end, next) { sentence = (next, count) }
            end = next
        }
        if let sentence, sentence.count * 3 >= characters * 2 { return String(whole[..<sentence.end]) }
        while end > whole.startIndex, whole[whole.index(before: end)] == " " { end = whole.index(before: end) }
        if end == whole.startIndex {
            // One endless character: its first scalars, as far as they go.
            return scalarPrefix(whole, bytes: most - 3) + "…"
        }
        return whole[..<end] + "…"
    }

    private static func endsSentence(_ text: String, _ start: String.Index, _ end: String.Index) -> Bool {
        switch text[start] {
        case "。", "！", "？", "；", "!", "?": true
        case ".": end < text.endIndex && text[end] == " "
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
