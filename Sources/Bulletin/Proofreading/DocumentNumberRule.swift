internal import JuheKit

/// 发文字号 is written 机关代字〔2026〕12号: six-cornered brackets, the year in full, no 第, no leading zero, no space
/// (GB/T 9704-2012, 7.2.5).
struct DocumentNumberRule: ProofRule {
    private static let open = "〔[［【（(〈《﹝<".unicodeScalars
    private static let close = "〕]］】）)〉》﹞>".unicodeScalars

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        text.indices.compactMap { start in
            guard Self.open.contains(text[start]), start > 0, Self.issuer(before: start, in: text) else { return nil }
            var reader = ScalarReader(text, at: start + 1)
            guard let year = reader.digits(4...4), let number = Int(year), (1_900...2_099).contains(number) else {
                return nil
            }
            _ = reader.skip("年")
            guard reader.skip(anyOf: Self.close) else { return nil }
            _ = reader.skip("第")
            guard let serial = reader.digits(1...5), let value = Int(serial), reader.skip("号") else { return nil }
            let right = "〔\(number)〕\(value)号"
            let range = start..<reader.index
            return String(text[range]) == right
                ? nil : ProofRemark(range: range, suggestion: right, reason: .proofDocumentNumber)
        }
    }

    /// Orders and announcements (令、公告、通告) are numbered otherwise.
    private static func issuer(before start: Int, in text: [Unicode.Scalar]) -> Bool {
        let before = String(text[max(0, start - 2)..<start])
        return text[start - 1].isHan && !["公告", "通告"].contains(before) && !before.hasSuffix("令")
    }
}

/// Reads forward through a text; spaces between what it reads are passed over.
struct ScalarReader {
    private let text: [Unicode.Scalar]
    /// Where the next character is.
    private(set) var index: Int

    init(_ text: [Unicode.Scalar], at index: Int) {
        self.text = text
        self.index = index
    }

    /// So many digits as ASCII; nothing where there are fewer or more.
    mutating func digits(_ count: ClosedRange<Int>) -> String? {
        let start = skippingSpaces()
        var end = start
        var digits = ""
        while end < text.count, let digit = text[end].digit {
            digits += String(digit)
            end += 1
        }
        guard count.contains(digits.utf8.count) else { return nil }
        index = end
        return digits
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool { skip { $0 == scalar } }

    mutating func skip(anyOf scalars: String.UnicodeScalarView) -> Bool { skip(where: scalars.contains) }

    private mutating func skip(where isWanted: (Unicode.Scalar) -> Bool) -> Bool {
        let next = skippingSpaces()
        guard next < text.count, isWanted(text[next]) else { return false }
        index = next + 1
        return true
    }

    private func skippingSpaces() -> Int {
        var next = index
        while next < text.count, text[next] == " " || text[next] == "\u{3000}" { next += 1 }
        return next
    }
}
