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
        self = text.withUTF8 { TextMarks(of: $0, from: 0) }
    }

    /// The marks of a text from one of its characters on.
    init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let sieve = Self.sieve
        var marks: TextMarks = []
        var index = start
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
            if sieve.lets(bytes[index &+ 1], bytes[index &+ 2]) {
                var end = index
                let scalar = ScalarBytes.scalar(bytes, &end)
                marks.formUnion(TextMarks(of: scalar, behind: index > 0 ? bytes[index - 1] : 0))
            }
            index &+= 3
        }
        self = marks
    }

    /// What one character marks.
    ///
    /// - Parameter before: the byte in front of it.
    init(of scalar: UInt32, behind before: UInt8) {
        switch scalar {
        // : ：
        case 0x3A, 0xFF1A: self = .label
        // 号
        case 0x53F7: self = (0x30...0x39).contains(before) ? [.label, .number] : .label
        // 》
        case 0x300B: self = .title
        // 前 止 至 内 截 —
        case 0x524D, 0x6B62, 0x81F3, 0x5185, 0x622A, 0x2014: self = .due
        // 《 〔 【 （ ［ ﹝ ( [
        case 0x300A, 0x3014, 0x3010, 0xFF08, 0xFF3B, 0xFE5D, 0x28, 0x5B: self = .opening
        default: self = []
        }
    }

    /// True for a character that marks something.
    static func isMark(_ scalar: UInt32) -> Bool { !TextMarks(of: scalar, behind: 0).isEmpty }

    private static let sieve = CharacterSieve("：号》前止至内截—《〔【（［﹝")
}
