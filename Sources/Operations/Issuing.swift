package import Bulletin
package import Configuration
package import Foundation
package import JuheKit
import Search
import Statistics
package import Store
import Versions

/// Makes editions: takes what the stream has adopted since the last one and seals it.
package struct Issuing: Sendable {
    private let store: any StreamStore
    private let now: Date
    private let configuration: Configuration
    private var zone: Zone { configuration.zone }

    /// Issuing from a store; the year of an edition is the year in the office's zone.
    package init(store: any StreamStore, now: Date, configuration: Configuration) {
        self.store = store
        self.now = now
        self.configuration = configuration
    }

    /// What is asked for beyond the bulletin's own settings.
    package struct Request: Sendable {
        /// Takes the items of these days instead of what is new; the next regular edition is not affected.
        package var span: (since: Date?, until: Date?)?
        /// Takes these items instead of what is new, by number.
        package var items: [Int64] = []
        /// Which row of numbers it counts in.
        package var series = Edition.Series.regular
        /// Items that come first and are never left out.
        package var pinned: [Int64] = []
        /// Items that stay out.
        package var excluded: Set<Int64> = []
        /// 编者按, by paragraph.
        package var note: [String] = []
        /// Who seals it.
        package var person = ""
        /// Whether it stops at the draft; where nothing is given, what the bulletin says counts.
        package var stopsAtDraft: Bool?

        /// What is new, by the bulletin's own settings.
        package init(person: String = "") { self.person = person }
    }

    /// What came of it.
    package enum Outcome: Sendable {
        /// An edition was sealed; its stage says whether it is out.
        case sealed(EditionRecord)
        /// There is nothing to publish.
        case nothing
        /// The edition before is still under review.
        case waiting(EditionRecord)
    }

    /// An edition as it would be sealed now.
    package struct Prepared: Sendable {
        /// Its entries.
        package var draft: EditionDraft
        /// What it has beside them.
        package var frame: EditionLayout.Frame
        /// True where nothing is new.
        package var isEmpty: Bool { draft.isEmpty }
    }

    /// Seals the next edition of a bulletin.
    ///
    /// - Parameter prepared: the edition as it was prepared for this, with its pictures; else it is prepared now.
    package func issue(
        _ bulletin: Configuration.Bulletin, _ request: Request = Request(), _ prepared: Prepared? = nil
    ) throws -> Outcome {
        let records = try store.editions(of: bulletin.id)
        if let waiting = waiting(records, request) { return .waiting(waiting) }
        if prepared == nil { _ = try store.updateStories() }
        let prepared = try prepared ?? prepare(bulletin, request)
        guard !prepared.isEmpty || mayBeEmpty(bulletin, request, records) else { return .nothing }
        let layout = EditionLayout(prepared.draft, prepared.frame)
        var seal = EditionSeal(
            bulletin: bulletin.id, year: zone.civilTime(now).year, after: prepared.frame.window.after,
            through: prepared.frame.window.through, sealedAt: now, layout: try layout.json(),
            citations: layout.citations.map { Citation(number: $0.number, version: $0.version) }, sinks: bulletin.sinks)
        seal.series = request.series
        seal.configuration = ContentHash.text(bulletin.arrangement.canonical)
        seal.sealedBy = request.person
        let stops = request.stopsAtDraft ?? bulletin.arrangement.review?.stopsAtDraft ?? false
        seal.stage = stops ? .draft : .released
        return .sealed(try sealed(seal, bulletin, request.person))
    }

    /// The edition that is about to be sealed, its pictures fetched; nothing where it would not be sealed.
    package func illustrated(
        _ bulletin: Configuration.Bulletin, _ request: Request, through fetcher: any Fetcher
    ) async throws -> (prepared: Prepared, failures: [Failure])? {
        guard waiting(try store.editions(of: bulletin.id), request) == nil else { return nil }
        _ = try store.updateStories()
        var prepared = try prepare(bulletin, request)
        let ways = Dictionary(configuration.sources.map { ($0.profile.id, $0.way) }) { first, _ in first }
        let (kept, failures) = try await Illustrating(store: store, fetcher: fetcher, ways: ways)
            .pictures(of: prepared.draft, most: bulletin.arrangement.pictures)
        prepared.frame.pictures = kept
        return (prepared, failures)
    }

    /// The regular edition that is still under review.
    private func waiting(_ records: [EditionRecord], _ request: Request) -> EditionRecord? {
        guard request.series == .regular else { return nil }
        return records.last { $0.stage != .released && $0.series == .regular && $0.revision == 0 }
    }

    /// Seals a correction (更正) of an edition: its entries at their newest versions, what was taken back left out. The
    /// edition itself stays as it is.
    ///
    /// - Parameter reason: what is put right, in the editor's words.
    package func correct(
        _ original: EditionRecord, _ bulletin: Configuration.Bulletin, reason: String, _ request: Request
    ) throws -> EditionRecord {
        guard original.stage == .released else { throw Failure(.usage, bulletin.id, .correctsUnreleased) }
        let (kept, _) = try Ledger(store: store).draft(original)
        var draft = kept
        for section in draft.sections.indices {
            for group in draft.sections[section].groups.indices {
                draft.sections[section].groups[group].entries = try draft.sections[section].groups[group].entries
                    .compactMap { try newest($0) }
            }
            draft.sections[section].groups.removeAll(where: \.entries.isEmpty)
        }
        draft.sections.removeAll(where: \.groups.isEmpty)
        let numbers = Set(draft.entries.map(\.number))
        draft.highlights.removeAll { !numbers.contains($0) }
        var frame = try EditionLayout(json: original.layout).frame
        frame.correction = reason
        let layout = EditionLayout(draft, frame)
        var seal = EditionSeal(
            bulletin: bulletin.id, year: original.year, after: original.after, through: original.through,
            sealedAt: now, layout: try layout.json(),
            citations: layout.citations.map { Citation(number: $0.number, version: $0.version) }, sinks: bulletin.sinks)
        seal.corrects = original.corrects ?? original.id
        seal.configuration = ContentHash.text(bulletin.arrangement.canonical)
        seal.sealedBy = request.person
        seal.stage = request.stopsAtDraft ?? (bulletin.arrangement.review != nil) ? .draft : .released
        return try sealed(seal, bulletin, request.person)
    }

    /// The edition that would be sealed now.
    package func prepare(
        _ bulletin: Configuration.Bulletin, _ request: Request = Request()
    ) throws -> Prepared {
        let records = try store.editions(of: bulletin.id)
        let after = records.map(\.through).max() ?? 0
        let isExtra = request.span != nil || !request.items.isEmpty || request.series == .supplement
        let through = isExtra ? after : try store.watermark()
        let titles = Dictionary(configuration.sources.map { ($0.profile.id, $0.profile.title) }) { first, _ in first }
        var draft = EditionDraft(
            try withChanges(
                withStories(candidates(request, isExtra: isExtra, after: after, through: through)), since: after,
                keepsAll: isExtra, language: bulletin.masthead.language),
            selection: try bulletin.selection(request, isFirst: records.isEmpty && !isExtra) {
                try ready($0, of: bulletin)
            },
            publisher: { titles[$0] ?? $0 })
        draft.note = request.note
        draft.setStandings(try store.standings(of: draft.entries.map(\.item)))
        let due = try due(bulletin)
        var frame = EditionLayout.Frame(
            masthead: bulletin.masthead, window: Edition.Window(after: after, through: through),
            sources: try tally(bulletin.masthead.language), due: Array(due.prefix(Self.mostDue)),
            trend: try trend(records, request), circular: try circular(bulletin, request, draft),
            matrix: try matrix(bulletin, request),
            template: bulletin.arrangement.template.map(EditionLayout.KeptTemplate.init))
        frame.dueLeftOut = due.count > Self.mostDue ? due.count - Self.mostDue : nil
        frame.builtIn = BuiltInTemplates.all.map(EditionLayout.KeptTemplate.init)
        return Prepared(draft: draft, frame: frame)
    }

    /// The edition as a reader would get it, with the number it would have.
    package func preview(
        _ prepared: Prepared, _ bulletin: Configuration.Bulletin, _ request: Request = Request()
    ) throws -> Edition {
        let year = zone.civilTime(now).year
        let records = try store.editions(of: bulletin.id).filter { $0.series == request.series }
        let identity = EditionLayout.Identity(
            bulletin: bulletin.id, year: year,
            number: (records.filter { $0.year == year }.map(\.number).max() ?? 0) + 1,
            total: (records.map(\.total).max() ?? 0) + 1, sealedAt: now, series: request.series)
        return EditionLayout(prepared.draft, prepared.frame).edition(
            identity, items: prepared.draft.entries.map(\.item))
    }

    /// Seals and, where the bulletin has a review, begins its ledger.
    private func sealed(
        _ seal: EditionSeal, _ bulletin: Configuration.Bulletin, _ person: String
    ) throws -> EditionRecord {
        let ledger = Ledger(store: store)
        try ledger.keepTemplates(of: bulletin)
        let record = try store.seal(seal)
        guard bulletin.arrangement.review != nil || record.stage == .draft else { return record }
        let step = try ledger.chain(record, bulletin).next(
            record.stage == .draft ? .drafted : .released, to: record.stage, by: person, at: now,
            content: try ledger.content(record))
        try store.add(step, to: record.id, sinks: [])
        return record
    }

    private func newest(_ entry: EditionEntry) throws -> EditionEntry? {
        guard let item = try store.item(number: entry.number, version: nil), !item.details.deleted else { return nil }
        var entry = entry
        if item.details.version > entry.item.details.version { entry.state = .changed }
        entry.item = item
        return entry
    }

    /// An edition without an item is made where the bulletin wants it, and never twice on one day.
    private func mayBeEmpty(
        _ bulletin: Configuration.Bulletin, _ request: Request, _ records: [EditionRecord]
    ) -> Bool {
        guard bulletin.arrangement.issuesWhenEmpty, request.series == .regular, request.span == nil else {
            return false
        }
        let today = zone.civilTime(now).isoDate
        return !records.contains { $0.series == .regular && zone.civilTime($0.sealedAt).isoDate == today }
    }

    /// The filter with its query read; spans of time in it count back from the run.
    private func ready(_ filter: ItemFilter, of bulletin: Configuration.Bulletin) throws -> ItemFilter {
        guard let text = filter.query else { return filter }
        var filter = filter
        do throws(QueryMistake) {
            let query = try SearchQuery(text, zone: zone, now: now)
            filter.matches = { query.matches($0) }
        } catch {
            throw Failure(.configuration, bulletin.id, .queryMistake(at: error.place, error.phrase))
        }
        return filter
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

    /// What changed in each item since the edition before. Where no reader would see a difference (another counter, another
    /// way to the page) there is no news.
    ///
    /// - Parameter keepsAll: true where somebody asked for these items, changed or not.
    private func withChanges(
        _ candidates: [EditionDraft.Candidate], since watermark: Int64, keepsAll: Bool, language: Language
    ) throws -> [EditionDraft.Candidate] {
        try candidates.compactMap { candidate in
            guard candidate.state == .changed, let number = candidate.item.details.number,
                let before = try store.item(number: number, asOf: watermark)
            else { return candidate }
            var candidate = candidate
            let line = VersionDifference(from: before, to: candidate.item).line
            if line == nil, !keepsAll, !before.details.deleted { return nil }
            candidate.change = line.map { Phrase.whatChanged($0).text(language) }
            return candidate
        }
    }

    /// More tasks than these would push the news off the first pages; how many more there are is said.
    private static let mostDue = 20

    /// What is due soon, of everything in the stream that this bulletin would take, earliest first.
    private func due(_ bulletin: Configuration.Bulletin) throws -> [Edition.Due] {
        guard bulletin.due > 0 else { return [] }
        let until = now.addingTimeInterval(bulletin.due)
        let items = try store.itemsDue(since: now, until: until).filter { item in
            let details = item.details
            return (bulletin.tracks.isEmpty || details.track.map(bulletin.tracks.contains) ?? false)
                && (bulletin.kinds.isEmpty || details.kind.map(bulletin.kinds.contains) ?? false)
                && (bulletin.sources.isEmpty || details.source.map(bulletin.sources.contains) ?? false)
        }
        let places = try store.stories(of: items.compactMap(\.details.number))
        let tasks = items.flatMap { item in
            item.details.deadlines.filter { $0.at >= now && $0.at < until }.map { deadline in
                Edition.Due(
                    deadline: deadline, item: item.details.number ?? 0, title: item.title ?? "", url: item.url,
                    unit: item.details.unit, source: item.details.source)
            }
        }
        // A forwarded notice asks for the same by the same day: it is said once, by the most original. What one document says is one
        // notice whether or not the copies read alike.
        let papers = Dictionary(items.map { ($0.details.number ?? 0, Self.paper($0)) }) { first, _ in first }
        var said: Set<String> = []
        return tasks.sorted { first, second in
            func order(_ task: Edition.Due) -> (Date, Int, Int, Int64) {
                let isForwarded = papers[task.item]??.isForwarded ?? false
                return (task.deadline.at, isForwarded ? 1 : 0, places[task.item]?.distance ?? 0, task.item)
            }
            return order(first) < order(second)
        }.filter { task in
            let what = "\(task.deadline.at) \(task.deadline.what ?? task.deadline.text)"
            let isNewStory = said.insert("\(places[task.item]?.story ?? -task.item) \(what)").inserted
            let isNewPaper = papers[task.item]?.map { said.insert("\($0.number) \(what)").inserted } ?? true
            return isNewStory && isNewPaper
        }
    }

    /// The document that an item is or forwards.
    private static func paper(_ item: Item) -> (number: String, isForwarded: Bool)? {
        let forwarded = item.details.references.filter { $0.relation == .forwards }
        let number = forwarded.lazy.compactMap(\.number).first ?? item.details.document?.number
        return number.map { ($0, !forwarded.isEmpty) }
    }

    private func candidates(
        _ request: Request, isExtra: Bool, after: Int64, through: Int64
    ) throws -> [EditionDraft.Candidate] {
        guard isExtra else {
            return try store.changes(after: after, through: through).map { change in
                EditionDraft.Candidate(
                    item: change.item, sortDate: change.sortDate,
                    state: change.firstChange > after ? .new : .changed)
            }
        }
        let items: [Item]
        if let span = request.span {
            var query = ItemQuery(limit: 10_000)
            query.since = span.since
            query.until = span.until
            items = try store.items(query)
        } else {
            items = try request.items.map { number in
                guard let item = try store.item(number: number, version: nil), !item.details.deleted else {
                    throw Failure(.missing, "\(number)", .noSuchItem(number))
                }
                return item
            }
        }
        return items.map { item in
            EditionDraft.Candidate(
                item: item, sortDate: item.datePublished ?? item.details.firstSeen ?? now,
                state: item.details.version > 1 ? .changed : .new)
        }
    }

    /// How much the regular editions before had, oldest first.
    private func trend(_ records: [EditionRecord], _ request: Request) throws -> [Edition.Volume] {
        guard request.series == .regular else { return [] }
        return try records.filter { $0.series == .regular && $0.revision == 0 }.prefix(11).reversed().map { record in
            let volume = try EditionLayout(json: record.layout).volume
            return Edition.Volume(
                year: record.year, number: record.number, items: volume.items, fusion: volume.fusion)
        }
    }

    /// The table of reports and adoption up to this edition, where the bulletin carries it.
    private func circular(
        _ bulletin: Configuration.Bulletin, _ request: Request, _ draft: EditionDraft
    ) throws -> Edition.Circular? {
        guard let settings = bulletin.arrangement.statistics, settings.isPrinted, request.series == .regular else {
            return nil
        }
        let counting = Counting(store: store, configuration: configuration)
        return try counting.tally(counting.period(of: settings, at: now), bulletin, with: draft)
            .circular(bulletin.masthead.language)
    }

    /// Projects by stage of work in the period of this edition, where the bulletin carries them.
    private func matrix(_ bulletin: Configuration.Bulletin, _ request: Request) throws -> Edition.Circular? {
        guard let settings = bulletin.arrangement.statistics, settings.hasMatrix, request.series == .regular else {
            return nil
        }
        let counting = Counting(store: store, configuration: configuration)
        let period = counting.period(of: settings, at: now)
        let stages = try configuration.vocabulary.load().labels.entries.filter { $0.register == .stage }.map(\.name)
        return try counting.stageMatrix(period, stages: stages).circular(period, bulletin.masthead.language)
    }

    private func tally(_ language: Language) throws -> Edition.SourceTally {
        let sources = configuration.sources
        let records = try store.sources()
        let silent = sources.compactMap { source -> Edition.SourceTally.Silence? in
            let health = SourceHealth(records[source.profile.id], id: source.profile.id, now: now)
            guard health.isSilent, let reason = health.reason else { return nil }
            return Edition.SourceTally.Silence(source: source.profile.title, reason: reason.text(language))
        }
        return Edition.SourceTally(subscribed: sources.count, silent: silent)
    }
}

extension Configuration.Bulletin {
    /// What the bulletin takes from the stream, and how it is arranged.
    ///
    /// - Parameter ready: makes a filter with a query ready to be asked.
    func selection(
        _ request: Issuing.Request, isFirst: Bool, ready: (ItemFilter) throws -> ItemFilter
    ) rethrows -> EditionSelection {
        var selection = EditionSelection()
        selection.filter = try ready(ItemFilter(tracks: tracks, kinds: kinds, sources: sources, query: query))
        selection.reach = isFirst ? start : nil
        selection.sections = try arrangement.sections.map {
            SectionRule(title: $0.title, filter: try ready($0.filter), limit: $0.limit)
        }
        selection.order = arrangement.isByImportance ? .importance : .newest
        selection.ranking.rules = try arrangement.importance.map {
            ImportanceRule(filter: try ready($0.filter), points: $0.points)
        }
        selection.highlights = arrangement.highlights
        selection.perSection = arrangement.perSection
        selection.perUnit = arrangement.perUnit
        selection.pinned = request.pinned
        selection.excluded = request.excluded
        return selection
    }
}
