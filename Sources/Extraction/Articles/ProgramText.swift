import Markup

/// Texts in the programs of an official account's page: `var ct = "1793842200";`, `title: JsDecode('…\x26amp;…')`.
enum ProgramText {
    /// The programs of a page one after the other, as far as they are looked at: 400 kB.
    static func all(in tree: MarkupTree) -> String {
        var text = ""
        for script in tree.elements("script") where text.utf8.count < longest {
            text += tree.text(script, limit: 65_536) + "\n"
        }
        return text
    }

    /// A text as far as the bracket that closes its first one.
    static func block(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return text[...index] }
        }
        return text
    }

    private static let longest = 400_000
    private static let mostTries = 8

    /// The first text under one of some names that something can be made of.
    static func value<Value>(of names: [String], in html: String, _ made: (String) -> Value?) -> Value? {
        first(of: names, in: html) { rest in
            let sign = rest.drop { $0 == " " }
            guard sign.first == "=" || sign.first == ":" else { return nil }
            // The value may stand in a call: `htmlDecode("…")`.
            guard let start = sign.prefix(24).firstIndex(where: { $0 == "\"" || $0 == "'" || $0 == ";" }),
                sign[start] != ";"
            else { return nil }
            return made(quoted(sign[start...]))
        }
    }

    /// What is read behind the first place of one of some names where something can be read.
    private static func first<Value>(of names: [String], in html: String, _ read: (Substring) -> Value?) -> Value? {
        for name in names {
            var rest = html[...]
            var tries = 0
            while tries < mostTries, let range = rest.firstPlace(of: name) {
                let isWord =
                    range.lowerBound == rest.startIndex || !(rest[rest.index(before: range.lowerBound)].isLetter)
                rest = rest[range.upperBound...]
                guard isWord else { continue }
                tries += 1
                if let found = read(rest) { return found }
            }
        }
        return nil
    }

    /// The first text under one of some names that is not empty.
    static func value(of names: [String], in html: String) -> String? {
        value(of: names, in: html) { $0.isEmpty ? nil : $0 }
    }

    /// The first time in seconds since 1970 under one of some names: `ct = "1793842200"`, `"ct":1793842200`,
    /// `d.ct = xml ? value('ct.DATA') : '1793842200'`.
    static func time(of names: [String], in html: String) -> Int? {
        first(of: names, in: html) { rest in
            let sign = rest.drop { " \"'".contains($0) }
            guard sign.first == "=" || sign.first == ":" else { return nil }
            let statement = sign.prefix(120).prefix { $0 != ";" && $0 != "\n" && $0 != "," && $0 != "}" }
            let numbers = statement.split { !($0.isASCII && $0.isNumber) }
            return numbers.lazy.filter { $0.utf8.count == 10 }.compactMap { Int($0) }.first
        }
    }

    /// A quoted text with its escapes undone.
    private static func quoted(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8
        let quote = rest.popFirst()
        while let byte = rest.popFirst(), byte != quote, bytes.count < longest {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "x"):
                if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                }
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): break
            default: bytes.append(escaped)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
