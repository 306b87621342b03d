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
        if matches.count <= Self.few {
            for index in matches.indices {
                let match = matches[index]
                var earlier = 0
                for other in 0..<index where matches[other].term == match.term { earlier += 1 }
                if earlier < repeats { add(match, family, meanings, weight, isFirst: earlier == 0) }
            }
            return
        }
        var seen = [UInt8](repeating: 0, count: meanings.count)
        for match in matches {
            let earlier = seen[match.term]
            if earlier < 255 { seen[match.term] = earlier + 1 }
            if Int(earlier) < repeats { add(match, family, meanings, weight, isFirst: earlier == 0) }
        }
    }

    private mutating func add(
        _ match: TermMatch, _ family: Meanings.Family, _ meanings: Meanings, _ weight: Int, isFirst: Bool
    ) {
        for place in meanings.places(match, family) {
            switch meanings[place] {
            case .word(let group, let value):
                points[Self.index(group)] += value * weight
                if value > 0, isFirst { addHit(group, meanings.word(match)) }
            case .unit(let organ): if isFirst { units.append((meanings.word(match), organ)) }
            case .label: break
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

    /// The words that spoke for a group, in the order found, at most eight.
    func words(_ group: Lexicon.Group) -> [String] { words([group]) }

    /// The words that spoke for these groups, group by group in the order found, so many of each at most.
    func words(_ groups: [Lexicon.Group], most: Int = 8) -> [String] {
        var words: [String] = []
        if hits.isEmpty { return words }
        words.reserveCapacity(min(hits.count, groups.count * most))
        for group in groups {
            var count = 0
            for place in hits.indices where hits[place].group == group && count < most {
                words.append(hits[place].word)
                count += 1
            }
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
