/// The forms that attribute values must have; all of them on bytes, all of them short.
enum ValueForm {
    /// `12`, `12.5`, `80%`; `12px` loses its unit.
    static func dimension(_ value: inout [UInt8]) -> Bool {
        value.removeAll { isHTMLSpace($0) }
        if value.count > 2, value.suffix(2).elementsEqual("px".utf8) { value.removeLast(2) }
        let number = value.last == UInt8(ascii: "%") ? value.dropLast() : value[...]
        guard number.count <= 8, let first = number.first, isDigit(first) else { return false }
        return number.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
    }

    /// A whole number of at most six digits, with or without a minus sign.
    static func number(_ value: [UInt8]) -> Bool {
        let digits = value.first == UInt8(ascii: "-") ? value.dropFirst() : value[...]
        return !digits.isEmpty && digits.count <= 6 && digits.allSatisfy(isDigit)
    }

    /// 1 to 1,000: browsers honour no more columns, and more rows only cost memory.
    static func cellSpan(_ value: [UInt8]) -> Bool {
        guard number(value), value.first != UInt8(ascii: "-") else { return false }
        let count = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return count >= 1 && count <= 1000
    }

    /// Letters, digits and hyphens: an alignment, a direction, a language.
    static func keyword(_ value: [UInt8]) -> Bool {
        !value.isEmpty && value.count <= 35
            && value.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// The characters of ISO 8601 dates and durations.
    static func date(_ value: [UInt8]) -> Bool {
        !value.isEmpty && value.count <= 40
            && value.allSatisfy { isLetter($0) || isDigit($0) || "-:+. ".utf8.contains($0) }
    }

    /// `0`, `1`, with or without a unit.
    static func isAtMostOnePixel(_ value: [UInt8]) -> Bool {
        let trimmed = value.filter { !isHTMLSpace($0) }
        guard let first = trimmed.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1") else { return false }
        return trimmed.count == 1 || trimmed.dropFirst().elementsEqual("px".utf8)
    }

    /// The address with what URLs cannot hold percent-encoded, as browsers do; other characters stay.
    static func percentEncoded(_ address: [UInt8]) -> [UInt8] {
        guard address.contains(where: mustBeEncoded) else { return address }
        var result: [UInt8] = []
        result.reserveCapacity(address.count + 16)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in address {
            if mustBeEncoded(byte) {
                result.append(UInt8(ascii: "%"))
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 0x0F)])
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func mustBeEncoded(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
