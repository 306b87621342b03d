internal import Mustache

/// Escapes text for HTML, byte by byte.
///
/// Mustache's own escaper walks `Character`s, and a quotation mark that is followed by a combining mark is one `Character`
/// that it does not know: the attribute ends there. In UTF-8 no byte of another character is ever one of the five.
enum HTMLEscaping {
    /// `text` so that it stays text, in an element as in a quoted attribute.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case UInt8(ascii: "`"): bytes += "&#96;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// The escaper as Mustache knows it.
    struct ContentType: MustacheContentType {
        /// The name in a template's pragma.
        static let name = "JUHE_HTML"

        func escapeText(_ text: String) -> String { HTMLEscaping.escaped(text) }
    }
}
