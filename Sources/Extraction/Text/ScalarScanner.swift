/// Reads scalars from the front of a line: digits in their ASCII and full-width forms, Chinese numerals, marks.
package struct ScalarScanner {
    /// What is left to read.
    package private(set) var rest: ArraySlice<Unicode.Scalar>

    /// A scanner over scalars.
    package init(_ scalars: ArraySlice<Unicode.Scalar>) { rest = scalars }
    /// A scanner over a text.
    package init(_ text: String) { rest = Array(text.unicodeScalars)[...] }

    /// True where nothing is left.
    package var isAtEnd: Bool { rest.isEmpty }
    /// The scalar that is read next.
    package var next: Unicode.Scalar? { rest.first }

    /// Passes over one of these, if it is next.
    package mutating func skip(_ scalars: Set<Unicode.Scalar>) -> Bool {
        guard let first = rest.first, scalars.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Passes over spaces of any width.
    package mutating func skipSpaces() { rest = rest.drop { $0.isBlank } }

    /// Reads one scalar, whatever it is.
    package mutating func popFirst() -> Unicode.Scalar? { rest.popFirst() }

    /// Reads a number written in digits, of so many digits.
    package mutating func number(_ width: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while let digit = rest.dropFirst(count).first?.digit, count < width.upperBound {
            value = value * 10 + digit
            count += 1
        }
        guard width.contains(count), rest.dropFirst(count).first?.digit == nil else { return nil }
        rest = rest.dropFirst(count)
        return value
    }

    /// Reads four numerals, as years are written: 二〇二六.
    package mutating func numeralYear() -> Int? {
        let digits = rest.prefix(4).compactMap(\.numeral)
        guard digits.count == 4 else { return nil }
        rest = rest.dropFirst(4)
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    /// Reads a number up to 99 in numerals: 三, 十, 十一, 二十, 二十五, 廿五, 卅一, 元 (1), 正 (1).
    package mutating func numeral() -> Int? {
        var value = 0
        var count = 0
        loop: while count < 3, let scalar = rest.dropFirst(count).first {
            switch scalar {
            case "元", "正": if count == 0 { value = 1 } else { break loop }
            case "十": value = value == 0 ? 10 : value * 10
            case "廿": value = 20
            case "卅": value = 30
            default:
                guard let digit = scalar.numeral else { break loop }
                value += digit
            }
            count += 1
        }
        guard count > 0 else { return nil }
        rest = rest.dropFirst(count)
        return value
    }
}

extension Unicode.Scalar {
    /// The value of a digit, ASCII or full-width.
    package var digit: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }

    /// The value of a Chinese numeral; zero has many shapes in real documents.
    package var numeral: Int? {
        switch self {
        case "〇", "○", "零", "Ｏ", "O", "o", "０", "0": 0
        case "一", "壹": 1
        case "二", "贰", "两": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    /// A space of any width.
    package var isBlank: Bool {
        switch value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: true
        default: false
        }
    }

    /// A character of the Chinese script.
    package var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005, 0x3007: true
        default: false
        }
    }
}

extension StringProtocol {
    /// Without spaces of any width, and line ends, at both ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank && $0 != "\n" }),
            let last = scalars.lastIndex(where: { !$0.isBlank && $0 != "\n" })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
