/// A name of at most sixteen bytes, lower-cased and packed, so that comparing names compares two words.
struct HTMLPackedName: Equatable, Sendable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Adds a byte, ASCII capitals lowered. What is longer than sixteen bytes only counts on: it is no known name.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let lowered = UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        if count < 8 {
            low = low << 8 | lowered
        } else if count < 16 {
            high = high << 8 | lowered
        }
        count += 1
    }

    /// A byte of a name that is not longer than sixteen.
    func byte(at index: Int) -> UInt8 {
        let word = index < 8 ? low : high
        let length = index < 8 ? min(count, 8) : count - 8
        return UInt8(truncatingIfNeeded: word >> UInt64(8 * (length - 1 - index % 8)))
    }

    /// Fibonacci hashing over the two words.
    @inline(__always)
    var hash: Int {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 54)
    }
}

/// Known names and their numbers: an open-addressed hash of 1,024 slots.
struct HTMLNameTable: Sendable {
    private struct Slot {
        var name = HTMLPackedName()
        var number: UInt8 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1024)

    /// - Parameter names: each with its number; zero is kept for unknown names.
    init(_ names: [(String, UInt8)]) {
        for (text, number) in names {
            let name = HTMLPackedName(text)
            var slot = name.hash
            while slots[slot].number != 0 { slot = (slot + 1) & 1023 }
            slots[slot] = Slot(name: name, number: number)
        }
    }

    /// The number of a name, zero if it is unknown.
    @inline(__always)
    func number(of name: HTMLPackedName) -> UInt8 {
        guard name.count <= 16 else { return 0 }
        var slot = name.hash
        while slots[slot].number != 0 {
            if slots[slot].name == name { return slots[slot].number }
            slot = (slot + 1) & 1023
        }
        return 0
    }

    static let elements = HTMLNameTable(HTMLElement.allCases.dropFirst().map { ($0.name, $0.rawValue) })
    static let attributes = HTMLNameTable(HTMLAttributeName.allCases.dropFirst().map { ($0.name, $0.rawValue) })
}
