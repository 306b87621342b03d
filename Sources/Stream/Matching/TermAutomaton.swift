/// Finds all words of several lists in one pass over a text, however many there are (Aho and Corasick 1975).
///
/// The alphabet is the scalars that occur in any word, numbered; every other scalar leads back to the beginning with one
/// look into a table. Edges are found by state and letter in one table.
struct TermAutomaton: Sendable {
    /// How many lists of words there are; each is searched as if the others were not there.
    let families: Int
    /// By scalar of the Basic Multilingual Plane: its letter; ``passed`` for those that are passed over, 0 for others.
    private let letters: [UInt16]
    /// By letter: where the first state leads; 0 back to itself.
    private let roots: [UInt32]
    private let edges: EdgeTable
    private let states: [State]
    /// By state and family: the longest word that ends there, plus one; 0 for none.
    private let outputs: [UInt32]
    /// By term: its length in folded scalars.
    private let lengths: [UInt16]

    private static let passed = UInt16.max

    private struct State {
        /// Which of 64 kinds of letters lead on. Nearly every letter that does not is told by it.
        var kinds: UInt64 = 0
        /// The longest proper suffix that is a state too.
        var failure: UInt32
        /// The families of which a word ends there, a bit each.
        var ending: UInt8
    }

    /// An automaton of words, each with the families it belongs to, a bit each. Words that fold to nothing are never found.
    ///
    /// - Parameter families: ``FoundTerms/mostFamilies`` at most.
    init(_ words: [(word: String, families: UInt8)], families: Int) {
        var letters = [UInt16](repeating: 0, count: 0x1_0000)
        var count: UInt16 = 0
        var trie = Trie(families: families)
        var lengths: [UInt16] = []
        for (index, entry) in words.enumerated() {
            let scalars = TextFolding.fold(entry.word).filter { $0 < 0x1_0000 }
            lengths.append(UInt16(min(scalars.count, Int(UInt16.max))))
            var path: [UInt16] = []
            for scalar in scalars {
                if letters[Int(scalar)] == 0 {
                    count += 1
                    letters[Int(scalar)] = count
                }
                path.append(letters[Int(scalar)])
            }
            if !path.isEmpty { trie.add(path, term: index, families: entry.families) }
        }
        // Every scalar that folds to one of these shares its letter.
        for scalar in letters.indices {
            guard let folded = TextFolding.fold(UInt32(scalar)) else {
                letters[scalar] = Self.passed
                continue
            }
            letters[scalar] = letters[Int(folded)]
        }
        trie.link()
        self.families = families
        self.letters = letters
        self.lengths = lengths
        roots = trie.roots(letters: Int(count))
        outputs = trie.outputs
        var states = trie.failure.enumerated().map { state, failure in
            let ending: UInt8 = (0..<families).reduce(0) {
                $0 | (trie.outputs[state * families + $1] != 0 ? 1 << UInt8($1) : 0)
            }
            return State(failure: failure, ending: ending)
        }
        let edges = trie.edges
        for edge in edges { states[Int(edge.from)].kinds |= Self.kind(edge.letter) }
        self.states = states
        self.edges = EdgeTable(edges)
    }

    /// Finds the words of a text, the longest as ``LongestMatches`` says.
    ///
    /// - Parameters:
    ///   - wanted: the families that are looked for, a bit each; others stay empty.
    ///   - limit: how many bytes are read at most.
    func scan(_ text: String, wanted: UInt8 = .max, limit: Int = .max) -> FoundTerms {
        var found = FoundTerms()
        var text = text
        text.withUTF8 { bytes in
            var state: UInt32 = 0
            var position = 0
            var at = 0
            let end = min(bytes.count, limit)
            while at < end {
                let scalar = ScalarBytes.scalar(bytes, &at)
                let letter = scalar < 0x1_0000 ? letters[Int(scalar)] : 0
                if letter == Self.passed { continue }
                position &+= 1
                if letter == 0 {
                    state = 0
                    continue
                }
                state = next(state, letter)
                var rest = states[Int(state)].ending & wanted
                while rest != 0 {
                    let family = rest.trailingZeroBitCount
                    rest &= rest &- 1
                    let term = Int(outputs[Int(state) * families + family] - 1)
                    found.add(
                        TermMatch(term: term, start: position - Int(lengths[term]), end: position), family: family)
                }
            }
        }
        return found
    }

    @inline(__always)
    private func next(_ from: UInt32, _ letter: UInt16) -> UInt32 {
        var state = from
        while state != 0 {
            let known = states[Int(state)]
            if known.kinds & Self.kind(letter) != 0, let target = edges.target(from: state, letter) { return target }
            state = known.failure
        }
        return roots[Int(letter)]
    }

    @inline(__always)
    private static func kind(_ letter: UInt16) -> UInt64 { 1 << UInt64(letter & 63) }
}
