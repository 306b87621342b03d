/// The side of the work an item belongs to: the two "skins" (两张皮) that the bulletin brings together.
public enum Track: String, Sendable, Codable, CaseIterable {
    /// Party building, 党建.
    case party
    /// The unit's own business, 业务.
    case business
    /// Both at once, 融合.
    case fusion
}

/// What an item is for its reader.
public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Rules and documents, 政策规定.
    case policy
    /// How something is done, 办理流程.
    case procedure
    /// What happened, 动态更新.
    case update
}

/// Why a label stands on an item: the rule and the words it matched.
public struct Reason: Sendable, Codable, Hashable {
    /// The label this explains, e.g. `track` or `kind`.
    public var label: String
    /// The rule's name, e.g. `source` (the source's own configuration) or `column`.
    public var rule: String
    /// The words that matched; empty where the rule looks at no words.
    public var words: [String]
    /// What the words came to, where the rule counts points.
    public var points: Int?

    /// The rule's name where the source's own configuration gave the label.
    public static let sourceRule = "source"
    /// The rule's name where a person corrected the label.
    public static let personRule = "person"
    /// The rule's name where an enricher gave the label.
    public static let enricherRule = "enricher"
    /// The rules by which the stream's own lexicon gives labels; such labels are given anew when the lexicon changes.
    package static let lexiconRules: Set<String> = [
        "title", "form", "document", "column-name", "body", "unit", "paper", "area", "statement", "service", "office",
    ]

    /// An explanation of one label.
    public init(label: String, rule: String, words: [String] = [], points: Int? = nil) {
        self.label = label
        self.rule = rule
        self.words = words
        self.points = points
    }
}

/// A fact about an item that a reader or an operator should know.
public enum ItemFlag: String, Sendable, Codable, CaseIterable {
    /// Its date lies more than 24 hours in the future; it is sorted by when it was first seen.
    case futureDate = "future-date"
    /// The source gave no date; it is sorted by when it was first seen.
    case undated
    /// The source gave no address.
    case unlinked
    /// The source gave no title; the title was made from the text.
    case untitled
    /// Its text could not be had: a list or a feed named it, but its page or its bridge gave none.
    case noBody = "no-body"
    /// It has a term in working days that could not be worked out: the holidays of the year are not known.
    case noHolidays = "no-holidays"
}
