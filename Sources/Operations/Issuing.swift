import Bulletin
package import Configuration
package import Foundation
package import JuheKit
import Search
package import Store
import Versions

/// Makes editions: takes what the stream has adopted since the last one and seals it.
package struct Issuing: Sendable {
    private let store: any StreamStore
    private let now: Date
    private let zone: Zone

    /// Issuing from a store.
    ///
    /// - Parameter zone: the office's zone; the year of an edition is the year there.
    package init(store: any StreamStore, now: Date, zone: Zone) {
        self.store = store
        self.now = now
        self.zone = zone
    }

    /// Seals the next edition of a bulletin.
    ///
    /// - Parameters:
    ///   - span: takes the items of these days instead of what is new; the next regular edition is not affected.
    ///   - sources: the configured sources, for the tally of those that did not answer.
    /// - Returns: the sealed edition; nothing where there is nothing to publish.
    package func issue(
        _ bulletin: Configuration.Bulletin, span: (since: Date?, until: Date?)? = nil,
        sources: [Configuration.ConfiguredSource]
    ) throws -> EditionRecord? {
        _ = try store.updateStories()
        let last = try store.editions(of: bulletin.id).first
        let after = last?.through ?? 0
        let through = span == nil ? try store.watermark() : after
        let titles = Dictionary(sources.map { ($0.profile.id, $0.profile.title) }) { first, _ in first }
        let query = try query(of: bulletin)
        let draft = EditionDraft(
            try withChanges(
                withStories(candidates(span: span, after: after, through: through)), since: after,
                language: bulletin.masthead.language),
            selection: EditionDraft.Selection(
                tracks: bulletin.tracks, kinds: bulletin.kinds, sources: bulletin.sources,
                reach: last == nil && span == nil ? bulletin.start : nil,
                matches: query?.matches),
            publisher: { titles[$0] ?? $0 })
        guard !draft.isEmpty else { return nil }
        let layout = EditionLayout(
            draft, masthead: bulletin.masthead, window: Edition.Window(after: after, through: through),
            sources: try tally(sources, language: bulletin.masthead.language), due: try due(bulletin),
            standings: try store.standings(of: draft.entries.map(\.item)))
        return try store.seal(
            EditionSeal(
                bulletin: bulletin.id, year: zone.civilTime(now).year, after: after, through: through, sealedAt: now,
                layout: try layout.json(),
                citations: layout.citations.map { Citation(number: $0.number, version: $0.version) },
                sinks: bulletin.sinks))
    }

    private func withStories(_ candidates: [EditionDraft.Candidate]) throws -> [EditionDraft.Candidate] {
        let places = try store.stories(of: candidates.compactMap(\.item.details.number))
        return candidates.map { candidate in
            var candidate = candidate
            if let place = candidate.item.details.number.flatMap({ places[$0] }) {
                (candidate.story, candidate.distance) = (place.story, place.distance)
            }
            return candidate
        }
    }

    /// What changed in each item since the edition before.
    private func withChanges(
        _ candidates: [EditionDraft.Candidate], since watermark: Int64, language: Language
    ) throws -> [EditionDraft.Candidate] {
        try candidates.map { candidate in
            guard candidate.state == .changed, let number = candidate.item.details.number,
                let before = try store.item(number: number, asOf: watermark)
            else { return candidate }
            var candidate = candidate
            let line = VersionDifference(from: before, to: candidate.item).line
            candidate.change = line.map { Phrase.whatChanged($0).text(language) }
            return candidate
        }
    }

    /// What the bulletin takes; spans of time count back from the run.
    private func query(of bulletin: Configuration.Bulletin) throws -> SearchQuery? {
        guard let text = bulletin.query else { return nil }
        do throws(QueryMistake) {
            return try SearchQuery(text, zone: zone, now: now)
        } catch {
            throw Failure(.configuration, bulletin.id, .queryMistake(at: error.place, error.phrase))
        }
    }

    /// What is due soon, of everything in the stream that this bulletin would take, earliest first.
    private func due(_ bulletin: Configuration.Bulletin) throws -> [Edition.Due] {
        guard bulletin.due > 0 else { return [] }
        let until = now.addingTimeInterval(bulletin.due)
        return try store.itemsDue(since: now, until: until).filter { item in
            let details = item.details
            return (bulletin.tracks.isEmpty || details.track.map(bulletin.tracks.contains) ?? false)
                && (bulletin.kinds.isEmpty || details.kind.map(bulletin.kinds.contains) ?? false)
                && (bulletin.sources.isEmpty || details.source.map(bulletin.sources.contains) ?? false)
        }.flatMap { item in
            item.details.deadlines.filter { $0.at >= now && $0.at < until }.map { deadline in
                Edition.Due(
                    deadline: deadline, item: item.details.number ?? 0, title: item.title ?? "", url: item.url,
                    unit: item.details.unit)
            }
        }.sorted { ($0.deadline.at, $0.item) < ($1.deadline.at, $1.item) }
    }

    private func candidates(
        span: (since: Date?, until: Date?)?, after: Int64, through: Int64
    ) throws -> [EditionDraft.Candidate] {
        guard let span else {
            return try store.changes(after: after, through: through).map { change in
                EditionDraft.Candidate(
                    item: change.item, sortDate: change.sortDate,
                    state: change.firstChange > after ? .new : .changed)
            }
        }
        var query = ItemQuery(limit: 10_000)
        query.since = span.since
        query.until = span.until
        return try store.items(query).map { item in
            EditionDraft.Candidate(
                item: item, sortDate: item.datePublished ?? item.details.firstSeen ?? now,
                state: item.details.version > 1 ? .changed : .new)
        }
    }

    private func tally(
        _ sources: [Configuration.ConfiguredSource], language: Language
    ) throws -> Edition.SourceTally {
        let records = try store.sources()
        let silent = sources.compactMap { source -> Edition.SourceTally.Silence? in
            let health = SourceHealth(records[source.profile.id], id: source.profile.id, now: now)
            guard health.isSilent, let reason = health.reason else { return nil }
            return Edition.SourceTally.Silence(source: source.profile.title, reason: reason.text(language))
        }
        return Edition.SourceTally(subscribed: sources.count, silent: silent)
    }
}
