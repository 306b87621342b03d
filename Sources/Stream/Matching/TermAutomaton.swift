/// Finds all words of several lists in one pass over a text, however many there are (Aho and Corasick 1975).
///
/// The alphabet is the scalars that occur in any word, numbered; every other scalar leads back to the beginning with one
/// look into a table. Those that words begin with have the first numbers, and the states behind them the same. Most of a
/// text begins no word, and most of what could begin one goes on otherwise: one bit for every two letters that begin a
/// word tells so, and only behind those a state is gone to. Edges are found by state and letter in one table.
struct TermAutomaton: Sendable {
    /// How many lists of words there are; each is searched as if the others were not there.
    let families: Int
    /// By scalar of the Basic Multilingual Plane: its letter; ``passed`` for those that are passed over, 0 for others. What
    /// is passed over or is one of the ``TextMarks`` has ``special`` set.
    private let letters: [UInt16]
    /// How many letters begin a word. They are the first ones, and the first state leads with each to the state of its
    /// number, with others back to itself.
    private let starts: UInt16
    /// How many letters are a word by themselves, which are the first of those.
    private let singles: UInt16
    /// Which two letters may begin a word, a bit each; some others share theirs.
    private let pairs: [UInt64]
    private let edges: EdgeTable
    private let states: [State]
    /// By state and family: the longest word that ends there, plus one; 0 for none.
    private let outputs: [UInt32]
    /// By term: its length in folded scalars.
    private let lengths: [UInt16]

    private static let special: UInt16 = 0x8000
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
        func number(_ scalar: UInt32, _ letters: inout [UInt16]) {
            // So many letters have no words in any vocabulary; with others they would be none.
            guard letters[Int(scalar)] == 0, count < Self.special - 2 else { return }
            count += 1
            letters[Int(scalar)] = count
        }
        let folded = words.map { TextFolding.fold($0.word).filter { $0 < 0x1_0000 } }
        for scalars in folded where scalars.count == 1 { number(scalars[0], &letters) }
        singles = count
        for scalars in folded { if let first = scalars.first { number(first, &letters) } }
        starts = count
        var trie = Trie(families: families, roots: count, letters: folded.reduce(0) { $0 + $1.count })
        for (index, scalars) in folded.enumerated() where !scalars.isEmpty {
            for scalar in scalars { number(scalar, &letters) }
            trie.add(scalars.map { letters[Int($0)] }, term: index, families: words[index].families)
        }
        // Every scalar that folds to one of these shares its letter.
        for scalar in letters.indices {
            guard let folded = TextFolding.fold(UInt32(scalar)) else {
                letters[scalar] = Self.passed
                continue
            }
            letters[scalar] = letters[Int(folded)]
        }
        for scalar in letters.indices where TextMarks.isMark(UInt32(scalar)) { letters[scalar] |= Self.special }
        trie.link()
        self.families = families
        self.letters = letters
        lengths = folded.map { UInt16(min($0.count, Int(UInt16.max))) }
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
        var pairs = [UInt64](repeating: 0, count: 1 << (Self.pairBits - 6))
        for edge in edges where edge.from <= UInt32(starts) {
            let pair = Self.pair(edge.from, edge.letter)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        self.pairs = pairs
    }

    /// Finds the words of a text, the longest as ``LongestMatches`` says, and sees on the way what marks the text has.
    ///
    /// - Parameters:
    ///   - wanted: the families that are looked for, a bit each; others stay empty.
    ///   - limit: how many bytes are searched at most for words.
    func scan(_ text: String, wanted: UInt8 = .max, limit: Int = .max) -> FoundTerms {
        var found = FoundTerms()
        var text = text
        text.withUTF8 { bytes in
            // No state that one letter leads to: of those is known only which letter it was.
            var state: UInt32 = 0
            var before: UInt32 = 0
            var position = 0
            var at = 0
            let end = min(bytes.count, limit)
            let letters = letters.span
            let pairs = pairs.span
            while at < end {
                let scalar = ScalarBytes.scalar(bytes, &at)
                var letter = scalar < 0x1_0000 ? letters[Int(scalar)] : 0
                if letter & Self.special != 0 {
                    let start = at &- (scalar < 0x80 ? 1 : 3)
                    found.marks.formUnion(TextMarks(of: scalar, behind: start > 0 ? bytes[start &- 1] : 0))
                    if letter == Self.passed { continue }
                    letter &= ~Self.special
                }
                position &+= 1
                if state != 0 {
                    state = letter == 0 ? 0 : next(state, letter)
                } else if Self.begins(before, letter, in: pairs), let target = edges.target(from: before, letter) {
                    state = target
                }
                if state <= UInt32(starts) {
                    // 0 where the letter begins no word. Which it is nobody can guess, so that nothing is to hang on it.
                    before = UInt32(letter) & UInt32(bitPattern: (Int32(letter) &- Int32(starts) &- 1) >> 31)
                    state = 0
                    // Nor is 0 one of the singles.
                    if letter &- 1 >= singles { continue }
                    state = before
                }
                var rest = states[Int(state)].ending & wanted
                while rest != 0 {
                    let family = rest.trailingZeroBitCount
                    rest &= rest &- 1
                    let term = Int(outputs[Int(state) * families + family] - 1)
                    found.add(
                        TermMatch(term: term, start: position - Int(lengths[term]), end: position), family: family)
                }
            }
            if at < bytes.count { found.marks.formUnion(TextMarks(of: bytes, from: at)) }
        }
        return found
    }

    /// False where these two letters begin no word.
    @inline(__always)
    private static func begins(_ first: UInt32, _ second: UInt16, in pairs: Span<UInt64>) -> Bool {
        let pair = pair(first, second)
        return pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0
    }

    /// A number for two letters, below 2^``pairBits``.
    @inline(__always)
    private static func pair(_ first: UInt32, _ second: UInt16) -> Int {
        Int((first &* 0x9E37_79B1 &+ UInt32(second) &* 0x85EB_CA77) >> UInt32(32 - pairBits))
    }

    /// 8 KB, which stay near; the words of a vocabulary set some thousand of these bits.
    private static let pairBits = 16

    @inline(__always)
    private func next(_ from: UInt32, _ letter: UInt16) -> UInt32 {
        var state = from
        while state != 0 {
            let known = states[Int(state)]
            if known.kinds & Self.kind(letter) != 0, let target = edges.target(from: state, letter) { return target }
            state = known.failure
        }
        return letter <= starts ? UInt32(letter) : 0
    }

    @inline(__always)
    private static func kind(_ letter: UInt16) -> UInt64 { 1 << UInt64(letter & 63) }
}
