/// What stands somewhere in a text, found in one pass over its bytes, so that most texts need no closer look.
struct TextMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// A colon of either width, or 号: a label, an addressee or a document's number may be there.
    static let label = TextMarks(rawValue: 1)
    /// 号 behind a digit: a document's number may be there.
    static let number = TextMarks(rawValue: 2)
    /// 》: a document's title may be there.
    static let title = TextMarks(rawValue: 4)
    /// One of 前止至内截 or a dash: something may be due.
    static let due = TextMarks(rawValue: 8)
    /// 《 or an opening bracket: a document may be named.
    static let opening = TextMarks(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The marks of a text.
    init(of text: String) {
        var text = text
        self = text.withUTF8(Self.marks)
    }

    private static func marks(_ bytes: UnsafeBufferPointer<UInt8>) -> TextMarks {
        let lastBytes = lastBytes
        var marks: TextMarks = []
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            guard first & 0xF0 == 0xE0, index &+ 2 < bytes.count else {
                switch first {
                case UInt8(ascii: ":"): marks.insert(.label)
                case UInt8(ascii: "("), UInt8(ascii: "["): marks.insert(.opening)
                default: break
                }
                index &+= 1
                continue
            }
            guard lastBytes & 1 << UInt64(bytes[index &+ 2] & 0x3F) != 0 else {
                index &+= 3
                continue
            }
            switch UInt32(first) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) {
            // ：
            case 0xEFBC9A: marks.insert(.label)
            // 号
            case 0xE58FB7:
                marks.insert(.label)
                if index > 0, (0x30...0x39).contains(bytes[index - 1]) { marks.insert(.number) }
            // 》
            case 0xE3808B: marks.insert(.title)
            // 前 止 至 内 截 —
            case 0xE5898D, 0xE6ADA2, 0xE887B3, 0xE58685, 0xE688AA, 0xE28094: marks.insert(.due)
            // 《 〔 【 （ ［ ﹝
            case 0xE3808A, 0xE38094, 0xE38090, 0xEFBC88, 0xEFBCBB, 0xEFB99D: marks.insert(.opening)
            default: break
            }
            index &+= 3
        }
        return marks
    }

    /// What the last bytes of these characters are, each a bit by its lower six: most characters are told by it.
    private static let lastBytes: UInt64 = [
        0x9A, 0xB7, 0x8B, 0x8D, 0xA2, 0xB3, 0x85, 0xAA, 0x94, 0x8A, 0x90, 0x88, 0xBB, 0x9D,
    ].reduce(0) { $0 | 1 << ($1 & 0x3F) }
}
