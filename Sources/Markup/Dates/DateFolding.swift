/// Brings the spellings of East Asia to the one that the scanner reads: wide characters, numbers in Han characters.
enum DateFolding {
    /// The same date in ASCII digits and punctuation; nil where nothing had to be changed.
    ///
    /// `２０２４年３月１５日`, `二〇二四年三月十五日`, `令和元年5月1日`, and spaces that are wider than a space.
    static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.contains(where: { $0 >= 0xC2 }) else { return nil }
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var result = String.UnicodeScalarView()
        var isChanged = false
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if let plain = narrow(scalar) {
                result.append(plain)
                isChanged = true
                index += 1
            } else if let (value, next) = number(scalars, index) {
                result.append(contentsOf: String(value).unicodeScalars)
                isChanged = true
                index = next
            } else {
                result.append(scalar)
                index += 1
            }
        }
        return isChanged ? Array(String(result).utf8) : nil
    }

    /// The ASCII form of a full-width character or a wide space.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
        default: nil
        }
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static let units: Set<Unicode.Scalar> = [
        "年", "月", "日", "号", "號", "时", "時", "点", "點", "分", "秒",
    ]

    /// A number in Han characters that a unit follows, and the place behind it.
    private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> (value: Int, next: Int)? {
        var value = 0
        var pending = 0
        var next = start
        while next < scalars.count, next - start < 5 {
            let scalar = scalars[next]
            if let digit = digits[scalar] {
                pending = pending * 10 + digit
            } else if scalar == "十" {
                value += max(pending, 1) * 10
                pending = 0
            } else if scalar == "元", next == start, next + 1 < scalars.count, scalars[next + 1] == "年" {
                // The first year of an era.
                pending = 1
            } else {
                break
            }
            next += 1
        }
        guard next > start, next < scalars.count, units.contains(scalars[next]) else { return nil }
        return (value + pending, next)
    }
}
