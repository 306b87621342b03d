/// The path of a rule in robots.txt: a beginning, in which `*` stands for anything and a `$` at the end for the end
/// (RFC 9309 §2.2.3).
struct RobotsPattern: Sendable {
    /// How specific it is: octets of the pattern.
    let length: Int
    private let parts: [ArraySlice<UInt8>]
    private let isAnchored: Bool

    private static let longest = 512
    private static let longestTarget = 2_048

    /// A pattern as written; nil for an empty one, which says nothing.
    init?(_ text: some Swift.Collection<UInt8>) {
        guard !text.isEmpty, text.count <= Self.longest else { return nil }
        var bytes = Self.normalized(text)
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        parts = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    }

    /// True where a path with its query, ``normalized(_:)``, begins as the pattern says.
    func matches(_ target: [UInt8]) -> Bool {
        guard let first = parts.first, target.starts(with: first) else { return false }
        if parts.count == 1 { return !isAnchored || target.count == first.count }
        var place = first.count
        let middle = isAnchored ? parts.dropFirst().dropLast() : parts.dropFirst()
        for part in middle {
            guard let next = Self.find(part, in: target, from: place) else { return false }
            place = next + part.count
        }
        guard isAnchored, let last = parts.last else { return true }
        return target.count - place >= last.count && target.suffix(last.count).elementsEqual(last)
    }

    private static func find(_ part: ArraySlice<UInt8>, in target: [UInt8], from start: Int) -> Int? {
        guard start + part.count <= target.count else { return nil }
        return (start...(target.count - part.count)).first { target[$0...].starts(with: part) }
    }

    /// Percent-encoding in one form: what needs none has none, the rest in upper case, letters beyond ASCII encoded.
    static func normalized(_ text: some Swift.Collection<UInt8>) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        var rest = Array(text.prefix(longestTarget))[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
                let low = rest.dropFirst().first.flatMap(digit)
            {
                rest = rest.dropFirst(2)
                let value = high << 4 | low
                if isUnreserved(value) {
                    result.append(value)
                } else {
                    result += [byte, digits[Int(high)], digits[Int(low)]]
                }
            } else if byte > 0x7E || byte <= 0x20 {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
