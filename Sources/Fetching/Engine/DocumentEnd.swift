/// Whether a document has its end.
///
/// A compressed body that breaks off looks whole to libcurl where its length was announced as it came: it does not ask
/// whether the compressed stream ended. What was in it tells.
enum DocumentEnd {
    /// How far from its end a document closes: comments and counters' scripts may follow.
    private static let margin = 16 * 1024
    /// How far from its beginning a document opens.
    private static let prologue = 4 * 1024

    /// True where a page or an XML document opens an element around all of itself and never closes it, and where a JSON
    /// document does the same. Nothing is said of any other content, parts of pages among it.
    static func isMissing(in body: [UInt8]) -> Bool {
        let head = body.prefix(prologue)
        var at = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let isXML = head[at...].starts(with: "<?xml".utf8)
        while at < head.count {
            let byte = head[at]
            if isSpace(byte) {
                at += 1
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                let last = body.last { !isSpace($0) }
                return last != (byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            } else if byte == UInt8(ascii: "<"), at + 1 < head.count {
                switch head[at + 1] {
                case UInt8(ascii: "!"), UInt8(ascii: "?"):
                    guard let end = end(ofDeclaration: at, in: head) else { return false }
                    at = end
                default:
                    let name = name(at: at + 1, in: head)
                    return (isXML || isSame(name, "html".utf8)) && !closes(name, in: body.suffix(margin))
                }
            } else {
                return false
            }
        }
        return false
    }

    /// Where `<!…>`, `<?…>` or a comment is over; nothing where it has parts inside, as an internal subset does.
    private static func end(ofDeclaration start: Int, in head: ArraySlice<UInt8>) -> Int? {
        let rest = head[start...]
        guard rest.starts(with: "<!--".utf8) else {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            return rest[..<end].contains(UInt8(ascii: "[")) ? nil : end + 1
        }
        var at = start + 4
        while at + 2 < head.count {
            if head[at...].starts(with: "-->".utf8) { return at + 3 }
            at += 1
        }
        return nil
    }

    private static func name(at start: Int, in head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        head[start...].prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    }

    /// True where an end tag of this name is there, in letters of either case.
    private static func closes(_ name: ArraySlice<UInt8>, in tail: ArraySlice<UInt8>) -> Bool {
        guard !name.isEmpty else { return true }
        var at = tail.startIndex
        while let start = tail[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = start + 1
            let rest = tail[at...]
            if rest.first == UInt8(ascii: "/"), isSame(rest.dropFirst().prefix(name.count), name) { return true }
        }
        return false
    }

    /// The same name, in letters of either case.
    private static func isSame(_ one: ArraySlice<UInt8>, _ other: some Collection<UInt8>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0 == $1 || isLetter($0) && $0 | 0x20 == $1 | 0x20 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
