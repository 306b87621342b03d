/// What the tokenizer read last.
enum HTMLToken: Sendable {
    case text
    case startTag
    case endTag
    case comment
    case doctype
    case end
}

/// The tokenizer of the HTML standard (§13.2.5) over UTF-8 bytes, in linear time.
///
/// Tokens are positions in the document: nothing is copied, and nothing decoded that nobody asks for. A caller that
/// builds a tree sets `contentModel` behind start tags, as the standard's tree construction does; `next()` sets it for
/// the elements of HTML itself, unless the caller is inside foreign content.
struct HTMLTokenizer {
    let bytes: [UInt8]
    let limits: HTMLLimits
    /// Where reading goes on.
    var position = 0
    /// How it goes on.
    var contentModel = HTMLContentModel.data

    /// The text, or the content of a comment or document type.
    var content: Range<Int> = 0..<0
    /// The whole token, from its first byte to its last.
    var extent: Range<Int> = 0..<0
    /// Whether references in the text mean characters.
    var textHasReferences = true
    /// The tag's name as written.
    var name: Range<Int> = 0..<0
    /// The tag's name, packed.
    var packedName = HTMLPackedName()
    /// Which element the tag names.
    var element = HTMLElement.unknown
    /// Kept attributes of the tag, in order; of a known name only the first one.
    var attributes: [HTMLAttribute] = []
    /// Whether the tag has attributes beyond the limits.
    var hasSkippedAttributes = false
    /// `<x/>`.
    var isSelfClosing = false
    /// The start tag whose end tag closes raw text.
    var rawTextName = HTMLPackedName()
    /// Elements whose inside is read as any other: nobody ended one, so that it would hide the rest of the document.
    var elementsWithoutRawText: [HTMLElement] = []

    private let elementNames = HTMLNameTable.elements
    let attributeNames = HTMLNameTable.attributes

    init(_ bytes: [UInt8], limits: HTMLLimits = HTMLLimits()) {
        self.bytes = bytes
        self.limits = limits
        // A byte order mark is not part of the document.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Reads one token.
    mutating func next() -> HTMLToken {
        guard position < bytes.count else {
            extent = position..<position
            return .end
        }
        switch contentModel {
        case .data, .foreign: return nextInData()
        case .escapableText, .rawText, .script: return nextInRawText()
        case .plaintext:
            textHasReferences = false
            return text(upTo: bytes.count)
        }
    }

    private mutating func nextInData() -> HTMLToken {
        while position < bytes.count {
            let less = nextMarkup(from: position)
            if less > position {
                textHasReferences = true
                return text(upTo: less)
            }
            // Nothing comes of `</>`: reading goes on behind it.
            if let token = markup() { return token }
        }
        extent = position..<position
        return .end
    }

    /// The next `<` that opens something, or the end of the document.
    private func nextMarkup(from start: Int) -> Int {
        var index = start
        while let less = firstIndex(of: UInt8(ascii: "<"), from: index) {
            if less + 1 < bytes.count, opensMarkup(bytes[less + 1]) { return less }
            index = less + 1
        }
        return bytes.count
    }

    /// A letter, `/`, `!` or `?` behind `<`; anything else makes it text.
    private func opensMarkup(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// The token at a `<`; nil where there is none, with the position moved past what stood there.
    private mutating func markup() -> HTMLToken? {
        let less = position
        switch bytes[less + 1] {
        case UInt8(ascii: "!"):
            return declaration()
        case UInt8(ascii: "?"):
            return bogusComment(from: less + 1)
        case UInt8(ascii: "/"):
            guard less + 2 < bytes.count else {
                textHasReferences = true
                return text(upTo: bytes.count)
            }
            if isLetter(bytes[less + 2]) { return tag(.endTag, nameAt: less + 2) ? .endTag : .end }
            if bytes[less + 2] == UInt8(ascii: ">") {
                position = less + 3
                return nil
            }
            return bogusComment(from: less + 2)
        default:
            return tag(.startTag, nameAt: less + 1) ? .startTag : .end
        }
    }

    /// Ends a text token that begins at the position.
    mutating func text(upTo end: Int) -> HTMLToken {
        content = position..<end
        extent = content
        position = end
        return .text
    }

    /// Looks up the tag's element and readies the content model that its start tag asks for.
    mutating func finish(_ kind: HTMLToken) {
        element = HTMLElement(rawValue: elementNames.number(of: packedName)) ?? .unknown
        guard kind == .startTag, contentModel == .data else { return }
        let model = element.contentModel
        if model != .data, !elementsWithoutRawText.contains(element) {
            contentModel = model
            rawTextName = packedName
        }
    }

    /// The next position of a byte.
    @inline(__always)
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        start < bytes.count ? firstIndex(of: byte, in: start..<bytes.count) : nil
    }

    /// The first position of a byte in a range.
    @inline(__always)
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { Bytes.find(byte, in: $0, from: range.lowerBound, to: range.upperBound) }
        }
    }
}

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
}

/// White space of HTML: tab, line feed, form feed, carriage return, space.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}
