/// Foreign text as one line of print: no control characters, no direction overrides, no towers of combining marks, and
/// never more than a given length.
///
/// Lengths count Unicode scalars without marks, never `Character`s: one `Character` may hold any number of combining marks,
/// so that eighty of them can be 200 kB. At most ``marksPerLetter`` marks per letter are kept, which bounds the bytes too.
enum PlainLine {
    /// Marks kept on one letter; no living script needs more.
    static let marksPerLetter = 3

    /// `text` as one line of at most `limit` letters, an ellipsis counted; nothing where no letter is left.
    static func make(_ text: String?, limit: Int) -> String? {
        guard let text else { return nil }
        var line = Line(limit: limit)
        for scalar in text.unicodeScalars {
            line.append(scalar)
            if line.isFull { break }
        }
        let result = line.text
        return result.isEmpty ? nil : result
    }

    /// `text` as one line of at most `limit` letters, which ends with a sentence where one ends late enough.
    static func excerpt(_ text: String?, limit: Int) -> String? {
        guard let cut = make(text, limit: limit) else { return nil }
        // The cells of a table one after the other say nothing.
        if cut.unicodeScalars.count(where: { $0 == "|" }) > 2 { return nil }
        guard cut.unicodeScalars.last == "…" else { return cut }
        let scalars = cut.unicodeScalars
        guard let end = scalars.lastIndex(where: { "。！？；".unicodeScalars.contains($0) }) else { return cut }
        let sentence = scalars[...end]
        return sentence.count * 5 >= limit * 3 ? String(sentence) : cut
    }

    /// The opening of a text as a title: its first clauses, at most `limit` letters, without the stop after them.
    static func opening(_ text: String?, limit: Int) -> String? {
        guard let cut = make(text, limit: limit) else { return nil }
        let scalars = cut.unicodeScalars
        let stops = "。！？；，：,;!?".unicodeScalars
        guard let end = scalars.lastIndex(where: { stops.contains($0) }) else { return cut }
        let clauses = scalars[..<end]
        return clauses.count * 5 >= min(limit, scalars.count) * 2 ? String(clauses) : cut
    }

    /// A line while it is made.
    private struct Line {
        let limit: Int
        var scalars = String.UnicodeScalarView()
        var letters = 0
        var marks = 0
        var needsSpace = false
        var isFull = false
        var lastCut: String.UnicodeScalarView.Index

        init(limit: Int) {
            self.limit = limit
            lastCut = scalars.startIndex
        }

        var text: String {
            guard isFull else { return String(scalars) }
            var kept = scalars[..<lastCut]
            while let last = kept.last, last == " " || last == "…" { kept.removeLast() }
            // Six points in Chinese (GB/T 15834-2011, 4.11), three elsewhere.
            return String(kept) + ((kept.last?.value ?? 0) >= 0x2E80 ? "……" : "…")
        }

        mutating func append(_ scalar: Unicode.Scalar) {
            switch Role(scalar) {
            case .space: needsSpace = !scalars.isEmpty
            case .nothing: break
            case .mark:
                guard letters > 0, !needsSpace, marks < PlainLine.marksPerLetter else { return }
                marks += 1
                scalars.append(scalar)
            case .letter:
                if needsSpace, letters < limit { addLetter(" ") }
                needsSpace = false
                addLetter(scalar)
            }
        }

        private mutating func addLetter(_ scalar: Unicode.Scalar) {
            if letters <= max(limit - 2, 0) { lastCut = scalars.endIndex }
            guard letters < limit else {
                isFull = true
                return
            }
            letters += 1
            marks = 0
            scalars.append(scalar)
        }
    }

    /// What a scalar means for a line of print.
    private enum Role {
        case letter, mark, space, nothing

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x21...0x7E, 0x3001...0x3029, 0x3030...0x3098, 0x309B...0xA66E, 0xAC00...0xD7A3, 0xFF01...0xFFEE:
                self = .letter
            case 0x00...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000: self = .space
            // Direction marks and overrides, invisible letters, tags, noncharacters.
            case 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB,
                0xFFFE...0xFFFF, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF:
                self = .nothing
            case 0x200C, 0x200D: self = .mark
            default:
                switch scalar.properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
                case .control, .unassigned, .surrogate: self = .nothing
                case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
                default: self = .letter
                }
            }
        }
    }
}
