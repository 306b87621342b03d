/// Quick looks at a text's bytes, so that most texts need no closer one.
enum TextBytes {
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
}
