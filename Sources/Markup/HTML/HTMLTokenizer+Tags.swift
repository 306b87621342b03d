/// Tags and their attributes (§13.2.5.6–8, 32–40).
extension HTMLTokenizer {
    /// Reads a tag whose name begins at a letter.
    /// - Returns: false where the document ends inside the tag; there is no token then.
    mutating func tag(_ kind: HTMLToken, nameAt start: Int) -> Bool {
        let tagStart = position
        var packed = HTMLPackedName()
        var index = start
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte) { break }
            packed.append(byte)
            index += 1
        }
        name = start..<index
        packedName = packed
        isSelfClosing = false
        hasSkippedAttributes = false
        attributes.removeAll(keepingCapacity: true)
        guard let end = readAttributes(from: index) else {
            position = count
            extent = tagStart..<count
            return false
        }
        position = end
        extent = tagStart..<end
        // An end tag outside the content model's own is dealt with by the caller; the model is data again here.
        finish(kind)
        return true
    }

    /// Reads up to the closing `>`; nil at the end of the document.
    private mutating func readAttributes(from start: Int) -> Int? {
        var index = start
        let count = bytes.count
        var seen: UInt128 = 0
        var kept = 0
        while true {
            // Before the attribute's name.
            while index < count, isHTMLSpace(bytes[index]) { index += 1 }
            guard index < count else { return nil }
            if bytes[index] == UInt8(ascii: ">") { return index + 1 }
            if bytes[index] == UInt8(ascii: "/") {
                index += 1
                if index < count, bytes[index] == UInt8(ascii: ">") {
                    isSelfClosing = true
                    return index + 1
                }
                continue
            }
            let nameStart = index
            var packed = HTMLPackedName()
            // A leading `=` belongs to the name.
            repeat {
                packed.append(bytes[index])
                index += 1
            } while index < count && !endsAttributeName(bytes[index])
            let nameEnd = index
            while index < count, isHTMLSpace(bytes[index]) { index += 1 }
            guard index < count else { return nil }
            var value = nameEnd..<nameEnd
            if bytes[index] == UInt8(ascii: "=") {
                guard let read = readValue(from: index + 1) else { return nil }
                value = read.value
                index = read.next
            }
            kept += index - nameStart
            guard attributes.count < limits.attributes, kept <= limits.tagBytes else {
                // A picture of a megabyte inside its own tag must not take the other attributes with it.
                if kept > limits.tagBytes { kept -= index - nameStart }
                hasSkippedAttributes = true
                continue
            }
            let key = HTMLAttributeName(rawValue: attributeNames.number(of: packed)) ?? .unknown
            if key != .unknown {
                // Browsers keep the first of several attributes with one name.
                let bit = UInt128(1) << UInt128(key.rawValue)
                if seen & bit != 0 { continue }
                seen |= bit
            }
            attributes.append(HTMLAttribute(key: key, name: nameStart..<nameEnd, value: value))
        }
    }

    /// Reads a value behind its `=`; nil at the end of the document.
    private func readValue(from start: Int) -> (value: Range<Int>, next: Int)? {
        var index = start
        let count = bytes.count
        while index < count, isHTMLSpace(bytes[index]) { index += 1 }
        guard index < count else { return nil }
        let first = bytes[index]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = firstIndex(of: first, from: index + 1) else { return nil }
            return (index + 1..<close, close + 1)
        }
        let valueStart = index
        while index < count, bytes[index] != UInt8(ascii: ">"), !isHTMLSpace(bytes[index]) { index += 1 }
        return index < count ? (valueStart..<index, index) : nil
    }

    @inline(__always)
    private func endsAttributeName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte)
    }
}
