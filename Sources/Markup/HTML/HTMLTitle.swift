/// Titles as plain text that is safe on one line anywhere: no markup, no controls, nothing that turns the direction of
/// reading, no invisible spaces.
package enum HTMLTitle {
    /// The text of a title that is HTML: tags dropped, references decoded once, then cleaned.
    package static func text(from html: String) -> String {
        let bytes = Array(html.utf8)
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return cleaned(html)
        }
        var tokenizer = HTMLTokenizer(bytes)
        var result: [UInt8] = []
        while true {
            switch tokenizer.next() {
            case .text:
                // Text of `script` and its like is no title; a `title` in a title is.
                let model = tokenizer.contentModel
                if model != .data && model != .escapableText { continue }
                for index in tokenizer.content { result.append(bytes[index]) }
            case .startTag, .endTag:
                if tokenizer.contentModel != .data, !closes(bytes, tokenizer) {
                    // A title about `<script>`, not one with a script in it.
                    result.append(contentsOf: bytes[tokenizer.extent])
                    tokenizer.contentModel = .data
                    continue
                }
                if tokenizer.element.traits.contains(.block) || tokenizer.element == .br { result.append(0x20) }
            case .comment, .doctype: continue
            case .end:
                // A tag that never ends is a title with a `<` in it.
                result.append(contentsOf: bytes[tokenizer.extent])
                return cleaned(CharacterReferences.decoded(result))
            }
        }
    }

    /// Whether the raw text that begins here has its end tag.
    private static func closes(_ bytes: [UInt8], _ tokenizer: HTMLTokenizer) -> Bool {
        var ahead = tokenizer
        return ahead.next() == .endTag || ahead.next() == .endTag
    }

    /// A title that is plain text already, cleaned: controls, bidirectional controls (U+061C, U+200E–F, U+202A–E,
    /// U+2066–9), zero-width spaces and byte order marks dropped; white space, line separators and ideographic spaces
    /// folded into one space, none at the ends.
    package static func cleaned(_ text: String) -> String {
        cleaned(Array(text.utf8))
    }

    private static func cleaned(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        var space = false
        while index < bytes.count {
            let white = lengthOfSpace(in: bytes, at: index)
            if white > 0 {
                space = !result.isEmpty
                index += white
                continue
            }
            let dropped = max(
                HTMLAttributeValue.lengthOfControl(in: bytes, at: index), lengthOfInvisible(in: bytes, at: index))
            if dropped > 0 {
                index += dropped
                continue
            }
            if space { result.append(0x20) }
            space = false
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// ASCII's white space, U+00A0, U+2028, U+2029, U+3000, and U+0085, which is a line break.
    private static func lengthOfSpace(in bytes: [UInt8], at index: Int) -> Int {
        let length = PlainText.lengthOfSpace(in: bytes, at: index)
        if length > 0 { return length }
        switch bytes[index] {
        case 0xC2: return follows(bytes, index, 0x85) ? 2 : 0
        case 0xE2: return follows(bytes, index, 0x80, 0xA8) || follows(bytes, index, 0x80, 0xA9) ? 3 : 0
        case 0xE3: return follows(bytes, index, 0x80, 0x80) ? 3 : 0
        default: return 0
        }
    }

    /// U+200B, U+FEFF.
    private static func lengthOfInvisible(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0xE2: follows(bytes, index, 0x80, 0x8B) ? 3 : 0
        case 0xEF: follows(bytes, index, 0xBB, 0xBF) ? 3 : 0
        default: 0
        }
    }

    private static func follows(_ bytes: [UInt8], _ index: Int, _ second: UInt8, _ third: UInt8? = nil) -> Bool {
        guard index + 1 < bytes.count, bytes[index + 1] == second else { return false }
        guard let third else { return true }
        return index + 2 < bytes.count && bytes[index + 2] == third
    }
}
