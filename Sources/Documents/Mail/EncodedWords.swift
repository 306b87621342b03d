import Markup

/// Header fields with words of other encodings (RFC 2047), and bytes that no encoding was named for.
///
/// Every encoding of the GB family is read as GB18030. Neighbouring words of one encoding are joined before they are decoded:
/// many programs cut in the middle of a character.
enum EncodedWords {
    /// The text of a raw header value.
    static func decode(_ raw: [UInt8]) -> String {
        var result = ""
        var plain: [UInt8] = []
        var pending: (charset: [UInt8], bytes: [UInt8])?
        var at = 0
        func flushWord() {
            if let word = pending { result += text(word.bytes, charset: word.charset) }
            pending = nil
        }
        func flushPlain() {
            if !plain.isEmpty { result += text(plain, charset: []) }
            plain = []
        }
        while at < raw.count {
            if let word = word(raw, at) {
                // White space between two encoded words is no part of the text.
                if plain.allSatisfy({ Bytes.isSpace($0) }), pending != nil {
                    plain = []
                } else {
                    flushWord()
                    flushPlain()
                }
                if let last = pending, last.charset != word.charset { flushWord() }
                pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
                at = word.end
                continue
            }
            if pending != nil, !Bytes.isSpace(raw[at]) {
                flushWord()
            }
            if raw[at] != 0x0D, raw[at] != 0x0A { plain.append(raw[at] == 0x09 ? 0x20 : raw[at]) }
            at += 1
        }
        flushWord()
        flushPlain()
        return result.trimmedOfSpaces
    }

    /// Bytes in a named encoding; in the encoding that they look like where none is named.
    static func text(_ bytes: [UInt8], charset: [UInt8]) -> String {
        let document = Decoder.decode(bytes, transport: EncodingLabel(charset) ?? (isUTF8(bytes) ? .utf8 : .gb18030))
        return String(decoding: document.bytes[document.start...], as: UTF8.self)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        !GBLookalike.contains(bytes) && String(validating: bytes, as: UTF8.self) != nil
    }

    /// `=?charset?B?text?=` at a place.
    private static func word(_ raw: [UInt8], _ start: Int) -> (charset: [UInt8], bytes: [UInt8], end: Int)? {
        guard start + 6 < raw.count, raw[start] == UInt8(ascii: "="), raw[start + 1] == question else { return nil }
        guard let first = raw[(start + 2)...].prefix(60).firstIndex(of: question), first + 2 < raw.count,
            raw[first + 2] == question
        else { return nil }
        var at = first + 3
        while at + 1 < raw.count, !(raw[at] == question && raw[at + 1] == UInt8(ascii: "=")) {
            guard at - first < 4_096 else { return nil }
            at += 1
        }
        guard at + 1 < raw.count else { return nil }
        // A language may follow the encoding (RFC 2231): `utf-8*zh`.
        let charset = Array(raw[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }.map { Bytes.lowercased($0) })
        let coded = raw[(first + 3)..<at]
        switch raw[first + 1] {
        case UInt8(ascii: "B"), UInt8(ascii: "b"): return (charset, base64(coded), at + 2)
        case UInt8(ascii: "Q"), UInt8(ascii: "q"): return (charset, quoted(coded), at + 2)
        default: return nil
        }
    }

    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "_") {
                bytes.append(0x20)
            } else if byte == UInt8(ascii: "="), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    private static let question = UInt8(ascii: "?")
}

extension String {
    var trimmedOfSpaces: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
