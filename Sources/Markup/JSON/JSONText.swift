/// Texts as JSON writes them (RFC 8259 §7).
package enum JSONText {
    /// Appends a text without its quotation marks; only what must be escaped is.
    /// - Parameter text: valid UTF-8; it may be given in pieces.
    package static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var run = text.startIndex
        for at in text.indices where text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x5C {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<at]))
            run = at + 1
            escape(text[at], to: &output)
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        default: output += "u00\(byte < 16 ? "0" : "1")\(String(byte & 15, radix: 16))".utf8
        }
    }
}
