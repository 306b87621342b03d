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
        /// True where it broke off; false where only parts of it failed.
        package var hasBrokenOff: Bool
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

    /// A source that was not asked.
    package struct Rested: Sendable {
        /// The source.
        package var profile: SourceProfile
        /// Why not.
        package var why: Resting
    }

    /// Every source that was asked.
    package var entries: [Entry]
    /// Every source that was not.
    package var resting: [Rested]

    /// Sources that failed, wholly or in part.
    package var failed: [Entry] { entries.filter { !$0.failures.isEmpty } }

    /// What the operator has heard once this report is told, by source: to be written down afterwards, so that what was
    /// never printed is never taken for told.
    package func told(where wasTold: (Entry) -> Bool) -> [String: Set<String>] {
        var told: [String: Set<String>] = [:]
        for entry in entries where wasTold(entry) {
            told[entry.profile.id] = Set(entry.failures.map(\.signature))
        }
        return told
    }

    /// All items by what became of them.
    package var total: IngestCount {
        entries.reduce(into: IngestCount()) { sum, entry in
            sum.new += entry.count.new
            sum.changed += entry.count.changed
            sum.unchanged += entry.count.unchanged
            sum.deleted += entry.count.deleted
            sum.renamed += entry.count.renamed
        }
    }

    /// The exit code of collecting alone.
    ///
    /// - Parameter tolerance: failed sources that are accepted; one more, and the run counts as failed. Nothing accepts
    ///   any number.
    package func exitCode(tolerance: Int? = nil) -> ExitCode {
        let failed = failed.count
        if failed == 0 { return .done }
        let isAnyAlive = entries.contains { !$0.hasBrokenOff || $0.count.isAny }
        return isAnyAlive && failed <= tolerance ?? .max ? .someSourcesFailed : .allSourcesFailed
    }
}

extension IngestCount {
    /// True where the source brought at least one item.
    package var isAny: Bool { new + changed + unchanged + deleted > 0 }
}
