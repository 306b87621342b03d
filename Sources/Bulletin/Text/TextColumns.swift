/// Text in columns of a fixed pitch, in which a Chinese character takes two.
struct TextColumns {
    /// Columns in a line.
    let width: Int

    /// How many columns `text` takes: full-width characters two, marks none (UAX #11; ambiguous ones as in Chinese fonts).
    static func measure(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    /// `text` in the middle of its line or lines.
    func centred(_ text: String) -> [String] {
        wrapped(text).map { String(repeating: " ", count: max(0, (width - Self.measure($0)) / 2)) + $0 }
    }

    /// One text at the left edge and one at the right; below each other where both do not fit.
    func spread(_ left: String, _ right: String, fill: String = " ") -> [String] {
        let gap = width - Self.measure(left) - Self.measure(right)
        guard gap >= 2 else {
            return wrapped(left) + [String(repeating: " ", count: max(0, width - Self.measure(right))) + right]
        }
        return fill == " "
            ? [left + String(repeating: " ", count: gap) + right]
            : [left + " " + String(repeating: fill, count: gap - 2) + " " + right]
    }

    /// A line across.
    func rule(_ mark: String) -> String { String(repeating: mark, count: width) }

    /// `text` broken into lines, the first after `lead`, the others as far in as the first.
    func wrapped(_ text: String, lead: String = "") -> [String] {
        let indent = Self.measure(lead)
        let room = max(10, width - indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in Self.pieces(text, room: room) {
            let space = piece.hasSpace && used > 0 ? 1 : 0
            if used > 0, used + space + piece.width > room {
                lines.append(line)
                line = piece.text
                used = piece.width
            } else {
                line += (space == 1 ? " " : "") + piece.text
                used += space + piece.width
            }
        }
        if !line.isEmpty { lines.append(line) }
        let margin = String(repeating: " ", count: indent)
        return lines.enumerated().map { ($0.offset == 0 ? lead : margin) + $0.element }
    }
}

extension TextColumns {
    /// Short texts one after the other, as many in a line as fit, none of them broken unless it is longer than a line.
    func packed(_ texts: [String], separator: String, lead: String) -> [String] {
        var lines: [String] = []
        for text in texts {
            if let last = lines.last, Self.measure(last + separator + text) <= width {
                lines[lines.count - 1] = last + separator + text
            } else {
                lines += wrapped(text, lead: lead)
            }
        }
        return lines
    }
}

extension TextColumns {
    /// What no line break may part: a word, or a Chinese character with the punctuation that belongs to it.
    private struct Piece {
        var text: String
        var width: Int
        let hasSpace: Bool
    }

    private static func pieces(_ text: String, room: Int) -> [Piece] {
        var pieces: [Piece] = []
        var hasSpace = false
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == " " {
                hasSpace = true
                continue
            }
            let width = columns(scalar)
            let joins = last.map { belongsTogether($0, scalar, hasSpace: hasSpace) } ?? false
            if joins, let end = pieces.indices.last, pieces[end].width + width <= room {
                pieces[end].text.unicodeScalars.append(scalar)
                pieces[end].width += width
            } else {
                pieces.append(Piece(text: String(scalar), width: width, hasSpace: hasSpace))
            }
            hasSpace = false
            last = scalar
        }
        return pieces
    }

    /// True where no line may end between two characters (GB/T 15834: no stop begins a line, no opening mark ends one).
    private static func belongsTogether(_ left: Unicode.Scalar, _ right: Unicode.Scalar, hasSpace: Bool) -> Bool {
        if columns(right) == 0 { return true }
        if hasSpace { return false }
        if "，。、；：？！）》〉」』〕】”’…—％,.;:?!)]}%".unicodeScalars.contains(right) { return true }
        if "（《〈「『〔【“‘([{".unicodeScalars.contains(left) { return true }
        return columns(left) == 1 && columns(right) == 1
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: 1
        case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
        case 0xB7, 0x2014...0x201D, 0x2026, 0x2460...0x24FF: 2
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: isMark(scalar) ? 0 : 1
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }
}
