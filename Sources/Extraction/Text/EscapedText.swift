/// Plain text as HTML that shows it.
enum EscapedText {
    private static let references: [UInt8: StaticString] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;"]

    /// A text for an element, or for an attribute's value in double quotation marks.
    static func of(_ text: String) -> String {
        String(
            decoding: text.utf8.flatMap { byte in references[byte].map { Array("\($0)".utf8) } ?? [byte] },
            as: UTF8.self)
    }
}
