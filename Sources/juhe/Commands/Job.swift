import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import Store
import Stream

/// One run of the steps that change the store, with what it tells the operator.
struct Job {
    private let session: Session
    private let store: SQLiteStore
    private let change: ChangeOptions
    private let now: Date
    private let started = Date()
    private var report = JobReport()
    private var collected: CollectReport?
    private var exitCode = Operations.ExitCode.done

    init(session: Session, store: SQLiteStore, change: ChangeOptions) {
        self.session = session
        self.store = store
        self.change = change
        now = change.instant(session.configuration.zone)
    }

    private var console: Console { session.console }
    private var configuration: Configuration { session.configuration }

    /// Asks the sources.
    ///
    /// - Parameter leavingRest: true where labels, stories and the index of words are left to whoever comes next.
    mutating func collect(_ options: CollectOptions, leavingRest: Bool = false) async throws {
        let targets = try targets(options.source)
        let before = try store.watermark()
        let enrichment = try session.enrichment()
        try relabelling(enrichment).prepare()
        let fetcher = session.fetcher
        // Where little is made of them, more sources fit into memory.
        let width = max(leavingRest ? 256 : 128, configuration.fetching.connections)
        let collection = Collection(
            store: store, fetcher: fetcher, now: now, width: width,
            reportAfter: configuration.reportAfter, longestWait: configuration.fetching.longestWait,
            enrichment: leavingRest ? nil : enrichment, leavesRest: leavingRest, isRehearsal: change.dryRun)
        var progress = ProgressLine(console, of: targets.count)
        let collected = try await fetcher.closing {
            let collected = try await collection.run(targets, scope: options.scope) { entry in
                progress.advance(new: entry.count.new, failed: !entry.failures.isEmpty)
            }
            progress.finish()
            if !leavingRest { try await label(enrichment, fetcher, after: before) }
            return collected
        }
        self.collected = collected
        tell(collected)
        let isTalkative = console.isTalkative
        try store.setReported(
            collected.told { $0.isNews || $0.hasRecovered || isTalkative && !$0.failures.isEmpty })
        raise(to: collected.exitCode(tolerance: options.tolerance))
        if !leavingRest { try link() }
    }

    /// Understands what a collection left for later; nothing where none did.
    private mutating func understandRest() async throws {
        if try store.itemsToLabel(limit: 1).isEmpty { return }
        let fetcher = session.fetcher
        try await fetcher.closing {
            try await label(try session.enrichment(), fetcher, after: try store.watermark())
        }
        try link()
    }

    private func relabelling(_ enrichment: Enrichment) -> Relabelling {
        Relabelling(store: store, enrichment: enrichment, digest: Enrichment.digest(configuration.vocabulary.bytes))
    }

    /// Labels what is not labelled or was labelled by other words, and lets the enrichers see what is new.
    ///
    /// - Parameter before: the stream's last change before this run.
    private mutating func label(_ enrichment: Enrichment, _ fetcher: any Fetcher, after before: Int64) async throws {
        let relabelled = try relabelling(enrichment).run()
        if relabelled > 0 { console.say(.relabelled(relabelled)) }
        try await enrich(fetcher)
        let lacking = try store.datesWithoutHolidays(after: before, since: now - 400 * 86_400)
        if let year = lacking.lazy.compactMap(enrichment.missingYear).first { console.say(.noHolidays(year), .warning) }
    }

    /// Brings the index of words and the stories up to date.
    private func link() throws {
        if !change.dryRun { index() }
        // What the sources took is free now, and stories need as much again where very much is new.
        store.releaseMemory()
        Memory.giveBack()
        _ = try store.updateStories()
    }

    /// Lets the enrichers see what is new. One that fails costs no item and no edition.
    private mutating func enrich(_ fetcher: any Fetcher) async throws {
        let enriching = Enriching(store: store, fetcher: fetcher, now: now, zone: configuration.zone)
        // In a rehearsal no program is let near the items.
        for outcome in change.dryRun ? [] : try await enriching.run(configuration.enrichers) {
            for note in outcome.notes {
                console.say(note.phrase, .info, subject: "\(outcome.id) \(note.subject)", code: note.code)
            }
            if outcome.seen > 0 { console.say(.enriched(outcome.id, seen: outcome.seen, changed: outcome.changed)) }
            if outcome.hasRecovered { console.say(.enricherRecovered(outcome.id), .warning) }
            guard let failure = outcome.failure else { continue }
            let phrase = Phrase.enricherFailed(outcome.id, failure.phrase)
            console.say(phrase, outcome.isNews || console.isTalkative ? .error : .info, code: failure.code)
            raise(to: .someSourcesFailed)
        }
    }

    /// Brings the word index up to date. Bulletins do without it: what goes wrong here is told, and no more.
    private func index() {
        do {
            do {
                _ = try store.updateIndex()
            } catch {
                _ = try store.rebuildIndex()
            }
        } catch let failure as Failure {
            console.say(failure)
        } catch {
            console.say(.brokenIndex("\(error)"), .error)
        }
    }

    /// False where more sources failed than the operator accepts.
    func mayIssue(_ options: CollectOptions) -> Bool {
        guard let tolerance = options.tolerance, let collected else { return true }
        return collected.failed.count <= tolerance
    }

    /// Seals what is new.
    mutating func issue(
        bulletins: [Configuration.Bulletin], _ request: Issuing.Request = Issuing.Request(person: Person.name)
    ) async throws {
        try await understandRest()
        let issuing = Issuing(store: store, now: now, configuration: configuration)
        for bulletin in bulletins {
            let title = bulletin.masthead.title
            let prepared = try await illustrated(bulletin, request, issuing)
            switch try issuing.issue(bulletin, request, prepared) {
            case .nothing: console.say(.nothingToIssue(title))
            case .waiting(let edition):
                console.say(.waitingForReview(title, edition.spoken(console.language), edition.stage))
            case .sealed(let edition): tell(edition, title)
            }
        }
    }

    /// The edition that is about to be sealed with its pictures, where the bulletin has pictures. One that cannot be had is no
    /// failure: the edition is out without it.
    private func illustrated(
        _ bulletin: Configuration.Bulletin, _ request: Issuing.Request, _ issuing: Issuing
    ) async throws -> Issuing.Prepared? {
        guard bulletin.arrangement.pictures > 0 else { return nil }
        let fetcher = session.fetcher
        let made = try await fetcher.closing { try await issuing.illustrated(bulletin, request, through: fetcher) }
        for failure in made?.failures ?? [] { console.say(failure, .info) }
        return made?.prepared
    }

    /// Seals a correction of an edition.
    mutating func correct(
        _ original: EditionRecord, _ bulletin: Configuration.Bulletin, reason: String, _ request: Issuing.Request
    ) throws {
        let issuing = Issuing(store: store, now: now, configuration: configuration)
        tell(try issuing.correct(original, bulletin, reason: reason, request), bulletin.masthead.title)
    }

    private mutating func tell(_ edition: EditionRecord, _ title: String) {
        report.editions.append(JobReport.Edition(edition))
        let issue = edition.spoken(console.language)
        if edition.stage == .draft {
            console.say(.drafted(title, issue, items: edition.items))
        } else if edition.series == .regular, edition.revision == 0 {
            let phrase = change.dryRun ? Phrase.wouldSeal : Phrase.sealed
            console.say(phrase(title, edition.year, edition.number, edition.total, edition.items))
        } else {
            console.say(.sealedExtra(title, issue, items: edition.items, isDryRun: change.dryRun))
        }
    }

    /// Puts an old edition back into the outbox.
    mutating func reissue(_ number: Int, year: Int?, bulletins: [Configuration.Bulletin]) throws {
        let year = year ?? configuration.zone.civilTime(now).year
        var isFound = false
        for bulletin in bulletins {
            let editions = try store.editions(of: bulletin.id)
            guard
                let edition = editions.first(where: {
                    $0.year == year && $0.number == number && $0.series == .regular && $0.stage == .released
                })
            else { continue }
            try store.redeliver(edition: edition.id, sinks: bulletin.sinks)
            isFound = true
        }
        if !isFound { throw Failure(.usage, "\(year)", .noSuchEdition(number)) }
    }

    /// Empties the outbox.
    mutating func deliver() async throws {
        let fetcher = session.fetcher
        let delivering = Delivering(store: store, now: now, isDryRun: change.dryRun, fetcher: fetcher)
        let attempts = try await fetcher.closing { try await delivering.run(configuration.sinks) }
        for attempt in attempts {
            let issue = attempt.edition.spoken(console.language)
            report.deliveries.append(JobReport.Delivery(attempt, language: console.language))
            for note in attempt.notes {
                console.say(note.phrase, .info, subject: "\(attempt.sink) \(note.subject)", code: note.code)
            }
            for file in attempt.files { console.say(change.dryRun ? .wouldPublish(file) : .published(file)) }
            if let failure = attempt.failure {
                let phrase = Phrase.deliveryFailed(
                    attempt.title, issue: issue, sink: attempt.sink, reason: failure.phrase)
                console.say(phrase, attempt.isNews ? .error : .info, subject: failure.subject, code: failure.code)
                raise(to: .sinkFailed)
            } else if attempt.earlierFailure != nil, !change.dryRun {
                console.say(.delivered(attempt.title, issue: issue, sink: attempt.sink), .warning)
            } else if !change.dryRun {
                console.say(.delivered(attempt.title, issue: issue, sink: attempt.sink))
            }
        }
    }

    /// Takes away what has been kept long enough, where the configuration says how long that is.
    func prune() throws {
        let retention = configuration.keeping
        if retention.isEmpty { return }
        let count = try store.prune(retention, at: now)
        if count.total > 0 { console.say(.pruned(count.total, cited: count.cited)) }
    }

    /// Writes the run down, prints the report where asked, and gives the exit code.
    mutating func finish() throws -> Operations.ExitCode {
        let total = collected?.total ?? IngestCount()
        if collected != nil {
            try store.record(
                RunRecord(
                    started: started, finished: Date(), exitCode: exitCode.rawValue,
                    sources: collected?.entries.count ?? 0, failed: collected?.failed.count ?? 0, new: total.new,
                    changed: total.changed, unchanged: total.unchanged, editions: report.editions.count))
        }
        if collected != nil, change.json || console.isTalkative { try tellSilent() }
        if change.json {
            report.exitCode = exitCode.rawValue
            report.dryRun = change.dryRun
            report.resting = collected?.resting.map { JobReport.Rested($0, configuration.zone, console.language) } ?? []
            report.sources = collected?.entries.map { JobReport.Source($0, language: console.language) } ?? []
            Console.write(try JSONLines.text(report), to: STDOUT_FILENO)
        }
        return exitCode
    }

    private func targets(_ ids: [String]) throws -> [Collection.Target] {
        let sources = configuration.sources
        for id in ids where !sources.contains(where: { $0.profile.id == id }) {
            throw Failure(.usage, id, .noSuchSource(id))
        }
        return sources.filter { ids.isEmpty || ids.contains($0.profile.id) }
            .map { Collection.Target(profile: $0.profile, plugin: $0.plugin, settings: $0.mark) }
    }

    /// Failures of one source in the same words that are told one by one.
    private static let mostAlike = 3

    private func tell(_ collected: CollectReport) {
        for entry in collected.entries {
            let profile = entry.profile
            let name = profile.title == profile.id ? profile.id : "\(profile.title)（\(profile.id)）"
            // Somebody who watches hears of every failure; cron hears only of what is new.
            if !entry.failures.isEmpty, entry.isNews || console.isTalkative {
                var alike: [Phrase: Int] = [:]
                for failure in entry.failures {
                    alike[failure.phrase, default: 0] += 1
                    // Thirty articles that are gone are one thing to know.
                    if !console.isTalkative, alike[failure.phrase, default: 0] > Self.mostAlike { continue }
                    let reason =
                        failure.subject.isEmpty || failure.subject == entry.profile.id
                        ? failure.phrase
                        : Phrase("\(failure.subject)：\(failure.phrase.zhHans)", en: failure.text(.english))
                    console.say(
                        .sourceFailed(name, reason: reason, inARow: entry.failuresInARow), .error,
                        code: failure.code)
                }
                for count in alike.values.sorted() where count > Self.mostAlike && !console.isTalkative {
                    console.say(.moreFailuresAlike(name, count - Self.mostAlike), .error)
                }
            }
            if entry.hasRecovered { console.say(.sourceRecovered(name), .warning) }
            for note in entry.notes {
                console.say(note.phrase, .info, subject: "\(name) \(note.subject)", code: note.code)
            }
        }
        let total = collected.total
        console.say(
            .collected(
                sources: collected.entries.count, failed: collected.failed.count, new: total.new,
                changed: total.changed, unchanged: total.unchanged, deleted: total.deleted))
        tell(collected.resting)
    }

    /// Names every source that had nothing to say, failing in this run or not.
    private mutating func tellSilent() throws {
        let records = try store.sources()
        let failed = Set(collected?.failed.map(\.profile.id) ?? [])
        for source in configuration.sources {
            let profile = source.profile
            let health = SourceHealth(records[profile.id], id: profile.id, now: now)
            guard health.isSilent, let reason = health.reason else { continue }
            report.silent.append(
                JobReport.Silent(id: profile.id, state: health.state, message: reason.text(console.language)))
            if !failed.contains(profile.id) { console.say(reason, subject: profile.id) }
        }
    }

    private func tell(_ resting: [CollectReport.Rested]) {
        if resting.isEmpty { return }
        var (waiting, muted, postponed) = (0, 0, 0)
        for rested in resting {
            switch rested.why {
            case .waiting: waiting += 1
            case .muted, .gone: muted += 1
            case .postponed: postponed += 1
            }
        }
        console.say(.rested(waiting: waiting, muted: muted, postponed: postponed))
    }

    /// A sink that failed outweighs sources that failed.
    private mutating func raise(to code: Operations.ExitCode) {
        if code.rawValue > exitCode.rawValue { exitCode = code }
    }
}
