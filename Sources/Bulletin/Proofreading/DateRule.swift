internal import JuheKit

/// Dates have no leading zeros (GB/T 9704-2012, 7.3.5.4) and are days that there are.
struct DateRule: ProofRule {
    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        var remarks: [ProofRemark] = []
        var index = 0
        while index < text.count {
            if text[index].digit != nil, index == 0 || text[index - 1].digit == nil,
                let date = WrittenDay(text, at: index)
            {
                if let reason = date.reason {
                    remarks.append(
                        ProofRemark(range: index..<date.end, suggestion: date.suggestion, reason: reason))
                }
                index = date.end
            } else {
                index += 1
            }
        }
        return remarks
    }
}

/// `2026年04月05日` or a part of it.
private struct WrittenDay {
    let end: Int
    let suggestion: String?
    let reason: Phrase?

    init?(_ text: [Unicode.Scalar], at start: Int) {
        var reader = ScalarReader(text, at: start)
        var year: Int?
        let afterYear = {
            var reader = ScalarReader(text, at: start)
            guard let digits = reader.digits(4...4), reader.skip("年") else { return ScalarReader?.none }
            year = Int(digits)
            return reader
        }()
        if let afterYear { reader = afterYear }
        guard let month = reader.digits(1...2), reader.skip("月"), let monthNumber = Int(month) else { return nil }
        var right = (year.map { "\($0)年" } ?? "") + "\(monthNumber)月"
        var hasZero = month.hasPrefix("0")
        var isDay = (1...12).contains(monthNumber)
        var rest = reader
        // `3月5日`; after `3月` alone may follow anything.
        if let day = rest.digits(1...2), rest.skip("日"), let dayNumber = Int(day) {
            reader = rest
            right += "\(dayNumber)日"
            hasZero = hasZero || day.hasPrefix("0")
            isDay = isDay && (1...Self.days(monthNumber, year)).contains(dayNumber)
        }
        end = reader.index
        suggestion = isDay ? right : nil
        reason = isDay ? (hasZero ? .proofLeadingZero : nil) : .proofNoSuchDay
    }

    private static func days(_ month: Int, _ year: Int?) -> Int {
        switch month {
        case 2: year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) ? 29 : 28 } ?? 29
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
