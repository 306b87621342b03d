extension XMLMender {
    /// `<!…` outside a leaf: a comment, the document type, a stray section.
    mutating func declaration() {
        if Bytes.matches("<!--", in: base, at: position, to: count) {
            comment()
        } else if Bytes.matches("<![CDATA[", in: base, at: position, to: count) {
            let start = position &+ 9
            let top = stack.last
            let end = endOfSection(start, top?.nameStart ?? position, top?.nameCount ?? 0)
            if let top, top.model == .both, top.node >= 0 {
                appendText(start, end.text, decoding: false)
                nodes[top.node].traits.insert(.characterData)
            }
            position = max(end.next, start)
        } else if Bytes.matchesIgnoringCase("<!doctype", in: base, at: position, to: count) {
            doctype()
        } else {
            note(.malformedTag, at: position)
            position = Bytes.find(UInt8(ascii: ">"), in: base, from: position, to: count).map { $0 + 1 } ?? count
        }
    }

    /// Goes past a comment; one that is never closed ends at the next `>`.
    mutating func comment() {
        let start = position
        if let end = nextMark("-->", \.comment, from: min(start &+ 4, count)) {
            position = end &+ 3
            return
        }
        note(.unclosedSection, at: start)
        position = Bytes.find(UInt8(ascii: ">"), in: base, from: start, to: count).map { $0 + 1 } ?? count
    }

    /// Goes past a processing instruction or the XML declaration.
    mutating func instruction() {
        let start = position
        if !stack.isEmpty || rootName != nil {
            if Bytes.matches("<?xml ", in: base, at: start, to: count) { note(.malformedTag, at: start) }
        }
        if let end = nextMark("?>", \.instruction, from: start &+ 2),
            Bytes.find(UInt8(ascii: "<"), in: base, from: start &+ 2, to: end) == nil
        {
            position = end &+ 2
            return
        }
        note(.malformedTag, at: start)
        // One that is never closed ends at the next mark of any kind; the search goes no further than that.
        let less = Bytes.find(UInt8(ascii: "<"), in: base, from: start &+ 2, to: count) ?? count
        let greater = Bytes.find(UInt8(ascii: ">"), in: base, from: start &+ 2, to: less)
        position = greater.map { $0 &+ 1 } ?? less
    }

    /// The document type: its internal subset may declare entities; nothing it points to is ever loaded.
    private mutating func doctype() {
        var at = position &+ 9
        while at < count, Bytes.isSpace(base[at]) { at &+= 1 }
        if rootName == nil, Bytes.matchesIgnoringCase("html", in: base, at: at, to: count) { doctypeIsHTML = true }
        while at < count {
            let byte = base[at]
            if byte == UInt8(ascii: ">") {
                position = at + 1
                return
            }
            if byte == UInt8(ascii: "[") {
                at = internalSubset(at + 1)
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                hasExternalSubset = true
                at = Bytes.find(byte, in: base, from: at + 1, to: count) ?? count
            } else if byte == UInt8(ascii: "<") {
                note(.malformedTag, at: at)
                position = at
                return
            }
            at += 1
        }
        position = count
    }

    private mutating func internalSubset(_ start: Int) -> Int {
        var at = start
        while at < count {
            let byte = base[at]
            if byte == UInt8(ascii: "]") { return at + 1 }
            if Bytes.matches("<!--", in: base, at: at, to: count) {
                at = Bytes.find("-->", in: base, from: at + 4, to: count).map { $0 + 3 } ?? count
            } else if Bytes.matches("<!ENTITY", in: base, at: at, to: count) {
                at = entityDeclaration(at + 8)
            } else if byte == UInt8(ascii: "<") {
                at = skipDeclaration(at + 1)
            } else {
                at += 1
            }
        }
        return at
    }

    private func skipDeclaration(_ start: Int) -> Int {
        var at = start
        while at < count, base[at] != UInt8(ascii: ">") {
            if base[at] == UInt8(ascii: "\"") || base[at] == UInt8(ascii: "'") {
                at = Bytes.find(base[at], in: base, from: at + 1, to: count) ?? count
            }
            at += 1
        }
        return min(at + 1, count)
    }

    /// `<!ENTITY name "value">`. Parameter entities are passed over; an entity that lives elsewhere (`SYSTEM`, `PUBLIC`)
    /// is noted and stands for nothing.
    private mutating func entityDeclaration(_ start: Int) -> Int {
        var at = start
        while at < count, Bytes.isSpace(base[at]) { at += 1 }
        let isParameter = at < count && base[at] == UInt8(ascii: "%")
        if isParameter {
            hasExternalSubset = true
            at += 1
        }
        while at < count, Bytes.isSpace(base[at]) { at += 1 }
        let nameStart = at
        while at < count, XMLNames.continuesName(base[at]) { at += 1 }
        let nameEnd = at
        while at < count, Bytes.isSpace(base[at]) { at += 1 }
        if nameEnd > nameStart,
            Bytes.matches("SYSTEM", in: base, at: at, to: count) || Bytes.matches("PUBLIC", in: base, at: at, to: count)
        {
            note(.externalEntity, at: start)
            if !isParameter, entities.count < 1000 { entities[text(nameStart, nameEnd)] = [] }
            return skipDeclaration(at)
        }
        if isParameter { return skipDeclaration(at) }
        guard nameEnd > nameStart, at < count, base[at] == UInt8(ascii: "\"") || base[at] == UInt8(ascii: "'"),
            let end = Bytes.find(base[at], in: base, from: at + 1, to: count)
        else { return skipDeclaration(at) }
        let name = text(nameStart, nameEnd)
        if entities.count < 1000, entities[name] == nil, end - at <= 1 << 16 {
            entities[name] = Array(UnsafeBufferPointer(start: base + at + 1, count: end - at - 1))
        }
        return skipDeclaration(end + 1)
    }
    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
    }
}
