internal import JuheKit

/// The day from which dates without a year count, and what is needed to count on from it.
struct DateContext {
    /// The item's day: of the document, of publication, or when it was first seen.
    var day: CivilTime
    /// The office's zone.
    var zone: Zone
    /// Which days are worked.
    var holidays: HolidayCalendar
    /// When the office closes: what 下班前 means, in minutes of the day.
    var closing = 17 * 60 + 30

    /// The item's day as days since 1970.
    var dayNumber: Int { CivilTime.days(year: day.year, month: day.month, day: day.day) }
}

/// A date as notices write it: a day, perhaps with a time; resolved against the item's own day.
struct DueDate: Equatable {
    /// Days since 1970.
    var day: Int
    /// Minutes of the day; nothing where only the day is named.
    var minutes: Int?
    /// True where it comes again every month.
    var isMonthly = false

}

extension ScalarReader {
    /// Reads a date that may be a deadline: `2026年11月30日`, `11月30日（周一）17:30`, `11月底`, `本月底`, `每月25日`, `下周五`, `明天`.
    mutating func dueDate(_ context: DateContext) -> DueDate? {
        var ahead = self
        guard var date = ahead.calendarDay(context) ?? ahead.spokenDay(context) else { return nil }
        ahead.skipSpaces()
        ahead.weekdayRemark()
        if let remark = ahead.dayRemark(context), remark != date.day { return nil }
        ahead.skipSpaces()
        self = ahead
        if let minutes = ahead.timeOfDay(context) {
            date.minutes = minutes
            self = ahead
        }
        return date
    }

    private mutating func calendarDay(_ context: DateContext) -> DueDate? {
        var ahead = self
        if ahead.skip("每月", "每个月") != nil {
            guard let day = ahead.number(), (1...31).contains(day), ahead.skip("日", "号") != nil else { return nil }
            self = ahead
            return monthly(day, context)
        }
        if let year = ahead.year() {
            if let date = ahead.dayOf(year: year, context) {
                self = ahead
                return date
            }
            return nil
        }
        ahead = self
        if ahead.skip("今年", "本年度", "本年") != nil, let date = ahead.monthAndDay(year: context.day.year, context) {
            self = ahead
            return date
        }
        ahead = self
        if ahead.skip("明年") != nil, let date = ahead.monthAndDay(year: context.day.year + 1, context) {
            self = ahead
            return date
        }
        ahead = self
        guard let date = ahead.monthAndDay(year: nil, context) else { return nil }
        self = ahead
        return date
    }

    /// What follows a year: `年11月30日`, `年底`, `-11-30`, `.11.30`, `/11/30`.
    private mutating func dayOf(year: Int, _ context: DateContext) -> DueDate? {
        skipSpaces()
        if skip("年") != nil {
            skipSpaces()
            if skip("底", "年底", "末") != nil { return day(year, 12, 31) }
            return monthAndDay(year: year, context)
        }
        guard let separator = skip("-", ".", "/", "－", "．", "／"), let month = digits(1...2), skip(separator) != nil,
            let day = digits(1...2)
        else { return nil }
        return self.day(year, month, day)
    }

    /// `11月30日`, `11月底`, `11月末`; without a year the next one that fits.
    private mutating func monthAndDay(year: Int?, _ context: DateContext) -> DueDate? {
        skipSpaces()
        guard let month = number(), (1...12).contains(month) else { return nil }
        skipSpaces()
        guard skip("月份", "月") != nil else { return nil }
        skipSpaces()
        // A month far behind the item's own is one of the next year: November's notice about 10 January.
        let year = year ?? (month + 6 < context.day.month ? context.day.year + 1 : context.day.year)
        if skip("底", "末") != nil { return self.day(year, month, Self.length(year, month)) }
        guard let day = number() else { return nil }
        skipSpaces()
        guard skip("日", "号") != nil else { return nil }
        return self.day(year, month, day)
    }

    private mutating func spokenDay(_ context: DateContext) -> DueDate? {
        let today = context.dayNumber
        var ahead = self
        if let word = ahead.skip("今天", "今日", "明天", "明日", "后天") {
            self = ahead
            return DueDate(day: today + (word.hasPrefix("今") ? 0 : word.hasPrefix("明") ? 1 : 2))
        }
        if ahead.skip("本月底", "本月末", "月底", "月末") != nil {
            self = ahead
            return day(context.day.year, context.day.month, Self.length(context.day.year, context.day.month))
        }
        if ahead.skip("下月底", "下个月底") != nil {
            self = ahead
            let next = context.day.month == 12 ? (context.day.year + 1, 1) : (context.day.year, context.day.month + 1)
            return day(next.0, next.1, Self.length(next.0, next.1))
        }
        if ahead.skip("本月", "当月") != nil, let number = ahead.number(), ahead.skip("日", "号") != nil {
            self = ahead
            return day(context.day.year, context.day.month, number)
        }
        if ahead.skip("年底", "今年底", "年末") != nil {
            self = ahead
            return day(context.day.year, 12, 31)
        }
        ahead = self
        let isNext = ahead.skip("下周", "下星期") != nil
        guard isNext || ahead.skip("本周", "这周", "本星期", "周", "星期") != nil else { return nil }
        guard let weekday = ahead.weekday() else { return nil }
        self = ahead
        // The week begins on Monday.
        let monday = today - (context.day.weekday + 6) % 7
        return DueDate(day: monday + (isNext ? 7 : 0) + weekday)
    }

    /// 0 for Monday.
    private mutating func weekday() -> Int? {
        guard let word = skip("一", "二", "三", "四", "五", "六", "日", "天") else { return nil }
        return ["一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5][word] ?? 6
    }

    private mutating func weekdayRemark() {
        var ahead = self
        guard ahead.skip("（", "(") != nil, ahead.skip("周", "星期", "礼拜") != nil, ahead.weekday() != nil,
            ahead.skip("）", ")") != nil
        else { return }
        self = ahead
    }

    /// The day in brackets behind 下周五: `（12月4日）`. Where both disagree nobody knows which is meant.
    private mutating func dayRemark(_ context: DateContext) -> Int? {
        var ahead = self
        guard ahead.skip("（", "(") != nil, let date = ahead.calendarDay(context), ahead.skip("）", ")") != nil else {
            return nil
        }
        self = ahead
        return date.day
    }

    /// `17:30`, `下午5时`, `下午3点30分`, `下班`; minutes of the day.
    private mutating func timeOfDay(_ context: DateContext) -> Int? {
        var ahead = self
        if ahead.skip("下午下班", "下班") != nil {
            self = ahead
            return context.closing
        }
        if ahead.skip("上午下班", "中午下班") != nil {
            self = ahead
            return 12 * 60
        }
        let part = ahead.skip("上午", "下午", "晚上", "晚", "中午", "早上", "凌晨", "早")
        ahead.skipSpaces()
        guard var hour = ahead.number(), hour <= 24 else { return nil }
        var minute = 0
        if ahead.skip(":", "：") != nil {
            guard let value = ahead.digits(2...2), value < 60 else { return nil }
            minute = value
        } else {
            guard ahead.skip("时", "点钟", "点") != nil else { return nil }
            if ahead.skip("半") != nil {
                minute = 30
            } else {
                var minutes = ahead
                if let value = minutes.number(), value < 60, minutes.skip("分") != nil {
                    minute = value
                    ahead = minutes
                }
            }
            _ = ahead.skip("整")
        }
        if let part, hour < 12, part == "下午" || part.hasPrefix("晚") || part == "中午" && hour < 10 { hour += 12 }
        guard hour < 24 || minute == 0 else { return nil }
        self = ahead
        return hour * 60 + minute
    }

    /// The first such day of a month not before the item's own.
    private func monthly(_ day: Int, _ context: DateContext) -> DueDate? {
        var (year, month) = (context.day.year, context.day.month)
        if day < context.day.day { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
        var date = self.day(year, month, min(day, Self.length(year, month)))
        date?.isMonthly = true
        return date
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> DueDate? {
        guard (1...12).contains(month), day >= 1, day <= Self.length(year, month) else { return nil }
        return DueDate(day: CivilTime.days(year: year, month: month, day: day))
    }

    private static func length(_ year: Int, _ month: Int) -> Int {
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        return CivilTime.days(year: next.0, month: next.1, day: 1) - CivilTime.days(year: year, month: month, day: 1)
    }
}
