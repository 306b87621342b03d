/// `srcset` (HTML standard §4.8.4.2.1), as far as one needs it to find the addresses in it.
enum ImageSet {
    /// The address of the first candidate; empty if there is none.
    static func firstAddress(_ set: [UInt8]) -> [UInt8] {
        guard let first = nextAddress(in: set, from: 0) else { return [] }
        return Array(set[first])
    }

    /// The set with its addresses made absolute.
    static func resolved(_ set: [UInt8], with resolver: URLResolver) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        while let address = nextAddress(in: set, from: position) {
            result.append(contentsOf: set[position..<address.lowerBound])
            result.append(contentsOf: resolver.resolve(Array(set[address])) ?? Array(set[address]))
            position = endOfCandidate(in: set, from: address.upperBound)
            result.append(contentsOf: set[address.upperBound..<position])
        }
        result.append(contentsOf: set[position...])
        return result
    }

    private static func nextAddress(in set: [UInt8], from start: Int) -> Range<Int>? {
        var begin = start
        while begin < set.count, isHTMLSpace(set[begin]) || set[begin] == UInt8(ascii: ",") { begin += 1 }
        var end = begin
        while end < set.count, !isHTMLSpace(set[end]) { end += 1 }
        // Commas at an address's end separate; inside it they are its own.
        while end > begin, set[end - 1] == UInt8(ascii: ",") { end -= 1 }
        return end > begin ? begin..<end : nil
    }

    /// Behind the descriptors (`2x`, `600w`), which may hold commas in parentheses.
    private static func endOfCandidate(in set: [UInt8], from start: Int) -> Int {
        var index = start
        var depth = 0
        while index < set.count {
            switch set[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: ",") where depth == 0: return index
            default: break
            }
            index += 1
        }
        return index
    }
}
