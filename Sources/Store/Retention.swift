package import JuheKit

/// How long items are kept, by kind.
package struct Retention: Sendable, Hashable {
    /// Seconds by kind; a kind that is missing is kept for ever.
    package var spans: [Kind: Double]
    /// Seconds for items that are not sorted yet; for ever where nothing is said.
    package var unsorted: Double?

    /// Keeps everything where nothing is said.
    package init(spans: [Kind: Double] = [:], unsorted: Double? = nil) {
        self.spans = spans
        self.unsorted = unsorted
    }

    /// True where nothing is ever taken away.
    package var isEmpty: Bool { spans.isEmpty && unsorted == nil }
}

/// What was taken away, or would be.
package struct PruneCount: Sendable, Hashable, Encodable {
    /// Items by kind's name; `unsorted` for those without.
    package var items: [String: Int] = [:]
    /// Items that are old enough and stay because a sealed edition cites them.
    package var cited = 0

    /// All items.
    package var total: Int { items.values.reduce(0, +) }
}
