import Extraction

/// The records of old JCMS columns as a program's list of texts: `totalRecord=58;dataStore = ["<li>…</li>", '<li>…</li>'];`.
enum RecordScript {
    /// The texts; nothing where there is no such list, or one without links.
    static func records(in text: String) -> [String]? {
        guard let name = text.firstPlace(of: "dataStore"), let open = opening(text[name.upperBound...]) else {
            return nil
        }
        var rest = text[text.index(after: open)...].utf8
        var records: [String] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
            guard let record = string(endingWith: byte, &rest) else { break }
            records.append(record)
            if records.count == 1_000 { break }
        }
        return records.contains { $0.contains("<a") || $0.contains("<A") } ? records : nil
    }

    /// The bracket that follows a name and its sign.
    private static func opening(_ text: Substring) -> String.Index? {
        let rest = text.drop { " :=\r\n\t".contains($0) }
        return rest.first == "[" ? rest.startIndex : nil
    }

    private static func string(endingWith quote: UInt8, _ rest: inout Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == quote { return String(decoding: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                bytes.append(
                    [UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0A][escaped] ?? escaped)
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }
}
