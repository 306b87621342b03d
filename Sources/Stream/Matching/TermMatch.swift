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
        if kept < matches.count { matches.removeLast(matches.count - kept) }
        // Most texts have some words of a list or none.
        if matches.isEmpty { matches.reserveCapacity(16) }
        matches.append(match)
    }
}

/// The words of a text, family by family.
struct FoundTerms {
    /// Families that can be searched at one time. Few enough to have a place each: most texts have words of none.
    static let mostFamilies = 4

    /// What else stands somewhere in the text.
    var marks: TextMarks = []

    private var families = (LongestMatches(), LongestMatches(), LongestMatches(), LongestMatches())

    /// The words of one family, from left to right.
    subscript(family: Int) -> [TermMatch] {
        switch family {
        case 0: families.0.matches
        case 1: families.1.matches
        case 2: families.2.matches
        default: families.3.matches
        }
    }

    mutating func add(_ match: TermMatch, family: Int) {
        switch family {
        case 0: families.0.add(match)
        case 1: families.1.add(match)
        case 2: families.2.add(match)
        default: families.3.add(match)
        }
    }
}
