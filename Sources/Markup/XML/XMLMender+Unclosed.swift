extension XMLMender {
    /// Whether the tag at `less` begins what comes after a leaf of one line or without markup, which was never closed.
    ///
    /// Elements of other namespaces may stand anywhere (RFC 4287 §6.4), so they prove nothing.
    mutating func startsNext(_ less: Int, after node: Int, _ rank: XMLVocabulary.Rank) -> Bool {
        let end = endOfName(less &+ 1)
        let known = name(less &+ 1, end &- less &- 1)
        guard bindings[known.prefix] == nodes[node].namespace else { return false }
        let term = vocabulary.element(local: known.local, namespace: nodes[node].namespace)
        guard term != 0 else { return false }
        return rank == .word || vocabulary.rank(of: term) == .word
    }

    /// Whether an end tag that matches nothing is the leaf's own, in other letters (`<title>…</Title>`, `<title>…</titel>`).
    func isMisspelled(
        _ start: Int, _ length: Int, _ nameStart: Int, _ nameCount: Int, _ rank: XMLVocabulary.Rank
    ) -> Bool {
        if length == nameCount {
            var at = 0
            while at < length, Bytes.lowercased(base[start &+ at]) == Bytes.lowercased(base[nameStart &+ at]) {
                at &+= 1
            }
            if at == length { return true }
        }
        switch rank {
        case .word: return true
        // Markup in a title may have an end tag too many.
        case .line:
            return length >= 4 && abs(length &- nameCount) <= 1 && innerDepth == 0
                && Bytes.lowercased(base[start]) == Bytes.lowercased(base[nameStart])
        default: return false
        }
    }
}
