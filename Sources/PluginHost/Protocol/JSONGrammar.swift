internal import JuheKit
internal import Markup

/// The grammar of JSON (RFC 8259), held to the letter: no comma too many, no other encoding, no name twice in one object,
/// no depth without end. The library's reader forgives all of these and says no place.
///
/// It goes over a line once and leaves on a ``JSONTape`` where everything stands.
struct JSONGrammar {
    /// What is wrong, and where.
    struct Fault: Error, Equatable {
        /// Bytes before it.
        let offset: Int
        let reason: Phrase
    }

    private let base: UnsafePointer<UInt8>
    private let count: Int
    private var at = 0
    private var tape: JSONTape
    /// The names of the objects that are open, by their places on the tape.
    private var names: [Int] = []

    /// Objects and lists in one another; items have five.
    private static let deepest = 64

    /// Checks one value that is all there is, and writes down on `tape` what it holds.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, onto tape: inout JSONTape) throws(Fault) {
        tape.clear()
        guard let base = bytes.baseAddress else { throw Fault(offset: 0, reason: .jsonCutOff) }
        if let bad = Bytes.firstBadUTF8(bytes) { throw Fault(offset: bad, reason: .jsonNoText) }
        var grammar = JSONGrammar(base: base, count: bytes.count, tape: tape)
        tape = JSONTape()
        grammar.skipSpace()
        try grammar.value(depth: 0)
        grammar.skipSpace()
        if grammar.at < bytes.count { throw grammar.fault(.jsonAfterEnd) }
        tape = grammar.tape
    }

    private init(base: UnsafePointer<UInt8>, count: Int, tape: JSONTape) {
        self.base = base
        self.count = count
        self.tape = tape
    }

    private func fault(_ reason: Phrase) -> Fault { Fault(offset: at, reason: reason) }

    private var next: UInt8? { at < count ? base[at] : nil }

    private mutating func skipSpace() {
        while at < count, Bytes.isSpace(base[at]) { at &+= 1 }
    }

    /// Opens a value on the tape and says its place.
    private mutating func begin(_ kind: JSONTape.Value.Kind, from start: Int) -> Int {
        tape.values.append(JSONTape.Value(kind: kind, start: Int32(start), end: 0, next: 0))
        return tape.values.count - 1
    }

    private mutating func end(_ place: Int) {
        tape.values[place].end = Int32(at)
        tape.values[place].next = Int32(tape.values.count)
    }

    private mutating func value(depth: Int) throws(Fault) {
        guard depth < Self.deepest else { throw fault(.jsonTooDeep(Self.deepest)) }
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try list(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"): try number()
        case let byte? where Bytes.isDigit(byte): try number()
        case nil: throw fault(.jsonCutOff)
        default: throw fault(.jsonNoValue)
        }
    }

    private mutating func object(depth: Int) throws(Fault) {
        let place = begin(.object, from: at)
        let first = names.count
        at += 1
        skipSpace()
        if next == UInt8(ascii: "}") {
            at += 1
            return end(place)
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw fault(next == nil ? .jsonCutOff : .jsonNoName) }
            names.append(tape.values.count)
            try string()
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
        end(place)
        try requireDifferent(names[first...])
        names.removeLast(names.count - first)
    }

    /// Of two members with one name readers take the first or the last, as they like.
    private func requireDifferent(_ names: ArraySlice<Int>) throws(Fault) {
        if names.count > 16 || names.contains(where: { tape.values[$0].kind == .escapedText }) {
            var seen: Set<String> = []
            for name in names where !seen.insert(text(name)).inserted { throw twice(name) }
            return
        }
        for later in names.indices.dropFirst() {
            for earlier in names.startIndex..<later where isSame(names[earlier], names[later]) {
                throw twice(names[later])
            }
        }
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (tape.values[one], tape.values[other])
        return Bytes.same(
            base, Int(one.start), Int(one.end - one.start), Int(other.start), Int(other.end - other.start))
    }

    private func text(_ place: Int) -> String {
        let value = tape.values[place]
        let bytes = UnsafeBufferPointer(start: base + Int(value.start), count: Int(value.end - value.start))
        return value.kind == .escapedText
            ? JSONEscapes.text(bytes) ?? String(decoding: bytes, as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }

    private func twice(_ name: Int) -> Fault {
        let word = String(text(name).unicodeScalars.prefix(60))
        return Fault(offset: Int(tape.values[name].start) - 1, reason: .jsonNameTwice(word))
    }

    private mutating func list(depth: Int) throws(Fault) {
        let place = begin(.list, from: at)
        at += 1
        skipSpace()
        if next == UInt8(ascii: "]") {
            at += 1
            return end(place)
        }
        while true {
            try value(depth: depth + 1)
            skipSpace()
            if next == UInt8(ascii: "]") { break }
            guard next == UInt8(ascii: ",") else { throw fault(next == nil ? .jsonCutOff : .jsonNoComma) }
            at += 1
            skipSpace()
        }
        at += 1
        end(place)
    }

    private mutating func string() throws(Fault) {
        at += 1
        let start = at
        var hasEscapes = false
        while true {
            skipPlain()
            guard at < count else { throw fault(.jsonCutOff) }
            switch base[at] {
            case UInt8(ascii: "\""):
                let place = begin(hasEscapes ? .escapedText : .text, from: start)
                end(place)
                at += 1
                return
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try escape()
            case 0..<0x20: throw fault(.jsonControl)
            default: at &+= 1
            }
        }
    }

    /// Passes over eight bytes at once that are neither a quotation mark, a backslash nor a control character.
    private mutating func skipPlain() {
        let raw = UnsafeRawPointer(base)
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        while at &+ 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let quote = word ^ 0x2222_2222_2222_2222
            let escape = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let found =
                ((quote &- ones) & ~quote) | ((escape &- ones) & ~escape)
                | ((word &- 0x2020_2020_2020_2020) & ~word)
            if found & tops != 0 { return }
            at &+= 8
        }
    }

    private mutating func escape() throws(Fault) {
        guard at + 1 < count else { throw fault(.jsonCutOff) }
        switch base[at + 1] {
        case UInt8(ascii: "u"):
            guard at + 6 <= count, (2..<6).allSatisfy({ Self.isHexadecimal(base[at + $0]) }) else {
                throw fault(.jsonBadEscape)
            }
            at += 6
        case let byte where "\"\\/bfnrt".utf8.contains(byte): at += 2
        default: throw fault(.jsonBadEscape)
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { Bytes.isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

    private mutating func word(_ word: StaticString, _ kind: JSONTape.Value.Kind) throws(Fault) {
        guard Bytes.matches(word, in: base, at: at, to: count) else { throw fault(.jsonNoValue) }
        let place = begin(kind, from: at)
        at += word.utf8CodeUnitCount
        end(place)
    }

    private mutating func number() throws(Fault) {
        let place = begin(.number, from: at)
        if next == UInt8(ascii: "-") { at += 1 }
        let first = next
        let digits = skipDigits()
        guard digits > 0, first != UInt8(ascii: "0") || digits == 1 else { throw fault(.jsonNoNumber) }
        if next == UInt8(ascii: ".") {
            at += 1
            guard skipDigits() > 0 else { throw fault(.jsonNoNumber) }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() > 0 else { throw fault(.jsonNoNumber) }
        }
        end(place)
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while at < count, Bytes.isDigit(base[at]) { at &+= 1 }
        return at - start
    }
}
