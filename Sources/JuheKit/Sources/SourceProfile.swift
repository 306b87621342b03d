/// What the configuration says of a source, whatever its type.
public struct SourceProfile: Sendable, Hashable {
    /// How the stream knows an item again.
    public enum Identity: String, Sendable, Hashable, CaseIterable {
        /// By the source's own identifier; where there is none by address, else by title and date.
        case guid
        /// By address.
        case url
        /// By title and date.
        case titleAndDate = "title+date"
        /// By content.
        case content
    }

    /// What becomes of images that count readers and of address parameters that follow them.
    public enum Tracking: String, Sendable, Hashable, CaseIterable {
        /// They are taken out.
        case strip
        /// They stay.
        case keep
    }

    /// The identifier: lower-case ASCII letters, digits, `-`, `_` and `.`.
    public var id: String
    /// The name to show; the identifier where none is given.
    public var title: String
    /// The unit that publishes it.
    public var unit: String?
    /// The column of the unit's site.
    public var column: String?
    /// The track all its items belong to.
    public var track: Track?
    /// The kind all its items are of.
    public var kind: Kind?
    /// The language of its texts (BCP 47).
    public var language: String?
    /// The zone of dates that name none.
    public var zone: Zone
    /// How its items are known again.
    public var identity: Identity
    /// Faults that the office knows of and that are no failure, e.g. a wrong encoding label.
    public var tolerated: Set<Failure.Code>
    /// Between which limits its interval follows its rhythm; nothing where it is asked in every run.
    public var interval: Interval?
    /// Seconds for all that it asks in one run, waiting included.
    public var deadline: Double = 600
    /// Runs in which a permanent redirect must hold before the new address is remembered.
    public var movesAfter = 3
    /// What becomes of what counts its readers.
    public var tracking: Tracking

    /// A source of which only the identifier is known.
    public init(
        id: String, title: String? = nil, unit: String? = nil, column: String? = nil, track: Track? = nil,
        kind: Kind? = nil, language: String? = nil, zone: Zone = .china, identity: Identity = .guid,
        tolerated: Set<Failure.Code> = [], tracking: Tracking = .strip
    ) {
        self.id = id
        self.title = title ?? id
        self.unit = unit
        self.column = column
        self.track = track
        self.kind = kind
        self.language = language
        self.zone = zone
        self.identity = identity
        self.tolerated = tolerated
        self.tracking = tracking
    }
}
