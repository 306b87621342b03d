/// The tree of words that a ``TermAutomaton`` is made from.
struct Trie {
    private var children: [[UInt16: UInt32]] = [[:]]
    private let families: Int
    /// By state: the longest proper suffix that is a state too; right after ``link()``.
    private(set) var failure: [UInt32] = [0]
    /// By state and family: the longest word that ends there, plus one.
    private(set) var outputs: [UInt32]

    /// A tree without words.
    init(families: Int) {
        self.families = families
        outputs = Array(repeating: 0, count: families)
    }

    /// Adds a word. Of two that fold to the same letters the first counts in each family.
    mutating func add(_ path: [UInt16], term: Int, families: Set<Int>) {
        var state = 0
        for letter in path {
            if let known = children[state][letter] {
                state = Int(known)
            } else {
                let new = UInt32(children.count)
                children[state][letter] = new
                children.append([:])
                failure.append(0)
                outputs += Array(repeating: 0, count: self.families)
                state = Int(new)
            }
        }
        for family in families where outputs[state * self.families + family] == 0 {
            outputs[state * self.families + family] = UInt32(term) + 1
        }
    }

    /// Links every state to its longest suffix, level by level, and lets it inherit that suffix's words.
    mutating func link() {
        var queue = children[0].values.sorted()
        var head = 0
        while head < queue.count {
            let state = Int(queue[head])
            head += 1
            for (letter, child) in children[state].sorted(by: { $0.key < $1.key }) {
                var suffix = failure[state]
                while suffix != 0, children[Int(suffix)][letter] == nil { suffix = failure[Int(suffix)] }
                let target = children[Int(suffix)][letter] ?? 0
                failure[Int(child)] = target == child ? 0 : target
                queue.append(child)
            }
            for family in 0..<families where outputs[state * families + family] == 0 {
                outputs[state * families + family] = outputs[Int(failure[state]) * families + family]
            }
        }
    }

    /// By letter: where the first state leads.
    func roots(letters: Int) -> [UInt32] {
        var roots = [UInt32](repeating: 0, count: letters + 1)
        for (letter, child) in children[0] { roots[Int(letter)] = child }
        return roots
    }

    /// All edges but those of the root, in no order.
    var edges: [EdgeTable.Edge] {
        children.indices.dropFirst().flatMap { state in
            children[state].map { EdgeTable.Edge(from: UInt32(state), letter: $0.key, to: $0.value) }
        }
    }
}
