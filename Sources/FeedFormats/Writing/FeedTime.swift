internal import JuheKit

/// Times as feeds write them, always in UTC.
enum FeedTime {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Tue, 24 Nov 2026 01:30:00 +0000` (RFC 822 with the four-digit year of RFC 1123).
    static func rfc822(_ time: CivilTime) -> String {
        let month = months[(time.month - 1) % 12]
        return "\(weekdays[time.weekday]), \(two(time.day)) \(month) \(year(time)) \(clock(time)) +0000"
    }

    /// `2026-11-24T01:30:00Z` (RFC 3339).
    static func rfc3339(_ time: CivilTime) -> String { "\(date(time))T\(clock(time))Z" }

    /// The same with a fraction of a second that belongs to `id`.
    ///
    /// Offices date by the day, so that many entries share one time; RFC 4287 §4.1.1 wants readers to tell versions by it,
    /// and the validator warns of equal ones. The fraction lies below the precision of any date we are given.
    static func rfc3339(_ time: CivilTime, fractionOf id: String) -> String {
        let fraction = String(Int(truncatingIfNeeded: FeedIdentity.fnv1a(id.utf8) % 1_000_000))
        return "\(date(time))T\(clock(time)).\(String(repeating: "0", count: 6 - fraction.utf8.count))\(fraction)Z"
    }

    private static func date(_ time: CivilTime) -> String { "\(year(time))-\(two(time.month))-\(two(time.day))" }

    private static func clock(_ time: CivilTime) -> String {
        "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    }

    private static func year(_ time: CivilTime) -> String {
        let digits = String(min(max(time.year, 0), 9_999))
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
