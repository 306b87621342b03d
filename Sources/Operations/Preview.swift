package import Extraction
package import Foundation
package import JuheKit
package import Stream

/// What a source would give now, without a store: for `juhe preview` and for authors of sources.
package struct Preview: Sendable {
    /// The items, normalized, in the source's order.
    package let items: [Item]
    /// Why the source failed; empty where all went well.
    package let failures: [Failure]
    /// Repairs and oddities.
    package let notes: [Failure]

    /// The state that the source would keep; nothing where it failed or keeps none.
    package let state: String?

    /// Asks a source.
    ///
    /// - Parameters:
    ///   - state: what it kept the last time; nothing for one that remembers nothing.
    ///   - explanation: where a source that can tells which rule gave what.
    package init(
        _ target: Collection.Target, state: String? = nil, fetcher: any Fetcher, now: Date,
        enrichment: Enrichment? = nil, explanation: Explanation? = nil
    ) async {
        let run = SourceRun(fetcher: fetcher, now: now, deadline: target.profile.deadline)
        let context = SourceContext(source: target.profile, now: now, state: state, host: run)
        var thrown: [Failure] = []
        do {
            if let explanation, let plugin = target.plugin as? any ExplainingSource {
                try await plugin.collect(context, explaining: explanation)
            } else {
                try await target.plugin.collect(context)
            }
        } catch {
            thrown = [error as? Failure ?? Failure(.plugin, target.profile.id, .pluginFailed("\(error)"))]
        }
        let result = run.take()
        items = Normalizer(source: target.profile, now: now, enrichment: enrichment).normalize(result.items).map(\.item)
        failures = thrown + result.failures
        notes = result.notes
        self.state = thrown.isEmpty ? result.checkpoint : nil
    }
}
