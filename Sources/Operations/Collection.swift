import Configuration
package import Foundation
package import JuheKit
package import Store
package import Stream

/// Asks every source, cleans what it gives and takes it into the store.
package struct Collection: Sendable {
    private let store: any StreamStore
    private let fetcher: any Fetcher
    private let now: Date
    private let width: Int
    private let reportAfter: Int
    private let longestWait: Double
    private let enrichment: Enrichment?
    private let leavesRest: Bool
    private let isRehearsal: Bool
    private let budget = ByteBudget()

    /// A collection into `store`.
    ///
    /// - Parameters:
    ///   - now: the run's time.
    ///   - width: sources asked at once.
    ///   - reportAfter: failures in a row before the operator hears of it.
    ///   - longestWait: seconds for which a server or a document may ask to be left alone.
    ///   - enrichment: what items are understood by.
    ///   - leavesRest: whether labels, stories and search are left to a later run.
    ///   - isRehearsal: whether sources are to leave everything outside of the store as it is.
    package init(
        store: any StreamStore, fetcher: any Fetcher, now: Date, width: Int = 64, reportAfter: Int = 1,
        longestWait: Double = 86_400, enrichment: Enrichment? = nil, leavesRest: Bool = false,
        isRehearsal: Bool = false
    ) {
        self.store = store
        self.fetcher = fetcher
        self.now = now
        self.width = width
        self.reportAfter = reportAfter
        self.longestWait = longestWait
        self.enrichment = enrichment
        self.leavesRest = leavesRest
        self.isRehearsal = isRehearsal
    }

    /// Which of the targets are asked.
    package enum Scope: Sendable {
        /// Those that are due.
        case due
        /// All but those that are muted.
        case all
        /// Every one: the operator named them.
        case named
    }

    /// A source to ask: who it is, and the plugin that asks. Of thousands each is passed around, and none changes.
    package final class Target: Sendable {
        /// Who it is.
        package let profile: SourceProfile
        /// The plugin that asks.
        package let plugin: any ItemSource
        /// A mark of its settings that changes with them.
        package let settings: String?

        /// A source to ask.
        package init(profile: SourceProfile, plugin: any ItemSource, settings: String? = nil) {
            self.profile = profile
            self.plugin = plugin
            self.settings = settings
        }
    }

    /// What a source said once it knew that its items are stored.
    private typealias Said = (index: Int, notes: [Failure])

    /// Collects from the targets, the hosts taking turns.
    ///
    /// Each source is cleaned where it was read, on all cores; the store takes sources in groups, each source's items
    /// and checkpoint in one transaction, so that a killed run has every source whole or not at all.
    /// - Parameters:
    ///   - scope: which of them are asked.
    ///   - progress: hears of every source that is through.
    package func run(
        _ targets: [Target], scope: Scope = .due, progress: (CollectReport.Entry) -> Void
    ) async throws -> CollectReport {
        let records = try store.sources()
        var resting: [Int: Resting] = [:]
        let due = self.due(targets, records, scope, &resting)
        let held = Dictionary(grouping: try store.heldFiles(), by: \.source)
        var entries = [CollectReport.Entry?](repeating: nil, count: targets.count)
        let intake = Intake(due, width: width, portions: leavesRest ? .bare : .understood)
        try await withThrowingTaskGroup(of: Said?.self) { group in
            // Whoever waits for its items to be stored goes home if they cannot be.
            defer { intake.close() }
            for _ in 0..<min(width, due.count) {
                group.addTask {
                    var turn = intake.begin()
                    while let index = turn {
                        let target = targets[index]
                        let record = records[target.profile.id]
                        let outcome = await ask(target, record, held[target.profile.id] ?? [], intake.room)
                        turn = await intake.put(outcome, of: index)
                    }
                    return nil
                }
            }
            group.addTask {
                while (try? await Task.sleep(for: Intake.lull)) != nil {
                    intake.look()
                    budget.look()
                }
                return nil
            }
            defer { group.cancelAll() }
            var works = 0
            while let next = await intake.next() {
                let outcomes = next.outcomes.filter { index, outcome in
                    guard let failure = outcome.postponed else { return true }
                    resting[index] = .postponed(failure)
                    return false
                }
                for (index, entry) in try await store(outcomes) {
                    entries[index] = entry
                    progress(entry)
                }
                // A program that hangs once it knows that all is stored holds up no other source.
                for (index, outcome) in outcomes {
                    guard let work = outcome.afterStoring else { continue }
                    works += 1
                    group.addTask { (index, await work(true)) }
                }
            }
            while works > 0, let said = try await group.next() {
                guard let said else { continue }
                works -= 1
                entries[said.index]?.notes += said.notes
            }
        }
        return CollectReport(
            entries: entries.compactMap(\.self),
            resting: targets.indices.compactMap { index in
                resting[index].map { CollectReport.Rested(profile: targets[index].profile, why: $0) }
            })
    }

    /// Stores what sources gave in one transaction, so that a killed run has each of them whole or not at all.
    private func store(
        _ outcomes: [(index: Int, outcome: Outcome)]
    ) async throws -> [(index: Int, entry: CollectReport.Entry)] {
        let counts: [IngestCount]
        do {
            counts = try store.ingest(outcomes.map(\.outcome.batch), at: now, leavingRest: leavesRest)
        } catch {
            for (_, outcome) in outcomes { _ = await outcome.afterStoring?(false) }
            throw error
        }
        return zip(outcomes, counts).map { ($0.index, $0.outcome.entry($1)) }
    }

    /// The places of the targets that are asked, in the order in which they are.
    private func due(
        _ targets: [Target], _ records: [String: SourceRecord], _ scope: Scope, _ resting: inout [Int: Resting]
    ) -> [Int] {
        var due: [Int] = []
        for (index, target) in targets.enumerated() {
            let record = records[target.profile.id]
            let why = Resting(record, settings: target.settings, now: now, longest: longestWait)
            switch (scope, why) {
            case (.named, _), (_, nil), (.all, .waiting), (.all, .postponed): due.append(index)
            case (_, let why?): resting[index] = why
            }
        }
        // Who waited longest comes first, so that a run whose time or share is over leaves nobody out for ever.
        let last = due.map { records[targets[$0].profile.id]?.lastAttempt ?? .distantPast }
        if Set(last).count > 1 {
            due = zip(last, due).sorted { $0 < $1 }.map(\.1)
        }
        return HostTurns.order(due.map { targets[$0].plugin.host }).map { due[$0] }
    }

    private func ask(
        _ target: Target, _ record: SourceRecord?, _ held: [HeldFile], _ room: @escaping @Sendable () async -> Void
    ) async -> Outcome {
        let share = await budget.take()
        let outcome = await outcome(of: target, record, held, room)
        budget.give(back: share, used: outcome.received)
        return outcome
    }

    private func outcome(
        of target: Target, _ record: SourceRecord?, _ held: [HeldFile], _ room: @escaping @Sendable () async -> Void
    ) async -> Outcome {
        let run = SourceRun(
            fetcher: fetcher, now: now, deadline: target.profile.deadline, tellsOfStoring: !isRehearsal, room: room)
        let context = SourceContext(
            source: target.profile, now: now, state: record?.state, held: held, isRehearsal: isRehearsal, host: run)
        var thrown: Failure?
        do {
            try await target.plugin.collect(context)
        } catch let failure as Failure {
            thrown = failure
        } catch {
            thrown = Failure(.plugin, target.profile.id, .pluginFailed("\(error)"))
        }
        var result = run.take()
        // A document that always had items and has none is no success, though it can be read.
        if result.notes.contains(where: { $0.code == .empty }),
            let usual = SourceHealth.median(record?.course.counts ?? [])
        {
            result.failures += result.notes.filter { $0.code == .empty }.map {
                Failure(.empty, $0.subject, .emptySource(usual: usual))
            }
            result.notes.removeAll { $0.code == .empty }
        }
        let failures = ((thrown.map { [$0] } ?? []) + result.failures)
            .filter { !target.profile.tolerated.contains($0.code) && $0.code != .postponed }
        var notes = result.notes + result.failures.filter { $0.code == .postponed }
        var batch = SourceBatch(
            source: target.profile.id, items: [],
            retracted: result.retracted, checkpoint: thrown == nil ? result.checkpoint : nil,
            failures: failures, labels: SourceLabels(target.profile), held: result.held, settled: result.settled)
        let course = record?.course ?? SourceCourse()
        let next = course.after(
            SourceCourse.Step(
                profile: target.profile, settings: target.settings, now: now, longest: longestWait, gathered: result,
                thrown: thrown.flatMap { target.profile.tolerated.contains($0.code) ? nil : $0 },
                failures: (record?.failures ?? 0) + 1, lastChange: record?.lastChange))
        if next != course { batch.course = next }
        var shared = 0
        // Most sources have nothing new most of the time, and a normalizer has rules to make.
        if !result.items.isEmpty {
            let normalizer = Normalizer(source: target.profile, now: now, enrichment: enrichment)
            shared = normalizer.normalize(taking: &result.items, into: &batch.items) { identities in
                // A store that cannot be read tells so when the items are stored.
                record == nil ? [:] : (try? store.fingerprints(of: target.profile.id, identities)) ?? [:]
            }
        }
        if result.lacking > 0 { notes.append(Failure(.missing, target.profile.id, .articlesLacking(result.lacking))) }
        if shared > 0 { notes.append(Failure(.malformed, target.profile.id, .sharedIdentifier(shared))) }
        if !leavesRest { batch.prepare() }
        return Outcome(
            profile: target.profile, batch: batch,
            isUnchanged: result.isUnchanged, hasBrokenOff: thrown != nil, notes: notes, received: result.received,
            lacking: result.lacking, postponed: batch.items.isEmpty && thrown?.code == .postponed ? thrown : nil,
            afterStoring: result.afterStoring, record: record, reportAfter: reportAfter)
    }
}
