public import FoundationEssentials

/// Something that is due (截止): when, what, to whom, and the words that say so.
public struct Deadline: Sendable, Codable, Hashable {
    /// The last moment, UTC. Where the text names a day only, or 24时, the last second of the office's day.
    public var at: Date
    /// True where the text names a day and no time.
    public var isWholeDay: Bool
    /// The sentence or part of it that says so.
    public var text: String
    /// What is to be done, e.g. `报送年度总结`.
    public var what: String?
    /// To whom (报送对象), where the text says so.
    public var to: String?
    /// Whom to ask (联系人), where the text says so.
    public var contact: String?
    /// Under which number.
    public var phone: String?
    /// `month` where it comes again every month.
    public var every: String?

    /// Something that is due.
    public init(
        at: Date, isWholeDay: Bool, text: String, what: String? = nil, to: String? = nil, contact: String? = nil,
        phone: String? = nil
    ) {
        self.at = at
        self.isWholeDay = isWholeDay
        self.text = text
        self.what = what
        self.to = to
        self.contact = contact
        self.phone = phone
    }

    /// The time of day as the clocks of `zone` show it, `17:30` or `24:00`; nothing where only the day is named.
    public func time(in zone: Zone) -> String? {
        if isWholeDay { return nil }
        let time = zone.civilTime(at)
        return (time.hour, time.minute, time.second) == (23, 59, 59) ? "24:00" : String(time.isoMinute.suffix(5))
    }

    private enum CodingKeys: String, CodingKey {
        case at, text, what, to, contact, phone, every
        case isWholeDay = "whole_day"
    }
}
