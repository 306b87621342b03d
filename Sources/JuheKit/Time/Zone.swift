public import FoundationEssentials

/// The time zone an office lives in.
///
/// Offsets are asked per instant, so that a zone with summer time is right too.
public struct Zone: Sendable, Hashable {
    /// The name as configured, e.g. `Asia/Shanghai` or `+08:00`.
    public let identifier: String
    private let fixedOffset: Int?
    private let timeZone: TimeZone?

    /// Mainland China, UTC+8 all year: the default everywhere.
    public static let china = Zone(identifier: "Asia/Shanghai", fixedOffset: 28_800)
    /// Greenwich.
    public static let utc = Zone(identifier: "UTC", fixedOffset: 0)

    /// A zone by IANA name (`Asia/Shanghai`) or by offset (`+08:00`); nothing where the name is not known.
    public init?(_ identifier: String) {
        switch identifier {
        case "Asia/Shanghai", "Asia/Chongqing", "Asia/Urumqi", "PRC":
            self.init(identifier: identifier, fixedOffset: 28_800)
        case "UTC", "GMT", "Z": self.init(identifier: identifier, fixedOffset: 0)
        default:
            if let offset = Self.offset(in: identifier) {
                self.init(identifier: identifier, fixedOffset: offset)
            } else if let zone = TimeZone(identifier: identifier) {
                self.init(identifier: identifier, fixedOffset: nil, timeZone: zone)
            } else {
                return nil
            }
        }
    }

    private init(identifier: String, fixedOffset: Int?, timeZone: TimeZone? = nil) {
        self.identifier = identifier
        self.fixedOffset = fixedOffset
        self.timeZone = timeZone
    }

    /// Seconds east of Greenwich at `instant`.
    public func offset(at instant: Date) -> Int {
        fixedOffset ?? timeZone?.secondsFromGMT(for: instant) ?? 0
    }

    /// What the calendar on the office's wall shows at `instant`.
    public func civilTime(_ instant: Date) -> CivilTime {
        CivilTime(instant, offset: offset(at: instant))
    }

    /// The instant at which the office's clock shows this date and time; in a gap or a repeat of summer time, one of both.
    public func instant(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) -> Date {
        let local = CivilTime.days(year: year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60 + second
        let guess = Date(timeIntervalSince1970: Double(local))
        return Date(timeIntervalSince1970: Double(local - offset(at: guess)))
    }

    /// Reads `+08:00`, `-0530` or `+8`.
    private static func offset(in text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard let value = Int(digits), (1...4).contains(digits.count) else { return nil }
        let (hours, minutes) = digits.count <= 2 ? (value, 0) : (value / 100, value % 100)
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
