extension StringProtocol {
    /// Where a text first stands in this one, looked for byte by byte: pages are large, and their programs are looked through
    /// for many names.
    package func firstPlace(of needle: String) -> Range<Index>? {
        let wanted = Array(needle.utf8)
        guard let first = wanted.first else { return startIndex..<startIndex }
        let found = utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            guard bytes.count >= wanted.count else { return nil }
            var at = 0
            let last = bytes.count - wanted.count
            while at <= last {
                if bytes[at] == first {
                    var length = 1
                    while length < wanted.count, bytes[at + length] == wanted[length] { length += 1 }
                    if length == wanted.count { return at }
                }
                at += 1
            }
            return nil
        }
        guard let found else { return firstRange(of: needle) }
        guard let offset = found else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: wanted.count)
    }

    /// Whether a text stands in this one, looked for byte by byte.
    package func has(_ needle: String) -> Bool { firstPlace(of: needle) != nil }
}
