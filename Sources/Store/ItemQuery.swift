package import Foundation
package import JuheKit
package import Search

/// Which items to show.
package struct ItemQuery: Sendable, Hashable {
    /// Only of these sources.
    package var sources: [String] = []
    /// Only of this unit.
    package var unit: String?
    /// Only of this track.
    package var track: Track?
    /// Only of this kind.
    package var kind: Kind?
    /// Not older than this.
    package var since: Date?
    /// Older than this.
    package var until: Date?
    /// Words that title, text or excerpt must have.
    package var containing: String?
    /// What the index must find, in the language of `juhe search`.
    package var matching: SearchQuery?
    /// At most so many.
    package var limit: Int

    /// Everything, newest first, at most `limit` items.
    package init(limit: Int = 50) { self.limit = limit }
}

/// An item together with what happened to it.
package struct ChangedItem: Sendable, Hashable {
    /// The item at its newest version.
    package var item: Item
    /// What it is sorted by.
    package var sortDate: Date
    /// The number of the change that made this version.
    package var change: Int64
    /// The number of the change that brought its first version.
    package var firstChange: Int64
}

/// One version of one item.
package struct Citation: Sendable, Hashable {
    /// The item's number.
    package var number: Int64
    /// The version, from 1.
    package var version: Int

    /// A citation.
    package init(number: Int64, version: Int) {
        self.number = number
        self.version = version
    }
}

/// What is counted of an item.
package struct ItemTally: Sendable, Hashable {
    /// The item's number.
    package var number: Int64
    /// The unit that published it.
    package var unit: String
    /// True where it joins both tracks.
    package var isFusion: Bool
}
