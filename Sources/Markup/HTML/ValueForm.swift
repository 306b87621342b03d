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

    /// A whole number of at most six digits, with or without a sign.
    static func number(_ value: [UInt8]) -> Bool {
        let isSigned = value.first == UInt8(ascii: "-") || value.first == UInt8(ascii: "+")
        let digits = isSigned ? value.dropFirst() : value[...]
        return !digits.isEmpty && digits.count <= 6 && digits.allSatisfy(isDigit)
    }

    /// 1 to 1,000: browsers honour no more columns, and more rows only cost memory.
    static func cellSpan(_ value: [UInt8]) -> Bool {
        guard number(value), let first = value.first, isDigit(first) else { return false }
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

    /// What may be said about a link without anything happening; `opener`, `prefetch` and their like are not among it.
    private static let harmlessRelations: Set<String> = [
        "author", "bookmark", "external", "help", "license", "me", "next", "nofollow", "noopener", "noreferrer",
        "prev", "search", "sponsored", "tag", "ugc", "up",
    ]

    /// Kinds of links, those that do something left out.
    static func relations(_ value: inout [UInt8]) -> Bool {
        guard value.count <= 200 else { return false }
        let words = value.split(whereSeparator: isHTMLSpace).map { String(decoding: $0.map(lowered), as: UTF8.self) }
        let kept = words.filter { harmlessRelations.contains($0) }
        if kept.count < words.count { value = Array(kept.joined(separator: " ").utf8) }
        return !kept.isEmpty
    }

    /// Names of classes: no controls, nothing that looks like markup.
    static func classes(_ value: [UInt8]) -> Bool {
        value.count <= 1000
            && value.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !"<>\"'`&".utf8.contains($0) || isHTMLSpace($0) }
    }

    /// `red`, `#f00`, `ff0000`.
    static func colour(_ value: [UInt8]) -> Bool {
        let digits = value.first == UInt8(ascii: "#") ? value.dropFirst() : value[...]
        return !digits.isEmpty && digits.count <= 24 && digits.allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Names of fonts with commas between them.
    static func font(_ value: [UInt8]) -> Bool {
        value.count <= 120
            && value.allSatisfy {
                isLetter($0) || isDigit($0) || $0 >= 0x80 || $0 == 0x20 || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: ",")
            }
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
