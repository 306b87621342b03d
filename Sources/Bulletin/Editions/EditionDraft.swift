package import Foundation
package import JuheKit

/// An edition before it is sealed: which items, in which order, folded and counted.
package struct EditionDraft: Sendable {
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

    /// What a bulletin takes from the stream.
    package struct Selection: Sendable {
        /// Only these tracks; all, unsorted ones too, where empty.
        package var tracks: Set<Track>
        /// Only these kinds; all, unsorted ones too, where empty.
        package var kinds: Set<Kind>
        /// Only these sources; all where empty.
        package var sources: Set<String>
        /// Seconds before the newest dated candidate within which others are taken; nothing takes all.
        package var reach: Double?
        /// What the bulletin's query says of an item; everything is taken where it has none.
        package var matches: (@Sendable (Item) -> Bool)?

        /// A selection; without arguments it takes everything.
        package init(
            tracks: Set<Track> = [], kinds: Set<Kind> = [], sources: Set<String> = [], reach: Double? = nil,
            matches: (@Sendable (Item) -> Bool)? = nil
        ) {
            self.tracks = tracks
            self.kinds = kinds
            self.sources = sources
            self.reach = reach
            self.matches = matches
        }
    }

    /// Its parts in order; none is empty.
    package let sections: [EditionSection]
    /// What each unit contributed, most first, then by name.
    package let contributions: [Edition.Contribution]
    /// The day of its oldest and of its newest dated item.
    package let span: (from: Date?, until: Date?)

    /// Selects, folds copies, groups by kind and track, sorts newest first and counts.
    ///
    /// - Parameter publisher: the name to show for a source identifier where an item names no unit.
    package init(
        _ candidates: [Candidate], selection: Selection = Selection(), publisher: (String) -> String = { $0 }
    ) {
        let selected = Self.select(candidates, selection)
        let folded = CopyFolding.fold(selected, publisher: publisher)
        var sections: [EditionSection] = []
        for kind in Kind.allCases.map(Optional.some) + [nil] {
            var groups: [EditionSection.Group] = []
            for track in [Track.fusion, .party, .business, nil] {
                let entries = folded.filter { $0.item.details.kind == kind && $0.item.details.track == track }
                if !entries.isEmpty { groups.append(EditionSection.Group(track: track, entries: entries)) }
            }
            if !groups.isEmpty { sections.append(EditionSection(kind: kind, groups: groups)) }
        }
        self.sections = sections
        contributions = Self.contributions(folded)
        let dates = selected.filter { !$0.item.isUndated }.map(\.sortDate)
        span = (dates.min(), dates.max())
    }

    /// True where nothing is to be published.
    package var isEmpty: Bool { sections.isEmpty }

    /// Every version the edition cites, copies included, in print order.
    package var entries: [EditionEntry] { sections.flatMap(\.groups).flatMap(\.entries) }

    private static func select(_ candidates: [Candidate], _ selection: Selection) -> [Candidate] {
        let wanted = candidates.filter { candidate in
            let details = candidate.item.details
            return (selection.tracks.isEmpty || details.track.map(selection.tracks.contains) ?? false)
                && (selection.kinds.isEmpty || details.kind.map(selection.kinds.contains) ?? false)
                && (selection.sources.isEmpty || details.source.map(selection.sources.contains) ?? false)
                && selection.matches?(candidate.item) ?? true
        }
        let sorted = wanted.sorted {
            ($0.sortDate, $0.item.details.number ?? 0) > ($1.sortDate, $1.item.details.number ?? 0)
        }
        // An undated item sorts by when it was seen: the reach counts from the newest date that a source gave.
        guard let reach = selection.reach,
            let newest = sorted.first(where: { !$0.item.isUndated })?.sortDate
        else { return sorted }
        return sorted.filter { $0.item.isUndated || $0.sortDate >= newest - reach }
    }

    private static func contributions(_ entries: [EditionEntry]) -> [Edition.Contribution] {
        var units: [String: Edition.Contribution] = [:]
        for entry in entries {
            guard let unit = entry.item.details.unit else { continue }
            units[unit, default: Edition.Contribution(unit: unit, items: 0, fusion: 0)].items += 1
            if entry.item.details.track == .fusion { units[unit]?.fusion += 1 }
        }
        return units.values.sorted { ($1.items, $0.unit) < ($0.items, $1.unit) }
    }
}

extension Item {
    /// True where the source gave no date that can be trusted.
    var isUndated: Bool {
        details.flags.contains(.undated) || details.flags.contains(.futureDate)
    }
}
