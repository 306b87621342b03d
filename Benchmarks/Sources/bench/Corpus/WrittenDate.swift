/// Dates as feeds write them, counted by hand so that a million of them cost nothing.
enum WrittenDate {
    /// Thu, 15 Jan 2026 08:00:00 +0800
    static func rfc822(_ seconds: Int) -> String {
        let parts = Parts(seconds + 8 * 3600)
        let day = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][parts.days % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day), \(two(parts.day)) \(months[parts.month - 1]) \(parts.year) \(clock(parts)) +0800"
    }

    /// 2026-01-15T08:00:00+08:00
    static func rfc3339(_ seconds: Int) -> String {
        let parts = Parts(seconds + 8 * 3600)
        return "\(parts.year)-\(two(parts.month))-\(two(parts.day))T\(clock(parts))+08:00"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func clock(_ parts: Parts) -> String {
        let second = parts.second
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    private struct Parts {
        let days: Int
        let second: Int
        var year = 1970
        var month = 1
        var day: Int

        init(_ seconds: Int) {
            days = seconds / 86400
            second = seconds % 86400
            day = days
            while day >= Self.length(year) {
                day -= Self.length(year)
                year += 1
            }
            let lengths = [31, Self.length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            while day >= lengths[month - 1] {
                day -= lengths[month - 1]
                month += 1
            }
            day += 1
        }

        private static func length(_ year: Int) -> Int {
            year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
        }
    }
}
