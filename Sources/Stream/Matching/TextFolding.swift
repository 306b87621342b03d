/// How texts are compared with the words of a lexicon: by scalars, letter case and width folded, spaces, quotation marks
/// and brackets of titles passed over.
enum TextFolding {
    /// The scalar that stands for `scalar`; nothing where it is passed over.
    @inline(__always)
    static func fold(_ scalar: UInt32) -> UInt32? {
        // Ideographs, nearly all of them.
        if (0x3010...0xFEFE).contains(scalar) { return scalar }
        // Full-width forms are the ASCII characters moved by a constant.
        return narrow((0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar)
    }

    @inline(__always)
    private static func narrow(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x41...0x5A: return scalar + 0x20
        // Spaces, quotation marks, 《》〈〉「」『』, the middle dot and 、.
        case 0x00...0x20, 0x22, 0x27, 0x85, 0xA0, 0xB7, 0x2018, 0x2019, 0x201C, 0x201D, 0x2003, 0x2022, 0x200B,
            0x3000, 0x3001, 0x3008...0x300F, 0xFEFF:
            return nil
        default: return scalar
        }
    }

    /// A text folded whole.
    static func fold(_ text: String) -> [UInt32] {
        var text = text
        return text.withUTF8(fold)
    }

    /// The same of its bytes.
    static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var folded: [UInt32] = []
        // Most are Chinese, three bytes each.
        folded.reserveCapacity(bytes.count / 3 + 4)
        var at = 0
        while at < bytes.count {
            if let scalar = fold(ScalarBytes.scalar(bytes, &at)) { folded.append(scalar) }
        }
        return folded
    }
}
