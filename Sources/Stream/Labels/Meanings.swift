internal import JuheKit

/// What the words of a vocabulary mean, and the automaton that finds them.
struct Meanings: Sendable {
    /// Lists of words that are searched independently of each other.
    enum Family: Int, CaseIterable {
        /// Words of tracks, and names of units, which mask them.
        case track
        /// Words of kinds.
        case kind
        /// What bodies say.
        case body
        /// Brands, topics, activities, stages, pairs.
        case labels

        /// What is looked for in titles, a bit each.
        static let inTitles = bits([.track, .kind, .labels])
        /// What is looked for in bodies.
        static let inBodies = bits([.track, .body, .labels])

        private static func bits(_ families: [Family]) -> UInt8 { families.reduce(0) { $0 | 1 << UInt8($1.rawValue) } }
    }

    /// One meaning of one word.
    enum Meaning: Sendable {
        /// Speaks for a group.
        case word(Lexicon.Group, points: Int)
        /// Names a unit.
        case unit(UnitRegister.Organ)
        /// Gives a label, by its index in ``labels``.
        case label(Int)
    }

    let automaton: TermAutomaton
    /// The labels that words may give.
    let labels: [LabelRegister.Entry]
    private let words: [String]
    /// Word by word and family by family, one behind the other.
    private let meanings: [Meaning]
    /// By word and family: where its meanings begin in ``meanings``; and one more, where the last ones end.
    private let starts: [UInt32]

    init(_ vocabulary: Vocabulary) {
        var table = Table()
        for entry in vocabulary.lexicon.track { table.add(entry, .track) }
        for entry in vocabulary.lexicon.kind { table.add(entry, .kind) }
        for entry in vocabulary.lexicon.body { table.add(entry, .body) }
        for name in vocabulary.units.names { table.add(name.name, .unit(name.organ), .track, isOnlyOne: true) }
        var labels = vocabulary.labels.entries
        for unit in vocabulary.units.units {
            if let brand = unit.brand {
                labels.append(LabelRegister.Entry(.brand, name: brand.name, words: brand.aliases))
            }
            for pair in unit.pairs { labels.append(LabelRegister.Entry(.pair, name: pair)) }
        }
        for (index, label) in labels.enumerated() {
            for word in Set([label.name] + label.words) { table.add(word, .label(index), .labels) }
        }
        self.labels = labels
        words = table.words
        meanings = Array(table.meanings.joined())
        starts = table.meanings.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.count)) }
        automaton = TermAutomaton(
            table.words.indices.map { (table.words[$0], table.families(of: $0)) }, families: Self.families)
    }

    /// A word as the vocabulary writes it.
    func word(_ match: TermMatch) -> String { words[match.term] }

    /// What a word means in one family.
    func meanings(_ match: TermMatch, _ family: Family) -> ArraySlice<Meaning> { meanings[places(match, family)] }

    /// The same, each by its place; asking for one by one copies no list.
    func places(_ match: TermMatch, _ family: Family) -> Range<Int> {
        let place = match.term * Self.families + family.rawValue
        return Int(starts[place])..<Int(starts[place + 1])
    }

    /// The meaning at a place.
    subscript(place: Int) -> Meaning { meanings[place] }

    /// How many words there are.
    var count: Int { words.count }

    fileprivate static let families = Family.allCases.count
}

/// Words that fold alike are one word with several meanings.
private struct Table {
    var words: [String] = []
    /// By word and family.
    var meanings: [[Meanings.Meaning]] = []
    private var indices: [[UInt32]: Int] = [:]

    mutating func add(_ entry: Lexicon.Entry, _ family: Meanings.Family) {
        for word in entry.words { add(word, .word(entry.group, points: entry.points), family) }
    }

    mutating func add(
        _ word: String, _ meaning: Meanings.Meaning, _ family: Meanings.Family, isOnlyOne: Bool = false
    ) {
        let folded = TextFolding.fold(word)
        if folded.isEmpty { return }
        let index: Int
        if let known = indices[folded] {
            index = known
        } else {
            index = words.count
            indices[folded] = index
            words.append(word)
            for _ in 0..<Meanings.families { meanings.append([]) }
        }
        let place = index * Meanings.families + family.rawValue
        if isOnlyOne, meanings[place].contains(where: { if case .unit = $0 { true } else { false } }) { return }
        meanings[place].append(meaning)
    }

    /// The families that a word means something in, a bit each.
    func families(of index: Int) -> UInt8 {
        (0..<Meanings.families).reduce(0) { bits, family in
            meanings[index * Meanings.families + family].isEmpty ? bits : bits | 1 << UInt8(family)
        }
    }
}
