public import FoundationEssentials

/// Something that is due (截止): when, what, to whom, and the words that say so.
public struct Deadline: Sendable, Codable, Hashable {
    /// The last moment, UTC. Where the text names a day only, the end of the office's day.
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

    private enum CodingKeys: String, CodingKey {
        case at, text, what, to, contact, phone, every
        case isWholeDay = "whole_day"
    }
}
