extension XMLMender {
    /// Reads the attributes from `position` to the end of the tag; says whether the tag closes itself.
    mutating func readAttributes() -> Bool {
        attributeCount = 0
        tagIsSound = true
        hasPrefixedAttribute = false
        var at = position
        let bound = min(count, at &+ limits.nodeBytes)
        while true {
            while at < bound, Bytes.isSpace(base[at]) { at &+= 1 }
            guard at < bound else {
                tagIsSound = false
                note(bound == count ? .truncated : .nodeTooLong, at: at)
                position = at
                return false
            }
            let byte = base[at]
            if byte == UInt8(ascii: ">") {
                position = at &+ 1
                return false
            }
            if byte == UInt8(ascii: "/") {
                at &+= 1
                if at < bound, base[at] == UInt8(ascii: ">") {
                    position = at &+ 1
                    return true
                }
                spoil(.malformedTag, at: at)
                continue
            }
            if byte == UInt8(ascii: "<") {
                spoil(.malformedTag, at: at)
                position = at
                return false
            }
            at = readAttribute(at, bound)
        }
    }

    /// Reads one attribute and says where it ends.
    @inline(__always)
    private mutating func readAttribute(_ start: Int, _ bound: Int) -> Int {
        var attribute = RawAttribute()
        var at = start
        while at < bound, XMLNames.continuesName(base[at]) {
            if !XMLNames.isPlain(base[at]) { tagIsSound = false }
            if base[at] == UInt8(ascii: ":") { hasPrefixedAttribute = true }
            at &+= 1
        }
        if !XMLNames.startsName(base[start]) { tagIsSound = false }
        if at == start {
            spoil(.malformedTag, at: at)
            return at &+ 1
        }
        attribute.nameStart = start
        attribute.nameCount = at &- start
        while at < bound, Bytes.isSpace(base[at]) { at &+= 1 }
        if at < bound, base[at] == UInt8(ascii: "=") {
            at &+= 1
            while at < bound, Bytes.isSpace(base[at]) { at &+= 1 }
            at = readValue(at, bound, &attribute)
        } else {
            spoil(.malformedTag, at: start)
        }
        if attributeCount < limits.attributes {
            attributes[attributeCount] = attribute
            attributeCount &+= 1
        } else {
            spoil(.tooManyAttributes, at: start)
        }
        return at
    }

    @inline(__always)
    private mutating func readValue(_ start: Int, _ bound: Int, _ attribute: inout RawAttribute) -> Int {
        guard start < bound else { return start }
        let quote = base[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            if let end = nextQuote(quote, from: start &+ 1), end < bound {
                if let less = Bytes.find(UInt8(ascii: "<"), in: base, from: start &+ 1, to: end) {
                    // Not allowed in XML. With a `>` before it, the quote was never closed; else it is a careless value.
                    spoil(.strayLessThan, at: less)
                    if let greater = Bytes.find(UInt8(ascii: ">"), in: base, from: start &+ 1, to: less) {
                        attribute.valueStart = start &+ 1
                        attribute.valueEnd = greater
                        return greater
                    }
                }
                attribute.valueStart = start &+ 1
                attribute.valueEnd = end
                if let ampersand = Bytes.find(UInt8(ascii: "&"), in: base, from: start &+ 1, to: end) {
                    tagIsSound = false
                    checkReferences(ampersand, end)
                }
                // Attributes must be parted by white space.
                if end &+ 1 < bound, XMLNames.continuesName(base[end &+ 1]) { spoil(.malformedTag, at: end) }
                return end &+ 1
            }
            spoil(.malformedTag, at: start)
            attribute.valueStart = start &+ 1
        } else {
            spoil(.malformedTag, at: start)
            attribute.valueStart = start
        }
        var at = attribute.valueStart
        while at < bound, !Bytes.isSpace(base[at]), base[at] != UInt8(ascii: ">") { at &+= 1 }
        // `<link href=x/>` closes itself: in XML that is likelier than an address that ends with a slash.
        if at < bound, base[at] == UInt8(ascii: ">"), at > attribute.valueStart, base[at &- 1] == UInt8(ascii: "/") {
            at &-= 1
        }
        // Half an address is a wrong one: what the document's end cuts off is left out.
        attribute.valueEnd = at < count ? at : attribute.valueStart
        return at
    }

    /// Notes a problem in a tag, which then cannot be copied as it stands.
    private mutating func spoil(_ code: XMLProblem.Code, at position: Int) {
        tagIsSound = false
        note(code, at: position)
    }
}
