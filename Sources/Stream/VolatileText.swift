/// Passages of a page that change by themselves: counters and the time of printing. They are left out of an item's
/// fingerprint, so that a page that was only read more often is not a new version.
enum VolatileText {
    /// Appends every part of `text` that counts, in order.
    static func appendRest(of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let lastBytes = lastBytes
        var start = 0
        var index = 0
        while index &+ 6 <= text.count {
            let lead = text[index]
            guard lead & 0xF0 == 0xE0 else {
                index &+= 1
                continue
            }
            guard lastBytes & 1 << UInt64(text[index &+ 2] & 0x3F) != 0, isFirst(text, index),
                let word = words.first(where: { stands($0.bytes, text, index) })
            else {
                // The bytes behind the first of a character begin none.
                index &+= 3
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

    /// True where a character stands that one of the words begins with.
    private static func isFirst(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) {
        // 浏 阅 点 访 下 打 当 今
        case 0xE6B58F, 0xE99885, 0xE782B9, 0xE8AEBF, 0xE4B88B, 0xE68993, 0xE5BD93, 0xE4BB8A: true
        default: false
        }
    }

    /// What the last bytes of these characters are, each a bit by its lower six: most characters are told by it.
    private static let lastBytes: UInt64 = [0x8F, 0x85, 0xB9, 0xBF, 0x8B, 0x93, 0x8A].reduce(0) { bits, last in
        bits | 1 << (last & 0x3F)
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
