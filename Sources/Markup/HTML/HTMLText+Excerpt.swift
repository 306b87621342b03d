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
        var text = text
        let plain = text.withUTF8 { text -> String? in
            var beginning = Beginning(characters: characters, bytes: most)
            return beginning.readPlain(text) ? beginning.cut() : nil
        }
        if let plain { return plain }
        var beginning = Beginning(characters: characters, bytes: most)
        beginning.read(text.utf8)
        return beginning.cut()
    }
}

/// A text's first characters on one line, a little more than may be kept, so that one knows whether something is missing,
/// and where it may be cut.
private struct Beginning {
    /// How many characters and bytes may be kept.
    private let characters: Int
    private let most: Int

    private var line: [UInt8] = []
    /// Characters read.
    private var count = 0
    /// The end of the last character that may stand before an ellipsis.
    private var end = 0
    /// The end of the last sentence among these, and how many characters it takes.
    private var sentence: (end: Int, count: Int)?

    init(characters: Int, bytes: Int) {
        self.characters = characters
        most = bytes
    }

    /// The whole where it fits, else what there is up to a sentence's end in the last third, else up to an ellipsis.
    func cut() -> String {
        if line.count <= most, count <= characters { return String(utf8: line) }
        if let sentence, sentence.count * 3 >= characters * 2 { return String(utf8: line[..<sentence.end]) }
        var end = end
        while end > 0, line[end - 1] == 0x20 { end -= 1 }
        if end == 0 {
            // One endless character: its first scalars, as far as they go.
            return scalarPrefix(String(utf8: line), bytes: most - 3) + "…"
        }
        return String(utf8: line[..<end]) + "…"
    }

    /// Reads a text that begins with plain scalars and white space.
    ///
    /// - Returns: false where it does not.
    mutating func readPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        line.reserveCapacity(min(text.count, min(characters, most) * 3 + 3))
        var index = 0
        while index < text.count, count <= characters, line.count <= most {
            if isHTMLSpace(text[index]) {
                index += 1
                continue
            }
            // A word is copied as a whole, behind a space where one is due.
            let start = index
            var size = line.count
            if size > 0, isHTMLSpace(text[start - 1]) {
                if line[size - 1] == UInt8(ascii: "."), end == size { sentence = (size, count) }
                line.append(0x20)
                size += 1
                note(size, endsSentence: false)
            }
            while index < text.count, count <= characters, size <= most, !isHTMLSpace(text[index]) {
                let length = PlainScalar.length(in: text, at: index)
                guard length > 0 else { return false }
                size &+= length
                note(size, endsSentence: Self.isMark(text, at: index, length))
                index &+= length
            }
            line.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        }
        return true
    }

    /// Reads any text.
    mutating func read(_ text: String.UTF8View) {
        let line = folded(text, most: most + 64)
        self.line = line
        let whole = String(utf8: line)
        line.withUnsafeBufferPointer { line in
            var index = whole.startIndex
            var start = 0
            while index < whole.endIndex, count <= characters {
                index = whole.index(after: index)
                let next = whole.utf8.distance(from: whole.startIndex, to: index)
                let isStop = next - start == 1 && line[start] == UInt8(ascii: ".")
                let ends =
                    isStop ? next < line.count && line[next] == 0x20 : Self.isMark(line, at: start, next - start)
                note(next, endsSentence: ends)
                start = next
            }
        }
    }

    /// Notes a character that ends here.
    @inline(__always)
    private mutating func note(_ next: Int, endsSentence: Bool) {
        count &+= 1
        guard count < characters, next <= most &- 3 else { return }
        end = next
        if endsSentence { sentence = (next, count) }
    }

    /// Whether the character at a place is one of 。！？；!? and no other.
    @inline(__always)
    private static func isMark(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ length: Int) -> Bool {
        switch length {
        case 1: return text[start] == UInt8(ascii: "!") || text[start] == UInt8(ascii: "?")
        case 3:
            guard text[start] == 0xE3 || text[start] == 0xEF else { return false }
            return switch (text[start], text[start + 1], text[start + 2]) {
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): true
            default: false
            }
        default: return false
        }
    }

    private func scalarPrefix(_ text: String, bytes: Int) -> String {
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
    private func folded(_ text: String.UTF8View, most: Int) -> [UInt8] {
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
