internal import JuheKit

/// The grammar of JSON (RFC 8259), held to the letter: no comma too many, no other encoding, no name twice in one object,
/// no depth without end. The library's reader forgives all of these and says no place.
struct JSONGrammar {
    /// What is wrong, and where.
    struct Fault: Error, Equatable {
        /// Bytes before it.
        let offset: Int
        let reason: Phrase
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// Objects and lists in one another; items have five.
    private static let deepest = 64

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    /// Checks one value that is all there is.
    static func check(_ bytes: ArraySlice<UInt8>) throws(Fault) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Fault(offset: firstBadByte(bytes), reason: .jsonNoText)
        }
        var grammar = JSONGrammar(bytes)
        grammar.skipSpace()
        try grammar.value(depth: 0)
        grammar.skipSpace()
        if grammar.at < bytes.endIndex { throw grammar.fault(.jsonAfterEnd) }
    }

    /// The place of the first byte that is no UTF-8.
    private static func firstBadByte(_ bytes: ArraySlice<UInt8>) -> Int {
        var (low, high) = (0, bytes.count)
        // A character that is cut in two is at most three bytes long.
        func isText(_ count: Int) -> Bool {
            (max(0, count - 3)...count).contains { String(validating: bytes.prefix($0), as: UTF8.self) != nil }
        }
        while low < high {
            let middle = (low + high + 1) / 2
            if isText(middle) { low = middle } else { high = middle - 1 }
        }
        return (max(0, low - 3)...low).last { String(validating: bytes.prefix($0), as: UTF8.self) != nil } ?? low
    }

    private func fault(_ reason: Phrase) -> Fault { Fault(offset: at - bytes.startIndex, reason: reason) }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func skipSpace() {
        while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x0D || bytes[at] == 0x09 || bytes[at] == 0x0A {
            at += 1
        }
    }

    private mutating func value(depth: Int) throws(Fault) {
        guard depth < Self.deepest else { throw fault(.jsonTooDeep(Self.deepest)) }
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try list(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"): try number()
        case let byte? where (0x30...0x39).contains(byte): try number()
        case nil: throw fault(.jsonCutOff)
        default: throw fault(.jsonNoValue)
        }
    }

    private mutating func object(depth: Int) throws(Fault) {
        at += 1
        var names: [ArraySlice<UInt8>] = []
        skipSpace()
        if next == UInt8(ascii: "}") { return at += 1 }
        while true {
            guard next == UInt8(ascii: "\"") else { throw fault(next == nil ? .jsonCutOff : .jsonNoName) }
            let start = at
            try string()
            names.append(bytes[start..<at])
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw fault(next == nil ? .jsonCutOff : .jsonNoColon) }
            at += 1
            skipSpace()
            try value(depth: depth + 1)
            skipSpace()
            if next == UInt8(ascii: "}") { break }
            guard next == UInt8(ascii: ",") else { throw fault(next == nil ? .jsonCutOff : .jsonNoComma) }
            at += 1
            skipSpace()
        }
        at += 1
        try requireDifferent(names)
    }

    /// Of two members with one name readers take the first or the last, as they like.
    private func requireDifferent(_ names: [ArraySlice<UInt8>]) throws(Fault) {
        guard names.count > 1 else { return }
        if names.count <= 24 {
            for later in names.indices.dropFirst() {
                for earlier in 0..<later where names[earlier].elementsEqual(names[later]) {
                    throw twice(names[later])
                }
            }
        } else {
            let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }
            for (first, second) in zip(sorted, sorted.dropFirst()) where first.elementsEqual(second) {
                throw twice(second)
            }
        }
    }

    private func twice(_ name: ArraySlice<UInt8>) -> Fault {
        let word = String(decoding: name.dropFirst().dropLast().prefix(60), as: UTF8.self)
        return Fault(offset: name.startIndex - bytes.startIndex, reason: .jsonNameTwice(word))
    }

    private mutating func list(depth: Int) throws(Fault) {
        at += 1
        skipSpace()
        if next == UInt8(ascii: "]") { return at += 1 }
        while true {
            try value(depth: depth + 1)
            skipSpace()
            if next == UInt8(ascii: "]") { return at += 1 }
            guard next == UInt8(ascii: ",") else { throw fault(next == nil ? .jsonCutOff : .jsonNoComma) }
            at += 1
            skipSpace()
        }
    }

    private mutating func string() throws(Fault) {
        at += 1
        while at < bytes.endIndex {
            switch bytes[at] {
            case UInt8(ascii: "\""): return at += 1
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw fault(.jsonControl)
            default: at += 1
            }
        }
        throw fault(.jsonCutOff)
    }

    private mutating func escape() throws(Fault) {
        guard at + 1 < bytes.endIndex else { throw fault(.jsonCutOff) }
        switch bytes[at + 1] {
        case UInt8(ascii: "u"):
            let digits = bytes[(at + 2)...].prefix(4)
            let isHexadecimal = digits.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
            }
            guard digits.count == 4, isHexadecimal else { throw fault(.jsonBadEscape) }
            at += 6
        case let byte where "\"\\/bfnrt".utf8.contains(byte): at += 2
        default: throw fault(.jsonBadEscape)
        }
    }

    private mutating func word(_ word: String) throws(Fault) {
        guard bytes[at...].starts(with: word.utf8) else { throw fault(.jsonNoValue) }
        at += word.utf8.count
    }

    private mutating func number() throws(Fault) {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let first = next
        guard skipDigits() > 0 else { throw fault(.jsonNoNumber) }
        if first == UInt8(ascii: "0"), at - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw fault(.jsonNoNumber)
        }
        if next == UInt8(ascii: ".") {
            at += 1
            guard skipDigits() > 0 else { throw fault(.jsonNoNumber) }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() > 0 else { throw fault(.jsonNoNumber) }
        }
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        return at - start
    }
}
