package import Configuration
package import Foundation
package import JuheKit
import Search
package import Store
import Synchronization

/// Lets the enrichers see what is new or changed in the stream, batch by batch, each from where it was.
///
/// Items are in the store before any enricher sees them: one that fails loses nothing, and goes on there in the next run.
package struct Enriching: Sendable {
    /// How one enricher fared.
    package struct Outcome: Sendable {
        /// Its identifier.
        package var id: String
        /// Items it was shown.
        package var seen = 0
        /// Items it added something to.
        package var changed = 0
        /// Why it stopped; nothing where it is through.
        package var failure: Failure?
        /// Whether the operator has not heard of this failure yet.
        package var isNews = false
        /// Whether it failed before and does no more.
        package var hasRecovered = false
        /// Remarks.
        package var notes: [Failure] = []
    }

    private let store: any StreamStore
    private let fetcher: any Fetcher
    private let now: Date
    private let zone: Zone

    private static let batch = 100

    /// Enriching of a store.
    package init(store: any StreamStore, fetcher: any Fetcher, now: Date, zone: Zone) {
        self.store = store
        self.fetcher = fetcher
        self.now = now
        self.zone = zone
    }

    /// Lets every enricher go as far as it comes, one after the other.
    package func run(_ enrichers: [Configuration.ConfiguredEnricher]) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for enricher in enrichers { outcomes.append(try await run(enricher)) }
        return outcomes
    }

    private func run(_ enricher: Configuration.ConfiguredEnricher) async throws -> Outcome {
        var outcome = Outcome(id: enricher.id)
        let known = try store.enricherRecord(enricher.id)
        let last = known?.failure
        var record = EnricherRecord(id: enricher.id, mark: enricher.mark)
        if let known, known.mark == enricher.mark { record.place = known.place }
        let query = try enricher.query.map { try SearchQuery($0, zone: zone, now: now) }
        let notes = Notes()
        let context = EnricherContext(enricher: enricher.id, now: now, fetcher: fetcher) { notes.add($0) }
        while true {
            let found = try store.itemsToEnrich(after: record.place, limit: Self.batch)
            guard let place = found.last?.place else { break }
            let items = found.map(\.item).filter { query?.matches($0) ?? true }
            do {
                let added = items.isEmpty ? [] : try await Self.ask(enricher, items, context)
                record.place = place
                record.failure = nil
                try store.enrich(added, by: record)
                outcome.seen += items.count
                outcome.changed += added.count
            } catch let failure as Failure where !Self.isOurs(failure) {
                outcome.failure = failure
                outcome.isNews = failure.signature != last
                record.failure = failure.signature
                try store.enrich([], by: record)
                break
            }
        }
        outcome.hasRecovered = outcome.failure == nil && last != nil
        if outcome.hasRecovered, known?.failure != nil, outcome.seen == 0 { try store.enrich([], by: record) }
        outcome.notes = notes.all
        return outcome
    }

    /// What is wrong with the store is no enricher's fault.
    private static func isOurs(_ failure: Failure) -> Bool {
        [.store, .corruptStore, .newerStore, .locked].contains(failure.code)
    }

    /// The items that the enricher has something to add to, with what it adds.
    private static func ask(
        _ enricher: Configuration.ConfiguredEnricher, _ items: [Item], _ context: EnricherContext
    ) async throws -> [Item] {
        // Within one source identifiers differ, from source to source they need not.
        var byID: [String: Item] = [:]
        let shown = items.map { item in
            var shown = item
            if byID[item.id] != nil || item.id.isEmpty {
                shown.id = "\(item.details.source ?? "")/\(item.id)#\(item.details.number ?? 0)"
            }
            byID[shown.id] = item
            return shown
        }
        let given: [Item]
        do {
            given = try await enricher.plugin.enrich(shown, context)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.plugin, enricher.id, .pluginFailed("\(error)"), isTransient: true)
        }
        return given.compactMap { given in
            guard let original = byID[given.id] else {
                context.note(Failure(.plugin, enricher.id, .unknownEnrichedItem(given.id)))
                return nil
            }
            byID[given.id] = nil
            var item = original
            item.take(given, from: enricher.id)
            return item == original ? nil : item
        }
    }
}

/// What an enricher remarked.
private final class Notes: Sendable {
    private let list = Mutex<[Failure]>([])

    var all: [Failure] { list.withLock { $0 } }

    func add(_ failure: Failure) { list.withLock { if $0.count < 100 { $0.append(failure) } } }
}
