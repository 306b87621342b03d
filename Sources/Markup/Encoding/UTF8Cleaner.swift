/// Makes any bytes clean UTF-8: line breaks are line feeds, no control characters, a bad byte costs one character.
enum UTF8Cleaner {
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Cleans `from ..< to`, noting what was dropped or replaced (positions are those of the result).
    static func cleaned(
        _ base: UnsafePointer<UInt8>, from: Int, to: Int, problems: inout [XMLProblem]
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(to - from + 16)
        var at = from
        var run = from
        func flush(_ end: Int) {
            if run < end { result.append(contentsOf: UnsafeBufferPointer(start: base + run, count: end - run)) }
        }
        while at < to {
            let byte = base[at]
            if byte >= 0x20, byte < 0x80 {
                at &+= 1
                continue
            }
            if byte < 0x20 {
                if byte == 0x0A || byte == 0x09 {
                    at &+= 1
                    continue
                }
                flush(at)
                if byte == 0x0D {
                    if at + 1 >= to || base[at + 1] != 0x0A { result.append(0x0A) }
                } else {
                    note(.controlCharacter, result.count, &problems)
                }
                at &+= 1
                run = at
                continue
            }
            let length = UTF8Character.length(base, at, to)
            if length == 0 {
                flush(at)
                note(.badCharacter, result.count, &problems)
                result.append(contentsOf: replacement)
                at &+= 1
                run = at
            } else if byte == 0xC2, base[at + 1] < 0xA0 {
                // U+0080–009F: windows-1252 in disguise.
                flush(at)
                let value = XMLCharacterReference.windows1252[Int(base[at + 1]) - 0x80]
                if value >= 0xA0, let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
                    result.append(contentsOf: encoded)
                }
                at &+= 2
                run = at
            } else {
                at &+= length
            }
        }
        flush(to)
        return result
    }

    private static func note(_ code: XMLProblem.Code, _ position: Int, _ problems: inout [XMLProblem]) {
        if problems.count < 50 { problems.append(XMLProblem(code, at: position)) }
    }
}
