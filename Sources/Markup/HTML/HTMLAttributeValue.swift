/// An attribute's value as browsers understand it, and as we are willing to pass it on.
enum HTMLAttributeValue {
    /// The value with its references decoded, line breaks unified and NUL replaced.
    static func decoded(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        let end = range.upperBound
        var index = range.lowerBound
        while index < end, bytes[index] != UInt8(ascii: "&"), bytes[index] != 0x0D, bytes[index] != 0 { index += 1 }
        // Most values are what they look like.
        output.append(contentsOf: bytes[range.lowerBound..<index])
        while index < end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "&"):
                if let reference = CharacterReferences.reference(in: bytes, at: index, end: end, .attribute) {
                    reference.append(to: &output)
                    index += reference.length
                    continue
                }
                output.append(byte)
            case 0x0D:
                if !(index + 1 < end && bytes[index + 1] == 0x0A) { output.append(0x0A) }
            case 0:
                CharacterReferences.append(0xFFFD, to: &output)
            default:
                output.append(byte)
            }
            index += 1
        }
    }

    /// Takes out controls (tab and line feed stay) and what turns the direction of reading.
    static func removeControls(_ value: inout [UInt8]) {
        guard value.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else {
            return
        }
        var write = 0
        var read = 0
        while read < value.count {
            let length = lengthOfControl(in: value, at: read)
            if length > 0 {
                read += length
            } else {
                value[write] = value[read]
                write += 1
                read += 1
            }
        }
        value.removeLast(value.count - write)
    }

    /// How many bytes a control or a character of direction takes at a position; zero where there is none.
    ///
    /// Controls: C0 but tab and line feed, DEL, C1. Direction: U+061C, U+200E–F, U+202A–E, U+2066–9.
    @inline(__always)
    static func lengthOfControl<Text: RandomAccessCollection>(in bytes: Text, at index: Int) -> Int
    where Text.Element == UInt8, Text.Index == Int {
        let byte = bytes[index]
        if byte < 0x20 { return byte == 0x09 || byte == 0x0A ? 0 : 1 }
        if byte == 0x7F { return 1 }
        guard byte == 0xC2 || byte == 0xD8 || byte == 0xE2, index + 1 < bytes.endIndex else { return 0 }
        let second = bytes[index + 1]
        if byte == 0xC2 { return second >= 0x80 && second <= 0x9F ? 2 : 0 }
        if byte == 0xD8 { return second == 0x9C ? 2 : 0 }
        guard index + 2 < bytes.endIndex else { return 0 }
        let third = bytes[index + 2]
        let turns =
            second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xAA && third <= 0xAE)
            || second == 0x81 && third >= 0xA6 && third <= 0xA9
        return turns ? 3 : 0
    }
}
