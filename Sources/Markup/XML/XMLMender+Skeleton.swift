extension XMLMender {
    /// Writes the tag just read into the skeleton: its own bytes when it is sound, else what could be saved of it.
    mutating func emitStartTag(_ tagStart: Int, _ nameEnd: Int, empty: Bool) {
        if attributeCount > 1, tagIsSound { lookForDuplicates() }
        guard tagIsSound, position &- tagStart <= 1 << 16 else {
            emitMended(tagStart, nameEnd, empty: empty)
            return
        }
        var end = position &- 1
        let closesItself = base[end &- 1] == UInt8(ascii: "/")
        if empty, !closesItself {
            append(tagStart, end)
            skeleton.append(UInt8(ascii: "/"))
            skeleton.append(UInt8(ascii: ">"))
        } else {
            end &+= 1
            append(tagStart, end)
        }
    }

    mutating func emitEndTag(_ nameStart: Int, _ nameCount: Int) {
        skeleton.append(UInt8(ascii: "<"))
        skeleton.append(UInt8(ascii: "/"))
        append(nameStart, nameStart &+ nameCount)
        skeleton.append(UInt8(ascii: ">"))
    }

    private mutating func emitMended(_ tagStart: Int, _ nameEnd: Int, empty: Bool) {
        append(tagStart, nameEnd)
        var index = 0
        while index < attributeCount {
            let attribute = attributes[index]
            if isWorthKeeping(attribute), !isRepeated(index) {
                skeleton.append(0x20)
                append(attribute.nameStart, attribute.nameStart + attribute.nameCount)
                skeleton.append(UInt8(ascii: "="))
                skeleton.append(UInt8(ascii: "\""))
                emitValue(attribute)
                skeleton.append(UInt8(ascii: "\""))
            }
            index += 1
        }
        if empty { skeleton.append(UInt8(ascii: "/")) }
        skeleton.append(UInt8(ascii: ">"))
    }

    /// The value with its references decoded, then escaped by the book.
    private mutating func emitValue(_ attribute: RawAttribute) {
        let start = arena.count
        decode(attribute.valueStart, attribute.valueEnd)
        for byte in arena[start...] {
            switch byte {
            case UInt8(ascii: "&"): skeleton.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): skeleton.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: "\""): skeleton.append(contentsOf: "&#34;".utf8)
            case 0..<0x20: skeleton.append(0x20)
            default: skeleton.append(byte)
            }
        }
        arena.removeSubrange(start...)
    }

    /// Whether an attribute means something to the vocabulary or declares a namespace, and is spelled as XML wants it.
    private mutating func isWorthKeeping(_ attribute: RawAttribute) -> Bool {
        guard attribute.nameCount <= 256, XMLNames.startsName(base[attribute.nameStart]) else { return false }
        var colons = 0
        for at in attribute.nameStart..<(attribute.nameStart + attribute.nameCount) {
            if !XMLNames.isPlain(base[at]) { return false }
            if base[at] == UInt8(ascii: ":") { colons += 1 }
        }
        let last = base[attribute.nameStart + attribute.nameCount - 1]
        guard colons <= 1, base[attribute.nameStart] != UInt8(ascii: ":"), last != UInt8(ascii: ":") else {
            return false
        }
        if Bytes.matches("xmlns", in: base, at: attribute.nameStart, to: attribute.nameStart + attribute.nameCount) {
            return attribute.valueStart < attribute.valueEnd || attribute.nameCount == 5
        }
        return name(attribute.nameStart, attribute.nameCount).local != 0
    }

    /// Whether an attribute before this one says the same, by its name or by its local name.
    private func isRepeated(_ index: Int) -> Bool {
        let (start, end) = Self.localName(attributes[index], in: base)
        for other in 0..<index {
            let (otherStart, otherEnd) = Self.localName(attributes[other], in: base)
            if Bytes.same(base, start, end - start, otherStart, otherEnd - otherStart) { return true }
        }
        return false
    }

    private mutating func lookForDuplicates() {
        guard attributeCount <= 64 else {
            tagIsSound = false
            return
        }
        for one in 1..<attributeCount {
            for other in 0..<one
            where attributes[one].nameCount == attributes[other].nameCount
                && Bytes.same(
                    base, attributes[one].nameStart, attributes[one].nameCount, attributes[other].nameStart,
                    attributes[other].nameCount)
            {
                note(.duplicateAttribute, at: attributes[one].nameStart)
                tagIsSound = false
            }
        }
        // Two prefixes for one namespace would be a duplicate too; where prefixes meet equal local names, be careful.
        guard tagIsSound else { return }
        for one in 1..<attributeCount {
            let (start, end) = Self.localName(attributes[one], in: base)
            if start > attributes[one].nameStart, !Self.isDeclaration(attributes[one], in: base) {
                for other in 0..<one where !Self.isDeclaration(attributes[other], in: base) {
                    let (otherStart, otherEnd) = Self.localName(attributes[other], in: base)
                    if otherStart > attributes[other].nameStart,
                        Bytes.same(base, start, end - start, otherStart, otherEnd - otherStart)
                    {
                        tagIsSound = false
                    }
                }
            }
        }
    }

    // Asked of the bytes alone: asking the mender itself would copy it.
    private static func isDeclaration(_ attribute: RawAttribute, in base: UnsafePointer<UInt8>) -> Bool {
        Bytes.matches("xmlns", in: base, at: attribute.nameStart, to: attribute.nameStart + attribute.nameCount)
    }

    private static func localName(
        _ attribute: RawAttribute, in base: UnsafePointer<UInt8>
    ) -> (start: Int, end: Int) {
        let end = attribute.nameStart + attribute.nameCount
        // Declarations are told apart by their whole name.
        if isDeclaration(attribute, in: base) { return (attribute.nameStart, end) }
        let colon = Bytes.find(UInt8(ascii: ":"), in: base, from: attribute.nameStart, to: end)
        return (colon.map { $0 + 1 } ?? attribute.nameStart, end)
    }

    @inline(__always)
    private mutating func append(_ from: Int, _ to: Int) {
        skeleton.append(contentsOf: UnsafeBufferPointer(start: base + from, count: to &- from))
    }
}
