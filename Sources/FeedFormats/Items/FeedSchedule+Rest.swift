package import JuheKit

extension FeedSchedule {
    /// How the feed asks to be left alone, for those who plan the next run.
    package var rest: Rest {
        Rest(
            seconds: max(Double(timeToLive ?? 0) * 60, syndication), hours: Set(skipHours.map { $0 == 24 ? 0 : $0 }),
            days: Set(skipDays.compactMap(Self.weekday)))
    }

    /// The period of the syndication module divided by how often it updates within it; without a period it is a day.
    private var syndication: Double {
        guard period != nil || frequency != nil else { return 0 }
        let seconds: Double =
            switch period?.lowercased() {
            case "hourly": 3_600
            case "weekly": 7 * 86_400
            case "monthly": 30 * 86_400
            case "yearly": 365 * 86_400
            case "daily", nil: 86_400
            default: 0  // nobody knows what it asks for
            }
        return seconds / Double(max(1, frequency ?? 1))
    }

    private static func weekday(_ name: String) -> Int? {
        let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        return names.firstIndex { name.lowercased().utf8.starts(with: $0.utf8) }
    }
}
