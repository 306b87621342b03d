internal import JuheKit

extension PrintedEdition.Due {
    init(_ due: Edition.Due, _ calendar: PrintedCalendar, _ words: PrintedEdition.Words) {
        typealias Limit = PrintedEdition.Limit
        let deadline = due.deadline
        let time = calendar.zone.civilTime(deadline.at)
        let day = words(calendar.day(time))
        date = deadline.time(in: calendar.zone).map { "\(day) \($0)" } ?? day
        isoDate = time.isoDate
        let today = calendar.today
        let days =
            CivilTime.days(year: time.year, month: time.month, day: time.day)
            - CivilTime.days(year: today.year, month: today.month, day: today.day)
        left = words(.daysLeft(days))
        let title = PlainLine.make(due.title, limit: Limit.title)
        let what = PlainLine.make(Self.unmarked(deadline.what), limit: Limit.excerpt)
        self.what = what ?? PlainLine.make(Self.unmarked(deadline.text), limit: Limit.excerpt) ?? words(.untitled)
        self.title = title
        url = PrintedLink.uri(due.url)
        let contact = [deadline.contact, deadline.phone].compactMap { PlainLine.make($0, limit: Limit.name) }
        facts = [
            PlainLine.make(deadline.to, limit: Limit.name).map { words(.dueTo) + words(.colon) + $0 },
            contact.isEmpty ? nil : words(.dueContact) + words(.colon) + contact.joined(separator: " "),
            PlainLine.make(due.unit, limit: Limit.name),
        ].compactMap(\.self)
    }

    /// A line out of a list, without the list's mark.
    private static func unmarked(_ text: String?) -> String? {
        guard let text else { return nil }
        let marks = "-–—•·●○■□◆*※ \u{3000}".unicodeScalars
        return String(text.unicodeScalars.drop { marks.contains($0) || $0.value < 0x20 })
    }
}
