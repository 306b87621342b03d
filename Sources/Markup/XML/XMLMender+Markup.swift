extension XMLMender {
    /// Appends the inside of a leaf as HTML: prefixes gone, `<p/>` closed by a tag, sections escaped.
    mutating func renderMarkup(_ from: Int, _ to: Int) {
        var at = from
        var open: [Prefix] = []
        while at < to {
            guard let less = Bytes.find(UInt8(ascii: "<"), in: base, from: at, to: to) else { break }
            renderReferences(at, less)
            at = less
            if let section = section(less, to) {
                escape(less + 9, section.end)
                at = section.next
            } else if less + 1 < to, XMLNames.startsName(base[less + 1]) {
                at = renderStartTag(less, to, &open)
            } else if less + 2 < to, base[less + 1] == UInt8(ascii: "/"), XMLNames.startsName(base[less + 2]) {
                at = renderEndTag(less, to, &open)
            } else if let end = endOfOther(less, to) {
                at = end
            } else {
                arena.append(contentsOf: "&lt;".utf8)
                at = less + 1
            }
        }
        if at < to { renderReferences(at, to) }
    }

    /// Copies text; only references to the document's own entities have to be replaced.
    private mutating func renderReferences(_ from: Int, _ to: Int) {
        guard !entities.isEmpty else {
            arena.append(contentsOf: UnsafeBufferPointer(start: base + from, count: to - from))
            return
        }
        let start = arena.count
        decode(from, to)
        let decoded = Array(arena[start...])
        arena.removeSubrange(start...)
        for byte in decoded { escape(byte) }
    }

    private mutating func renderStartTag(_ less: Int, _ to: Int, _ open: inout [Prefix]) -> Int {
        let start = less + 1
        let end = min(endOfName(start), to)
        let close = min(endOfTag(end) ?? to, to)
        let local = localStart(start, end)
        arena.append(UInt8(ascii: "<"))
        arena.append(contentsOf: UnsafeBufferPointer(start: base + local, count: end - local))
        let closesItself = close > end && base[close - 1] == UInt8(ascii: "/")
        let attributesEnd = closesItself ? close - 1 : close
        arena.append(contentsOf: UnsafeBufferPointer(start: base + end, count: max(0, attributesEnd - end)))
        arena.append(UInt8(ascii: ">"))
        if closesItself, !HTMLVoid.contains(base + local, end - local) {
            arena.append(contentsOf: "</".utf8)
            arena.append(contentsOf: UnsafeBufferPointer(start: base + local, count: end - local))
            arena.append(UInt8(ascii: ">"))
        } else if !closesItself, open.count < limits.depth {
            open.append(Prefix(start: start, count: end - start))
        }
        return min(close + 1, to)
    }

    private mutating func renderEndTag(_ less: Int, _ to: Int, _ open: inout [Prefix]) -> Int {
        let start = less + 2
        let end = min(endOfName(start), to)
        let next = Bytes.find(UInt8(ascii: ">"), in: base, from: end, to: to).map { $0 + 1 } ?? to
        guard let match = open.lastIndex(where: { Bytes.same(base, $0.start, $0.count, start, end - start) }) else {
            return next
        }
        open.removeSubrange(match...)
        let local = localStart(start, end)
        if !HTMLVoid.contains(base + local, end - local) {
            arena.append(contentsOf: "</".utf8)
            arena.append(contentsOf: UnsafeBufferPointer(start: base + local, count: end - local))
            arena.append(UInt8(ascii: ">"))
        }
        return next
    }

    private func localStart(_ start: Int, _ end: Int) -> Int {
        Bytes.find(UInt8(ascii: ":"), in: base, from: start, to: end).map { $0 + 1 } ?? start
    }

    private mutating func escape(_ from: Int, _ to: Int) {
        for at in from..<to { escape(base[at]) }
    }

    @inline(__always)
    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): arena.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): arena.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): arena.append(contentsOf: "&amp;".utf8)
        default: arena.append(byte)
        }
    }
}
