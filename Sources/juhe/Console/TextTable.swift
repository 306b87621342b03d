/// A table of plain text whose columns line up where Chinese characters take two places.
struct TextTable {
    private var rows: [[String]]

    init(_ heads: [String]) { rows = [heads] }

    /// Adds a row; control characters in it are shown as spaces.
    mutating func add(_ cells: [String]) {
        rows.append(
            cells.map { cell in
                String(
                    String.UnicodeScalarView(
                        cell.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
            })
    }

    /// The lines; the last column is never padded.
    var lines: [String] {
        let widths = (0..<(rows.first?.count ?? 0)).map { column in
            rows.map { Self.width($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - Self.width(cell))
            }.joined(separator: "  ")
        }
    }

    /// Places on a terminal: two for East Asian wide characters (Unicode Standard Annex #11), none for marks.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                width + 2
            default:
                switch scalar.properties.generalCategory {
                case .nonspacingMark, .enclosingMark, .format: width
                default: width + 1
                }
            }
        }
    }

    /// A text cut to `places` on a terminal, with … where it was cut.
    static func cut(_ text: String, to places: Int) -> String {
        guard width(text) > places else { return text }
        var result = ""
        var used = 0
        for character in text {
            let width = width(String(character))
            if used + width > places - 1 { break }
            used += width
            result.append(character)
        }
        return result + "…"
    }
}
