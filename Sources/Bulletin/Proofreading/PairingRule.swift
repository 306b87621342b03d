internal import JuheKit

/// Brackets and quotation marks come in pairs (GB/T 15834-2011).
struct PairingRule: ProofRule {
    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "〔": "〕", "《": "》", "〈": "〉", "“": "”", "（": "）", "【": "】", "「": "」", "『": "』", "(": ")", "[": "]",
    ]
    private static let closing = Dictionary(uniqueKeysWithValues: pairs.map { ($0.value, $0.key) })

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var open: [(mark: Unicode.Scalar, place: Int)] = []
        for (index, scalar) in text.enumerated() {
            if Self.pairs[scalar] != nil {
                open.append((scalar, index))
            } else if let opening = Self.closing[scalar] {
                if let place = open.lastIndex(where: { $0.mark == opening }) {
                    remarks += open[(place + 1)...].map { Self.unclosed($0.mark, $0.place, text) }
                    open.removeSubrange(place...)
                } else if !Self.isListMark(scalar, index, text) {
                    remarks.append(
                        ProofRemark(range: Self.around(index, text), reason: .proofUnopened(String(opening))))
                }
            }
        }
        // A text that was cut short may have lost its other half.
        if text.last == "…" { return remarks }
        return remarks + open.map { Self.unclosed($0.mark, $0.place, text) }
    }

    private static func unclosed(_ mark: Unicode.Scalar, _ place: Int, _ text: [Unicode.Scalar]) -> ProofRemark {
        ProofRemark(
            range: around(place, text), reason: .proofUnclosed(pairs[mark].map { String($0) } ?? ""))
    }

    /// `1)` and `a)` in a list.
    private static func isListMark(_ scalar: Unicode.Scalar, _ index: Int, _ text: [Unicode.Scalar]) -> Bool {
        (scalar == ")" || scalar == "）") && index > 0
            && (text[index - 1].digit != nil || text[index - 1].properties.isLowercase)
    }

    private static func around(_ index: Int, _ text: [Unicode.Scalar]) -> Range<Int> {
        max(0, index - 4)..<min(text.count, index + 5)
    }
}

/// Punctuation beside Chinese characters is full width; digits and Latin letters are half width.
struct WidthRule: ProofRule {
    private static let full: [Unicode.Scalar: Unicode.Scalar] = [
        ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
    ]

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var index = 0
        while index < text.count {
            let scalar = text[index]
            if (0xFF10...0xFF5A).contains(scalar.value), Self.isAlphanumeric(scalar) {
                let end = text[index...].firstIndex { !Self.isAlphanumeric($0) } ?? text.count
                let narrow = text[index..<end].compactMap { Unicode.Scalar($0.value - 0xFEE0) }
                remarks.append(
                    ProofRemark(range: index..<end, suggestion: String(narrow), reason: .proofFullWidth))
                index = end
                continue
            }
            if let wide = Self.mark(at: index, text) {
                let range = max(0, index - 2)..<min(text.count, index + 3)
                let right = range.map { $0 == index ? wide : text[$0] }
                remarks.append(ProofRemark(range: range, suggestion: String(right), reason: .proofHalfWidth))
            }
            index += 1
        }
        return remarks
    }

    private static func mark(at index: Int, _ text: [Unicode.Scalar]) -> Unicode.Scalar? {
        let scalar = text[index]
        let before = index > 0 ? text[index - 1] : " "
        let after = index + 1 < text.count ? text[index + 1] : " "
        switch scalar {
        // The bracket behind a number in a list has no other half.
        case ")" where before.digit != nil && !text[..<index].contains("("): return nil
        case "(", ")": return before.isHan || after.isHan ? full[scalar] : nil
        case ",", ";", "?", "!": return before.isHan ? full[scalar] : nil
        // A time (8:30), an address or a name in Latin letters keeps its colon.
        case ":": return before.isHan && !isAlphanumeric(after) && after != "/" ? full[scalar] : nil
        case ".": return before.isHan && (index + 1 == text.count || after.isHan) ? "。" : nil
        default: return nil
        }
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
        default: false
        }
    }
}
