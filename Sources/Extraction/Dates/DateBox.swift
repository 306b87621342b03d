/// A date whose parts stand apart: `05` over `2026-11`, `11-05` over `2026`, `05日` beside `11月`, `20261105`, `11-05`.
struct DateBox {
    private struct Number {
        var value: Int
        var digits: Int
        var unit: Unit
        /// True where a `-`, `/` or `.` joins it to the number before.
        var isJoined: Bool
    }

    private enum Unit { case none, year, month, day }

    let date: ListDate

    /// Nothing where the text has words that are no part of a date.
    init?(_ text: String) {
        var scanner = ScalarScanner(Self.bare(text))
        var numbers: [Number] = []
        var time: WrittenDate.Time?
        var isJoined = false
        while let next = scanner.next {
            if next.isBlank || next == "\n" || next == "," || next == "，" || next == "|" {
                _ = scanner.popFirst()
                isJoined = false
            } else if Self.joints.contains(next), !numbers.isEmpty {
                _ = scanner.popFirst()
                isJoined = true
            } else if let found = numbers.isEmpty ? nil : scanner.timeOfDay() {
                guard time == nil else { return nil }
                time = found
            } else if let month = scanner.englishMonth() {
                numbers.append(Number(value: month, digits: 2, unit: .month, isJoined: false))
            } else {
                var digits = 0
                while scanner.rest.dropFirst(digits).first?.digit != nil { digits += 1 }
                guard (1...8).contains(digits), let value = scanner.number(digits...digits) else { return nil }
                scanner.skipSpaces()
                let unit: Unit =
                    scanner.skip(["年"])
                    ? .year : scanner.skip(["月"]) ? .month : scanner.skip(["日", "号"]) ? .day : .none
                numbers.append(Number(value: value, digits: digits, unit: unit, isJoined: isJoined))
                isJoined = false
            }
            guard numbers.count <= 3 else { return nil }
        }
        guard let date = Self.arranged(numbers, time) else { return nil }
        self.date = date
    }

    private static let joints: Set<Unicode.Scalar> = ["-", "/", ".", "－", "／", "．", "–", "—", "\\"]

    /// True for a text that is a day, with or without its year.
    static func isDate(_ text: String) -> Bool {
        text.utf8.count <= 32 && text.contains(where: \.isNumber)
            && (WrittenDate.whole(bare(text)) != nil || DateBox(bare(text)) != nil)
    }

    /// A text without brackets around it and without the words that stand before dates.
    static func bare(_ text: String) -> String {
        var result = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !"[](){}【】（）〔〕［］<>《》".unicodeScalars.contains($0) }))
        for word in ["发布时间", "发布日期", "发文日期", "更新时间", "时间", "日期"] {
            for colon in ["：", ":"] where result.hasPrefix(word + colon) {
                result = String(result.dropFirst(word.count + 1))
            }
        }
        return result.trimmed
    }

    private static func arranged(_ numbers: [Number], _ time: WrittenDate.Time?) -> ListDate? {
        switch numbers.count {
        case 1:
            let number = numbers[0]
            guard number.digits == 8, number.unit == .none else { return nil }
            return whole(number.value / 10_000, number.value / 100 % 100, number.value % 100, time)
        case 2:
            let (first, second) = (numbers[0], numbers[1])
            guard first.digits <= 2, second.digits <= 2 else { return nil }
            // Two numbers with nothing between them are a date only where a word says so.
            guard second.isJoined || first.unit != .none || second.unit != .none else { return nil }
            let isReversed = first.unit == .day || second.unit == .month
            let (month, day) = isReversed ? (second.value, first.value) : (first.value, second.value)
            guard WrittenDate(year: 2_000, month: month, day: day).isReal else { return nil }
            return .monthDay(month: month, day: day, time: time)
        case 3:
            guard let year = numbers.firstIndex(where: { $0.digits == 4 || $0.unit == .year }) else { return nil }
            var rest = numbers
            rest.remove(at: year)
            guard rest.allSatisfy({ $0.digits <= 2 }) else { return nil }
            if rest[0].unit == .day || rest[1].unit == .month { rest.swapAt(0, 1) }
            // `05 2026-11`: the month is joined to the year, the day stands alone.
            if year == 1, rest[0].unit == .none, rest[1].unit == .none { rest.swapAt(0, 1) }
            return whole(numbers[year].value, rest[0].value, rest[1].value, time)
                ?? whole(numbers[year].value, rest[1].value, rest[0].value, time)
        default: return nil
        }
    }

    private static func whole(_ year: Int, _ month: Int, _ day: Int, _ time: WrittenDate.Time?) -> ListDate? {
        let date = WrittenDate(year: year, month: month, day: day, time: time)
        return date.isReal && year >= 1990 ? .whole(date) : nil
    }
}

extension ScalarScanner {
    /// `09:30` or `09:30:15`.
    mutating func timeOfDay() -> WrittenDate.Time? {
        var ahead = self
        guard let hour = ahead.number(1...2), hour < 24, ahead.skip([":", "："]), let minute = ahead.number(2...2),
            minute < 60
        else { return nil }
        var time = WrittenDate.Time(hour: hour, minute: minute)
        self = ahead
        if ahead.skip([":", "："]), let second = ahead.number(2...2), second < 60 {
            time.second = second
            self = ahead
        }
        return time
    }

    /// True for a text that is the name of a month.
    static func isEnglishMonth(_ text: String) -> Bool {
        guard text.utf8.count <= 10 else { return false }
        var scanner = ScalarScanner(text)
        return scanner.englishMonth() != nil && scanner.isAtEnd
    }

    /// `Nov`, `Nov.`, `November`.
    mutating func englishMonth() -> Int? {
        let letters = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        guard letters.count >= 3 else { return nil }
        let word = String(String.UnicodeScalarView(letters)).lowercased()
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard
            let month = names.firstIndex(where: {
                $0 == word || String($0.prefix(3)) == word || word == "sept" && $0 == "september"
            })
        else { return nil }
        self = ScalarScanner(rest.dropFirst(letters.count))
        _ = skip(["."])
        return month + 1
    }
}
