/// Comma-separated values (RFC 4180) as Excel reads them: UTF-8 with a byte order mark, lines ended by CRLF.
package enum CSV {
    /// The bytes of a table.
    package static func bytes(of table: Sheet) -> [UInt8] {
        let lines = [table.head.map(field)] + table.rows.map { $0.map(cell) }
        return [0xEF, 0xBB, 0xBF] + lines.flatMap { $0.joined(separator: ",").utf8 + [0x0D, 0x0A] }
    }

    private static func cell(_ cell: Sheet.Cell) -> String {
        switch cell {
        case .number(let number): String(number)
        case .text(let text): field(text)
        }
    }

    /// A text as one field. What a spreadsheet would take for a formula gets an apostrophe before it: titles are foreign
    /// text, and `=HYPERLINK(…)` must not run when somebody opens the file.
    private static func field(_ text: String) -> String {
        let risky = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let text = risky ? "'" + text : text
        guard text.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return text }
        var quoted = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        return "\"\(String(quoted))\""
    }
}
