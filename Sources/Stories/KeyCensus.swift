/// Tells which keys more than one item has. Most have one owner only, and need not be kept at all.
///
/// A sketch: two bits for each slot, which keys share. It never takes a shared key for a single one; one in ten of the single
/// ones it takes for shared, which costs a little memory and nothing else.
package struct KeyCensus: Sendable {
    /// Two bits each: 0 for none, 1 for one, 3 for more.
    private var slots: [UInt64]
    private let mask: UInt64

    /// A census of about so many items.
    package init(items: Int) {
        var words = 64
        // Twenty keys an item, eight slots a key, thirty-two slots a word.
        while words < items * 5 { words *= 2 }
        slots = [UInt64](repeating: 0, count: words)
        mask = UInt64(words * 32 - 1)
    }

    /// Counts a key of an item.
    package mutating func add(_ key: UInt64) {
        let (word, shift) = place(key)
        // 0 becomes 1, 1 becomes 3, 3 stays.
        let before = slots[word] >> shift & 3
        slots[word] |= (before << 1 | 1) << shift & 3 << shift
    }

    /// False where one item at most has the key.
    package func isShared(_ key: UInt64) -> Bool {
        let (word, shift) = place(key)
        return slots[word] >> shift & 3 == 3
    }

    /// False where no item has the key.
    package func contains(_ key: UInt64) -> Bool {
        let (word, shift) = place(key)
        return slots[word] >> shift & 3 != 0
    }

    private func place(_ key: UInt64) -> (word: Int, shift: UInt64) {
        let slot = key & mask
        return (Int(slot >> 5), (slot & 31) << 1)
    }
}
