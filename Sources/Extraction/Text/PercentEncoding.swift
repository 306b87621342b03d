/// Percent-encoding, done and undone (RFC 3986 §2.1).
package enum PercentEncoding {
    /// A text with every `%XX` replaced by its byte; what is no UTF-8 then becomes U+FFFD.
    package static func decoded(_ text: String) -> String {
        guard text.contains("%") else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An address with what may not stand in one written as `%XX`: spaces, quotes, and everything beyond ASCII. What is
    /// encoded already stays as it is.
    package static func encoded(_ address: String) -> String {
        guard address.utf8.contains(where: { !isAllowed($0) }) else { return address }
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            if isAllowed(byte) {
                bytes.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
    }
}
