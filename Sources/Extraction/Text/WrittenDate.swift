package import FoundationEssentials
package import JuheKit

/// A date as offices write it: `2026-11-05`, `2026/11/5 09:30`, `2026.11.05`, `2026年11月5日`, `二〇二六年十一月五日`.
package struct WrittenDate: Sendable, Equatable {
    /// The year, four digits.
    package var year: Int
    /// 1 to 12.
    package var month: Int
    /// 1 to 31.
    package var day: Int
    /// Hour, minute, second, where they are written.
    package var time: Time?

    /// A time of day.
    package struct Time: Sendable, Equatable {
        /// 0 to 23.
        package var hour: Int
        /// 0 to 59.
        package var minute: Int
        /// 0 to 59.
        package var second = 0

        /// A time of day.
        package init(hour: Int, minute: Int, second: Int = 0) {
            self.hour = hour
            self.minute = minute
            self.second = second
        }
    }

    /// A date by its numbers.
    package init(year: Int, month: Int, day: Int, time: Time? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    /// `2026-11-05`.
    package var text: String {
        func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(digits(month))-\(digits(day))"
    }

    /// The instant, by the clocks of `zone`; the day's beginning where no time is written.
    package func instant(in zone: Zone) -> Date {
        zone.instant(
            year: year, month: month, day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: time?.second ?? 0)
    }

    /// The first date in a text.
    package static func first(in text: some StringProtocol) -> WrittenDate? {
        let scalars = Array(text.unicodeScalars)
        var at = 0
        while at < scalars.count {
            let isStart = at == 0 || scalars[at - 1].digit == nil
            if isStart, scalars[at].digit != nil || scalars[at].numeral != nil || scalars.startsMonth(at) {
                var scanner = ScalarScanner(scalars[at...])
                if let date = scanner.date() { return date }
            }
            at += 1
        }
        return nil
    }

    /// A text that is a date and nothing else.
    package static func whole(_ text: some StringProtocol) -> WrittenDate? {
        var scanner = ScalarScanner(text.trimmed)
        guard let date = scanner.date() else { return nil }
        scanner.skipSpaces()
        return scanner.isAtEnd ? date : nil
    }
}

extension ScalarScanner {
    private static let separators: Set<Unicode.Scalar> = ["-", "/", ".", "－", "／", "．", "–"]
    private static let colons: Set<Unicode.Scalar> = [":", "：", "时"]

    /// Reads a date, with its time where one follows.
    package mutating func date() -> WrittenDate? {
        var ahead = self
        guard var date = ahead.digitDate() ?? ahead.numeralDate() ?? ahead.englishDate(), date.isReal else {
            return nil
        }
        self = ahead
        ahead.skipSpaces()
        ahead.skipWeekday()
        _ = ahead.skip(["T", "-"])
        if let time = ahead.time() {
            date.time = time
            self = ahead
        }
        return date
    }

    private mutating func digitDate() -> WrittenDate? {
        var ahead = self
        guard let year = ahead.number(4...4) else { return monthFirst() }
        ahead.skipSpaces()
        if ahead.skip(["年"]) {
            ahead.skipSpaces()
            guard let month = ahead.number(1...2) else { return nil }
            ahead.skipSpaces()
            guard ahead.skip(["月"]) else { return nil }
            ahead.skipSpaces()
            guard let day = ahead.number(1...2) else { return nil }
            ahead.skipSpaces()
            guard ahead.skip(["日", "号"]) else { return nil }
            self = ahead
            return WrittenDate(year: year, month: month, day: day)
        }
        guard let separator = ahead.next, Self.separators.contains(separator), ahead.skip([separator]) else {
            return nil
        }
        ahead.skipSpaces()
        guard let month = ahead.number(1...2) else { return nil }
        ahead.skipSpaces()
        guard ahead.skip([separator]) else { return nil }
        ahead.skipSpaces()
        guard let day = ahead.number(1...2) ?? ahead.dayBeforeTime() else { return nil }
        self = ahead
        return WrittenDate(year: year, month: month, day: day)
    }

    /// `0509:30`: a day that nothing parts from its time.
    private mutating func dayBeforeTime() -> Int? {
        let digits = rest.prefix(4).compactMap(\.digit)
        guard digits.count == 4, rest.dropFirst(4).first.map({ ":：".unicodeScalars.contains($0) }) ?? false else {
            return nil
        }
        self = ScalarScanner(rest.dropFirst(2))
        return digits[0] * 10 + digits[1]
    }

    /// `11/5/2026`, as servers with American settings write it; a first number that is no month is the day.
    private mutating func monthFirst() -> WrittenDate? {
        var ahead = self
        guard let first = ahead.number(1...2), ahead.skip(["/"]), let second = ahead.number(1...2), ahead.skip(["/"]),
            let year = ahead.number(4...4)
        else { return nil }
        self = ahead
        return first > 12
            ? WrittenDate(year: year, month: second, day: first) : WrittenDate(year: year, month: first, day: second)
    }

    private mutating func numeralDate() -> WrittenDate? {
        var ahead = self
        guard let year = ahead.numeralYear(), ahead.skip(["年"]), let month = ahead.numeral(), ahead.skip(["月"]),
            let day = ahead.numeral(), ahead.skip(["日"])
        else { return nil }
        self = ahead
        return WrittenDate(year: year, month: month, day: day)
    }

    private mutating func time() -> WrittenDate.Time? {
        var ahead = self
        let isAfternoon = ahead.halfDay()
        guard let hour = ahead.number(1...2), let mark = ahead.next, ahead.skip(Self.colons),
            let minute = ahead.number(mark == "时" ? 1...2 : 2...2), hour < 24, minute < 60
        else { return nil }
        var time = WrittenDate.Time(hour: isAfternoon && hour < 12 ? hour + 12 : hour, minute: minute)
        self = ahead
        if ahead.skip([":", "：", "分"]) {
            if mark == "时" { self = ahead }
            if let second = ahead.number(2...2), second < 60 {
                time.second = second
                _ = ahead.skip(["秒"])
                self = ahead
            }
        }
        if hour <= 12, let isAfternoon = englishHalf() { time.hour = hour % 12 + (isAfternoon ? 12 : 0) }
        return time
    }
}

extension WrittenDate {
    /// A day that the calendar has, in years that an office's papers may bear.
    package var isReal: Bool {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return false }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        let length =
            CivilTime.days(year: next.0, month: next.1, day: 1) - CivilTime.days(year: year, month: month, day: 1)
        return day <= length
    }
}

extension WrittenDate {
    /// The date that publishing systems write into paths: `202611/t20261105_3152.html`, `2026/11/5/…`, `2026-11-05-….md`.
    package init?(inPath path: String) {
        let names = path.split(separator: "/")
        for name in names.reversed() {
            let scalars = Array(name.unicodeScalars)
            for at in scalars.indices where at == 0 || scalars[at - 1].digit == nil {
                var scanner = ScalarScanner(scalars[at...])
                if let date = scanner.date() {
                    self = date
                    return
                }
                if let value = scanner.number(8...8) {
                    let date = WrittenDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
                    guard date.isReal else { continue }
                    self = date
                    return
                }
            }
        }
        for at in names.indices.dropLast(2) {
            guard names[at].utf8.count == 4, let date = WrittenDate.whole(names[at...(at + 2)].joined(separator: "/"))
            else { continue }
            self = date
            return
        }
        // `2026/1105/…`, `2026-11/05/…`, `202611/05/…`
        for at in names.indices.dropLast(2) {
            let digits = (names[at] + names[at + 1]).unicodeScalars.filter { $0 != "-" }.map(\.digit)
            let (first, second) = (names[at].utf8.count, names[at + 1].utf8.count)
            guard digits.count == 8, !digits.contains(nil),
                first == 4 && second == 4 || (6...7).contains(first) && second == 2
            else { continue }
            let value = digits.reduce(0) { $0 * 10 + ($1 ?? 0) }
            let date = WrittenDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
            guard date.isReal else { continue }
            self = date
            return
        }
        return nil
    }
}
