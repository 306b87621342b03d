/// One word of a folded text.
package struct FoldedWord: Sendable, Hashable {
    /// Its bytes' place in the folded text.
    package var range: Range<Int>
    /// True for the space between words, which is kept so that no phrase reaches over it.
    package var isSeparator: Bool
}

/// The words of folded bytes in order: every ideograph, every run of letters and digits, every space.
package struct FoldedWords: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// The words of bytes that ``FoldedText`` made; they must outlive the sequence.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next word; nothing at the end.
    package mutating func next() -> FoldedWord? {
        guard index < bytes.count else { return nil }
        let start = index
        index = FoldedScan.endOfWord(bytes, at: start)
        return FoldedWord(range: start..<index, isSeparator: bytes[start] == 0x20)
    }
}

extension FoldedText {
    /// The words, spaces left out.
    package var words: [String] {
        bytes.withUnsafeBufferPointer { bytes in
            FoldedWords(bytes).filter { !$0.isSeparator }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        }
    }

    /// Every place where a folded phrase stands, words whole, without overlap.
    /// - Parameter isPrefix: true where the phrase's last word may go on.
    package func places(of phrase: FoldedText, isPrefix: Bool = false, atMost limit: Int = .max) -> [Range<Int>] {
        let pattern = phrase.bytes
        guard let first = pattern.first, pattern.count <= bytes.count else { return [] }
        var found: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + pattern.count <= bytes.count, found.count < limit {
                guard bytes[index] == first, FoldedScan.stands(pattern, in: bytes, at: index, isPrefix: isPrefix) else {
                    index += 1
                    continue
                }
                found.append(index..<index + pattern.count)
                index += pattern.count
            }
        }
        return found
    }

    /// True where a folded phrase stands in the text, words whole.
    package func contains(_ phrase: FoldedText, isPrefix: Bool = false) -> Bool {
        !places(of: phrase, isPrefix: isPrefix, atMost: 1).isEmpty
    }
}

/// Looks at folded bytes one character at a time.
package enum FoldedScan {
    /// Where the word ends that begins at `start`: an ideograph, a run of letters and digits, or a space.
    @inlinable
    package static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        // U+5000…U+9FFF, nearly all there is.
        if bytes[start] &- 0xE5 < 5, start &+ 3 <= bytes.count { return start &+ 3 }
        return endOfOtherWord(bytes, at: start)
    }

    @usableFromInline
    static func endOfOtherWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        if bytes[start] == 0x20 { return start + 1 }
        if let end = ideograph(bytes, at: start) { return end }
        var end = end(bytes, of: start)
        while end < bytes.count, bytes[end] != 0x20, ideograph(bytes, at: end) == nil { end = self.end(bytes, of: end) }
        return end
    }

    /// Where the ideograph at `index` ends; nothing where something else stands there.
    static func ideograph(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        if first < 0xE0 { return nil }
        // U+5000…U+9FFF, nearly all there is.
        if (0xE5...0xE9).contains(first) { return min(index + 3, bytes.count) }
        return ScalarFolding.isIdeograph(scalar(bytes, at: index)) ? end(bytes, of: index) : nil
    }

    /// Where the character at `index` ends.
    static func end(_ bytes: UnsafeBufferPointer<UInt8>, of index: Int) -> Int {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return min(index + length, bytes.count)
    }

    /// True where `pattern` stands at `index` and cuts no word.
    static func stands(
        _ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int, isPrefix: Bool
    ) -> Bool {
        for offset in 1..<max(1, pattern.count) where bytes[index + offset] != pattern[offset] { return false }
        let end = index + pattern.count
        if index > 0, isLetter(bytes, at: index) {
            var before = index - 1
            while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
            if isLetter(bytes, at: before) { return false }
        }
        if !isPrefix, end < bytes.count, isLetter(bytes, at: end) {
            var last = end - 1
            while last > 0, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            if isLetter(bytes, at: last) { return false }
        }
        return true
    }

    private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes[index] != 0x20 && ideograph(bytes, at: index) == nil
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        let end = end(bytes, of: index)
        let first = UInt32(bytes[index])
        let length = UInt32(end - index)
        if length == 1 { return first }
        var scalar = first & (0x7F >> length)
        for offset in index + 1..<end { scalar = scalar << 6 | UInt32(bytes[offset]) & 0x3F }
        return scalar
    }
}
