internal import JuheKit

/// The points that a text gives to each group, and the words that gave them.
struct Scores {
    /// By group, as ``index(_:)`` counts them.
    private var points = InlineArray<12, Int>(repeating: 0)
    private var hits: [(group: Lexicon.Group, word: String)] = []
    /// The units that are named, with what they are.
    private(set) var units: [(name: String, organ: UnitRegister.Organ)] = []

    /// Adds the words of one family.
    ///
    /// - Parameters:
    ///   - weight: by what points are multiplied.
    ///   - repeats: how often one word counts.
    mutating func add(
        _ matches: [TermMatch], _ family: Meanings.Family, _ meanings: Meanings, weight: Int = 1, repeats: Int = .max
    ) {
        // Looking back is cheaper than a table only where words are few.
        var seen = matches.count > Self.few ? [UInt8](repeating: 0, count: meanings.count) : []
        for (index, match) in matches.enumerated() {
            var earlier = 0
            if seen.isEmpty {
                for other in matches[..<index] where other.term == match.term { earlier += 1 }
            } else {
                earlier = Int(seen[match.term])
                if earlier < 255 { seen[match.term] += 1 }
            }
            if earlier >= repeats { continue }
            for meaning in meanings.meanings(match, family) {
                switch meaning {
                case .word(let group, let value):
                    points[Self.index(group)] += value * weight
                    if value > 0, earlier == 0 { addHit(group, meanings.word(match)) }
                case .unit(let organ): if earlier == 0 { units.append((meanings.word(match), organ)) }
                case .label: break
                }
            }
        }
    }

    /// Adds points to one group.
    mutating func add(_ value: Int, to group: Lexicon.Group, word: String) {
        points[Self.index(group)] += value
        if value > 0, !hits.contains(where: { $0.group == group && $0.word == word }) { addHit(group, word) }
    }

    private mutating func addHit(_ group: Lexicon.Group, _ word: String) {
        // A title has some words, and growing from one on is dear.
        if hits.isEmpty { hits.reserveCapacity(8) }
        hits.append((group, word))
    }

    /// The points of a group.
    subscript(group: Lexicon.Group) -> Int { points[Self.index(group)] }

    /// The words that spoke for any of these groups, in the order found, at most eight.
    func words(_ groups: Lexicon.Group...) -> [String] {
        var words: [String] = []
        for group in groups {
            for hit in hits where hit.group == group && words.count < 8 { words.append(hit.word) }
        }
        return words
    }

    /// True where a unit of this kind is named.
    func names(_ organ: UnitRegister.Organ) -> Bool { units.contains { $0.organ == organ } }

    private static let few = 64

    private static func index(_ group: Lexicon.Group) -> Int {
        switch group {
        case .partyActors: 0
        case .party: 1
        case .business: 2
        case .fusion: 3
        case .serving: 4
        case .caring: 5
        case .office: 6
        case .ignore: 7
        case .policy: 8
        case .procedure: 9
        case .update: 10
        case .service: 11
        }
    }
}
