/// A part of an edition: all entries of one kind.
public struct EditionSection: Sendable, Hashable, Codable {
    /// The kind; nothing for entries that are not sorted yet (待分拣), and for a section that has a title of its own.
    public var kind: Kind?
    /// The title of a section that the bulletin's configuration made; nothing for a section by kind.
    public var title: String?
    /// Its entries by track, in the order fusion, party, business, unsorted; none is empty.
    public var groups: [Group]

    /// Entries of one track.
    public struct Group: Sendable, Hashable, Codable {
        /// The track; nothing for entries that are not sorted yet.
        public var track: Track?
        /// The entries, newest first.
        public var entries: [EditionEntry]

        /// A group of entries.
        public init(track: Track?, entries: [EditionEntry]) {
            self.track = track
            self.entries = entries
        }
    }

    /// A section of groups.
    public init(kind: Kind?, title: String? = nil, groups: [Group]) {
        self.kind = kind
        self.title = title
        self.groups = groups
    }
}

/// One item as an edition cites it: at one version.
public struct EditionEntry: Sendable, Hashable, Codable {
    /// Why it is in the edition.
    public enum State: String, Sendable, Codable {
        /// Seen for the first time.
        case new
        /// A new version of an item that an earlier edition may have had.
        case changed
    }

    /// The item at the version that the edition cites.
    public var item: Item
    /// Why it is in the edition.
    public var state: State
    /// Others that published the same, in order; they have no entry of their own.
    public var copies: [Copy]
    /// What changed, on one line in the bulletin's language; nothing for a new item, and where no reader sees a change.
    public var change: String?
    /// How the document stands to others of the stream: 已废止，见…, 转发自….
    public var standings: [DocumentStanding]
    /// The title that an editor gave it in this edition; nothing where the item's own stands.
    public var headline: String?
    /// An editor's remark on it (编者注).
    public var remark: String?

    /// Another place where the same item was published.
    public struct Copy: Sendable, Hashable, Codable {
        /// The item's number in the store.
        public var number: Int64
        /// The unit that published it, else the source's title.
        public var publisher: String
        /// Where.
        public var url: String?

        /// A copy.
        public init(number: Int64, publisher: String, url: String?) {
            self.number = number
            self.publisher = publisher
            self.url = url
        }
    }

    /// An entry.
    public init(
        item: Item, state: State, copies: [Copy] = [], change: String? = nil, standings: [DocumentStanding] = [],
        headline: String? = nil, remark: String? = nil
    ) {
        self.change = change
        self.item = item
        self.state = state
        self.copies = copies
        self.standings = standings
        self.headline = headline
        self.remark = remark
    }
}
