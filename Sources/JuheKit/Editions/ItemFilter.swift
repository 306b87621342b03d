/// Which items are wanted: every condition that is given must hold; a condition with several values asks for one of them.
package struct ItemFilter: Sendable {
    /// Only these tracks; all, unsorted ones too, where empty.
    package var tracks: Set<Track>
    /// Only these kinds; all, unsorted ones too, where empty.
    package var kinds: Set<Kind>
    /// Only these sources, by identifier.
    package var sources: Set<String>
    /// Only these units, by name.
    package var units: Set<String>
    /// Only items whose title, text, excerpt or tags have one of these words.
    package var words: [String]
    /// Only what this query finds, in the language of `juhe search`.
    package var query: String?
    /// What the query says of an item; to be set by whoever reads queries.
    package var matches: (@Sendable (Item) -> Bool)?

    /// A filter; without arguments it wants everything.
    package init(
        tracks: Set<Track> = [], kinds: Set<Kind> = [], sources: Set<String> = [], units: Set<String> = [],
        words: [String] = [], query: String? = nil
    ) {
        self.tracks = tracks
        self.kinds = kinds
        self.sources = sources
        self.units = units
        self.words = words
        self.query = query
    }

    /// True where an item is wanted.
    package func wants(_ item: Item) -> Bool {
        let details = item.details
        func holds<Value: Hashable>(_ wanted: Set<Value>, _ value: Value?) -> Bool {
            wanted.isEmpty || value.map(wanted.contains) ?? false
        }
        guard holds(tracks, details.track), holds(kinds, details.kind), holds(sources, details.source),
            holds(units, details.unit), matches?(item) ?? true
        else { return false }
        if words.isEmpty { return true }
        let texts = [item.title, item.summary, details.excerpt, item.contentText].compactMap(\.self) + item.tags
        return words.contains { word in texts.contains { $0.contains(word) } }
    }
}

/// A section of a bulletin's own.
package struct SectionRule: Sendable {
    /// Its title.
    package var title: String
    /// What goes into it.
    package var filter: ItemFilter
    /// How many entries it has at most; the bulletin's own limit where nothing is given.
    package var limit: Int?

    /// A section by its title.
    package init(title: String, filter: ItemFilter, limit: Int? = nil) {
        self.title = title
        self.filter = filter
        self.limit = limit
    }
}

/// A rule of importance: what an entry weighs more, or less, than others.
package struct ImportanceRule: Sendable {
    /// Which items it is about.
    package var filter: ItemFilter
    /// What it adds; may be negative.
    package var points: Int

    /// A rule.
    package init(filter: ItemFilter, points: Int) {
        self.filter = filter
        self.points = points
    }
}
