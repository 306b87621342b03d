/// Numbers as lists write them (ECMA-376 part 1, §17.18.59 ST_NumberFormat).
enum WrittenNumber {
    /// A number in a format; digits where the format is not known.
    static func text(_ value: Int, format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "chineseLegalSimplified":
            chinese(value)
        case "ideographTraditional": cycle(value, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": cycle(value, "子丑寅卯辰巳午未申酉戌亥")
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": enclosed(value, from: 0x2460)
        case "decimalEnclosedParen": enclosed(value, from: 0x2474)
        case "decimalFullWidth", "decimalFullWidth2":
            String(
                String.UnicodeScalarView(
                    String(value).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        case "upperLetter": letters(value).uppercased()
        case "lowerLetter": letters(value)
        case "upperRoman": roman(value)
        case "lowerRoman": roman(value).lowercased()
        case "decimalZero": value < 10 ? "0\(value)" : "\(value)"
        case "none": ""
        default: "\(value)"
        }
    }

    /// 一, 十, 十一, 二十, 一百零三.
    static func chinese(_ value: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        guard value > 0, value < 1_000 else { return "\(value)" }
        if value < 10 { return String(digits[value]) }
        if value < 20 { return "十" + (value == 10 ? "" : String(digits[value - 10])) }
        if value < 100 { return "\(digits[value / 10])十" + (value % 10 == 0 ? "" : String(digits[value % 10])) }
        let rest = value % 100
        let tail = rest == 0 ? "" : rest < 10 ? "零\(digits[rest])" : rest < 20 ? "一\(chinese(rest))" : chinese(rest)
        return "\(digits[value / 100])百" + tail
    }

    private static func cycle(_ value: Int, _ words: String) -> String {
        let words = Array(words)
        return value > 0 ? String(words[(value - 1) % words.count]) : "\(value)"
    }

    private static func enclosed(_ value: Int, from first: UInt32) -> String {
        guard (1...20).contains(value), let scalar = Unicode.Scalar(first + UInt32(value) - 1) else {
            return "\(value)"
        }
        return String(Character(scalar))
    }

    private static func letters(_ value: Int) -> String {
        guard value > 0, value <= 26 * 30 else { return "\(value)" }
        let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8((value - 1) % 26)))
        return String(repeating: letter, count: (value - 1) / 26 + 1)
    }

    private static func roman(_ value: Int) -> String {
        guard (1...3_999).contains(value) else { return "\(value)" }
        var rest = value
        var text = ""
        for (number, word) in [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= number {
                text += word
                rest -= number
            }
        }
        return text
    }
}
