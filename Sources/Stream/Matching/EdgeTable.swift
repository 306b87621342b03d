/// Where a ``TermAutomaton`` goes from a state with a letter: a hash table with open addressing, so that nearly every
/// question is one look into memory.
struct EdgeTable: Sendable {
    /// From a state, never the root, with a letter to a state.
    struct Edge {
        var from: UInt32
        var letter: UInt16
        var to: UInt32
    }

    /// States are numbered below this.
    static let mostStates = 1 << bits

    private static let bits = 24

    /// State and letter, and behind them where they lead; 0 is empty, as the root has no edges here.
    private let slots: [UInt64]
    private let mask: Int

    /// A table of edges.
    init(_ edges: [Edge]) {
        var size = 16
        // Fuller than tables mostly are: what is small stays near.
        while size * 2 < edges.count * 3 { size *= 2 }
        let mask = size - 1
        var slots = [UInt64](repeating: 0, count: size)
        for edge in edges {
            let key = Self.key(edge.from, edge.letter)
            var at = Self.place(key) & mask
            while slots[at] != 0 { at = (at + 1) & mask }
            slots[at] = key << UInt64(Self.bits) | UInt64(edge.to)
        }
        self.slots = slots
        self.mask = mask
    }

    /// The state that an edge leads to; nothing where there is none.
    @inline(__always)
    func target(from state: UInt32, _ letter: UInt16) -> UInt32? {
        let key = Self.key(state, letter)
        var at = Self.place(key) & mask
        while slots[at] != 0 {
            if slots[at] >> UInt64(Self.bits) == key {
                return UInt32(truncatingIfNeeded: slots[at]) & UInt32(Self.mostStates - 1)
            }
            at = (at + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private static func key(_ state: UInt32, _ letter: UInt16) -> UInt64 { UInt64(state) << 16 | UInt64(letter) }

    /// Multiplication by the golden ratio spreads keys that follow each other (Knuth, The Art of Computer Programming 3,
    /// section 6.4).
    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
