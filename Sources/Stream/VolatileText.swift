/// Passages of a page that change by themselves: counters and the time of printing. They are left out of an item's
/// fingerprint, so that a page that was only read more often is not a new version.
enum VolatileText {
    /// Appends every part of `text` that counts, in order.
    static func appendRest(of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        var index = 0
        while true {
            index = beginning(in: text, from: index)
            guard index &+ 6 <= text.count else { break }
            guard isFirst(text, index), let word = words.first(where: { stands($0.bytes, text, index) }) else {
                index &+= 1
                continue
            }
            let behind = index + word.bytes.count
            let range = word.isCounter ? number(text, behind) : moment(text, behind)
            guard let range else {
                index = behind
                continue
            }
            bytes.append(contentsOf: text[start..<range.lowerBound])
            start = range.upperBound
            index = start
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// The number behind a counter's name, tags and punctuation between them; nothing where none follows soon.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
        var index = start
        let bound = min(text.count, start + 120)
        while index < bound {
            let byte = text[index]
            if byte == 0x3C {
                while index < bound, text[index] != 0x3E { index += 1 }
                index += 1
            } else if (0x30...0x39).contains(byte) {
                var end = index
                while end < text.count, (0x30...0x39).contains(text[end]) || text[end] == 0x2C { end += 1 }
                return index..<end
            } else if byte == 0x20 || byte == 0x3A || byte == 0x5B || byte == 0x28 {
                index += 1
            } else if index + 3 <= text.count, byte == 0xEF || byte == 0xE3 {
                // Full-width colons and brackets.
                index += 3
            } else {
                return nil
            }
        }
        return nil
    }

    /// What stands behind the name of a moment, up to the next tag or line.
    private static func moment(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
        var end = start
        while end < text.count, end < start + 80, text[end] != 0x3C, text[end] != 0x0A { end += 1 }
        return start..<end
    }

    /// Where one of the words may begin, at `start` or behind it: sixteen places are asked at a time for the second and third
    /// bytes of their first characters, which hardly any other character has.
    private static func beginning(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index &+ 18 <= raw.count {
            let second = raw.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD16<UInt8>.self)
            let third = raw.loadUnaligned(fromByteOffset: index &+ 2, as: SIMD16<UInt8>.self)
            // 浏 阅 点 访 下 打 当 今
            let marks =
                (second .== all(0xB5)) .& (third .== all(0x8F)) .| (second .== all(0x98)) .& (third .== all(0x85))
                .| (second .== all(0x82)) .& (third .== all(0xB9)) .| (second .== all(0xAE)) .& (third .== all(0xBF))
                .| (second .== all(0xB8)) .& (third .== all(0x8B)) .| (second .== all(0x89)) .& (third .== all(0x93))
                .| (second .== all(0xBD)) .& (third .== all(0x93)) .| (second .== all(0xBB)) .& (third .== all(0x8A))
            let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
            if halves[0] != 0 { return index &+ halves[0].littleEndian.trailingZeroBitCount >> 3 }
            if halves[1] != 0 { return index &+ 8 &+ halves[1].littleEndian.trailingZeroBitCount >> 3 }
            index &+= 16
        }
        return index
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

    /// True where a character stands that one of the words begins with.
    private static func isFirst(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) {
        // 浏 阅 点 访 下 打 当 今
        case 0xE6B58F, 0xE99885, 0xE782B9, 0xE8AEBF, 0xE4B88B, 0xE68993, 0xE5BD93, 0xE4BB8A: true
        default: false
        }
    }

    private static func stands(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + word.count <= text.count else { return false }
        for offset in word.indices where text[index + offset] != word[offset] { return false }
        return true
    }

    private static let words: [Word] =
        [
            "浏览次数", "浏览量", "阅读次数", "阅读量", "阅读数", "点击次数", "点击数", "点击量", "访问次数", "访问量", "下载次数",
        ].map { Word($0, isCounter: true) }
        + ["打印时间", "打印日期", "当前时间", "今天是"].map { Word($0, isCounter: false) }

    private struct Word {
        let bytes: [UInt8]
        let isCounter: Bool

        init(_ text: String, isCounter: Bool) {
            bytes = Array(text.utf8)
            self.isCounter = isCounter
        }
    }
}
