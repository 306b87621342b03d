/// The tree of words that a ``TermAutomaton`` is made from.
struct Trie {
    /// By state and letter, joined to one key: the state that follows.
    private var children: [UInt64: UInt32] = [:]
    /// By state: the one that it follows, and with what letter.
    private var parents: [UInt32] = [0]
    private var letters: [UInt16] = [0]
    /// The states by how many letters lead to them, from one on.
    private var levels: [[UInt32]] = []
    private let families: Int
    /// By state: the longest proper suffix that is a state too; right after ``link()``.
    private(set) var failure: [UInt32] = [0]
    /// By state and family: the longest word that ends there, plus one.
    private(set) var outputs: [UInt32]

    /// A tree without words.
    ///
    /// - Parameters:
    ///   - roots: the letters from 1 to this one begin words; the states behind them get the same numbers.
    ///   - letters: of how many letters all words are together.
    init(families: Int, roots: UInt16, letters: Int) {
        self.families = families
        children.reserveCapacity(letters)
        outputs = Array(repeating: 0, count: families)
        for letter in 0..<roots { _ = child(of: 0, letter + 1, depth: 0) }
    }

    /// Adds a word. Of two that fold to the same letters the first counts in each family. What is beyond
    /// ``EdgeTable/mostStates`` letters of all words together is left out; no vocabulary comes near.
    ///
    /// - Parameter families: a bit for each that it belongs to.
    mutating func add(_ path: [UInt16], term: Int, families: UInt8) {
        guard parents.count + path.count <= EdgeTable.mostStates else { return }
        var state: UInt32 = 0
        for (depth, letter) in path.enumerated() {
            state = child(of: state, letter, depth: depth)
        }
        let place = Int(state) * self.families
        for family in 0..<self.families where families & 1 << UInt8(family) != 0 && outputs[place + family] == 0 {
            outputs[place + family] = UInt32(term) + 1
        }
    }

    /// The state that follows another, made where there is none.
    private mutating func child(of state: UInt32, _ letter: UInt16, depth: Int) -> UInt32 {
        let key = Self.key(state, letter)
        if let known = children[key] { return known }
        let new = UInt32(parents.count)
        children[key] = new
        parents.append(state)
        letters.append(letter)
        failure.append(0)
        for _ in 0..<families { outputs.append(0) }
        if depth == levels.count { levels.append([]) }
        levels[depth].append(new)
        return new
    }

    /// Links every state to its longest suffix, level by level, and lets it inherit that suffix's words.
    mutating func link() {
        for state in levels.joined().lazy.map(Int.init) {
            if parents[state] != 0 { failure[state] = suffix(of: state) }
            for family in 0..<families where outputs[state * families + family] == 0 {
                outputs[state * families + family] = outputs[Int(failure[state]) * families + family]
            }
        }
    }

    private func suffix(of state: Int) -> UInt32 {
        var shorter = failure[Int(parents[state])]
        while true {
            if let found = children[Self.key(shorter, letters[state])] { return found }
            if shorter == 0 { return 0 }
            shorter = failure[Int(shorter)]
        }
    }

    /// All edges but those of the root, in no order.
    var edges: [EdgeTable.Edge] {
        levels.dropFirst().joined().map { state in
            EdgeTable.Edge(from: parents[Int(state)], letter: letters[Int(state)], to: state)
        }
    }

    private static func key(_ state: UInt32, _ letter: UInt16) -> UInt64 { UInt64(state) << 16 | UInt64(letter) }
}
