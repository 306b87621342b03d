/// What a file is by its first bytes, whatever it is called.
enum FileSignature {
    /// The kind of a file that is certainly no text, in words for people.
    static func kind(of bytes: [UInt8]) -> String? {
        for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
        return nil
    }

    private static let signatures: [(signature: [UInt8], kind: String)] = [
        (Array("%PDF-".utf8), "PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "Word/OFD/ZIP"),
        ([0x50, 0x4B, 0x05, 0x06], "ZIP"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "DOC/WPS/XLS"),
        (Array("{\\rtf".utf8), "RTF"),
        (Array("Rar!".utf8), "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ([0x1F, 0x8B, 0x08], "gzip"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        (Array("GIF8".utf8), "GIF"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
        (Array("SQLite format 3".utf8), "SQLite"),
    ]
}
