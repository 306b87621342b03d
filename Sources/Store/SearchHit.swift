package import JuheKit

/// In which order results come.
package enum SearchOrder: Sendable {
    /// By date.
    case newest
    /// By relevance and recency.
    case relevance
}

/// An item that a query found.
package struct SearchHit: Sendable, Hashable {
    /// The item at its newest version.
    package var item: Item
    /// How well it answers; nothing where results are by date.
    package var score: Double?
}
