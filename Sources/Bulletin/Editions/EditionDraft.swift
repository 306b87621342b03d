package import Foundation
package import JuheKit

/// An edition before it is sealed: which items, in which order, folded and counted.
package struct EditionDraft: Sendable, Hashable {
    /// An item that may go in.
    package struct Candidate: Sendable {
        /// The item at its newest version.
        package var item: Item
        /// What it is sorted by.
        package var sortDate: Date
        /// New, or a new version.
        package var state: EditionEntry.State
        /// The story it belongs to; nothing for an item on its own.
        package var story: Int64?
        /// How far from the story's original: 0 its unit's own text, 1 nothing is said, 2 another's text.
        package var distance: Int
        /// What changed, on one line; nothing for a new item.
        package var change: String?

        /// A candidate.
        package init(
            item: Item, sortDate: Date, state: EditionEntry.State, story: Int64? = nil, distance: Int = 1
        ) {
            self.item = item
            self.sortDate = sortDate
            self.state = state
            self.story = story
            self.distance = distance
        }
    }

    /// An entry that stays out, and why.
    package struct LeftOut: Sendable, Hashable {
        /// Why an entry stays out.
        package enum Reason: String, Sendable, Codable {
            /// The section or the unit has its share already.
            case quota
            /// Excluded by hand, or cut from the draft.
            case cut
        }

        /// The entry.
        package var entry: EditionEntry
        /// Why.
        package var reason: Reason

        /// An entry that stays out.
        package init(entry: EditionEntry, reason: Reason) {
            self.entry = entry
            self.reason = reason
        }
    }

    /// Its parts in order; none is empty.
    package var sections: [EditionSection]
    /// What a quota or an editor left out, in print order.
    package var leftOut: [LeftOut]
    /// 要闻, by item number.
    package var highlights: [Int64]
    /// 编者按, by paragraph.
    package var note: [String]

    /// Says of each entry how its document stands to others, by item number.
    package mutating func setStandings(_ standings: [Int64: [DocumentStanding]]) {
        for section in sections.indices {
            for group in sections[section].groups.indices {
                for entry in sections[section].groups[group].entries.indices {
                    let number = sections[section].groups[group].entries[entry].number
                    sections[section].groups[group].entries[entry].standings = standings[number] ?? []
                }
            }
        }
    }

    /// A draft from its parts.
    package init(
        sections: [EditionSection], leftOut: [LeftOut] = [], highlights: [Int64] = [], note: [String] = []
    ) {
        self.sections = sections
        self.leftOut = leftOut
        self.highlights = highlights
        self.note = note
    }

    /// True where nothing is to be published.
    package var isEmpty: Bool { sections.isEmpty }

    /// Every version the edition cites, copies included, in print order.
    package var entries: [EditionEntry] { sections.flatMap(\.groups).flatMap(\.entries) }

    /// The day of its oldest and of its newest dated item.
    package var span: (from: Date?, until: Date?) {
        let dates = entries.filter { !$0.item.isUndated }.compactMap(\.item.datePublished)
        return (dates.min(), dates.max())
    }

    /// What each unit contributed, most first, then by name.
    package var contributions: [Edition.Contribution] {
        var units: [String: Edition.Contribution] = [:]
        for entry in entries {
            guard let unit = entry.item.details.unit else { continue }
            units[unit, default: Edition.Contribution(unit: unit, items: 0, fusion: 0)].items += 1
            if entry.item.details.track == .fusion { units[unit]?.fusion += 1 }
        }
        return units.values.sorted { ($1.items, $0.unit) < ($0.items, $1.unit) }
    }
}
