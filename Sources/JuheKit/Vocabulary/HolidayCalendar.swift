import FoundationEssentials

/// Which days are worked (国务院办公厅关于部分节假日安排的通知), by year: what 工作日 means.
package struct HolidayCalendar: Sendable, Hashable {
    /// One year's notice.
    package struct Year: Sendable, Hashable {
        /// Days off, as days since 1970.
        package var holidays: Set<Int>
        /// Saturdays and Sundays that are worked, as days since 1970.
        package var workdays: Set<Int>

        /// A year.
        package init(holidays: Set<Int>, workdays: Set<Int>) {
            self.holidays = holidays
            self.workdays = workdays
        }
    }

    /// The years that are known.
    package var years: [Int: Year]

    /// A calendar.
    package init(years: [Int: Year] = [:]) { self.years = years }

    /// True where a day is worked; nothing where its year is not known.
    ///
    /// - Parameter day: days since 1970.
    package func isWorked(_ day: Int) -> Bool? {
        let date = CivilTime(Date(timeIntervalSince1970: Double(day) * 86_400), offset: 0)
        guard let year = years[date.year] else { return nil }
        if year.holidays.contains(day) { return false }
        if year.workdays.contains(day) { return true }
        return date.weekday != 0 && date.weekday != 6
    }

    /// The `count`th working day after `day`.
    /// - Throws: ``MissingYear`` where the way leads through a year that is not known.
    package func workday(_ count: Int, after day: Int) throws(MissingYear) -> Int {
        var current = day
        var left = count
        while left > 0 {
            current += 1
            guard let isWorked = isWorked(current) else {
                let date = CivilTime(Date(timeIntervalSince1970: Double(current) * 86_400), offset: 0)
                throw MissingYear(year: date.year)
            }
            if isWorked { left -= 1 }
        }
        return current
    }

    /// The holidays of this year are not known.
    package struct MissingYear: Error, Hashable {
        /// The year.
        package var year: Int
    }
}
