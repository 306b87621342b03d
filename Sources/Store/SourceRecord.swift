package import Foundation
package import JuheKit

/// What is remembered of a source between runs.
package struct SourceRecord: Sendable, Hashable {
    /// The source's identifier.
    package var id: String
    /// Its checkpoint, in its own words.
    package var state: String?
    /// When it was last asked.
    package var lastAttempt: Date?
    /// When it last answered well.
    package var lastSuccess: Date?
    /// When it last brought something new or changed.
    package var lastChange: Date?
    /// Failed runs in a row.
    package var failures: Int
    /// The first failure of the last run, if it failed.
    package var failure: Failure?
    /// The failures that the operator has heard of, by ``JuheKit/Failure/signature``; empty once all is well and told.
    package var reported: Set<String>
    /// Items it has in the stream.
    package var items: Int
    /// How it has behaved.
    package var course = SourceCourse()

    /// A source that was never asked.
    package init(id: String) {
        self.id = id
        failures = 0
        reported = []
        items = 0
    }
}

/// The labels that a source's configuration gives to its items.
package struct SourceLabels: Sendable, Hashable, Codable {
    /// The publishing unit.
    package var unit: String?
    /// The column.
    package var column: String?
    /// The track.
    package var track: Track?
    /// The kind.
    package var kind: Kind?

    /// The labels of a source as it is configured now.
    package init(_ profile: SourceProfile) {
        unit = profile.unit
        column = profile.column
        track = profile.track
        kind = profile.kind
    }
}

/// What one source brought in one run.
package struct SourceBatch: Sendable {
    /// The source's identifier.
    package var source: String
    /// Its items, in its order.
    package var items: [NormalizedItem]
    /// Identities of items it no longer has.
    package var retracted: [String]
    /// Its new checkpoint; nothing where it broke off or said nothing: then the old one stays.
    package var checkpoint: String?
    /// Its failures; empty where all went well.
    package var failures: [Failure]
    /// The labels of its configuration. Where they differ from those of the run before, its items are labelled anew.
    package var labels: SourceLabels?
    /// How it has behaved, this run included; nothing where that is as it was.
    package var course: SourceCourse?
    /// Files that an operator is to look at.
    package var held: [HeldFile]
    /// Paths of files that need no look any more.
    package var settled: [String]
    /// For each item what it is found by, nothing for one that the store has as it is; empty where that was not prepared.
    private(set) var findables: [Findable?] = []

    /// What one source brought.
    package init(
        source: String, items: [NormalizedItem], retracted: [String] = [], checkpoint: String? = nil,
        failures: [Failure] = [], labels: SourceLabels? = nil, held: [HeldFile] = [], settled: [String] = []
    ) {
        self.source = source
        self.items = items
        self.retracted = retracted
        self.checkpoint = checkpoint
        self.failures = failures
        self.labels = labels
        self.held = held
        self.settled = settled
    }

    /// Makes what the items are found by, which the store otherwise makes while it is locked. Items must not change after.
    package mutating func prepare() {
        findables.reserveCapacity(items.count)
        for index in items.indices { findables.append(items[index].takeFindable()) }
    }
}

extension NormalizedItem {
    /// What it is found by, nothing where the store has it as it is. Asked of the item where it stays, so that it is not
    /// copied.
    fileprivate mutating func takeFindable() -> Findable? {
        // The words are made of it.
        defer { text = nil }
        return isKnown ? nil : Findable(self)
    }
}

/// What became of one source's items.
package struct IngestCount: Sendable, Hashable {
    /// Items seen for the first time.
    package var new = 0
    /// Items that are new versions.
    package var changed = 0
    /// Items that are as they were.
    package var unchanged = 0
    /// Items that were marked as deleted.
    package var deleted = 0
    /// Items that came under new identifiers and were known again by title and content.
    package var renamed = 0

    /// Nothing yet.
    package init() {}
}
