import JuheKit
package import Store
package import Stream

/// Understands stored items anew, where the vocabulary or a source's labels changed; costs nothing where nothing did.
package struct Relabelling: Sendable {
    private let store: any StreamStore
    private let enrichment: Enrichment
    private let digest: String

    private static let batch = 500

    /// Relabelling of a store.
    ///
    /// - Parameter digest: what tells this vocabulary from another, as ``Stream/Enrichment/digest(_:)`` gives it.
    package init(store: any StreamStore, enrichment: Enrichment, digest: String) {
        self.store = store
        self.enrichment = enrichment
        self.digest = digest
    }

    /// Marks what was understood by another vocabulary. Called before a collection, it leaves out what that takes in: items
    /// that come are understood by this vocabulary already.
    package func prepare() throws { try store.adopt(vocabulary: digest) }

    /// Labels what is to be labelled, in batches: a run that is cut off goes on where it was.
    /// - Returns: how many items were looked at.
    @discardableResult
    package func run() throws -> Int {
        try prepare()
        var count = 0
        while true {
            var items = try store.itemsToLabel(limit: Self.batch)
            if items.isEmpty { return count }
            for index in items.indices { enrichment.renew(&items[index]) }
            try store.relabel(items)
            count += items.count
        }
    }
}
