/// Writes text and attribute values so that no reader finds markup in them.
///
/// It works on UTF-8 bytes: a quotation mark is escaped whatever combining marks follow it.
enum HTMLEscaper {
    /// `&`, `<`, `>` and controls but tab and line feed, as bits by their number; DEL is looked for beside it.
    private static let inText: UInt64 = 0xFFFF_F9FF | bit("&") | bit("<") | bit(">")
    private static let inValues: UInt64 = inText | bit("\"") | bit("'")

    private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value) }

    @inline(__always)
    private static func isOneOf(_ bits: UInt64, _ byte: UInt8) -> Bool {
        byte < 64 ? bits & (1 << UInt64(byte)) != 0 : byte == 0x7F
    }

    /// Appends a text token: references decoded, line breaks unified, controls dropped, markup escaped.
    static func appendText(
        _ bytes: [UInt8], _ range: Range<Int>, references: Bool, to output: inout [UInt8]
    ) {
        let special = inText
        var start = range.lowerBound
        var index = start
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            if !isOneOf(special, byte) {
                index = ByteScan.skipPlainText(in: bytes.span.bytes, from: index + 1, to: end)
                continue
            }
            if index > start { output.append(contentsOf: bytes[start..<index]) }
            if byte == UInt8(ascii: "&"), references,
                let reference = CharacterReferences.reference(in: bytes, at: index, end: end, .text)
            {
                appendPoint(reference.value.first, to: &output)
                if reference.value.second != 0 { appendPoint(reference.value.second, to: &output) }
                index += reference.length
            } else {
                // CRLF becomes its line feed, a lone CR becomes one.
                let breaksLine = byte == 0x0D && !(index + 1 < end && bytes[index + 1] == 0x0A)
                append(breaksLine ? 0x0A : byte, to: &output)
                index += 1
            }
            start = index
        }
        if end > start { output.append(contentsOf: bytes[start..<end]) }
    }

    /// Appends an attribute's value, which is decoded already, without its quotation marks.
    static func appendValue(_ value: [UInt8], to output: inout [UInt8]) {
        let special = inValues
        var start = 0
        for index in value.indices where isOneOf(special, value[index]) || value[index] == UInt8(ascii: "`") {
            if index > start { output.append(contentsOf: value[start..<index]) }
            append(value[index], to: &output)
            start = index + 1
        }
        if value.count > start { output.append(contentsOf: value[start...]) }
    }

    private static func appendPoint(_ point: UInt32, to output: inout [UInt8]) {
        if point < 0x80 {
            append(point == 0x0D ? 0x0A : UInt8(point), to: &output)
        } else if point > 0x9F {
            CharacterReferences.append(point, to: &output)
        }
    }

    private static func append(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
        case UInt8(ascii: "`"): output.append(contentsOf: "&#96;".utf8)
        case 0x09, 0x0A: output.append(byte)
        case ..<0x20, 0x7F: break
        default: output.append(byte)
        }
    }
}
