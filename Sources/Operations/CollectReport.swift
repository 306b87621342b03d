package import JuheKit
package import Store

/// What collecting did, source by source, in the order of the configuration.
package struct CollectReport: Sendable {
    /// One source's part.
    package struct Entry: Sendable {
        /// The source.
        package var profile: SourceProfile
        /// What became of its items.
        package var count: IngestCount
        /// True where the source said itself that nothing changed.
        package var isUnchanged: Bool
        /// Its failures; empty where all went well.
        package var failures: [Failure]
        /// Repairs and oddities that are no failure.
        package var notes: [Failure]
        /// Failed runs in a row, this one included; 0 where all went well.
        package var failuresInARow: Int
        /// True where the operator is to hear of the failure now.
        package var isNews: Bool
        /// True where a reported failure is over.
        package var hasRecovered: Bool
    }

    /// Every source that was asked.
    package var entries: [Entry]

    /// Sources that failed, wholly or in part.
    package var failed: [Entry] { entries.filter { !$0.failures.isEmpty } }

    /// All items by what became of them.
    package var total: IngestCount {
        entries.reduce(into: IngestCount()) { sum, entry in
            sum.new += entry.count.new
            sum.changed += entry.count.changed
            sum.unchanged += entry.count.unchanged
            sum.deleted += entry.count.deleted
        }
    }

    /// The exit code of collecting alone.
    ///
    /// - Parameter tolerance: failed sources that are accepted; one more, and the run counts as failed. Nothing accepts
    ///   any number.
    package func exitCode(tolerance: Int? = nil) -> ExitCode {
        let failed = failed.count
        if failed == 0 { return .done }
        let isAnyAlive = entries.contains { $0.failures.isEmpty || $0.count.isAny }
        return isAnyAlive && failed <= tolerance ?? .max ? .someSourcesFailed : .allSourcesFailed
    }
}

extension IngestCount {
    /// True where the source brought at least one item.
    package var isAny: Bool { new + changed + unchanged + deleted > 0 }
}
