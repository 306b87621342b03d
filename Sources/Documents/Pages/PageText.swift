import Extraction

/// The text of a page as pieces at places, which is all that PDF, OFD and scans know of it.
struct PageText: Sendable {
    /// A piece of text; lengths are in the page's own unit, from its upper left corner.
    struct Piece: Sendable, Equatable {
        var x: Double
        /// The upper edge.
        var y: Double
        var width: Double
        var height: Double
        var text: String

        var right: Double { x + width }
        var middle: Double { y + height / 2 }
    }

    var width: Double
    var height: Double
    var pieces: [Piece] = []
    /// Straight lines, as far as they are known.
    var rules: [PageRule] = []

    /// The same page in another unit.
    func scaled(by factor: Double) -> PageText {
        var page = PageText(width: width * factor, height: height * factor)
        page.pieces = pieces.map {
            Piece(
                x: $0.x * factor, y: $0.y * factor, width: $0.width * factor, height: $0.height * factor, text: $0.text)
        }
        page.rules = rules.map { rule in
            var rule = rule
            rule.place *= factor
            rule.start *= factor
            rule.end *= factor
            return rule
        }
        return page
    }

    /// True where words stand apart on lines, as they do in tables.
    var mayHaveTables: Bool { pieces.count >= PageLine.lines(of: self).count + 4 }
}

/// A line of a page: pieces at one height, from left to right.
struct PageLine: Sendable, Equatable {
    /// A part of the line that a wide gap parts from its neighbours: a cell, where the line belongs to a table.
    struct Part: Sendable, Equatable {
        var x: Double
        var right: Double
        var text: String
    }

    var y: Double
    var height: Double
    var parts: [Part]

    var x: Double { parts.first?.x ?? 0 }
    var right: Double { parts.last?.right ?? 0 }
    var bottom: Double { y + height }
    /// All parts, with a space where two are far apart.
    var text: String { parts.map(\.text).joined(separator: "　") }
    /// The width of a Chinese character in it.
    var letter: Double

    /// The lines of a page, from the top down. Pieces are on one line where they overlap by a third of the smaller one:
    /// raised and lowered letters do.
    static func lines(of page: PageText) -> [PageLine] {
        var rows: [[PageText.Piece]] = []
        for piece in page.pieces.sorted(by: { ($0.middle, $0.x) < ($1.middle, $1.x) }) where !piece.text.isEmpty {
            if let last = rows.indices.last, let first = rows[last].first {
                let overlap = min(first.y + first.height, piece.y + piece.height) - max(first.y, piece.y)
                if overlap > min(first.height, piece.height) * 0.35 {
                    rows[last].append(piece)
                    continue
                }
            }
            rows.append([piece])
        }
        return rows.map { line($0.sorted { $0.x < $1.x }) }
    }

    private static func line(_ pieces: [PageText.Piece]) -> PageLine {
        let letter = letterWidth(pieces)
        var parts: [Part] = []
        for piece in pieces {
            guard let last = parts.indices.last else {
                parts.append(Part(x: piece.x, right: piece.right, text: piece.text))
                continue
            }
            let gap = piece.x - parts[last].right
            // Letters printed twice to look bold.
            if gap < -letter * 0.5, parts[last].text.hasSuffix(piece.text) { continue }
            let isMark = parts.count == 1 && Self.isListMark(parts[last].text)
            if gap > letter * 0.6, !isMark {
                parts.append(Part(x: piece.x, right: piece.right, text: piece.text))
            } else {
                // Between Chinese and other letters some programs leave a little room, which is no space.
                let isLatin =
                    parts[last].text.unicodeScalars.last.map(\.isLatin) ?? false
                    && piece.text.unicodeScalars.first.map(\.isLatin) ?? false
                parts[last].text += (gap > letter * 0.15 && isLatin || isMark ? " " : "") + piece.text
                parts[last].right = max(parts[last].right, piece.right)
            }
        }
        let top = pieces.map(\.y).min() ?? 0
        let bottom = pieces.map { $0.y + $0.height }.max() ?? 0
        return PageLine(y: top, height: bottom - top, parts: parts, letter: letter)
    }

    /// A dot, or `1.`: what stands before an item of a list.
    private static func isListMark(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        if scalars.count == 1 { return PageLayout.isBullet(scalars[scalars.startIndex]) }
        guard scalars.count <= 4, let last = scalars.last, ".)、．）".unicodeScalars.contains(last) else { return false }
        return scalars.dropLast().allSatisfy { $0.digit != nil }
    }

    /// Chinese letters are as wide as they are high; of lines without them the height tells.
    private static func letterWidth(_ pieces: [PageText.Piece]) -> Double {
        var widths: [Double] = []
        for piece in pieces {
            let scalars = piece.text.unicodeScalars
            if scalars.allSatisfy({ $0.value >= 0x2E80 }) { widths.append(piece.width / Double(scalars.count)) }
        }
        if let width = widths.sorted().middle, width > 0 { return width }
        return (pieces.map(\.height).sorted().middle ?? 10) * 0.8
    }
}

extension [Double] {
    /// The middle one of sorted numbers.
    var middle: Double? { isEmpty ? nil : self[count / 2] }
}

extension Unicode.Scalar {
    /// True for letters that words are made of with spaces between them.
    var isLatin: Bool { value < 0x2000 && value > 0x20 }
}
