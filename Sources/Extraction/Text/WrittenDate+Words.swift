import FoundationEssentials
import JuheKit
import Markup

extension WrittenDate {
    /// `2026-11-05T01:30:00Z`, `…+0000`, `…+00:00`: a moment written by Greenwich's time. Other zones are written as they are
    /// meant here.
    static func greenwich(_ text: String) -> Date? {
        let text = text.trimmed
        guard (19...32).contains(text.utf8.count), text.utf8.dropFirst(10).first == UInt8(ascii: "T") else {
            return nil
        }
        for suffix in ["Z", "+0000", "+00:00"] where text.hasSuffix(suffix) {
            return Timestamp.instant(String(text.dropLast(suffix.count)) + "Z")
        }
        return nil
    }
}

/// Words in dates: names of months and weekdays, halves of the day.
extension ScalarScanner {
    /// `Nov 5, 2026`, `5 November 2026`, `Nov. 5 2026`.
    mutating func englishDate() -> WrittenDate? {
        var ahead = self
        let first = ahead.number(1...2)
        ahead.skipSpaces()
        guard let month = ahead.englishMonth() else { return nil }
        ahead.skipSpaces()
        guard let day = first ?? ahead.number(1...2) else { return nil }
        _ = ahead.skip([",", "，"])
        ahead.skipSpaces()
        guard let year = ahead.number(4...4) else { return nil }
        self = ahead
        return WrittenDate(year: year, month: month, day: day)
    }

    /// `星期四`, `（周四）`, between a day and its time.
    mutating func skipWeekday() {
        var ahead = self
        _ = ahead.skip(["（", "(", "[", "【"])
        guard ahead.rest.starts(with: "星期".unicodeScalars) || ahead.rest.starts(with: "周".unicodeScalars) else {
            return
        }
        ahead = ScalarScanner(ahead.rest.drop { "星期周".unicodeScalars.contains($0) })
        guard ahead.skip(["一", "二", "三", "四", "五", "六", "日", "天"]) else { return }
        _ = ahead.skip(["）", ")", "]", "】"])
        ahead.skipSpaces()
        self = ahead
    }

    /// Reads `上午` or `下午` before a time; true for the afternoon.
    mutating func halfDay() -> Bool {
        for (word, isAfternoon) in [("上午", false), ("下午", true), ("晚上", true)]
        where rest.starts(with: word.unicodeScalars) {
            self = ScalarScanner(rest.dropFirst(2))
            skipSpaces()
            return isAfternoon
        }
        return false
    }
}

extension ScalarScanner {
    /// Reads `AM` or `PM` behind a time; true for the afternoon.
    mutating func englishHalf() -> Bool? {
        var ahead = self
        ahead.skipSpaces()
        let letters = ahead.rest.prefix { $0.properties.isAlphabetic && $0.isASCII }
        let word = String(String.UnicodeScalarView(letters)).uppercased()
        guard word == "AM" || word == "PM" else { return nil }
        self = ScalarScanner(ahead.rest.dropFirst(2))
        return word == "PM"
    }
}

extension [Unicode.Scalar] {
    /// True where a word begins that may be the name of a month.
    func startsMonth(_ place: Int) -> Bool {
        "JFMASOND".unicodeScalars.contains(self[place]) && place + 2 < count
            && (place == 0 || !self[place - 1].properties.isAlphabetic)
    }
}
