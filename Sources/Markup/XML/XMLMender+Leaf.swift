extension XMLMender {
    /// What was met inside a leaf; decides whether its bytes can be used as they stand.
    private struct Findings {
        var sections = 0
        var hasChildren = false
        /// Something in it has to be written anew: a prefix, a section, a comment, a stray tag, `<p/>`.
        var needsRendering = false
        /// The only section, if there is nothing else.
        var sectionStart = 0
        var sectionEnd = 0
        /// Where the leaf begins, and the last prefix in it that was looked for.
        var start = 0
        var prefix = Prefix(start: 0, count: 0)
        var prefixesLookedFor = 0
    }

    /// Reads the text of a leaf whose start tag has just been read, up to and with its end tag.
    mutating func captureLeaf(_ node: Int, _ nameStart: Int, _ nameCount: Int) {
        let start = position
        let rank = vocabulary.rank(of: nodes[node].term)
        var findings = Findings()
        findings.start = start
        inner.removeAll(keepingCapacity: true)
        innerDepth = 0
        var end = count
        var finished = false
        scan: while position < count {
            guard let less = Bytes.find(UInt8(ascii: "<"), in: base, from: position, to: count) else { break }
            position = less
            guard less &+ 1 < count else {
                end = less
                break
            }
            let next = base[less &+ 1]
            if next == UInt8(ascii: "/") {
                switch leafEndTag(nameStart, nameCount, rank, &findings) {
                case .inside: continue scan
                case .leaf:
                    end = less
                    finished = true
                    break scan
                case .outside:
                    // The end tag of an element around this one: leave it to the caller.
                    end = less
                    finished = true
                    position = less
                    note(.unclosedElement, at: less)
                    break scan
                }
            } else if XMLNames.startsName(next) {
                if startsRecord(less) || (rank != .ordinary && startsNext(less, after: node, rank)) {
                    end = less
                    finished = true
                    note(.unclosedElement, at: less)
                    break scan
                }
                guard leafStartTag(&findings) else {
                    end = less
                    break scan
                }
            } else if next == UInt8(ascii: "!") {
                leafDeclaration(nameStart, nameCount, &findings)
            } else if next == UInt8(ascii: "?") {
                findings.needsRendering = true
                instruction()
            } else {
                note(.strayLessThan, at: less)
                findings.needsRendering = true
                position = less &+ 1
            }
        }
        if !finished {
            truncated = true
            position = count
            nodes[node].traits.insert(.unfinished)
            // Half an address or half a date is a wrong one; half a text is half a text.
            if rank == .word { return }
        }
        if innerDepth > 0, finished { note(.unclosedElement, at: end) }
        finish(node, start, end, findings)
    }

    private mutating func finish(_ node: Int, _ start: Int, _ end: Int, _ findings: Findings) {
        let (from, to) = Bytes.trimmed(base, start, end)
        guard from < to else { return }
        if to &- from > limits.nodeBytes { note(.nodeTooLong, at: from) }
        if findings.sections > 0 { nodes[node].traits.insert(.characterData) }
        if findings.hasChildren {
            nodes[node].traits.insert(.markup)
            if findings.sections == 0 { checkReferences(from, to) }
            if !findings.needsRendering, entities.isEmpty {
                nodes[node].text = XMLText(document: from, to: to)
            } else {
                let arenaStart = arena.count
                renderMarkup(from, to)
                nodes[node].text = XMLText(arena: arenaStart, to: arena.count)
            }
            return
        }
        if findings.sections == 1, !findings.needsRendering,
            from &+ 9 == findings.sectionStart, findings.sectionEnd &+ 3 == to
        {
            let (from, to) = Bytes.trimmed(base, findings.sectionStart, findings.sectionEnd)
            nodes[node].text = XMLText(document: from, to: to)
            return
        }
        if findings.sections == 0, !findings.needsRendering {
            guard Bytes.find(UInt8(ascii: "&"), in: base, from: from, to: to) != nil else {
                nodes[node].text = XMLText(document: from, to: to)
                return
            }
            let arenaStart = arena.count
            decode(from, to)
            nodes[node].text = trimmedArena(arenaStart)
            return
        }
        let arenaStart = arena.count
        renderText(from, to)
        nodes[node].text = trimmedArena(arenaStart)
    }

    private func trimmedArena(_ start: Int) -> XMLText {
        arena.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .empty }
            let (from, to) = Bytes.trimmed(base, start, buffer.count)
            return XMLText(arena: from, to: to)
        }
    }

    private enum EndOf { case inside, leaf, outside }

    private mutating func leafEndTag(
        _ nameStart: Int, _ nameCount: Int, _ rank: XMLVocabulary.Rank, _ findings: inout Findings
    ) -> EndOf {
        let tagStart = position
        let start = tagStart &+ 2
        let end = endOfName(start)
        let length = end &- start
        if innerDepth == 0, Bytes.same(base, start, length, nameStart, nameCount) {
            position = endOfEndTag(end)
            return .leaf
        }
        if innerDepth > inner.count {
            innerDepth &-= 1
            position = endOfEndTag(end)
            return .inside
        }
        if let top = inner.last, Bytes.same(base, top.start, top.count, start, length) {
            inner.removeLast()
            innerDepth &-= 1
            position = endOfEndTag(end)
            if length <= 5, HTMLVoid.contains(base + start, length) { findings.needsRendering = true }
            return .inside
        }
        note(.mismatchedTag, at: tagStart)
        if let match = inner.lastIndex(where: { Bytes.same(base, $0.start, $0.count, start, length) }) {
            inner.removeSubrange(match...)
            innerDepth = inner.count
            position = endOfEndTag(end)
            return .inside
        }
        if Bytes.same(base, start, length, nameStart, nameCount) {
            position = endOfEndTag(end)
            return .leaf
        }
        if matchInStack(start, length) != nil { return .outside }
        if isMisspelled(start, length, nameStart, nameCount, rank) {
            position = endOfEndTag(end)
            return .leaf
        }
        findings.needsRendering = true
        position = endOfEndTag(end)
        return .inside
    }

    /// Whether the tag at `less` starts the next item while this text was never closed.
    @inline(__always)
    private mutating func startsRecord(_ less: Int) -> Bool {
        // Markup is full of tags and none of HTML's is four or five letters long and ends like these.
        let end = endOfName(less &+ 1)
        let last = base[end &- 1] | 0x20
        guard last == UInt8(ascii: "m") || last == UInt8(ascii: "y"), end &- less >= 5 else { return false }
        let known = name(less &+ 1, end &- less &- 1)
        let term = vocabulary.element(local: known.local, namespace: bindings[known.prefix])
        guard vocabulary.rank(of: term) == .record else { return false }
        return stack.contains { $0.node >= 0 && vocabulary.rank(of: nodes[$0.node].term) == .host }
    }

    /// A tag inside a leaf; false when the document ends within it.
    private mutating func leafStartTag(_ findings: inout Findings) -> Bool {
        let start = position &+ 1
        let end = endOfName(start)
        findings.hasChildren = true
        guard let close = endOfTag(end) else { return false }
        if let colon = Bytes.find(UInt8(ascii: ":"), in: base, from: start, to: min(end, start + 64)), colon > start {
            findings.needsRendering = true
            checkInnerPrefix(start, colon, tagEnd: close, &findings)
        }
        position = close &+ 1
        if base[close &- 1] == UInt8(ascii: "/") {
            let isVoid = HTMLVoid.contains(base + start, end &- start)
            if !isVoid { findings.needsRendering = true }
            return true
        }
        innerDepth &+= 1
        if innerDepth == inner.count &+ 1, innerDepth <= limits.depth {
            inner.append(Prefix(start: start, count: end &- start))
        }
        return true
    }

    /// Whether the prefix of a tag inside a leaf is declared around the leaf, or in it before the tag's end.
    private mutating func checkInnerPrefix(_ start: Int, _ colon: Int, tagEnd: Int, _ findings: inout Findings) {
        let length = colon &- start
        if Bytes.same(base, start, length, findings.prefix.start, findings.prefix.count) { return }
        findings.prefix = Prefix(start: start, count: length)
        findings.prefixesLookedFor &+= 1
        let known = name(start, length &+ 1)
        if declaredPrefixes[known.prefix] || findings.prefixesLookedFor > 16 { return }
        var at = findings.start
        while let hit = Bytes.find("xmlns:", in: base, from: at, to: tagEnd) {
            at = hit &+ 6
            if at &+ length < tagEnd, Bytes.same(base, start, length, at, length),
                base[at &+ length] == UInt8(ascii: "=") || Bytes.isSpace(base[at &+ length])
            {
                return
            }
        }
        note(.undeclaredPrefix, at: start)
    }

    /// The `>` that ends the tag whose name ends at `start`; quotes may hide others.
    @inline(__always)
    mutating func endOfTag(_ start: Int) -> Int? {
        var at = start
        let bound = min(count, start &+ limits.nodeBytes)
        while at < bound {
            let byte = base[at]
            if byte == UInt8(ascii: ">") { return at }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                base[at &- 1] == UInt8(ascii: "=") || Bytes.isSpace(base[at &- 1])
            {
                guard let close = nextQuote(byte, from: at &+ 1), close < bound else {
                    return Bytes.find(UInt8(ascii: ">"), in: base, from: at, to: bound)
                }
                at = close
            }
            at &+= 1
        }
        return nil
    }

    private mutating func leafDeclaration(_ nameStart: Int, _ nameCount: Int, _ findings: inout Findings) {
        let start = position
        if Bytes.matches("<![CDATA[", in: base, at: start, to: count) {
            let end = endOfSection(start &+ 9, nameStart, nameCount)
            findings.sections &+= 1
            findings.sectionStart = start &+ 9
            findings.sectionEnd = end.text
            if findings.sections > 1 || end.next != end.text &+ 3 { findings.needsRendering = true }
            if findings.hasChildren || innerDepth > 0 { findings.needsRendering = true }
            position = end.next
            return
        }
        findings.needsRendering = true
        if Bytes.matches("<!--", in: base, at: start, to: count) {
            comment()
        } else {
            position = start &+ 2
        }
    }

    /// Where a CDATA section ends, and where reading goes on. One that is never closed ends with its element.
    mutating func endOfSection(_ start: Int, _ nameStart: Int, _ nameCount: Int) -> (text: Int, next: Int) {
        if let end = nextMark("]]>", \.section, from: start) { return (end, end &+ 3) }
        var at = start
        note(.unclosedSection, at: start)
        while let tag = Bytes.find("</", in: base, from: at, to: count) {
            if Bytes.same(base, tag &+ 2, min(nameCount, count &- tag &- 2), nameStart, nameCount) { return (tag, tag) }
            at = tag &+ 2
        }
        return (count, count)
    }
}

/// The elements of HTML that have no end tag.
enum HTMLVoid {
    private static let names = ByteTable([
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ])

    static func contains(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        count <= 6 && names.number(of: start, count: count) != 0
    }
}
