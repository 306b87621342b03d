package import Foundation
package import JuheKit

/// A month, a quarter or a year that is counted together, in the office's zone.
package struct StatisticsPeriod: Sendable, Hashable {
    /// Its year.
    package let year: Int
    /// Its months, e.g. 10...12 for the fourth quarter.
    package let months: ClosedRange<Int>
    private let zone: Zone

    /// A period by its months.
    package init(year: Int, months: ClosedRange<Int>, zone: Zone) {
        self.year = year
        self.months = months
        self.zone = zone
    }

    /// Reads `2026-11`, `2026-Q4` or `2026`; nothing for anything else.
    package init?(_ text: String, zone: Zone) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year > 0, parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else {
            self.init(year: year, months: 1...12, zone: zone)
            return
        }
        let part = parts[1].uppercased()
        if part.hasPrefix("Q") {
            guard let quarter = Int(part.dropFirst()), (1...4).contains(quarter), part.utf8.count == 2 else {
                return nil
            }
            self.init(year: year, months: (quarter * 3 - 2)...(quarter * 3), zone: zone)
        } else {
            guard let month = Int(part), (1...12).contains(month), part.utf8.count <= 2 else { return nil }
            self.init(year: year, months: month...month, zone: zone)
        }
    }

    /// Its first instant.
    package var start: Date { zone.instant(year: year, month: months.lowerBound, day: 1) }
    /// The first instant after it.
    package var end: Date {
        months.upperBound == 12
            ? zone.instant(year: year + 1, month: 1, day: 1)
            : zone.instant(year: year, month: months.upperBound + 1, day: 1)
    }

    /// The period in words.
    package var phrase: Phrase {
        if months.count == 12 { return .year(year) }
        if months.count == 3 { return .quarter(months.upperBound / 3, of: year) }
        return .month(months.lowerBound, of: year)
    }

    /// How many weeks end in it, on a Sunday.
    var weeks: Int {
        let days = CivilTime.days(year: year, month: months.lowerBound, day: 1)
        let end =
            months.upperBound == 12
            ? CivilTime.days(year: year + 1, month: 1, day: 1)
            : CivilTime.days(year: year, month: months.upperBound + 1, day: 1)
        // Day 3 of the era (4 January 1970) was a Sunday.
        func sundays(before day: Int) -> Int { (day - 4 + 700_000) / 7 + 1 }
        return sundays(before: end) - sundays(before: days)
    }
}
