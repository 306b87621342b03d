/// An address that is written so plainly that every parser reads it alike, as nearly all of a configuration are: what it
/// consists of stands in it, and the library need not be asked.
///
/// `http` or `https` in lower case; a name in lower case that begins with a letter, or four decimal numbers; a port that is
/// not the usual one, if any; a path and a query of letters, digits and `- . _ ~ / = &`, with no segment of dots. Anything
/// else, and be it a number in another base, is the library's to read.
struct PlainAddress {
    let isSecure: Bool
    let host: String
    let port: Int

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// Reads an address; nothing where it is not that plain.
    init?(_ text: String) {
        var text = text
        guard let address = text.withUTF8({ PlainAddress($0[...]) }) else { return nil }
        self = address
    }

    private init?(_ text: Bytes) {
        var rest = text
        guard rest.starts(with: "http".utf8) else { return nil }
        rest = rest.dropFirst(4)
        isSecure = rest.first == UInt8(ascii: "s")
        if isSecure { rest = rest.dropFirst() }
        guard rest.starts(with: "://".utf8) else { return nil }
        rest = rest.dropFirst(3)

        let name = rest.prefix { Self.isOfHost($0) }
        rest = rest[name.endIndex...]
        guard Self.isName(name) || Self.isNumber(name) else { return nil }
        host = String(decoding: name, as: UTF8.self)

        let usual = isSecure ? 443 : 80
        if rest.first == UInt8(ascii: ":") {
            let digits = rest.dropFirst().prefix { Self.isDigit($0) }
            rest = rest[digits.endIndex...]
            guard let number = Self.number(digits, most: 65_535), number != 0, number != usual else { return nil }
            port = number
        } else {
            port = usual
        }
        guard rest.first == UInt8(ascii: "/"), Self.isPath(rest) else { return nil }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// A name whose first and last labels begin with a letter is no number to anybody.
    private static func isName(_ host: Bytes) -> Bool {
        guard host.count <= 253, let first = host.first, isLetter(first) else { return false }
        var before = UInt8(ascii: "-")
        var beginsLabelWithLetter = true
        for byte in host {
            if before == UInt8(ascii: ".") {
                if byte == UInt8(ascii: ".") { return false }
                beginsLabelWithLetter = isLetter(byte)
            }
            before = byte
        }
        return beginsLabelWithLetter && before != UInt8(ascii: ".")
    }

    /// Four numbers of a byte each, none with a zero in front, which some take for octal.
    private static func isNumber(_ host: Bytes) -> Bool {
        var rest = host
        for place in 0..<4 {
            if place > 0 {
                guard rest.first == UInt8(ascii: ".") else { return false }
                rest = rest.dropFirst()
            }
            let digits = rest.prefix { isDigit($0) }
            guard number(digits, most: 255) != nil else { return false }
            rest = rest[digits.endIndex...]
        }
        return rest.isEmpty
    }

    private static func number(_ digits: Bytes, most: Int) -> Int? {
        guard (1...5).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return number <= most ? number : nil
    }

    private static func isPath(_ path: Bytes) -> Bool {
        var before: UInt8 = 0
        var isQuery = false
        for byte in path {
            switch byte {
            case UInt8(ascii: "."):
                if before == UInt8(ascii: "/") { return false }
            case UInt8(ascii: "?"):
                if isQuery { return false }
                isQuery = true
            case UInt8(ascii: "="), UInt8(ascii: "&"):
                guard isQuery else { return false }
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "/"):
                break
            default: return false
            }
            before = byte
        }
        // An empty query is left away.
        return before != UInt8(ascii: "?")
    }
}
