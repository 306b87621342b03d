internal import JuheKit

/// Parts are counted 一、（一）1.（1）, without a gap, each level beginning anew below the one above (GB/T 9704-2012, 7.3.3).
struct OrderRule: ProofRule {
    /// A number at the beginning of a part.
    private struct Mark {
        var range: Range<Int>
        var level: Int
        var number: Int
        var suggestion: String?
    }

    private static let numerals: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var counts: [Int: Int] = [:]
        for mark in marks(in: text) {
            if let suggestion = mark.suggestion {
                remarks.append(ProofRemark(range: mark.range, suggestion: suggestion, reason: .proofMarkForm))
            }
            let last = counts[mark.level] ?? 0
            // What begins with a higher number may be quoted from elsewhere; what breaks off may not.
            if last > 0 || mark.number == 1 {
                if last > 0, mark.number != last + 1, mark.number != 1 {
                    remarks.append(ProofRemark(range: mark.range, reason: .proofNumbering(after: last)))
                }
                counts[mark.level] = mark.number
                for deeper in counts.keys where deeper > mark.level { counts[deeper] = nil }
            }
        }
        return remarks
    }

    private func marks(in text: [Unicode.Scalar]) -> [Mark] {
        text.indices.compactMap { index in
            let isStart = index == 0 || "\n。；！？：".unicodeScalars.contains(text[index - 1])
            return isStart ? mark(at: index, in: text) : nil
        }
    }

    private func mark(at start: Int, in text: [Unicode.Scalar]) -> Mark? {
        let isBracketed = text[start] == "（"
        var index = isBracketed ? start + 1 : start
        var number = 0
        var isChinese = false
        while index < text.count {
            if let digit = text[index].digit, !isChinese, number < 100 {
                number = number * 10 + digit
            } else if let value = Self.numerals[text[index]], number == 0 || isChinese {
                isChinese = true
                number = value == 10 ? max(10, number * 10) : number >= 10 ? number + value : value
            } else {
                break
            }
            index += 1
        }
        guard number > 0, index < text.count else { return nil }
        if isBracketed {
            guard text[index] == "）" else { return nil }
            let isFollowed = index + 1 < text.count && text[index + 1] == "、"
            let end = isFollowed ? index + 2 : index + 1
            return Mark(
                range: start..<end, level: isChinese ? 2 : 4, number: number,
                suggestion: isFollowed ? String(text[start...index]) : nil)
        }
        let isFollowedByHan = index + 1 < text.count && text[index + 1].isHan
        switch text[index] {
        case "、" where isChinese:
            return Mark(range: start..<(index + 1), level: 1, number: number)
        case "、" where isFollowedByHan:
            return Mark(range: start..<(index + 1), level: 3, number: number, suggestion: "\(number).")
        case "." where isFollowedByHan, "．" where isFollowedByHan:
            return isChinese ? nil : Mark(range: start..<(index + 1), level: 3, number: number)
        default: return nil
        }
    }
}
