import Bulletin
package import Configuration
package import Foundation
package import JuheKit
import Search
package import Store
import Synchronization

/// Brings sealed editions to their sinks: everything in the outbox, oldest edition first.
package struct Delivering: Sendable {
    /// One attempt.
    package struct Attempt: Sendable {
        /// The edition.
        package var edition: EditionRecord
        /// The bulletin's name as printed.
        package var title: String
        /// The sink's identifier.
        package var sink: String
        /// Files that were written, or would be in a dry run.
        package var files: [String]
        /// Why it failed; nothing where the sink has it.
        package var failure: Failure?
        /// Remarks of the sink.
        package var notes: [Failure] = []
        /// Why the attempt before failed, if there was one.
        package var earlierFailure: Failure?

        /// True where the operator has not heard of this failure yet.
        package var isNews: Bool { failure.map { $0.signature != earlierFailure?.signature } ?? false }
    }

    private let store: any StreamStore
    private let now: Date
    private let isDryRun: Bool
    private let fetcher: (any Fetcher)?

    /// Delivery from a store's outbox. In a dry run nothing is written, and nothing is sent.
    ///
    /// - Parameter fetcher: the way to the network; without one no sink has any.
    package init(store: any StreamStore, now: Date, isDryRun: Bool, fetcher: (any Fetcher)? = nil) {
        self.store = store
        self.fetcher = fetcher
        self.now = now
        self.isDryRun = isDryRun
    }

    /// Tries every delivery in the outbox once.
    package func run(_ sinks: [Configuration.ConfiguredSink]) async throws -> [Attempt] {
        let pending = try store.pendingDeliveries()
        if pending.isEmpty { return [] }
        let records = try store.editions(of: nil)
        let byKey = Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
        var attempts: [Attempt] = []
        // The archive around the editions is the same after each of them: it is made once, with the last.
        var last: [String: Int64] = [:]
        for delivery in pending { last["\(byKey[delivery.edition]?.bulletin ?? "")/\(delivery.sink)"] = delivery.id }
        for delivery in pending {
            guard let record = byKey[delivery.edition] else { continue }
            let own = records.filter { $0.bulletin == record.bulletin }
            var attempt = try await deliver(
                record, delivery, sinks, among: own,
                hasArchive: last["\(record.bulletin)/\(delivery.sink)"] == delivery.id)
            attempt.earlierFailure = delivery.failure
            try store.settle(delivery: delivery.id, as: attempt.failure.map { .failed($0) } ?? .sent, at: now)
            attempts.append(attempt)
        }
        return attempts
    }

    private func deliver(
        _ record: EditionRecord, _ delivery: DeliveryRecord, _ sinks: [Configuration.ConfiguredSink],
        among records: [EditionRecord], hasArchive: Bool
    ) async throws -> Attempt {
        let sink = delivery.sink
        let ledger = Ledger(store: store)
        let edition = try ledger.edition(record)
        var attempt = Attempt(edition: record, title: edition.masthead.title, sink: sink, files: [])
        guard let configured = sinks.first(where: { $0.id == sink }) else {
            attempt.failure = Failure(.sink, sink, .unknownSink(sink))
            return attempt
        }
        let files = FileList()
        let isLatest = Ledger.latest(records)?.id == record.id
        let context = SinkContext(
            sink: sink, isLatest: isLatest,
            stream: { [store] limit in try store.items(asOf: record.through, limit: limit) },
            matching: { [store] text, limit in
                // Spans of time count back from the edition, so that it comes out the same for ever.
                let zone = Zone(edition.masthead.zone) ?? .china
                do {
                    let query = try SearchQuery(text, zone: zone, now: record.sealedAt)
                    return try store.items(asOf: record.through, matching: query, limit: limit)
                } catch let mistake as QueryMistake {
                    throw Failure(.sink, sink, .queryMistake(at: mistake.place, mistake.phrase))
                }
            },
            publish: { [isDryRun] path, bytes in
                if !isDryRun { try AtomicFile.write(bytes, to: path) }
                files.append(path)
            },
            archive: { limit in
                guard hasArchive || isLatest else { return [] }
                // The records are newest first.
                return try records.filter { $0.stage == .released }.prefix(limit).reversed().map(ledger.edition)
            }, template: try ledger.template(record), builtInTemplates: try ledger.builtInTemplates(record), now: now,
            isRehearsal: isDryRun, fetcher: fetcher,
            progress: delivery.progress,
            remember: { [store, isDryRun] progress in
                if !isDryRun { try store.remember(progress: progress, of: delivery.id) }
            },
            note: { files.note($0) })
        do {
            try await configured.plugin.deliver(edition, context)
        } catch let failure as Failure {
            attempt.failure = failure
        } catch {
            attempt.failure = Failure(.sink, sink, .pluginFailed("\(error)"), isTransient: true)
        }
        attempt.files = files.paths
        attempt.notes = files.notes
        return attempt
    }
}

/// The files that one delivery wrote, and what it remarked.
private final class FileList: Sendable {
    private let list = Mutex<[String]>([])
    private let remarks = Mutex<[Failure]>([])

    var notes: [Failure] { remarks.withLock { $0 } }

    func note(_ failure: Failure) { remarks.withLock { $0.append(failure) } }

    var paths: [String] { list.withLock { $0 } }

    func append(_ path: String) { list.withLock { $0.append(path) } }
}
