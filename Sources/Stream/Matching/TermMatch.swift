/// A word that was found: which, and where, counted in folded scalars.
struct TermMatch: Equatable {
    /// The word's index.
    var term: Int
    /// Its first scalar.
    var start: Int
    /// The scalar after its last.
    var end: Int

    /// How long it is.
    var length: Int { end - start }
}

/// The words of a text, found from left to right: where words overlap, the longest stays, of two equal ones the first.
struct LongestMatches {
    private(set) var matches: [TermMatch] = []

    /// Takes the longest word that ends where `match` ends.
    mutating func add(_ match: TermMatch) {
        var kept = matches.count
        while kept > 0, matches[kept - 1].end > match.start {
            let earlier = matches[kept - 1]
            if earlier.start < match.start, earlier.length >= match.length { return }
            kept -= 1
        }
        matches.removeLast(matches.count - kept)
        // Most texts have some words of a list or none.
        if matches.isEmpty { matches.reserveCapacity(16) }
        matches.append(match)
    }
}
