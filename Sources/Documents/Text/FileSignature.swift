/// What a file is by its first bytes, whatever it is called. The raw value is its name for people.
enum FileSignature: String, Sendable {
    case pdf = "PDF"
    /// Word, Excel, OFD, or a plain package.
    case package = "Word/OFD/ZIP"
    /// The compound files of old Word, WPS and Excel, and of all encrypted ones.
    case compound = "DOC/WPS/XLS"
    case rtf = "RTF"
    case rar = "RAR"
    case sevenZip = "7z"
    case gzip = "gzip"
    case bzip2 = "bzip2"
    case xz = "xz"
    case png = "PNG"
    case jpeg = "JPEG"
    case gif = "GIF"
    case program = "ELF"
    case database = "SQLite"

    /// The kind of a file that is certainly no text.
    static func kind(of bytes: [UInt8]) -> FileSignature? {
        for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
        return nil
    }

    private static let signatures: [(signature: [UInt8], kind: FileSignature)] = [
        (Array("%PDF-".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .package),
        ([0x50, 0x4B, 0x05, 0x06], .package),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
        (Array("{\\rtf".utf8), .rtf),
        (Array("Rar!".utf8), .rar),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        ([0x1F, 0x8B, 0x08], .gzip),
        (Array("BZh".utf8), .bzip2),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
        ([0x89, 0x50, 0x4E, 0x47], .png),
        ([0xFF, 0xD8, 0xFF], .jpeg),
        (Array("GIF8".utf8), .gif),
        ([0x7F, 0x45, 0x4C, 0x46], .program),
        (Array("SQLite format 3".utf8), .database),
    ]
}
