package import Foundation
package import JuheKit

/// What the ledger keeps of a sealed edition: everything that is printed but the items themselves, which it cites by
/// number and version.
///
/// Layouts that were sealed by an older Juhe stay readable for ever: whatever was added since is optional.
package struct EditionLayout: Sendable, Codable {
    /// Name, issuer and distribution.
    package private(set) var masthead: Edition.Masthead
    /// What it covers.
    package private(set) var window: Edition.Window
    /// What the sources did.
    package private(set) var sources: Edition.SourceTally
    private var contributions: [Edition.Contribution]
    private var sections: [Section]
    /// Editions that were sealed before there were deadlines have none.
    private var due: [Edition.Due]?
    private var dueLeftOut: Int?
    private var highlights: [Int64]?
    private var note: [String]?
    private var leftOut: [LeftOut]?
    /// What a correction puts right.
    package private(set) var correction: String?
    /// This edition and those before it.
    package private(set) var trend: [Edition.Volume]?
    /// The table of reports and adoption, where the bulletin carries it.
    package private(set) var circular: Edition.Circular?
    /// Projects by stage of work, where the bulletin carries them.
    package private(set) var matrix: Edition.Circular?
    /// The template of the office's own that its page is made from; nothing for the built-in one.
    package private(set) var template: KeptTemplate?
    /// The templates built into the program that sealed it; editions that an older Juhe sealed name none.
    package private(set) var builtIn: [KeptTemplate]?
    /// The lead images that are kept with it.
    package private(set) var pictures: [KeptPicture]?

    private struct Section: Codable {
        var kind: Kind?
        var title: String?
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
        var headline: String?
        var remark: String?

        init(_ entry: EditionEntry) {
            number = entry.number
            version = entry.item.details.version
            state = entry.state
            copies = entry.copies
            headline = entry.headline
            remark = entry.remark
            change = entry.change
            standings = entry.standings.isEmpty ? nil : entry.standings
        }

        func entry(_ item: Item) -> EditionEntry {
            EditionEntry(
                item: item, state: state, copies: copies, change: change, standings: standings ?? [],
                headline: headline,
                remark: remark)
        }
    }

    private struct LeftOut: Codable {
        var entry: Entry
        var reason: EditionDraft.LeftOut.Reason
    }

    /// A picture that is kept beside the ledger.
    package struct KeptPicture: Sendable, Hashable, Codable {
        /// The item's number.
        package var item: Int64
        /// SHA-256 of its content in hexadecimal digits.
        package var digest: String
        /// Its width in pixels.
        package var width: Int
        /// Its height in pixels.
        package var height: Int
        /// What it shows.
        package var alternative: String

        /// A picture.
        package init(item: Int64, digest: String, width: Int, height: Int, alternative: String) {
            self.item = item
            self.digest = digest
            self.width = width
            self.height = height
            self.alternative = alternative
        }
    }

    /// A template that is kept beside the ledger.
    package struct KeptTemplate: Sendable, Hashable, Codable {
        /// SHA-256 of its text in hexadecimal digits.
        package var digest: String
        /// What its file was called.
        package var name: String

        /// A template by its text.
        package init(_ template: Template) {
            digest = ContentHash.text(template.text)
            name = template.name.split(separator: "/").last.map(String.init) ?? template.name
        }
    }

    /// What an edition has beside its items.
    package struct Frame: Sendable {
        /// Name, issuer and distribution.
        package var masthead: Edition.Masthead
        /// What it covers; its days are those of the draft.
        package var window: Edition.Window
        /// What the sources did.
        package var sources: Edition.SourceTally
        /// What is due soon.
        package var due: [Edition.Due]
        /// How many further tasks are due; nothing where there is none.
        package var dueLeftOut: Int?
        /// What a correction puts right.
        package var correction: String?
        /// The editions before it, oldest first.
        package var trend: [Edition.Volume]
        /// The table of reports and adoption.
        package var circular: Edition.Circular?
        /// Projects by stage of work.
        package var matrix: Edition.Circular?
        /// The template of the office's own.
        package var template: KeptTemplate?
        /// The templates built into the program.
        package var builtIn: [KeptTemplate] = []
        /// The lead images.
        package var pictures: [KeptPicture] = []

        /// A frame.
        package init(
            masthead: Edition.Masthead, window: Edition.Window, sources: Edition.SourceTally,
            due: [Edition.Due] = [], correction: String? = nil, trend: [Edition.Volume] = [],
            circular: Edition.Circular? = nil, matrix: Edition.Circular? = nil, template: KeptTemplate? = nil
        ) {
            self.masthead = masthead
            self.window = window
            self.sources = sources
            self.due = due
            self.correction = correction
            self.trend = trend
            self.circular = circular
            self.matrix = matrix
            self.template = template
        }
    }

    /// The layout of a draft.
    package init(_ draft: EditionDraft, _ frame: Frame) {
        masthead = frame.masthead
        window = frame.window
        window.from = draft.span.from
        window.until = draft.span.until
        sources = frame.sources
        due = frame.due.isEmpty ? nil : frame.due
        dueLeftOut = frame.dueLeftOut
        contributions = draft.contributions
        correction = frame.correction
        trend = frame.trend.isEmpty ? nil : frame.trend
        circular = frame.circular
        matrix = frame.matrix
        template = frame.template
        builtIn = frame.builtIn.isEmpty ? nil : frame.builtIn
        pictures = frame.pictures.isEmpty ? nil : frame.pictures
        highlights = draft.highlights.isEmpty ? nil : draft.highlights
        note = draft.note.isEmpty ? nil : draft.note
        leftOut =
            draft.leftOut.isEmpty ? nil : draft.leftOut.map { LeftOut(entry: Entry($0.entry), reason: $0.reason) }
        sections = draft.sections.map { section in
            Section(
                kind: section.kind, title: section.title,
                groups: section.groups.map { group in
                    Group(track: group.track, entries: group.entries.map(Entry.init))
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

    /// What was left out, as number and version, in order.
    package var leftOutCitations: [(number: Int64, version: Int)] {
        (leftOut ?? []).map { ($0.entry.number, $0.entry.version) }
    }

    /// How much the edition has, beside those before it.
    package var volume: (items: Int, fusion: Int) {
        let groups = sections.flatMap(\.groups)
        return (
            groups.reduce(0) { $0 + $1.entries.count },
            groups.filter { $0.track == .fusion }.reduce(0) { $0 + $1.entries.count }
        )
    }
}

extension EditionLayout {
    /// Who an edition is in the ledger.
    package struct Identity: Sendable {
        /// The bulletin's identifier.
        package var bulletin: String
        /// The year it counts in.
        package var year: Int
        /// Its number in the year.
        package var number: Int
        /// Its total number.
        package var total: Int
        /// When it was sealed.
        package var sealedAt: Date
        /// Which row of numbers it counts in.
        package var series: Edition.Series
        /// 0, or which correction it is.
        package var revision: Int
        /// Who passed it.
        package var reviewers: [Edition.Reviewer]

        /// An edition's place in the ledger.
        package init(
            bulletin: String, year: Int, number: Int, total: Int, sealedAt: Date,
            series: Edition.Series = .regular, revision: Int = 0, reviewers: [Edition.Reviewer] = []
        ) {
            self.bulletin = bulletin
            self.year = year
            self.number = number
            self.total = total
            self.sealedAt = sealedAt
            self.series = series
            self.revision = revision
            self.reviewers = reviewers
        }
    }

    /// The edition again.
    ///
    /// - Parameters:
    ///   - items: the cited items, in the order of ``citations``.
    ///   - pictures: the pictures that are kept with it.
    package func edition(_ identity: Identity, items: [Item], pictures: [Edition.Picture] = []) -> Edition {
        Edition(
            bulletin: identity.bulletin, masthead: masthead, year: identity.year, number: identity.number,
            total: identity.total, sealedAt: identity.sealedAt, window: window, sections: filled(items),
            sources: sources, contributions: contributions, due: due ?? [],
            dressing: Edition.Dressing(
                series: identity.series, revision: identity.revision, correction: correction, note: note ?? [],
                highlights: highlights ?? [], leftOut: leftOut?.count ?? 0, dueLeftOut: dueLeftOut,
                trend: ownTrend(identity),
                circular: circular, matrix: matrix, pictures: pictures, reviewers: identity.reviewers))
    }

    /// The draft again, to be edited.
    ///
    /// - Parameters:
    ///   - items: the cited items, in the order of ``citations``.
    ///   - leftOut: what was left out, in the order of ``leftOutCitations``.
    package func draft(items: [Item], leftOut others: [Item]) -> EditionDraft {
        EditionDraft(
            sections: filled(items),
            leftOut: zip(leftOut ?? [], others).map { kept, item in
                EditionDraft.LeftOut(entry: kept.entry.entry(item), reason: kept.reason)
            },
            highlights: highlights ?? [], note: note ?? [])
    }

    /// What the edition has beside its items, to be used again.
    package var frame: Frame {
        var frame = Frame(
            masthead: masthead, window: window, sources: sources, due: due ?? [], correction: correction,
            trend: trend ?? [], circular: circular, matrix: matrix, template: template)
        frame.dueLeftOut = dueLeftOut
        frame.builtIn = builtIn ?? []
        frame.pictures = pictures ?? []
        return frame
    }

    /// The editions before it and itself, whose own number is known only once it is sealed.
    private func ownTrend(_ identity: Identity) -> [Edition.Volume] {
        guard let trend, identity.series == .regular else { return [] }
        return trend + [
            Edition.Volume(
                year: identity.year, number: identity.number, items: volume.items, fusion: volume.fusion)
        ]
    }

    private func filled(_ items: [Item]) -> [EditionSection] {
        var rest = items[...]
        return sections.map { section in
            EditionSection(
                kind: section.kind, title: section.title,
                groups: section.groups.map { group in
                    EditionSection.Group(
                        track: group.track,
                        entries: group.entries.compactMap { entry in rest.popFirst().map(entry.entry) })
                })
        }
    }
}
