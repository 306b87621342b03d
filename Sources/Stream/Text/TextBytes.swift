/// Quick looks at a text's bytes, so that most texts need no closer one.
enum TextBytes {
    /// True where one of these words stands in a text.
    static func contains(_ text: String, _ words: [StaticString]) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            words.contains { word in
                word.withUTF8Buffer { contains(bytes, $0) }
            }
        }
    }

    /// True where `号` follows a digit: a document number may be there.
    static func mayNumberDocument(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var at = 1
            while at + 2 < bytes.count {
                if bytes[at] == 0xE5, bytes[at + 1] == 0x8F, bytes[at + 2] == 0xB7,
                    (0x30...0x39).contains(bytes[at - 1])
                {
                    return true
                }
                at += 1
            }
            return false
        }
    }

    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = word.first, bytes.count >= word.count else { return false }
        var at = 0
        let last = bytes.count - word.count
        while at <= last {
            if bytes[at] == first {
                var matched = 1
                while matched < word.count, bytes[at + matched] == word[matched] { matched += 1 }
                if matched == word.count { return true }
            }
            at += 1
        }
        return false
    }
}
