import Markup

/// Values as programs write them: `{title: '…', url: "…", date: new Date(), }`, which JSON does not allow.
///
/// Nothing is run: what is no text, number, word, array or table counts as nothing.
struct ProgramLiteral {
    /// Values inside each other, and bytes of a program, that are read.
    private static let (deepest, longest) = (16, 2_000_000)

    private let bytes: [UInt8]
    private var at = 0

    private init(_ text: Substring) { bytes = Array(text.utf8.prefix(Self.longest)) }

    /// The array or table that a text begins with.
    static func value(_ text: Substring) -> JSONValue? {
        var literal = ProgramLiteral(text)
        return literal.value(depth: 0)
    }

    /// All arrays of tables or arrays in a program, and the array of what it adds to one: `list.push({…})`.
    static func arrays(in program: String) -> [JSONValue] {
        var literal = ProgramLiteral(program[...])
        var found: [JSONValue] = []
        var added: [JSONValue] = []
        while literal.at < literal.bytes.count, found.count < 16, added.count < 2_000 {
            let start = literal.at
            switch literal.bytes[start] {
            case UInt8(ascii: "[") where literal.holdsValues(from: start + 1):
                if let value = literal.value(depth: 0), isList(value) { found.append(value) }
                if literal.at <= start { literal.at = start + 1 }
            case UInt8(ascii: "(") where literal.ends("push", at: start):
                literal.at += 1
                if let value = literal.value(depth: 0) { added.append(value) }
            case UInt8(ascii: "(") where literal.ends("JSON.parse", at: start):
                literal.at += 1
                if case .string(let text)? = literal.value(depth: 0), let value = JSONText.value(in: text) {
                    found.append(value)
                }
            default: literal.at += 1
            }
        }
        return found + (added.count >= 2 ? [.array(added)] : [])
    }

    /// True for an array of several values, and for one that has such an array inside.
    private static func isList(_ value: JSONValue, depth: Int = 0) -> Bool {
        switch value {
        case .array(let values):
            values.count >= 2 || depth < 6 && values.contains { isList($0, depth: depth + 1) }
        case .object(let members): depth < 6 && members.contains { isList($0.value, depth: depth + 1) }
        default: false
        }
    }

    /// The texts of a program that are no shorter than some bytes.
    static func texts(in program: String, atLeast least: Int) -> [String] {
        guard program.utf8.count >= least else { return [] }
        var literal = ProgramLiteral(program[...])
        var found: [String] = []
        while literal.at < literal.bytes.count, found.count < 40 {
            guard "\"'`".utf8.contains(literal.bytes[literal.at]) else {
                literal.at += 1
                continue
            }
            let text = literal.string()
            if text.utf8.count >= least { found.append(text) }
        }
        return found
    }

    /// True where a table or an array comes next.
    private func holdsValues(from start: Int) -> Bool {
        bytes[start...].first { !Bytes.isSpace($0) }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
    }

    private func ends(_ word: String, at end: Int) -> Bool {
        bytes[..<end].suffix(word.utf8.count).elementsEqual(word.utf8)
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard at < bytes.count, depth < Self.deepest else { return nil }
        var value: JSONValue?
        switch bytes[at] {
        case UInt8(ascii: "{"): value = table(depth)
        case UInt8(ascii: "["): value = array(depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): value = .string(string())
        default:
            let start = at
            while at < bytes.count, isWord(bytes[at]) { at += 1 }
            let word = String(decoding: bytes[start..<at], as: UTF8.self)
            if let first = word.first, first.isNumber || first == "-" { value = .number(word) }
            if word == "true" || word == "false" { value = .bool(word == "true") }
        }
        guard value != nil || depth > 0 else { return nil }
        // Anything behind a value makes an expression of it, whose value nobody knows.
        skipSpace()
        if depth > 0, at < bytes.count, !",]}".utf8.contains(bytes[at]) {
            skipExpression()
            return .null
        }
        return value ?? .null
    }

    private mutating func table(_ depth: Int) -> JSONValue? {
        at += 1
        var members: [(key: String, value: JSONValue)] = []
        while true {
            skipSpace()
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case UInt8(ascii: "}"):
                at += 1
                return .object(members)
            case UInt8(ascii: ","): at += 1
            default:
                let isQuoted = "\"'".utf8.contains(bytes[at])
                let start = at
                while !isQuoted, at < bytes.count, isWord(bytes[at]) { at += 1 }
                let key = isQuoted ? string() : String(decoding: bytes[start..<at], as: UTF8.self)
                skipSpace()
                guard !key.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
                at += 1
                guard let value = value(depth: depth + 1) else { return nil }
                members.append((key, value))
            }
        }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        at += 1
        var values: [JSONValue] = []
        while true {
            skipSpace()
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case UInt8(ascii: "]"):
                at += 1
                return .array(values)
            case UInt8(ascii: ","): at += 1
            default:
                guard let value = value(depth: depth + 1) else { return nil }
                values.append(value)
            }
        }
    }

    /// A quoted text with its escapes undone.
    private mutating func string() -> String {
        let quote = bytes[at]
        at += 1
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != quote {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "\\"), at < bytes.count else {
                text.append(byte)
                continue
            }
            let escaped = bytes[at]
            at += 1
            switch escaped {
            case UInt8(ascii: "n"), UInt8(ascii: "t"): text.append(0x20)
            case UInt8(ascii: "r"): break
            case UInt8(ascii: "x"), UInt8(ascii: "u"):
                let digits = bytes[at...].prefix(escaped == UInt8(ascii: "x") ? 2 : 4)
                let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
                text += UTF8.encode(scalar ?? "\u{FFFD}").map(Array.init) ?? []
                at += digits.count
            default: text.append(escaped)
            }
        }
        at = min(at + 1, bytes.count)
        return String(decoding: text, as: UTF8.self)
    }

    /// Passes over spaces and remarks.
    private mutating func skipSpace() {
        while at < bytes.count {
            if Bytes.isSpace(bytes[at]) {
                at += 1
            } else if bytes[at...].starts(with: "//".utf8) {
                at = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            } else if bytes[at...].starts(with: "/*".utf8) {
                at += 2
                while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
                at = min(at + 2, bytes.count)
            } else {
                return
            }
        }
    }

    /// Passes over an expression as far as the comma or bracket behind it.
    private mutating func skipExpression() {
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                _ = string()
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: return
            default: break
            }
            at += 1
        }
    }

    private func isWord(_ byte: UInt8) -> Bool {
        Bytes.isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || "_$.-".utf8.contains(byte) || byte >= 0x80
    }
}
