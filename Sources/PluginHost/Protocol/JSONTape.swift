/// What one line of JSON holds, as a flat row of places in its bytes: nothing is copied before it is asked for.
///
/// Values stand in the order of the line. Behind an object stand its members, name and value in turn; behind a list its
/// elements. Only ``JSONGrammar`` writes it, so that whatever stands on it is sound JSON.
struct JSONTape {
    /// A value, or a member's name.
    struct Value {
        enum Kind: UInt8 { case object, list, text, escapedText, number, yes, no, null }

        let kind: Kind
        /// Its first byte; of a text the first one inside the quotation marks.
        let start: Int32
        /// The byte behind it; of a text the closing quotation mark.
        var end: Int32
        /// The place on the tape behind it and all that is in it.
        var next: Int32
    }

    /// The whole row; the first is the line's own value.
    var values: [Value] = []

    /// Empties the tape and keeps its room for the next line.
    mutating func clear() { values.removeAll(keepingCapacity: values.capacity <= 1 << 14) }
}

/// A tape beside the bytes that it was made of; it does not outlive them.
struct JSONView {
    private let values: [JSONTape.Value]
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ tape: JSONTape, of bytes: UnsafeBufferPointer<UInt8>) {
        values = tape.values
        self.bytes = bytes
    }

    subscript(_ place: Int) -> JSONTape.Value { values[place] }

    /// The bytes of a value.
    func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(values[place].start)..<Int(values[place].end)])
    }

    /// The text at a place; nothing where there is none, or one with half a pair of escapes.
    func text(_ place: Int) -> String? {
        switch values[place].kind {
        case .text: String(decoding: bytes(place), as: UTF8.self)
        case .escapedText: JSONEscapes.text(bytes(place))
        default: nil
        }
    }

    /// The whole number at a place; nothing where there is none, or one with more than 15 digits, a fraction, an exponent.
    func integer(_ place: Int) -> Int? {
        let digits = bytes(place)
        guard values[place].kind == .number, digits.count <= 15 else { return nil }
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// Goes through the members of the object at a place. False where there is no object, where a name is written with
    /// escapes, or as soon as `member` says so.
    func members(_ place: Int, _ member: (_ name: String, _ value: Int) -> Bool) -> Bool {
        guard values[place].kind == .object else { return false }
        var name = place + 1
        let end = Int(values[place].next)
        while name < end {
            guard values[name].kind == .text, member(String(decoding: bytes(name), as: UTF8.self), name + 1) else {
                return false
            }
            name = Int(values[name + 1].next)
        }
        return true
    }

    /// Goes through the elements of the list at a place. False where there is no list, or as soon as `element` says so.
    func elements(_ place: Int, _ element: (_ value: Int) -> Bool) -> Bool {
        guard values[place].kind == .list else { return false }
        var at = place + 1
        let end = Int(values[place].next)
        while at < end {
            guard element(at) else { return false }
            at = Int(values[at].next)
        }
        return true
    }
}

/// Texts that are written with escapes (RFC 8259 §7).
enum JSONEscapes {
    /// The text; nothing where half of a pair of `\u` escapes stands alone.
    ///
    /// - Parameter bytes: what ``JSONGrammar`` found between two quotation marks.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
                plain.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case UInt8(ascii: "u"):
                guard let (scalar, length) = scalar(bytes, at) else { return nil }
                plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                at += length
                continue
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case let byte: plain.append(byte)
            }
            at += 2
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The scalar that is written at `at`, and in how many bytes.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int)? {
        guard let first = unit(bytes, at) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first).map { ($0, 6) } }
        guard let second = unit(bytes, at + 6), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
    }

    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    }
}
