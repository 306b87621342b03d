/// The table of named references made searchable: an open-addressed hash over the names' bytes, built once.
struct NamedReferenceIndex: Sendable {
    /// What one name stands for: one code point, or two.
    struct Value: Sendable, Equatable {
        var first: UInt32
        /// Zero where there is only one.
        var second: UInt32
    }

    static let shared = NamedReferenceIndex()

    /// No name is longer.
    static let longestName = 31
    /// No name that may stand without a semicolon is longer.
    static let longestBareName = 6

    private struct Entry {
        var start: Int
        var count: Int
        var value: Value
        var mayStandBare: Bool
    }

    private static let slotCount = 8192
    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// Index of an entry plus one; zero is an empty slot.
    private var slots = [UInt16](repeating: 0, count: NamedReferenceIndex.slotCount)

    private init() {
        for table in [NamedReferenceTable.lower, NamedReferenceTable.upper] {
            for group in table.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                let sides = group.split(separator: UInt8(ascii: "="))
                let points = sides[0].split(separator: UInt8(ascii: "+")).map(NamedReferenceIndex.hexadecimal)
                let value = Value(first: points[0], second: points.count > 1 ? points[1] : 0)
                for name in sides[1].split(separator: UInt8(ascii: ",")) { add(Array(name), value) }
            }
        }
        for name in NamedReferenceTable.withoutSemicolon.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            if let index = find(Array(name)[...]) { entries[index].mayStandBare = true }
        }
    }

    /// The value of a name that is followed by a semicolon.
    func value(of name: ArraySlice<UInt8>) -> Value? {
        find(name).map { entries[$0].value }
    }

    /// The longest beginning of the bytes that may stand without a semicolon.
    func bareValue(atStartOf bytes: ArraySlice<UInt8>) -> (value: Value, count: Int)? {
        var count = min(bytes.count, NamedReferenceIndex.longestBareName)
        while count >= 2 {
            if let index = find(bytes.prefix(count)), entries[index].mayStandBare {
                return (entries[index].value, count)
            }
            count -= 1
        }
        return nil
    }

    private func find(_ name: ArraySlice<UInt8>) -> Int? {
        guard name.count <= NamedReferenceIndex.longestName else { return nil }
        var slot = NamedReferenceIndex.hash(name)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.count == name.count, names[entry.start..<entry.start + entry.count].elementsEqual(name) {
                return Int(slots[slot]) - 1
            }
            slot = (slot + 1) % NamedReferenceIndex.slotCount
        }
        return nil
    }

    private mutating func add(_ name: [UInt8], _ value: Value) {
        var slot = NamedReferenceIndex.hash(name[...])
        while slots[slot] != 0 { slot = (slot + 1) % NamedReferenceIndex.slotCount }
        entries.append(Entry(start: names.count, count: name.count, value: value, mayStandBare: false))
        names.append(contentsOf: name)
        slots[slot] = UInt16(entries.count)
    }

    /// FNV-1a.
    private static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(slotCount - 1))
    }

    private static func hexadecimal(_ digits: Substring.UTF8View.SubSequence) -> UInt32 {
        var value: UInt32 = 0
        for digit in digits { value = value << 4 | UInt32(digit <= 0x39 ? digit - 0x30 : digit - 0x37) }
        return value
    }
}
