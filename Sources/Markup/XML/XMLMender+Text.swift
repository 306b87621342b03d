extension XMLMender {
    /// Appends text to the arena with its references decoded.
    mutating func decode(_ from: Int, _ to: Int) {
        var at = from
        while let ampersand = Bytes.find(UInt8(ascii: "&"), in: base, from: at, to: to) {
            arena.append(contentsOf: UnsafeBufferPointer(start: base + at, count: ampersand &- at))
            at = reference(ampersand, to)
        }
        if at < to { arena.append(contentsOf: UnsafeBufferPointer(start: base + at, count: to &- at)) }
    }

    /// Appends what the reference at `start` stands for and says where it ends.
    @inline(__always)
    private mutating func reference(_ start: Int, _ to: Int) -> Int {
        // The five of XML first: nearly every reference is one of them.
        let next = start &+ 1 < to ? base[start &+ 1] : 0
        if next == UInt8(ascii: "l"), Bytes.matches("lt;", in: base, at: start &+ 1, to: to) {
            arena.append(UInt8(ascii: "<"))
            return start &+ 4
        }
        if next == UInt8(ascii: "g"), Bytes.matches("gt;", in: base, at: start &+ 1, to: to) {
            arena.append(UInt8(ascii: ">"))
            return start &+ 4
        }
        if next == UInt8(ascii: "a"), Bytes.matches("amp;", in: base, at: start &+ 1, to: to) {
            arena.append(UInt8(ascii: "&"))
            return start &+ 5
        }
        if next == UInt8(ascii: "q"), Bytes.matches("quot;", in: base, at: start &+ 1, to: to) {
            arena.append(UInt8(ascii: "\""))
            return start &+ 6
        }
        return otherReference(start, to)
    }

    private mutating func otherReference(_ start: Int, _ to: Int) -> Int {
        if start &+ 1 < to, base[start &+ 1] == UInt8(ascii: "#"), let end = numericReference(start, to) { return end }
        var end = start &+ 1
        let bound = min(to, start &+ 64)
        while end < bound,
            Bytes.isLetter(base[end]) || Bytes.isDigit(base[end]) || base[end] >= 0x80
                || base[end] == UInt8(ascii: "_") || base[end] == UInt8(ascii: "-") || base[end] == UInt8(ascii: ".")
        {
            end &+= 1
        }
        guard end > start &+ 1, end < to, base[end] == UInt8(ascii: ";") else {
            note(.bareAmpersand, at: start)
            arena.append(UInt8(ascii: "&"))
            return start &+ 1
        }
        let name = String(
            decoding: UnsafeBufferPointer(start: base + start + 1, count: end - start - 1), as: UTF8.self)
        if name == "apos" {
            arena.append(UInt8(ascii: "'"))
        } else if !entities.isEmpty, entities[name] != nil {
            expand(name, depth: 0, at: start)
        } else if let text = Self.text(ofEntity: name) {
            if !hasExternalSubset { note(.undefinedEntity, at: start) }
            arena.append(contentsOf: text.utf8)
        } else {
            note(.undefinedEntity, at: start)
            arena.append(UInt8(ascii: "&"))
            return start &+ 1
        }
        return end &+ 1
    }

    /// What `&name;` means in HTML, whose names authors use in XML without declaring them.
    private static func text(ofEntity name: String) -> String? {
        guard let points = CharacterReferences.codePoints(named: name.utf8) else { return nil }
        var text = String.UnicodeScalarView()
        for value in [points.first, points.second ?? 0] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    private mutating func numericReference(_ start: Int, _ to: Int) -> Int? {
        guard let (scalar, end) = XMLCharacterReference.read(base, start, to) else { return nil }
        // XML §4.1 knows `&#x…;` with a small letter and a semicolon only.
        if base[end &- 1] != UInt8(ascii: ";") || base[start &+ 2] == UInt8(ascii: "X") {
            note(.bareAmpersand, at: start)
        }
        if let scalar {
            arena.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            note(.controlCharacter, at: start)
        }
        return end
    }

    /// Appends the document's own entity, with the entities in it, within the limit of growth.
    private mutating func expand(_ name: String, depth: Int, at position: Int) {
        guard let value = entities[name], failure == nil else { return }
        expanded += value.count + 1
        guard depth < 16, expanded <= limits.expansionBytes else {
            failure = .entityBomb(position: position)
            return
        }
        value.withUnsafeBufferPointer { buffer in
            guard let text = buffer.baseAddress else { return }
            var at = 0
            while at < buffer.count {
                guard text[at] == UInt8(ascii: "&") else {
                    arena.append(text[at])
                    at += 1
                    continue
                }
                if let (scalar, end) = XMLCharacterReference.read(text, at, buffer.count) {
                    if let scalar { arena.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
                    at = end
                } else if let end = Bytes.find(UInt8(ascii: ";"), in: text, from: at, to: min(buffer.count, at + 64)) {
                    let inner = String(decoding: buffer[(at + 1)..<end], as: UTF8.self)
                    if entities[inner] != nil {
                        expand(inner, depth: depth + 1, at: position)
                    } else {
                        arena.append(contentsOf: (Self.text(ofEntity: inner) ?? "&\(inner);").utf8)
                    }
                    at = end + 1
                } else {
                    arena.append(text[at])
                    at += 1
                }
                if failure != nil { return }
            }
        }
    }

    /// Appends the text of a leaf that has sections, comments or stray tags in it: the first as they are, the others not.
    mutating func renderText(_ from: Int, _ to: Int) {
        var at = from
        while at < to {
            guard let less = Bytes.find(UInt8(ascii: "<"), in: base, from: at, to: to) else { break }
            decode(at, less)
            at = less
            if let section = section(less, to) {
                arena.append(contentsOf: UnsafeBufferPointer(start: base + less + 9, count: section.end - less - 9))
                at = section.next
            } else if let end = endOfOther(less, to) {
                at = end
            } else {
                arena.append(UInt8(ascii: "<"))
                at = less + 1
            }
        }
        if at < to { decode(at, to) }
    }

    /// The end of a section's text and the place to go on, when there is a section at `start`.
    func section(_ start: Int, _ to: Int) -> (end: Int, next: Int)? {
        guard Bytes.matches("<![CDATA[", in: base, at: start, to: to) else { return nil }
        if let end = Bytes.find("]]>", in: base, from: start + 9, to: to) { return (end, end + 3) }
        return (to, to)
    }

    /// The end of a comment, an instruction or an end tag at `start`; nil for a `<` that means itself.
    func endOfOther(_ start: Int, _ to: Int) -> Int? {
        if Bytes.matches("<!--", in: base, at: start, to: to) {
            return Bytes.find("-->", in: base, from: start + 4, to: to).map { $0 + 3 } ?? to
        }
        guard start + 1 < to, base[start + 1] == UInt8(ascii: "/") || base[start + 1] == UInt8(ascii: "?") else {
            return nil
        }
        return Bytes.find(UInt8(ascii: ">"), in: base, from: start, to: to).map { $0 + 1 } ?? to
    }
}
