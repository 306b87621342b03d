/// The numbers of a title by what they count: 第3期, 2026年, 11月. Two notices of a series differ in them and in nothing else.
package struct SeriesNumbers: Sendable, Hashable {
    /// A number with the character behind it; 0 where none of the usual ones stands there.
    private struct Count: Sendable, Hashable {
        var unit: UInt16
        var number: Int
    }

    private var counts: [Count] = []

    init(_ text: [UInt16]) {
        var index = 0
        let beginnings = Self.beginnings
        while index < text.count {
            guard beginnings.lets(text[index]) else {
                index += 1
                continue
            }
            addHalf(text, at: index)
            guard let (number, end, isWritten) = Self.number(text, at: index) else {
                index += 1
                continue
            }
            let unit = end < text.count && Self.isUnit(text[end]) ? text[end] : 0
            // 一 and 三 are words as well: they count as numbers only before a unit, or behind 第.
            let isOrdinal = index > 0 && text[index - 1] == Self.ordinal
            if !isWritten || unit != 0 || isOrdinal { add(Count(unit: unit, number: number)) }
            index = end
        }
    }

    /// What numbers and halves begin with.
    private static let beginnings = CharacterSieve(
        Array("〇零一二两三四五六七八九十百0123456789".utf16) + halves.map { $0.text[0] })

    private mutating func add(_ count: Count) {
        if !counts.contains(count) { counts.append(count) }
    }

    private mutating func addHalf(_ text: [UInt16], at index: Int) {
        switch text[index] {
        // What one of them begins with: 上中下春夏秋冬.
        case 0x4E0A, 0x4E2D, 0x4E0B, 0x6625, 0x590F, 0x79CB, 0x51AC: break
        default: return
        }
        for half in Self.halves where StoryText.stands(half.text, in: text, at: index) {
            add(Count(unit: half.unit, number: half.value))
        }
    }

    /// True where both count the same thing and neither has the other's numbers.
    package func conflict(with other: SeriesNumbers) -> Bool {
        counts.contains { count in
            let own = counts.filter { $0.unit == count.unit }
            let others = other.counts.filter { $0.unit == count.unit }
            return !others.isEmpty && !own.allSatisfy(others.contains) && !others.allSatisfy(own.contains)
        }
    }

    private static func number(_ text: [UInt16], at start: Int) -> (value: Int, end: Int, isWritten: Bool)? {
        var end = start
        var value = 0
        while end < text.count, end - start < 9, StoryText.isDigit(text[end]) {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        if end > start { return (value, end, false) }
        var digit = 0
        // Longer ones are no numbers, and would not fit.
        while end < text.count, end - start < 15, let known = written(text[end]) {
            if known >= 10 {
                value += max(1, digit) * known
                digit = 0
            } else {
                // 二〇二六 is read digit by digit.
                digit = digit * 10 + known
            }
            end += 1
        }
        return end > start ? (value + digit, end, true) : nil
    }

    private static let ordinal: UInt16 = 0x7B2C

    private static func isUnit(_ scalar: UInt16) -> Bool { units.contains(scalar) }
    private static let units = Array("期批次届号年月日季轮场周例辑讲版部篇站级类号".utf16)

    /// What a written digit, or ten or a hundred, stands for.
    private static func written(_ scalar: UInt16) -> Int? {
        switch scalar {
        // 〇 and 零, 一 to 九 with 两, 十, 百.
        case 0x3007, 0x96F6: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        case 0x767E: 100
        default: nil
        }
    }

    private static let halves: [(text: [UInt16], unit: UInt16, value: Int)] = [
        (Array("上半年".utf16), 1, 1), (Array("下半年".utf16), 1, 2), (Array("上旬".utf16), 2, 1), (Array("中旬".utf16), 2, 2),
        (Array("下旬".utf16), 2, 3), (Array("春季".utf16), 3, 1), (Array("夏季".utf16), 3, 2), (Array("秋季".utf16), 3, 3),
        (Array("冬季".utf16), 3, 4), (Array("上篇".utf16), 4, 1), (Array("中篇".utf16), 4, 2), (Array("下篇".utf16), 4, 3),
    ]
}
