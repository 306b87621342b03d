package import Foundation
package import JuheKit

/// What the ledger keeps of a sealed edition: everything that is printed but the items themselves, which it cites by
/// number and version.
package struct EditionLayout: Sendable, Codable {
    private var masthead: Edition.Masthead
    private var window: Edition.Window
    private var sources: Edition.SourceTally
    private var contributions: [Edition.Contribution]
    private var sections: [Section]
    /// Editions that were sealed before there were deadlines have none.
    private var due: [Edition.Due]?

    private struct Section: Codable {
        var kind: Kind?
        var groups: [Group]
    }

    private struct Group: Codable {
        var track: Track?
        var entries: [Entry]
    }

    private struct Entry: Codable {
        var number: Int64
        var version: Int
        var state: EditionEntry.State
        var copies: [EditionEntry.Copy]
        var change: String?
        var standings: [DocumentStanding]?
    }

    /// The layout of a draft.
    package init(
        _ draft: EditionDraft, masthead: Edition.Masthead, window: Edition.Window, sources: Edition.SourceTally,
        due: [Edition.Due] = [], standings: [Int64: [DocumentStanding]] = [:]
    ) {
        self.due = due.isEmpty ? nil : due
        self.masthead = masthead
        self.window = window
        self.window.from = draft.span.from
        self.window.until = draft.span.until
        self.sources = sources
        contributions = draft.contributions
        sections = draft.sections.map { section in
            Section(
                kind: section.kind,
                groups: section.groups.map { group in
                    Group(
                        track: group.track,
                        entries: group.entries.map { entry in
                            Entry(
                                number: entry.item.details.number ?? 0, version: entry.item.details.version,
                                state: entry.state, copies: entry.copies, change: entry.change,
                                standings: standings[entry.item.details.number ?? 0])
                        })
                })
        }
    }

    /// Reads a layout from the ledger.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    /// The layout as the ledger keeps it: sorted keys, so that equal layouts are equal bytes.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The cited items in print order, as number and version.
    package var citations: [(number: Int64, version: Int)] {
        sections.flatMap(\.groups).flatMap(\.entries).map { ($0.number, $0.version) }
    }

    /// The edition again.
    ///
    /// - Parameter items: the cited items, in the order of ``citations``.
    package func edition(
        bulletin: String, year: Int, number: Int, total: Int, sealedAt: Date, items: [Item]
    ) -> Edition {
        var rest = items[...]
        let sections = sections.map { section in
            EditionSection(
                kind: section.kind,
                groups: section.groups.map { group in
                    EditionSection.Group(
                        track: group.track,
                        entries: group.entries.compactMap { entry in
                            rest.popFirst().map {
                                EditionEntry(
                                    item: $0, state: entry.state, copies: entry.copies, change: entry.change,
                                    standings: entry.standings ?? [])
                            }
                        })
                })
        }
        return Edition(
            bulletin: bulletin, masthead: masthead, year: year, number: number, total: total, sealedAt: sealedAt,
            window: window, sections: sections, sources: sources, contributions: contributions,
            due: due ?? [])
    }
}
