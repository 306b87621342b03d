import Markup

/// A feed as it was understood.
@dynamicMemberLookup
package struct Feed: Sendable, Equatable {
    package var format: FeedFormat
    /// The encoding that was used to decode it, in lower case.
    package var encoding: String
    /// Whether nothing had to be repaired.
    package var wellFormed: Bool
    /// Whether the document ended too early; the entries read until then are there.
    package var truncated: Bool
    /// What had to be repaired, in the order of the document.
    package var problems: [FeedProblem]
    /// What the feed says about itself.
    package var about = FeedDescription()
    package var entries: [FeedEntry] = []
    package var schedule = FeedSchedule()

    /// The feed's fields, directly: `feed.title`.
    package subscript<Value>(dynamicMember path: KeyPath<FeedDescription, Value>) -> Value { about[keyPath: path] }
}

/// The format of a feed, by its version.
package enum FeedFormat: String, Sendable {
    case rss090, rss091, rss092, rss093, rss094, rss10, rss20, rss, atom03, atom10, atom, json, cdf
}

/// Something that had to be repaired or that the reader wants its operator to know.
package struct FeedProblem: Sendable, Equatable {
    /// A stable word: `mislabelledEncoding`, `bareAmpersand`, `truncated` and so on.
    package var code: String
    /// The line in the document, from 1; nil when it has no place.
    package var line: Int?
    /// More about it, for a person.
    package var detail: String?

    /// A problem.
    package init(code: String, line: Int? = nil, detail: String? = nil) {
        self.code = code
        self.line = line
        self.detail = detail
    }
}

/// When a feed asks to be read again.
package struct FeedSchedule: Sendable, Equatable {
    /// Minutes (RSS `ttl`).
    package var timeToLive: Int?
    /// Hours of the day, 0–23, GMT (RSS `skipHours`).
    package var skipHours: [Int] = []
    /// English weekdays, as written (RSS `skipDays`).
    package var skipDays: [String] = []
    /// `hourly`, `daily`, `weekly`, `monthly`, `yearly` (sy).
    package var period: String?
    /// How often within the period (sy).
    package var frequency: Int?
    /// The start of the periods (sy).
    package var base: Int64?

    /// Nothing asked.
    package init() {}
}

/// Why something could not be read as a feed.
package enum FeedReadingError: Error, Sendable, Equatable {
    /// What was there instead of a feed.
    package enum Found: Sendable, Equatable {
        case html, json, text, binary
        case xml(root: String)
    }

    /// No bytes, or white space only.
    case empty
    case notAFeed(found: Found)
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// The document's own entities grow without measure.
    case entityBomb(line: Int)
    /// JSON that ends or breaks before anything could be made of it.
    case brokenJSON(line: Int)
}
