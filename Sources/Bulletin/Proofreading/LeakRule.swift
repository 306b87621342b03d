internal import JuheKit

/// Numbers that belong to a person and stand in no bulletin: mobile phones, identity cards (GB 11643-1999), bank cards.
struct LeakRule: ProofRule {
    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var index = 0
        while index < text.count {
            guard text[index].digit != nil, index == 0 || !Self.isPart(text[index - 1]) else {
                index += 1
                continue
            }
            let (digits, end) = Self.run(at: index, text)
            if let reason = Self.reason(digits) {
                remarks.append(ProofRemark(range: index..<end, suggestion: nil, reason: reason))
            }
            index = max(end, index + 1)
        }
        return remarks
    }

    /// The digits from a place on, single spaces and hyphens between them passed over; X may be the last of eighteen.
    private static func run(at start: Int, _ text: [Unicode.Scalar]) -> (digits: [Int], end: Int) {
        var digits: [Int] = []
        var index = start
        while index < text.count {
            if let digit = text[index].digit {
                digits.append(digit)
            } else if digits.count == 17, text[index] == "X" || text[index] == "x" {
                return (digits + [10], index + 1)
            } else if text[index] == " " || text[index] == "-", index + 1 < text.count, text[index + 1].digit != nil {
                index += 1
                continue
            } else {
                break
            }
            index += 1
        }
        return (digits, index)
    }

    private static func reason(_ digits: [Int]) -> Phrase? {
        switch digits.count {
        case 11 where digits[0] == 1 && digits[1] >= 3: .proofMobile
        case 13 where digits[0] == 8 && digits[1] == 6 && digits[2] == 1 && digits[3] >= 3: .proofMobile
        case 18 where isIdentity(digits): .proofIdentity
        case 16...19 where isLuhn(digits): .proofBankCard
        default: nil
        }
    }

    /// The check digit of GB 11643, and a birthday that there is.
    private static func isIdentity(_ digits: [Int]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let checks = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        return digits[17] == checks[sum % 11] && (1_900...2_099).contains(year) && (1...12).contains(month)
            && (1...31).contains(day)
    }

    private static func isLuhn(_ digits: [Int]) -> Bool {
        guard !digits.contains(10), Set(digits).count > 2 else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, pair in
            let doubled = pair.offset % 2 == 1 ? pair.element * 2 : pair.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digit != nil || scalar == "." || scalar == "-" || scalar == "/"
            || scalar.isASCII && scalar.properties.isAlphabetic
    }
}
