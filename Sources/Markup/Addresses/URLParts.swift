/// Where the components of a reference lie in its bytes (RFC 3986 appendix B, with the scheme's grammar checked).
struct URLParts {
    /// Without its colon.
    var scheme: Range<Int>?
    /// Without the two slashes; may be empty.
    var authority: Range<Int>?
    /// May be empty.
    var path: Range<Int>
    /// Without its question mark.
    var query: Range<Int>?
    /// Without its number sign.
    var fragment: Range<Int>?

    init(of bytes: [UInt8]) {
        var position = 0
        let count = bytes.count
        if let colon = URLParts.endOfScheme(bytes) {
            scheme = 0..<colon
            position = colon + 1
        }
        if position + 1 < count, bytes[position] == UInt8(ascii: "/"), bytes[position + 1] == UInt8(ascii: "/") {
            let start = position + 2
            position = start
            while position < count, !URLParts.endsAuthority(bytes[position]) { position += 1 }
            authority = start..<position
        }
        let start = position
        while position < count, bytes[position] != UInt8(ascii: "?"), bytes[position] != UInt8(ascii: "#") {
            position += 1
        }
        path = start..<position
        if position < count, bytes[position] == UInt8(ascii: "?") {
            let start = position + 1
            position = start
            while position < count, bytes[position] != UInt8(ascii: "#") { position += 1 }
            query = start..<position
        }
        if position < count { fragment = position + 1..<count }
    }

    /// A hierarchical path with a segment `.` or `..`.
    func hasDotSegments(_ bytes: [UInt8]) -> Bool {
        guard let first = path.first, bytes[first] == UInt8(ascii: "/") else { return false }
        var index = path.lowerBound
        while index + 1 < path.upperBound {
            if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: ".") {
                var after = index + 2
                if after < path.upperBound, bytes[after] == UInt8(ascii: ".") { after += 1 }
                if after == path.upperBound || bytes[after] == UInt8(ascii: "/") { return true }
            }
            index += 1
        }
        return false
    }

    /// The position of the colon that ends a well-formed scheme.
    private static func endOfScheme(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, isLetter(first) else { return nil }
        for index in bytes.indices.dropFirst() {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index }
            let allowed =
                isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            if !allowed { return nil }
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }
}
