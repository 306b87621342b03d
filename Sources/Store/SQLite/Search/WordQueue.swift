import Search

/// Words of items that were just taken in and are not in the index yet, so that their texts need not be read again.
///
/// It lives in memory only: what is lost with it, the index reads from the items.
struct WordQueue: Sendable {
    /// A change of the stream.
    struct Entry: Sendable {
        var change: Int64
        var number: Int64
        var sortDate: Int64
        /// True where the index cannot have an older row of the item.
        var isNew: Bool
        /// Nothing where the item is deleted.
        var words: SearchDocument?
    }

    /// Entries and bytes of words from which on the queue is to be emptied.
    private static let most = (entries: 4_000, bytes: 10_000_000)

    private(set) var entries: [Entry] = []
    private var bytes = 0

    /// True where it holds as much as it may.
    var isFull: Bool { entries.count >= Self.most.entries || bytes >= Self.most.bytes }

    mutating func add(_ entry: Entry) {
        entries.append(entry)
        bytes += (entry.words?.body.bytes.count ?? 0) + (entry.words?.title.bytes.count ?? 0)
    }

    mutating func add(_ other: WordQueue) {
        entries += other.entries
        bytes += other.bytes
    }

    /// The changes that follow `change` without a gap; empty where the next one is not here.
    func following(_ change: Int64) -> ArraySlice<Entry> {
        guard let start = entries.firstIndex(where: { $0.change == change + 1 }) else { return [] }
        var end = start
        while end < entries.count, entries[end].change == change + 1 + Int64(end - start) { end += 1 }
        return entries[start..<end]
    }
}
