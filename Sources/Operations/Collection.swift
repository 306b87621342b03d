import Configuration
package import Foundation
package import JuheKit
package import Store
import Stream

/// Asks every source, cleans what it gives and takes it into the store.
package struct Collection: Sendable {
    private let store: any StreamStore
    private let fetcher: any Fetcher
    private let now: Date
    private let width: Int
    private let reportAfter: Int

    /// A collection into `store`.
    ///
    /// - Parameters:
    ///   - now: the run's time.
    ///   - width: sources asked at once.
    ///   - reportAfter: failures in a row before the operator hears of it.
    package init(store: any StreamStore, fetcher: any Fetcher, now: Date, width: Int = 64, reportAfter: Int = 1) {
        self.store = store
        self.fetcher = fetcher
        self.now = now
        self.width = width
        self.reportAfter = reportAfter
    }

    /// How long what came in waits for more before it is stored.
    private static let patience = Duration.milliseconds(250)

    /// A source to ask: who it is, and the plugin that asks.
    package struct Target: Sendable {
        /// Who it is.
        package var profile: SourceProfile
        /// The plugin that asks.
        package var plugin: any Source

        /// A source to ask.
        package init(profile: SourceProfile, plugin: any Source) {
            self.profile = profile
            self.plugin = plugin
        }
    }

    /// Collects from all targets.
    ///
    /// Each source is cleaned where it was read, on all cores; the store takes sources in groups, each source's items
    /// and checkpoint in one transaction, so that a killed run has every source whole or not at all.
    /// - Parameter progress: hears of every source that is through.
    package func run(_ targets: [Target], progress: (CollectReport.Entry) -> Void) async throws -> CollectReport {
        let records = try store.sources()
        var entries: [Int: CollectReport.Entry] = [:]
        var waiting: [(index: Int, outcome: Outcome)] = []
        var lastFlush = ContinuousClock.now
        func flush() throws {
            let counts = try store.ingest(waiting.map(\.outcome.batch), at: now)
            for (item, count) in zip(waiting, counts) {
                let entry = item.outcome.entry(count)
                entries[item.index] = entry
                progress(entry)
            }
            waiting.removeAll(keepingCapacity: true)
            lastFlush = ContinuousClock.now
        }
        try await withThrowingTaskGroup(of: (index: Int, outcome: Outcome).self) { group in
            var rest = targets.enumerated().makeIterator()
            func startNext() {
                guard let (index, target) = rest.next() else { return }
                let record = records[target.profile.id]
                group.addTask { (index, await ask(target, record)) }
            }
            for _ in 0..<width { startNext() }
            while let result = try await group.next() {
                startNext()
                waiting.append(result)
                // A group is large enough to be cheap and small enough that a kill loses little work.
                let items = waiting.reduce(0) { $0 + $1.outcome.batch.items.count }
                if waiting.count >= 64 || items >= 1_000 || ContinuousClock.now - lastFlush > Self.patience {
                    try flush()
                }
            }
        }
        try flush()
        return CollectReport(entries: targets.indices.compactMap { entries[$0] })
    }

    private func ask(_ target: Target, _ record: SourceRecord?) async -> Outcome {
        let run = SourceRun(fetcher: fetcher)
        let context = SourceContext(source: target.profile, now: now, state: record?.state, host: run)
        var thrown: Failure?
        do {
            try await target.plugin.collect(context)
        } catch let failure as Failure {
            thrown = failure
        } catch {
            thrown = Failure(.plugin, target.profile.id, .pluginFailed("\(error)"))
        }
        let result = run.result
        let failures = ((thrown.map { [$0] } ?? []) + result.failures)
            .filter { !target.profile.tolerated.contains($0.code) }
        let normalizer = Normalizer(source: target.profile, now: now)
        return Outcome(
            profile: target.profile,
            batch: SourceBatch(
                source: target.profile.id, items: normalizer.normalize(result.items),
                retracted: result.retracted, checkpoint: thrown == nil ? result.checkpoint : nil,
                failures: failures, labels: SourceLabels(target.profile)),
            isUnchanged: result.isUnchanged, notes: result.notes, record: record, reportAfter: reportAfter)
    }
}

/// What one source gave, and what the operator is to hear of it.
private struct Outcome: Sendable {
    var profile: SourceProfile
    var batch: SourceBatch
    var isUnchanged: Bool
    var notes: [Failure]
    var failuresInARow: Int
    var isNews: Bool
    var hasRecovered: Bool

    /// The operator hears of a failure when it has held for so many runs, when it becomes another one, and when it is
    /// over; never in every run.
    init(
        profile: SourceProfile, batch: SourceBatch, isUnchanged: Bool, notes: [Failure], record: SourceRecord?,
        reportAfter: Int
    ) {
        self.profile = profile
        self.isUnchanged = isUnchanged
        self.notes = notes
        let isFailing = !batch.failures.isEmpty
        let wasReported = record?.isReported ?? false
        failuresInARow = isFailing ? (record?.failures ?? 0) + 1 : 0
        let isAnother = batch.failures.first?.code != record?.failure?.code
        isNews = isFailing && failuresInARow >= reportAfter && (!wasReported || isAnother)
        hasRecovered = !isFailing && wasReported
        self.batch = batch
        self.batch.isReported = isFailing && (wasReported || isNews)
    }

    func entry(_ count: IngestCount) -> CollectReport.Entry {
        CollectReport.Entry(
            profile: profile, count: count, isUnchanged: isUnchanged, failures: batch.failures, notes: notes,
            failuresInARow: failuresInARow, isNews: isNews, hasRecovered: hasRecovered)
    }
}
