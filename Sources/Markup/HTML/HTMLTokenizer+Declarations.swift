/// Comments, document types and CDATA sections (§13.2.5.41–71).
extension HTMLTokenizer {
    /// Reads what begins with `<!`.
    mutating func declaration() -> HTMLToken {
        let less = position
        if matches("--", at: less + 2) { return comment(from: less + 4) }
        if matches("doctype", at: less + 2) {
            let token = bogusComment(from: less + 9)
            // A document type ends at the first `>`, even inside its quotes, exactly as a bogus comment does.
            return token == .comment ? .doctype : token
        }
        if contentModel == .foreign, matches("[CDATA[", at: less + 2, exactly: true) {
            return cdata(from: less + 9)
        }
        return bogusComment(from: less + 2)
    }

    /// What the standard reads up to the first `>`.
    mutating func bogusComment(from start: Int) -> HTMLToken {
        let less = position
        let close = firstIndex(of: UInt8(ascii: ">"), from: start) ?? bytes.count
        content = start..<close
        position = min(close + 1, bytes.count)
        extent = less..<position
        return .comment
    }

    /// `-->` and `--!>` end a comment; `<!-->` and `<!--->` are whole ones.
    private mutating func comment(from start: Int) -> HTMLToken {
        let less = position
        let count = bytes.count
        if start < count, bytes[start] == UInt8(ascii: ">") {
            return finishComment(start..<start, from: less, next: start + 1)
        }
        if matches("->", at: start) { return finishComment(start..<start, from: less, next: start + 2) }
        var index = start
        while let dash = firstIndex(of: UInt8(ascii: "-"), from: index) {
            guard dash + 1 < count, bytes[dash + 1] == UInt8(ascii: "-") else {
                index = dash + 1
                continue
            }
            var after = dash + 2
            while after < count, bytes[after] == UInt8(ascii: "-") { after += 1 }
            if after < count, bytes[after] == UInt8(ascii: ">") {
                return finishComment(start..<after - 2, from: less, next: after + 1)
            }
            if matches("!>", at: after) { return finishComment(start..<after - 2, from: less, next: after + 2) }
            index = after
        }
        return finishComment(start..<count, from: less, next: count)
    }

    private mutating func finishComment(_ range: Range<Int>, from less: Int, next: Int) -> HTMLToken {
        content = range
        position = next
        extent = less..<next
        return .comment
    }

    private mutating func cdata(from start: Int) -> HTMLToken {
        let less = position
        var index = start
        while let bracket = firstIndex(of: UInt8(ascii: "]"), from: index) {
            if matches("]]>", at: bracket) {
                content = start..<bracket
                position = bracket + 3
                extent = less..<position
                textHasReferences = false
                return .text
            }
            index = bracket + 1
        }
        content = start..<bytes.count
        position = bytes.count
        extent = less..<position
        textHasReferences = false
        return .text
    }

    /// Whether a word stands at a position, without regard to ASCII case unless asked for.
    func matches(_ word: StaticString, at start: Int, exactly: Bool = false) -> Bool {
        let length = word.utf8CodeUnitCount
        guard start + length <= bytes.count else { return false }
        return word.withUTF8Buffer { wanted in
            for offset in 0..<length {
                let byte = bytes[start + offset]
                if byte == wanted[offset] { continue }
                if exactly || !isLetter(byte) || byte | 0x20 != wanted[offset] | 0x20 { return false }
            }
            return true
        }
    }
}
