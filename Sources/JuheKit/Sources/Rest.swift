/// When a source asks to be left alone, by its own words: RSS `ttl`, `skipHours`, `skipDays`, `sy:updatePeriod`.
///
/// It is a wish for the runs after this one. A source is never left alone for longer than the configuration allows.
public struct Rest: Sendable, Hashable {
    /// Seconds from one question to the next.
    public var seconds: Double
    /// Hours of the day in Greenwich, 0 to 23, in which not to ask.
    public var hours: Set<Int>
    /// Days of the week in Greenwich, 0 (Sunday) to 6, on which not to ask.
    public var days: Set<Int>

    /// Nobody plans further ahead.
    private static let longest: Double = 366 * 86_400

    /// A wish; hours and days outside the clock and the week do not count, nor does a wish never to be asked.
    public init(seconds: Double = 0, hours: Set<Int> = [], days: Set<Int> = []) {
        self.seconds = seconds.isFinite ? min(max(0, seconds), Self.longest) : 0
        let hours = hours.filter { (0..<24).contains($0) }
        let days = days.filter { (0..<7).contains($0) }
        self.hours = hours.count < 24 ? hours : []
        self.days = days.count < 7 ? days : []
    }

    /// Hours and days as bits of one number: bit 0 is midnight, bit 24 Sunday.
    package var mask: Int {
        hours.reduce(0) { $0 | 1 << $1 } | days.reduce(0) { $0 | 1 << (24 + $1) }
    }

    /// A wish from what ``mask`` made.
    package init(seconds: Double, mask: Int) {
        self.init(
            seconds: seconds, hours: Set((0..<24).filter { mask >> $0 & 1 == 1 }),
            days: Set((0..<7).filter { mask >> (24 + $0) & 1 == 1 }))
    }
}

/// The limits between which a source's interval follows its own rhythm.
public struct Interval: Sendable, Hashable {
    /// Seconds that pass at least.
    public var min: Double
    /// Seconds that pass at most, as far as the source's rhythm goes.
    public var max: Double

    /// Limits; the upper one is never below the lower.
    public init(min: Double, max: Double) {
        self.min = min
        self.max = Swift.max(min, max)
    }
}
