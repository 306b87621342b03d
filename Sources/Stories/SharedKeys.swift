/// Finds which of very many keys more than one item has, while only those are kept: all keys are counted first, and those
/// that may be shared are confirmed in a second pass.
///
/// ```swift
/// var shared = SharedKeys(items: items.count)
/// for item in items { for key in item.keys { shared.count(key) } }
/// for item in items { for key in item.keys { shared.confirm(key) } }
/// shared.finish()
/// ```
package struct SharedKeys: Sendable {
    private var census: KeyCensus
    /// Each as often as it was confirmed.
    private var candidates: [UInt64] = []
    private var keys: Set<UInt64> = []

    /// The keys of about so many items.
    package init(items: Int) { census = KeyCensus(items: items) }

    /// Counts a key of an item: the first pass.
    package mutating func count(_ key: UInt64) { census.add(key) }

    /// Counts a key again: the second pass, over the same keys.
    package mutating func confirm(_ key: UInt64) {
        if census.isShared(key) { candidates.append(key) }
    }

    /// Ends the second pass.
    package mutating func finish() {
        candidates.sort()
        for (key, next) in zip(candidates, candidates.dropFirst()) where key == next { keys.insert(key) }
        candidates = []
    }

    /// True where more than one item has the key; right after ``finish()``.
    package func contains(_ key: UInt64) -> Bool {
        // Most keys are nobody else's, and the census tells so sooner.
        census.isShared(key) && keys.contains(key)
    }
}
