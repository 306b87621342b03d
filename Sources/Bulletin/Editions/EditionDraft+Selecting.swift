import Foundation
package import JuheKit

extension EditionDraft {
    /// Selects, folds copies, sorts into sections and groups, ranks, keeps to the quotas and picks the highlights.
    ///
    /// - Parameter publisher: the name to show for a source identifier where an item names no unit.
    package init(
        _ candidates: [Candidate], selection: EditionSelection = EditionSelection(),
        publisher: (String) -> String = { $0 }
    ) {
        let folded = CopyFolding.fold(Self.select(candidates, selection), publisher: publisher)
        let newest = folded.compactMap(\.item.editionDate).max() ?? .distantPast
        let pinned = Dictionary(
            selection.pinned.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let ranked = folded.enumerated().map { index, entry in
            Ranked(
                entry: entry, place: index, points: selection.ranking.points(entry, newest: newest),
                pin: pinned[entry.number])
        }
        var quota = Quota(selection)
        let admitted = quota.admit(ranked)
        let included = Set(admitted.map(\.entry.number))
        self.init(
            sections: Self.sections(admitted.sorted { $0.stands(before: $1, by: selection.order) }, selection),
            leftOut: ranked.filter { !included.contains($0.entry.number) }.map {
                LeftOut(
                    entry: $0.entry, reason: selection.excluded.contains($0.entry.number) ? .cut : .quota)
            },
            highlights: Self.highlights(admitted, selection))
    }

    private static func select(_ candidates: [Candidate], _ selection: EditionSelection) -> [Candidate] {
        let sorted = candidates.filter { selection.filter.wants($0.item) }.sorted {
            ($0.sortDate, $0.item.details.number ?? 0) > ($1.sortDate, $1.item.details.number ?? 0)
        }
        // An undated item sorts by when it was seen: the reach counts from the newest date that a source gave.
        guard let reach = selection.reach,
            let newest = sorted.first(where: { !$0.item.isUndated })?.sortDate
        else { return sorted }
        return sorted.filter { $0.item.isUndated || $0.sortDate >= newest - reach }
    }

    private static func sections(_ entries: [Ranked], _ selection: EditionSelection) -> [EditionSection] {
        let own = selection.sections.enumerated().compactMap { index, rule in
            section(entries.filter { $0.section(selection) == index }, kind: nil, title: rule.title)
        }
        let rest = entries.filter { $0.section(selection) == nil }
        return own
            + (Kind.allCases.map(Optional.some) + [nil]).compactMap { kind in
                section(rest.filter { $0.entry.item.details.kind == kind }, kind: kind, title: nil)
            }
    }

    private static func section(_ entries: [Ranked], kind: Kind?, title: String?) -> EditionSection? {
        let groups = [Track.fusion, .party, .business, nil].compactMap { track -> EditionSection.Group? in
            let members = entries.map(\.entry).filter { $0.item.details.track == track }
            return members.isEmpty ? nil : EditionSection.Group(track: track, entries: members)
        }
        return groups.isEmpty ? nil : EditionSection(kind: kind, title: title, groups: groups)
    }

    /// The weightiest; none where they would be a third of the edition or more: a short edition needs no front page.
    private static func highlights(_ entries: [Ranked], _ selection: EditionSelection) -> [Int64] {
        let pins = entries.count { $0.pin != nil }
        let wanted = min(selection.highlights, max(pins, (entries.count - 1) / 3))
        guard wanted > 0 else { return [] }
        return entries.sorted { $0.stands(before: $1, by: .importance) }.prefix(wanted).map(\.entry.number)
    }
}

/// An entry with its weight.
struct Ranked {
    var entry: EditionEntry
    /// Its place among all, newest first.
    var place: Int
    var points: Int
    /// Its place among the pinned ones.
    var pin: Int?

    /// Which of the bulletin's own sections wants it.
    func section(_ selection: EditionSelection) -> Int? {
        selection.sections.firstIndex { $0.filter.wants(entry.item) }
    }

    func stands(before other: Ranked, by order: EditionSelection.Order) -> Bool {
        let pins = (pin ?? .max, other.pin ?? .max)
        if pins.0 != pins.1 { return pins.0 < pins.1 }
        if order == .importance, points != other.points { return points > other.points }
        return place < other.place
    }
}

/// Keeps sections and units to their share: the weightiest stay.
private struct Quota {
    private let selection: EditionSelection
    private var bySection: [String: Int] = [:]
    private var byUnit: [String: Int] = [:]

    init(_ selection: EditionSelection) { self.selection = selection }

    /// The entries that may stay, weightiest first.
    mutating func admit(_ entries: [Ranked]) -> [Ranked] {
        entries.filter { !selection.excluded.contains($0.entry.number) }
            .sorted { $0.stands(before: $1, by: .importance) }.filter { admits($0) }
    }

    private mutating func admits(_ ranked: Ranked) -> Bool {
        let index = ranked.section(selection)
        let section = index.map(String.init) ?? ranked.entry.item.details.kind?.rawValue ?? ""
        let limit = index.flatMap { selection.sections[$0].limit } ?? selection.perSection
        let unit = ranked.entry.item.details.unit
        if ranked.pin == nil {
            if let limit, bySection[section, default: 0] >= limit { return false }
            if let unit, let most = selection.perUnit, byUnit[unit, default: 0] >= most { return false }
        }
        bySection[section, default: 0] += 1
        if let unit { byUnit[unit, default: 0] += 1 }
        return true
    }
}

extension EditionEntry {
    /// The item's number in the store.
    package var number: Int64 { item.details.number ?? 0 }
}
