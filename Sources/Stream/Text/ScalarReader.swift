/// Reads a text from left to right, scalar by scalar; copying it is how one looks ahead.
struct ScalarReader {
    let scalars: [Unicode.Scalar]
    var at: Int
    let end: Int

    init(_ scalars: [Unicode.Scalar], from start: Int = 0, to end: Int? = nil) {
        self.scalars = scalars
        at = start
        self.end = end ?? scalars.count
    }

    var isAtEnd: Bool { at >= end }
    var next: Unicode.Scalar? { at < end ? scalars[at] : nil }

    /// What has not been read yet.
    var rest: ArraySlice<Unicode.Scalar> { scalars[min(at, end)..<end] }

    mutating func skipSpaces() {
        while at < end, scalars[at] == " " || scalars[at] == "\u{3000}" || scalars[at] == "\u{A0}" { at += 1 }
    }

    /// Reads one of these words, the first that fits.
    @discardableResult
    mutating func skip(_ words: String...) -> String? {
        for word in words where rest.starts(with: word.unicodeScalars) {
            at += word.unicodeScalars.count
            return word
        }
        return nil
    }

    /// Reads Arabic digits, full-width ones too, of so many places.
    mutating func digits(_ width: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        var ahead = at
        while ahead < end, count < width.upperBound, let digit = scalars[ahead].decimal {
            value = value * 10 + digit
            count += 1
            ahead += 1
        }
        let isLonger = ahead < end && scalars[ahead].decimal != nil
        guard width.contains(count), !isLonger else { return nil }
        at = ahead
        return value
    }

    /// Reads a number up to 99 in Arabic or Chinese: `25`, `二十五`, `十`, `元`.
    mutating func number() -> Int? {
        if let value = digits(1...2) { return value }
        var ahead = at
        var value = 0
        var current: Int?
        var isAny = false
        while ahead < end {
            let scalar = scalars[ahead]
            if scalar == "十" {
                value += (current ?? 1) * 10
                current = nil
            } else if let digit = scalar.chineseDigit, current == nil {
                current = digit
            } else {
                break
            }
            isAny = true
            ahead += 1
        }
        guard isAny else { return nil }
        at = ahead
        return value + (current ?? 0)
    }

    /// Reads a year of four digits, Arabic or Chinese (二〇二六).
    mutating func year() -> Int? {
        if let value = digits(4...4) { return (1949...2199).contains(value) ? value : nil }
        guard at + 4 <= end else { return nil }
        var value = 0
        for scalar in scalars[at..<(at + 4)] {
            guard let digit = scalar.chineseDigit else { return nil }
            value = value * 10 + digit
        }
        guard (1949...2199).contains(value) else { return nil }
        at += 4
        return value
    }
}

extension Unicode.Scalar {
    /// The value of an Arabic digit, full-width ones too.
    var decimal: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }

    /// The value of a Chinese digit; every zero that occurs in dates counts.
    var chineseDigit: Int? {
        switch self {
        case "〇", "○", "零", "Ｏ": 0
        case "一", "元", "正": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// True for a Chinese character.
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The text of a run of scalars.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }

    /// True where a word stands in it.
    func contains(word: String) -> Bool {
        let word = Array(word.unicodeScalars)
        guard let first = word.first, word.count <= count else { return false }
        for start in startIndex...(endIndex - word.count) where self[start] == first {
            if self[start...].starts(with: word) { return true }
        }
        return false
    }
}
