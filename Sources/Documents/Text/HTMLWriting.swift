extension String {
    /// With the characters escaped that mean something in HTML.
    package var escapedForHTML: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += Array("&amp;".utf8)
            case UInt8(ascii: "<"): result += Array("&lt;".utf8)
            case UInt8(ascii: ">"): result += Array("&gt;".utf8)
            case UInt8(ascii: "\""): result += Array("&quot;".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [ParagraphReader.Block] {
    /// The paragraphs as HTML, nothing of their text read as markup.
    var html: String {
        map { $0.isHeading ? "<h3>\($0.text.escapedForHTML)</h3>" : "<p>\($0.text.escapedForHTML)</p>" }
            .joined(separator: "\n")
    }
}
