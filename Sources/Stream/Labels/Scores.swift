internal import JuheKit

/// The points that a text gives to each group, and the words that gave them.
struct Scores {
    private var points = [Int](repeating: 0, count: Lexicon.Group.allCases.count)
    private var words = [[String]](repeating: [], count: Lexicon.Group.allCases.count)
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
        var seen: [Int: Int] = [:]
        for match in matches {
            let count = seen[match.term, default: 0]
            seen[match.term] = count + 1
            if count >= repeats { continue }
            for meaning in meanings.meanings(match, family) {
                switch meaning {
                case .word(let group, let value): add(value * weight, to: group, word: meanings.word(match))
                case .unit(let organ): if count == 0 { units.append((meanings.word(match), organ)) }
                case .label: break
                }
            }
        }
    }

    /// Adds points to one group.
    mutating func add(_ value: Int, to group: Lexicon.Group, word: String) {
        let index = Self.index(group)
        points[index] += value
        if value > 0, !words[index].contains(word) { words[index].append(word) }
    }

    /// The points of a group.
    subscript(group: Lexicon.Group) -> Int { points[Self.index(group)] }

    /// The words that spoke for any of these groups, in the order found, at most eight.
    func words(_ groups: Lexicon.Group...) -> [String] {
        Array(groups.flatMap { words[Self.index($0)] }.prefix(8))
    }

    /// True where a unit of this kind is named.
    func names(_ organ: UnitRegister.Organ) -> Bool { units.contains { $0.organ == organ } }

    private static func index(_ group: Lexicon.Group) -> Int {
        switch group {
        case .partyActors: 0
        case .party: 1
        case .business: 2
        case .fusion: 3
        case .serving: 4
        case .office: 5
        case .ignore: 6
        case .policy: 7
        case .procedure: 8
        case .update: 9
        }
    }
}
