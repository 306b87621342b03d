/// `srcset` (HTML standard §4.8.4.2.1), as far as one needs it to find an address in it.
enum ImageSet {
    /// The address of the first candidate; empty if there is none.
    static func firstAddress(_ set: [UInt8]) -> [UInt8] {
        let start = set.drop { isHTMLSpace($0) || $0 == UInt8(ascii: ",") }
        var address = start.prefix { !isHTMLSpace($0) }
        while address.last == UInt8(ascii: ",") { address = address.dropLast() }
        return Array(address)
    }
}
