package import FoundationEssentials

/// Dates in HTTP header lines, in all three forms that a recipient must understand (RFC 9110 §5.6.7).
package enum HTTPDate {
    /// Seconds since 1970, or nothing where the text is no date.
    ///
    /// - `Sun, 06 Nov 1994 08:49:37 GMT`
    /// - `Sunday, 06-Nov-94 08:49:37 GMT`; a year that would lie more than fifty years ahead of `now` is of the century
    ///   before, and so is one that only there has this day of the week (`Thu, 01-Jan-70` is no date of 2070)
    /// - `Sun Nov  6 08:49:37 1994`
    package static func seconds(_ text: String, now: Date) -> Double? {
        let words = text.utf8.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x2C || $0 == 0x09 }.map { Array($0) }
        guard let first = words.first, first.count >= 3, !first.contains(where: isDigit) else { return nil }
        switch words.count {
        case 5 where !words[1].contains(where: isDigit):  // asctime
            return seconds(first, day: words[2], month: words[1], year: words[4], time: words[3], now: now)
        case 5...6 where words.count == 5 || isGMT(words[5]):
            return seconds(first, day: words[1], month: words[2], year: words[3], time: words[4], now: now)
        default:
            return nil
        }
    }

    private static func seconds(
        _ weekday: [UInt8], day: [UInt8], month: [UInt8], year: [UInt8], time: [UInt8], now: Date
    ) -> Double? {
        let clock = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { number($0) }
        guard let day = number(day[...]), (1...31).contains(day), let month = monthNumber(month),
            var full = number(year[...]), clock.count == 3, let hour = clock[0], let minute = clock[1],
            let second = clock[2], hour < 24, minute < 60, second < 61
        else { return nil }
        if year.count == 2 {
            let current = CivilTime(now, offset: 0).year
            full += current / 100 * 100
            let isThen = { (year: Int) in
                Self.isWeekday(weekday, of: CivilTime.days(year: year, month: month, day: day))
            }
            if full > current + 50 || !isThen(full) && isThen(full - 100) { full -= 100 }
        } else if year.count != 4 {
            return nil
        }
        let days = CivilTime.days(year: full, month: month, day: day)
        return Double(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }

    /// True where a day, counted from 1970, has the name.
    private static func isWeekday(_ name: [UInt8], of days: Int) -> Bool {
        let names = Array("sunmontuewedthufrisat".utf8)
        let weekday = ((days + 4) % 7 + 7) % 7
        return names[weekday * 3..<weekday * 3 + 3].elementsEqual(name.prefix(3).map { $0 | 0x20 })
    }

    private static func monthNumber(_ word: [UInt8]) -> Int? {
        let names = Array("janfebmaraprmayjunjulaugsepoctnovdec".utf8)
        let name = word.prefix(3).map { $0 | 0x20 }
        return (0..<12).first { names[$0 * 3..<$0 * 3 + 3].elementsEqual(name) }.map { $0 + 1 }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isGMT(_ word: [UInt8]) -> Bool {
        ["gmt", "utc", "+0000", "ut", "z"].contains { $0.utf8.elementsEqual(word.map { $0 >= 0x41 ? $0 | 0x20 : $0 }) }
    }
}
