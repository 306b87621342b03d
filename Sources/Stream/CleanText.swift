import Foundation
import Markup

/// Foreign text made fit to print: NFC, no control or bidirectional control characters, white space folded.
///
/// Works on Unicode scalars: what looks like one character may be a hundred scalars, and CRLF is one character.
package enum CleanText {
    /// One line of at most `limit` scalars.
    package static func line(_ text: String, limit: Int) -> String {
        if PlainScalar.isLine(text, limit: limit) { return text }
        var result = String.UnicodeScalarView()
        var hasGap = false
        var count = 0
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                hasGap = !result.isEmpty
                continue
            }
            if isUnprintable(scalar) { continue }
            if hasGap {
                result.append(" ")
                hasGap = false
                count += 1
            }
            if count >= limit { break }
            result.append(scalar)
            count += 1
        }
        return normalized(String(result))
    }

    /// Several lines: unprintable characters go, lines are trimmed, more than one empty line becomes one.
    package static func paragraphs(_ text: String) -> String {
        var lines: [String] = []
        var current = String.UnicodeScalarView()
        func finish(_ line: String.UnicodeScalarView, _ lines: inout [String]) {
            let line = String(line).trimmingCharacters(in: .whitespaces)
            if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\u{2028}", "\u{2029}":
                finish(current, &lines)
                current = String.UnicodeScalarView()
            case "\t": current.append(" ")
            default: if !isUnprintable(scalar) { current.append(scalar) }
            }
        }
        finish(current, &lines)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return normalized(lines.joined(separator: "\n"))
    }

    /// Canonical composition, asked only of texts that may need it: nearly all do not, and asking is dear.
    private static func normalized(_ text: String) -> String {
        let mayNeed = text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0..<0x300, 0x2010..<0x2100, 0x3000..<0x3099, 0x309B..<0xAC00, 0xFF00..<0xFFF0, 0x1F300..<0x20000: false
            default: true
            }
        }
        return mayNeed ? text.precomposedStringWithCanonicalMapping : text
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Control characters, bidirectional controls, zero-width spaces and byte order marks.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
