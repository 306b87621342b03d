/// Plain text as it grows: white space folded; breaks, markers and separators held back until a word needs them.
struct PlainText {
    private(set) var bytes: [UInt8] = []
    /// Where the last line break was written.
    private(set) var lastBreak = -1
    /// Line breaks due before the next word; two leave a line empty.
    private var breaks = 0
    private var needsSpace = false
    private var isLineStart = true
    private var marker: String?
    private var separators = 0

    /// - Parameter room: about how many bytes it will have.
    init(room: Int) { bytes.reserveCapacity(room) }

    /// Adds a run of text whose references are decoded; white space is folded unless it is preformatted.
    mutating func append(_ text: [UInt8], _ range: Range<Int>, preformatted: Bool) {
        text.withUnsafeBufferPointer { buffer in
            append(UnsafeBufferPointer(rebasing: buffer[range]), preformatted: preformatted)
        }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, preformatted: Bool) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            let space = PlainText.lengthOfSpace(in: text, at: index)
            if preformatted, byte == 0x0A {
                forcedBreak()
                index += 1
            } else if preformatted, byte == 0x20 || byte == 0x09 {
                startWord()
                bytes.append(0x20)
                index += 1
            } else if space > 0 {
                needsSpace = true
                index += space
            } else if case let control = HTMLAttributeValue.lengthOfControl(in: text, at: index), control > 0 {
                index += control
            } else {
                let end = PlainText.endOfWord(in: text, from: index + 1)
                startWord()
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
                index = end
            }
        }
    }

    /// The next word begins a line.
    mutating func lineBreak() {
        breaks = max(breaks, 1)
        separators = 0
    }

    /// A line break that was written as one: each counts, up to one empty line.
    mutating func forcedBreak() {
        breaks = min(2, breaks + 1)
    }

    /// The next word begins a line, behind this.
    mutating func marker(_ text: String) {
        lineBreak()
        marker = text
    }

    /// The next word goes on behind a separator, on the same line.
    mutating func separator() {
        breaks = 0
        separators += 1
    }

    /// The break that is due is not one: the next word goes on in the line.
    mutating func forgetBreak() {
        breaks = 0
    }

    private mutating func startWord() {
        if breaks > 0, !bytes.isEmpty {
            while bytes.last == 0x20 { bytes.removeLast() }
            lastBreak = bytes.count
            for _ in 0..<breaks { bytes.append(0x0A) }
            isLineStart = true
        }
        if let text = marker {
            bytes.append(contentsOf: text.utf8)
            isLineStart = true
        } else if separators > 0, !isLineStart {
            for _ in 0..<separators { bytes.append(contentsOf: " | ".utf8) }
        } else if needsSpace, !isLineStart {
            bytes.append(0x20)
        }
        breaks = 0
        separators = 0
        marker = nil
        needsSpace = false
        isLineStart = false
    }

    /// How many bytes of white space stand at a position: ASCII's, and the no-break space, which is a space to whoever
    /// reads or searches the text.
    @inline(__always)
    static func lengthOfSpace<Text: RandomAccessCollection>(in text: Text, at index: Int) -> Int
    where Text.Element == UInt8, Text.Index == Int {
        let byte = text[index]
        if isHTMLSpace(byte) { return 1 }
        return byte == 0xC2 && index + 1 < text.endIndex && text[index + 1] == 0xA0 ? 2 : 0
    }

    /// Where a word ends that goes on at a position: at white space or a control.
    @inline(__always)
    private static func endOfWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = ByteScan.skipWord(in: text, from: start)
        // Quotation marks and dashes begin with the same byte as what turns the direction of reading.
        while index < text.count, text[index] > 0x20, lengthOfSpace(in: text, at: index) == 0,
            HTMLAttributeValue.lengthOfControl(in: text, at: index) == 0
        {
            index = ByteScan.skipWord(in: text, from: index + 1)
        }
        return index
    }
}
