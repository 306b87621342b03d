internal import FoundationEssentials
package import JuheKit

/// Writes a calendar (iCalendar, RFC 5545), as calendar programs import and subscribe to it.
///
/// Equal entries make equal bytes. Times are UTC; whole days are dates, which no zone moves.
package struct CalendarWriter: Sendable {
    private let name: String
    private let zone: Zone
    private let alarms: [Int]

    /// A calendar of this name.
    ///
    /// - Parameters:
    ///   - zone: in which a whole day is that day.
    ///   - alarms: how many seconds before each entry to remind; none for no reminders.
    package init(name: String, zone: Zone, alarms: [Int] = []) {
        self.name = name
        self.zone = zone
        self.alarms = alarms.filter { $0 >= 0 }
    }

    /// The file's bytes.
    package func bytes(_ events: [CalendarEvent]) -> [UInt8] {
        var text = CalendarText()
        text.add("BEGIN:VCALENDAR")
        text.add("VERSION:2.0")
        text.add("PRODID:-//Juhe//Deadlines//ZH")
        text.add("CALSCALE:GREGORIAN")
        text.add("X-WR-CALNAME", text: name)
        for event in events { add(event, to: &text) }
        text.add("END:VCALENDAR")
        return text.bytes
    }

    private func add(_ event: CalendarEvent, to text: inout CalendarText) {
        text.add("BEGIN:VEVENT")
        text.add("UID", text: event.uid)
        text.add("DTSTAMP:\(Self.instant(event.stamp))")
        let day = zone.civilTime(event.date)
        if event.isWholeDay {
            let next = event.date.addingTimeInterval(86_400)
            text.add("DTSTART;VALUE=DATE:\(Self.date(day))")
            text.add("DTEND;VALUE=DATE:\(Self.date(zone.civilTime(next)))")
        } else {
            text.add("DTSTART:\(Self.instant(event.date))")
        }
        if event.isMonthly {
            // The rule counts in the same calendar as the start: UTC where that is an instant.
            let start = event.isWholeDay ? day : CivilTime(event.date, offset: 0)
            // A month that is too short has it on its last day.
            let days = start.day <= 28 ? "\(start.day)" : (28...start.day).map(String.init).joined(separator: ",")
            text.add("RRULE:FREQ=MONTHLY;BYMONTHDAY=\(days)" + (start.day <= 28 ? "" : ";BYSETPOS=-1"))
        }
        text.add("SUMMARY", text: event.summary)
        text.add("DESCRIPTION", text: event.description)
        if let url = event.url, Self.isPlain(url) { text.add("URL:\(url)") }
        text.add("TRANSP:TRANSPARENT")
        for seconds in alarms {
            text.add("BEGIN:VALARM")
            text.add("ACTION:DISPLAY")
            text.add("DESCRIPTION", text: event.summary)
            text.add("TRIGGER:\(seconds == 0 ? "PT0S" : "-\(Self.duration(seconds))")")
            text.add("END:VALARM")
        }
        text.add("END:VEVENT")
    }

    /// `20261130T093000Z`.
    private static func instant(_ date: Date) -> String {
        let time = CivilTime(date, offset: 0)
        return "\(Self.date(time))T\(digits(time.hour))\(digits(time.minute))\(digits(time.second))Z"
    }

    /// `20261130`.
    private static func date(_ time: CivilTime) -> String { time.isoDate.filter { $0 != "-" } }

    private static func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// `P1D`, `PT2H30M` (§3.3.6).
    private static func duration(_ seconds: Int) -> String {
        if seconds % 86_400 == 0 { return "P\(seconds / 86_400)D" }
        let (days, hours, minutes, rest) = (
            seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60
        )
        let time = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 || hours > 0 && rest > 0 ? "\(minutes)M" : "")
        return "P\(days > 0 ? "\(days)D" : "")T\(time)\(rest > 0 ? "\(rest)S" : "")"
    }

    /// A URI holds no blanks, no controls and nothing but ASCII.
    private static func isPlain(_ url: String) -> Bool {
        (url.hasPrefix("http://") || url.hasPrefix("https://")) && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
