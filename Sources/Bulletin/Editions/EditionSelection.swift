package import JuheKit

/// What a bulletin takes from the stream, and how much of it.
package struct EditionSelection: Sendable {
    /// What goes in at all.
    package var filter = ItemFilter()
    /// Seconds before the newest dated candidate within which others are taken; nothing takes all.
    package var reach: Double?
    /// Sections of the bulletin's own, in order; an entry goes into the first that wants it. What none wants goes into the
    /// sections by kind, which follow.
    package var sections: [SectionRule] = []
    /// How entries stand within their group.
    package var order = Order.newest
    /// What makes an entry weigh more than another.
    package var ranking = EntryRanking()
    /// How many highlights (要闻) there are at most.
    package var highlights = 0
    /// How many entries a section has at most.
    package var perSection: Int?
    /// How many entries one unit has at most.
    package var perUnit: Int?
    /// Items that come first and are never left out, by number.
    package var pinned: [Int64] = []
    /// Items that stay out, by number.
    package var excluded: Set<Int64> = []

    /// How entries stand within their group.
    package enum Order: String, Sendable, CaseIterable {
        /// The newest first.
        case newest
        /// The weightiest first.
        case importance
    }

    /// A selection that takes everything.
    package init() {}
}
