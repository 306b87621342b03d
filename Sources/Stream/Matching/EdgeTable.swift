/// Where a ``TermAutomaton`` goes from a state with a letter: a hash table with open addressing, so that nearly every
/// question is one look into memory.
struct EdgeTable: Sendable {
    /// From a state, never the root, with a letter to a state.
    struct Edge {
        var from: UInt32
        var letter: UInt16
        var to: UInt32
    }

    /// State and letter together; 0 is empty, as the root has no edges here.
    private let keys: [UInt64]
    private let targets: [UInt32]
    private let mask: Int
    /// By state: which of 64 kinds of letters lead on. Nearly every letter that does not is told by this small table.
    private let kinds: [UInt64]

    /// A table of edges between so many states.
    init(_ edges: [Edge], states: Int) {
        var kinds = [UInt64](repeating: 0, count: states)
        for edge in edges { kinds[Int(edge.from)] |= Self.kind(edge.letter) }
        self.kinds = kinds
        var size = 16
        while size < edges.count * 3 { size *= 2 }
        let mask = size - 1
        var keys = [UInt64](repeating: 0, count: size)
        var targets = [UInt32](repeating: 0, count: size)
        for edge in edges {
            let key = Self.key(edge.from, edge.letter)
            var at = Self.place(key) & mask
            while keys[at] != 0 { at = (at + 1) & mask }
            keys[at] = key
            targets[at] = edge.to
        }
        self.keys = keys
        self.targets = targets
        self.mask = mask
    }

    /// The state that an edge leads to; nothing where there is none.
    @inline(__always)
    func target(from state: UInt32, _ letter: UInt16) -> UInt32? {
        guard kinds[Int(state)] & Self.kind(letter) != 0 else { return nil }
        let key = Self.key(state, letter)
        var at = Self.place(key) & mask
        while keys[at] != 0 {
            if keys[at] == key { return targets[at] }
            at = (at + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private static func kind(_ letter: UInt16) -> UInt64 { 1 << UInt64(letter & 63) }

    @inline(__always)
    private static func key(_ state: UInt32, _ letter: UInt16) -> UInt64 { UInt64(state) << 16 | UInt64(letter) }

    /// Multiplication by the golden ratio spreads keys that follow each other (Knuth, The Art of Computer Programming 3,
    /// section 6.4).
    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
