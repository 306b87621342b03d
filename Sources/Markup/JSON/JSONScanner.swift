/// Reads JSON, forgiving what feeds get wrong: raw line breaks in strings, a comma too many, an end that is missing.
package struct JSONScanner {
    private let base: UnsafePointer<UInt8>
    private let count: Int
    /// Where reading goes on.
    package private(set) var at: Int
    /// Whether the text ended before its values did.
    package private(set) var truncated = false
    /// Whether something had to be forgiven.
    package private(set) var repaired = false
    private let depthLimit: Int
    private let most: Int

    /// A scanner over a text that outlives it.
    /// - Parameters:
    ///   - depth: values inside each other; deeper ones are not read.
    ///   - most: values of one array and members of one object; what is beyond is read and not kept.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, depth: Int, most: Int = .max) {
        self.most = most
        base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        count = bytes.count
        at = start
        depthLimit = depth
    }

    /// The value at the current place; nil when there is none.
    package mutating func value(depth: Int = 0) -> JSONValue? {
        skipSpace()
        guard at < count else {
            truncated = true
            return nil
        }
        switch base[at] {
        case UInt8(ascii: "{"): return depth < depthLimit ? object(depth) : nil
        case UInt8(ascii: "["): return depth < depthLimit ? array(depth) : nil
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    /// Passes over white space.
    package mutating func skipSpace() {
        while at < count, Bytes.isSpace(base[at]) { at += 1 }
    }

    private mutating func word(_ literal: StaticString, _ value: JSONValue) -> JSONValue? {
        guard Bytes.matches(literal, in: base, at: at, to: count) else { return nil }
        at += literal.utf8CodeUnitCount
        return value
    }

    private mutating func number() -> JSONValue? {
        let start = at
        while at < count, Bytes.isDigit(base[at]) || "+-.eE".utf8.contains(base[at]) { at += 1 }
        guard at > start else { return nil }
        return .number(String(decoding: UnsafeBufferPointer(start: base + start, count: at - start), as: UTF8.self))
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
        at += 1
        var members: [(key: String, value: JSONValue)] = []
        while true {
            skipSpace()
            guard at < count else {
                truncated = true
                return .object(members)
            }
            if base[at] == UInt8(ascii: "}") {
                at += 1
                return .object(members)
            }
            if base[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            guard base[at] == UInt8(ascii: "\""), let key = string() else { return nil }
            skipSpace()
            guard at < count, base[at] == UInt8(ascii: ":") else {
                if at >= count { truncated = true }
                return truncated ? .object(members) : nil
            }
            at += 1
            guard let value = value(depth: depth + 1) else { return truncated ? .object(members) : nil }
            if members.count < most { members.append((key, value)) }
            if truncated { return .object(members) }
        }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        at += 1
        var values: [JSONValue] = []
        while true {
            skipSpace()
            guard at < count else {
                truncated = true
                return .array(values)
            }
            if base[at] == UInt8(ascii: "]") {
                at += 1
                return .array(values)
            }
            if base[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            guard let value = value(depth: depth + 1) else { return truncated ? .array(values) : nil }
            if values.count < most { values.append(value) }
            if truncated { return .array(values) }
        }
    }

    private mutating func string() -> String? {
        at += 1
        let start = at
        while at < count, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "\\") { at += 1 }
        if at < count, base[at] == UInt8(ascii: "\"") {
            at += 1
            return String(decoding: UnsafeBufferPointer(start: base + start, count: at - 1 - start), as: UTF8.self)
        }
        var bytes = Array(UnsafeBufferPointer(start: base + start, count: at - start))
        while at < count {
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return String(decoding: bytes, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                escape(&bytes)
            } else {
                let run = at
                while at < count, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "\\") { at += 1 }
                bytes.append(contentsOf: UnsafeBufferPointer(start: base + run, count: at - run))
            }
        }
        truncated = true
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func escape(_ bytes: inout [UInt8]) {
        at += 1
        guard at < count else { return }
        let byte = base[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"): unicode(&bytes)
        default: bytes.append(byte)
        }
    }

    private mutating func unicode(_ bytes: inout [UInt8]) {
        guard let first = hexadecimal() else {
            repaired = true
            return
        }
        var value = first
        if (0xD800..<0xDC00).contains(first), at + 1 < count, base[at] == UInt8(ascii: "\\"),
            base[at + 1] == UInt8(ascii: "u")
        {
            let mark = at
            at += 2
            if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
                value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            } else {
                at = mark
            }
        }
        // A control character has no place in a text.
        if value < 0x20, value != 0x0A, value != 0x09 { return }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            let byte = base[at + offset]
            if Bytes.isDigit(byte) {
                value = value << 4 | UInt32(byte - 0x30)
            } else if (byte | 0x20) &- 0x61 < 6 {
                value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            } else {
                return nil
            }
        }
        at += 4
        return value
    }
}
