/// Reads tables in plain text (RFC 4180): values parted by commas, tabs or semicolons, in quotation marks where they hold
/// such a mark themselves.
enum DelimitedText {
    /// The rows of a text.
    static func rows(_ text: String, delimiter: UInt8? = nil) -> [[String]] {
        let bytes = Array(text.utf8)
        let delimiter = delimiter ?? guess(bytes)
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        func finishField() {
            let text = String(decoding: field, as: UTF8.self)
            if row.count < Sheet.mostColumns { row.append(wasQuoted ? text : text.trimmingSpaces) }
            field.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        func finishRow() {
            finishField()
            if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
            row = []
        }
        var at = 0
        while at < bytes.count, rows.count < Sheet.mostRows {
            let byte = bytes[at]
            if isQuoted {
                if byte == quote, at + 1 < bytes.count, bytes[at + 1] == quote {
                    field.append(quote)
                    at += 1
                } else if byte == quote {
                    isQuoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == quote, field.allSatisfy({ $0 == 0x20 }) {
                isQuoted = true
                wasQuoted = true
                field.removeAll(keepingCapacity: true)
            } else if byte == delimiter {
                finishField()
            } else if byte == 0x0A {
                finishRow()
            } else if byte != 0x0D {
                field.append(byte)
            }
            at += 1
        }
        if !field.isEmpty || !row.isEmpty { finishRow() }
        return rows
    }

    /// Of comma, tab, semicolon and the full-width comma's stand-in `|` the one that the first line has most of.
    private static func guess(_ bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted, !counts.isEmpty { break }
            if !isQuoted, delimiters.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return delimiters.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) } ?? delimiters[0]
    }

    private static let quote = UInt8(ascii: "\"")
    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
}

extension String {
    fileprivate var trimmingSpaces: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
