package import FoundationEssentials
package import JuheKit
import Markup

/// A date as lists show it: whole, or without its year.
package enum ListDate: Sendable, Equatable {
    /// With its year.
    case whole(WrittenDate)
    /// `11-05`, `11月5日`: the year has to be found out.
    case monthDay(month: Int, day: Int, time: WrittenDate.Time?)

    /// The whole date.
    /// - Parameters:
    ///   - near: a date that the entry is known to be close to, e.g. the one in its address.
    ///   - today: what the calendar shows; without anything near, the date lies within the year up to tomorrow.
    package func resolved(near: WrittenDate?, today: CivilTime) -> WrittenDate {
        guard case .monthDay(let month, let day, let time) = self else {
            if case .whole(let date) = self { return date }
            return WrittenDate(year: today.year, month: today.month, day: today.day)
        }
        func days(_ year: Int) -> Int { CivilTime.days(year: year, month: month, day: day) }
        let year: Int
        if let near {
            let place = CivilTime.days(year: near.year, month: near.month, day: near.day)
            year =
                [near.year - 1, near.year, near.year + 1].min { abs(days($0) - place) < abs(days($1) - place) }
                ?? near.year
        } else {
            let now = CivilTime.days(year: today.year, month: today.month, day: today.day)
            year = days(today.year) > now + 1 ? today.year - 1 : today.year
        }
        return WrittenDate(year: year, month: month, day: day, time: time)
    }
}

/// Finds the date in what a list shows beside a title.
package struct ListDateReader: Sendable {
    private let now: Date
    private let zone: Zone
    /// What the calendar shows.
    package let today: CivilTime

    /// A reader for one moment: `昨天` depends on it.
    package init(now: Date, zone: Zone) {
        self.now = now
        self.zone = zone
        today = zone.civilTime(now)
    }

    /// The date that a short text tells; nothing where it tells none, or tells more than one could be sure of.
    ///
    /// Whole dates may stand among other words (`发布时间：2026-11-05 来源：…`); one without its year, one in a split box
    /// (`05` over `2026-11`) and a relative one (`3天前`) only count where the text is nothing else.
    package func date(in text: String) -> ListDate? {
        let text = text.trimmed
        let count = text.unicodeScalars.count
        guard count >= 2, count <= 80 else { return nil }
        if let date = moment(text) ?? WrittenDate.first(in: text) { return .whole(date) }
        guard count <= 30 else { return nil }
        if let date = foreign(text) { return .whole(date) }
        return relative(text).map { .whole($0) } ?? short(text).map { .whole($0) } ?? DateBox(text)?.date
    }

    /// `Tue Nov 24 10:20:30 CST 2026`: a moment as programs print it.
    private func foreign(_ text: String) -> WrittenDate? {
        guard text.utf8.count >= 20, text.first?.isASCII ?? false, text.first?.isLetter ?? false, text.contains(":"),
            let seconds = DateText.instant(text, zone: zone.offset(at: now))
        else { return nil }
        let time = zone.civilTime(Date(timeIntervalSince1970: Double(seconds)))
        return WrittenDate(
            year: time.year, month: time.month, day: time.day,
            time: .init(hour: time.hour, minute: time.minute, second: time.second))
    }

    /// True for a date that is not in the years to come.
    func isRecent(_ date: ListDate) -> Bool {
        if case .whole(let date) = date { date.year <= today.year + 1 } else { false }
    }

    /// `26-11-05`, `26/11/05`: the year's last two digits, of the last few years.
    private func short(_ text: String) -> WrittenDate? {
        let text = DateBox.bare(text)
        guard text.utf8.count == 8, let mark = text.dropFirst(2).first, "-/.".contains(mark) else { return nil }
        let parts = text.split(separator: mark)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let date = WrittenDate(year: 2_000 + year, month: month, day: day)
        return date.isReal && (today.year - 12...today.year + 1).contains(date.year) ? date : nil
    }

    /// `/Date(1793842200000)/`, as ASP.NET writes a moment, as its number.
    static func bareStamp(_ text: String) -> String {
        text.hasPrefix("/Date(") ? String(text.dropFirst(6).prefix { $0.isNumber }) : text
    }

    /// The date in an attribute or a value for programs: written, or in seconds or milliseconds since 1970.
    func stamp(_ text: String) -> WrittenDate? {
        let text = Self.bareStamp(text.trimmed)
        guard text.count == 10 || text.count == 13, let number = Double(text), text.allSatisfy(\.isNumber) else {
            return moment(text) ?? WrittenDate.first(in: text)
        }
        let time = zone.civilTime(Date(timeIntervalSince1970: text.count == 13 ? number / 1_000 : number))
        guard time.year >= 1990, time.year <= today.year + 1 else { return nil }
        return WrittenDate(
            year: time.year, month: time.month, day: time.day,
            time: .init(hour: time.hour, minute: time.minute, second: time.second))
    }

    /// `刚刚`, `5分钟前`, `3小时前`, `今天 09:30`, `昨天`, `前天`, `3天前`.
    private func relative(_ text: String) -> WrittenDate? {
        var scanner = ScalarScanner(DateBox.bare(text))
        for (word, days) in [("刚刚", 0), ("刚才", 0), ("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2)] {
            guard scanner.rest.starts(with: word.unicodeScalars) else { continue }
            scanner = ScalarScanner(scanner.rest.dropFirst(word.unicodeScalars.count))
            scanner.skipSpaces()
            let time = scanner.timeOfDay()
            return scanner.isAtEnd ? day(days, time) : nil
        }
        guard let amount = scanner.number(1...3) ?? scanner.numeral() else { return nil }
        scanner.skipSpaces()
        let rest = String(String.UnicodeScalarView(scanner.rest))
        switch rest {
        case "秒前", "秒钟前": return moment(Double(amount))
        case "分钟前", "分前": return moment(Double(amount) * 60)
        case "小时前", "个小时前": return moment(Double(amount) * 3_600)
        case "天前", "日前": return day(amount, nil)
        case "周前", "星期前", "个星期前": return day(amount * 7, nil)
        case "个月前", "月前": return day(amount * 30, nil)
        default: return nil
        }
    }

    /// `2026-11-05T01:30:00+0000`: a moment by Greenwich's own time.
    func moment(_ text: String) -> WrittenDate? {
        guard let instant = WrittenDate.greenwich(text) else { return nil }
        let time = zone.civilTime(instant)
        return WrittenDate(
            year: time.year, month: time.month, day: time.day,
            time: .init(hour: time.hour, minute: time.minute, second: time.second))
    }

    private func moment(_ secondsAgo: Double) -> WrittenDate {
        let time = zone.civilTime(now.addingTimeInterval(-secondsAgo))
        return WrittenDate(
            year: time.year, month: time.month, day: time.day, time: .init(hour: time.hour, minute: time.minute))
    }

    private func day(_ daysAgo: Int, _ time: WrittenDate.Time?) -> WrittenDate {
        let day = zone.civilTime(now.addingTimeInterval(Double(-daysAgo) * 86_400))
        return WrittenDate(year: day.year, month: day.month, day: day.day, time: time)
    }
}
