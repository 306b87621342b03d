internal import JuheKit

/// Words that stand twice by mistake: function words (的的), and words of two to six characters right after themselves.
struct DoublingRule: ProofRule {
    private static let single = Set("的了在和与及为将被把由从于并而或其".unicodeScalars)
    /// What Chinese repeats on purpose: 一件一件, 逐条逐条, 越来越…, and what counts.
    private static let distributive = Set("一逐每各层步代批个件项条次年月日天时户人家村点滴研讨".unicodeScalars)

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var index = 0
        while index + 1 < text.count {
            if let length = Self.doubled(at: index, text) {
                remarks.append(
                    ProofRemark(
                        range: index..<(index + 2 * length), suggestion: String(text[index..<(index + length)]),
                        reason: .proofDoubled))
                index += 2 * length
            } else {
                index += 1
            }
        }
        return remarks
    }

    private static func doubled(at index: Int, _ text: [Unicode.Scalar]) -> Int? {
        for length in stride(from: 6, through: 2, by: -1) where index + 2 * length <= text.count {
            let word = text[index..<(index + length)]
            guard word.allSatisfy(\.isHan), word.elementsEqual(text[(index + length)..<(index + 2 * length)]),
                Set(word).count > 1, word.allSatisfy({ !distributive.contains($0) })
            else { continue }
            return length
        }
        guard text[index] == text[index + 1], single.contains(text[index]) else { return nil }
        // 的的确确, 和和气气 are words.
        let isPaired = index + 3 < text.count && text[index + 2] == text[index + 3]
        return isPaired ? nil : 1
    }
}
