/// Tells an answer that is a file from one that is a page: by its first bytes, else by what the server says of it.
enum FileAnswer {
    private static let starts: [(bytes: [UInt8], type: String)] = [
        (Array("%PDF-".utf8), "application/pdf"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/msword"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        (Array("Rar!".utf8), "application/vnd.rar"),
    ]
    private static let words = ["pdf", "msword", "officedocument", "ms-excel", "ms-powerpoint", "ofd", "zip", "rar"]

    /// The media type of a file; nothing for a page. What the server calls it says more than its first bytes, which many
    /// kinds share.
    static func type(of bytes: [UInt8], contentType: String?) -> String? {
        let stated = contentType?.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace } ?? ""
        // Pages are called anything by servers that do not know them.
        let isMarkup = bytes.first { $0 > 0x20 }.map { "<{[".utf8.contains($0) } ?? true
        if !isMarkup, words.contains(where: stated.contains) { return stated }
        if let known = starts.first(where: { bytes.starts(with: $0.bytes) })?.type { return known }
        return stated == "application/octet-stream" && bytes.prefix(1_024).contains(0) ? stated : nil
    }
}
