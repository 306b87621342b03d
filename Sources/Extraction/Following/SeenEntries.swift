package import FoundationEssentials
package import JuheKit

/// What a source remembers of the entries of its list: which it has given, and whose article could not be had yet.
///
/// One line for each entry, the newest first; at most 4,000 lines of about 40 bytes.
package struct SeenEntries: Sendable, Equatable {
    private struct Memory: Sendable, Equatable {
        var fingerprint: UInt64
        /// How often its article was asked for in vain; 0 where it is done.
        var misses: Int
        /// Until when it is not asked for again after a miss, in minutes since 1970.
        var due = 0
        /// True where its article tells how something is done.
        var isProcedure = false

        func isDue(at minutes: Int) -> Bool {
            misses > 0 && misses <= SeenEntries.waits.count && due <= minutes
        }
    }

    private static let most = 4_000
    /// How many minutes an article is left alone after each miss: a server that is down today is up tomorrow, and what does not
    /// come within eleven days is gone. After one more miss it is not asked for again.
    private static let waits = [0, 60, 360, 1_440, 4_320, 10_080]

    private var entries: [UInt64: Memory] = [:]
    private var order: [UInt64] = []

    /// Remembers nothing.
    package init() {}

    /// Reads lines that ``lines`` wrote; others are passed over.
    package init(_ lines: some Sequence<Substring>) {
        for line in lines {
            let words = line.split(separator: " ")
            guard (3...5).contains(words.count), let key = UInt64(words[0], radix: 36),
                let print = UInt64(words[1], radix: 36), let misses = Int(words[2])
            else { continue }
            let due = words.dropFirst(3).lazy.compactMap { Int($0) }.first ?? 0
            let memory = Memory(fingerprint: print, misses: misses, due: due, isProcedure: words.last == "p")
            if entries.updateValue(memory, forKey: key) == nil { order.append(key) }
        }
    }

    /// The lines to keep.
    package var lines: [String] {
        order.prefix(Self.most).compactMap { key in
            entries[key].map {
                var line = "\(String(key, radix: 36)) \(String($0.fingerprint, radix: 36)) \($0.misses)"
                if $0.due > 0 { line += " \($0.due)" }
                return $0.isProcedure ? line + " p" : line
            }
        }
    }

    /// True where an article is to be asked for again now.
    package func hasMisses(at now: Date) -> Bool { entries.values.contains { $0.isDue(at: Self.minutes(now)) } }

    /// How many entries were given without the article that belongs to them.
    package var lacking: Int { entries.values.count { $0.misses > 0 } }

    /// True where an article is known that tells how something is done.
    package var hasProcedures: Bool { entries.values.contains { $0.isProcedure } }

    /// True where an entry is known whose article tells how something is done.
    package func isProcedure(_ item: Item) -> Bool { entries[Self.key(item)]?.isProcedure ?? false }

    /// True where an entry was given already and its article was read, however it stands in the list now.
    package func isWhole(_ item: Item) -> Bool { entries[Self.key(item)]?.misses == 0 }

    /// True where an entry was given already, as it stands in the list now.
    package func knows(_ item: Item) -> Bool { entries[Self.key(item)]?.fingerprint == Self.fingerprint(item) }

    /// True where an entry is to be given: it is new, its line in the list has changed, or its article is still missing.
    package func wants(_ item: Item, at now: Date) -> Bool {
        guard let memory = entries[Self.key(item)] else { return true }
        return memory.fingerprint != Self.fingerprint(item) || memory.isDue(at: Self.minutes(now))
    }

    /// Remembers an entry, as the list had it, and whether its article was missing.
    ///
    /// - Parameter isProcedure: whether its article tells how something is done; nothing where it was not read.
    package mutating func remember(_ item: Item, missing: Bool, at now: Date, isProcedure: Bool? = nil) {
        let (key, known) = (Self.key(item), entries[Self.key(item)])
        let misses = missing ? min((known?.misses ?? 0) + 1, Self.waits.count + 1) : 0
        let wait = misses > 0 && misses <= Self.waits.count ? Self.waits[misses - 1] : 0
        let memory = Memory(
            fingerprint: Self.fingerprint(item), misses: misses, due: wait > 0 ? Self.minutes(now) + wait : 0,
            isProcedure: isProcedure ?? known?.isProcedure ?? false)
        if entries.updateValue(memory, forKey: key) == nil {
            order.insert(key, at: 0)
        }
    }

    /// Minutes since 1970; a run that comes a little early, as cron does, is not put off to the next.
    private static func minutes(_ now: Date) -> Int { Int((now.timeIntervalSince1970 + 30) / 60) }

    private static func key(_ item: Item) -> UInt64 { hash(item.url ?? item.id) }

    private static func fingerprint(_ item: Item) -> UInt64 {
        hash("\(item.title ?? "") \(item.datePublished.map { Timestamp.text($0) } ?? "")")
    }

    private static func hash(_ text: String) -> UInt64 { FNV1a.hash(text) }
}
