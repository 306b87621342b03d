package import FoundationEssentials

/// One entry of a calendar.
package struct CalendarEvent: Sendable, Hashable {
    /// What it is known by for ever; no blanks.
    package var uid: String
    /// When what it says was last changed, UTC.
    package var stamp: Date
    /// When it is; of a whole day any moment of that day in the calendar's zone.
    package var date: Date
    /// True where it takes the whole day.
    package var isWholeDay: Bool
    /// One line.
    package var summary: String
    /// Several lines.
    package var description: String?
    /// Where to read more; an absolute http or https address.
    package var url: String?
    /// True where it comes again every month.
    package var isMonthly: Bool

    /// An entry.
    package init(
        uid: String, stamp: Date, date: Date, isWholeDay: Bool, summary: String, description: String? = nil,
        url: String? = nil, isMonthly: Bool = false
    ) {
        self.uid = uid
        self.stamp = stamp
        self.date = date
        self.isWholeDay = isWholeDay
        self.summary = summary
        self.description = description
        self.url = url
        self.isMonthly = isMonthly
    }
}
