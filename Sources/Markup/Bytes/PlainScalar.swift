/// Scalars of which it is known without Unicode's tables that each is one printable character for itself: no space, no
/// control, no mark, composed already.
///
/// Nearly all of a Chinese text is made of them, so that cleaning and cutting it need not look further. What is not
/// among them is only not known to be plain.
package enum PlainScalar {
    /// The bytes of the plain scalar that begins at `index`; 0 where the one there is not plain.
    ///
    /// - Parameter bytes: valid UTF-8.
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        // Ideographs, nearly all of them.
        if (0xE4...0xE9).contains(byte) { return 3 }
        switch byte {
        case 0x21...0x7E: return 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] > 0xA0 && bytes[index + 1] != 0xAD ? 2 : 0
        case 0xC3...0xCB: return 2
        case 0xE2:
            // General punctuation from the hyphens to the ellipsis: U+2010 to U+2027.
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
            return (0x90...0xA7).contains(bytes[index + 2]) ? 3 : 0
        case 0xE3:
            guard index + 2 < bytes.count else { return 0 }
            switch (bytes[index + 1], bytes[index + 2]) {
            // The ideographic space, tone marks, voicing marks.
            case (0x80, 0x80), (0x80, 0xAA...0xAF), (0x82, 0x99...0x9A): return 0
            default: return 3
            }
        case 0xEF:
            // Full-width forms: U+FF00 to U+FF7F.
            return index + 1 < bytes.count && (0xBC...0xBD).contains(bytes[index + 1]) ? 3 : 0
        default: return 0
        }
    }

    /// Whether a text is one line of plain scalars with single spaces between them, at most so many scalars long.
    package static func isLine(_ text: String, limit: Int) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // None of them has more than three bytes.
            guard bytes.count / 3 <= limit else { return false }
            var index = 0
            var count = 0
            var isAfterSpace = true
            while index < bytes.count {
                // Ideographs follow ideographs.
                while index < bytes.count, bytes[index] &- 0xE4 < 6 {
                    index &+= 3
                    count &+= 1
                    isAfterSpace = false
                }
                guard index < bytes.count else { break }
                let length = length(in: bytes, at: index)
                if length == 0 {
                    guard bytes[index] == 0x20, !isAfterSpace else { return false }
                }
                isAfterSpace = length == 0
                index &+= max(1, length)
                count &+= 1
            }
            return count <= limit && (!isAfterSpace || count == 0)
        }
    }
}
