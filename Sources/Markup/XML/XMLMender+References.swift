/// References in texts that are not decoded here: markup that stays as it is, elements outside the vocabulary.
extension XMLMender {
    /// Notes what is no reference by XML §4.1: a bare ampersand, a missing semicolon, an entity nobody declared.
    mutating func checkReferences(_ from: Int, _ to: Int) {
        var at = from
        while problems.count < Self.mostProblems,
            let ampersand = Bytes.find(UInt8(ascii: "&"), in: base, from: at, to: to)
        {
            at = checkReference(ampersand, to)
        }
    }

    private mutating func checkReference(_ start: Int, _ to: Int) -> Int {
        if let (scalar, end) = XMLCharacterReference.read(base, start, to) {
            if base[end &- 1] != UInt8(ascii: ";") || base[start &+ 2] == UInt8(ascii: "X") {
                note(.bareAmpersand, at: start)
            } else if scalar == nil {
                note(.controlCharacter, at: start)
            }
            return end
        }
        let end = endOfName(start &+ 1)
        let length = end &- start &- 1
        guard length > 0, end < to, base[end] == UInt8(ascii: ";"), length <= 64 else {
            note(.bareAmpersand, at: start)
            return start &+ 1
        }
        let isOfXML =
            Bytes.matches("lt;", in: base, at: start + 1, to: to)
            || Bytes.matches("gt;", in: base, at: start + 1, to: to)
            || Bytes.matches("amp;", in: base, at: start + 1, to: to)
            || Bytes.matches("quot;", in: base, at: start + 1, to: to)
            || Bytes.matches("apos;", in: base, at: start + 1, to: to)
        if isOfXML || hasExternalSubset { return end }
        let name = String(decoding: UnsafeBufferPointer(start: base + start + 1, count: length), as: UTF8.self)
        if entities[name] == nil { note(.undefinedEntity, at: start) }
        return end
    }
}
