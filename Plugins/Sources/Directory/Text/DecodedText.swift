import JuheKit

/// The text of a file that does not say in which encoding it is.
///
/// A byte order mark counts first; then UTF-8, which no other encoding resembles for long; then UTF-16, whose ASCII
/// half is zero; then GB18030, in which Chinese systems write what is not UTF-8. Line ends become line feeds, control
/// characters go.
struct DecodedText: Sendable, Equatable {
    /// Clean text without a byte order mark.
    let text: String
    /// The encoding's name, for people.
    let encoding: String
    /// Places that are no characters, now U+FFFD.
    let damaged: Int

    /// Decodes a file's bytes.
    /// - Throws: ``Failure`` where they are no text.
    init(_ bytes: [UInt8], of path: RelativePath) throws(Failure) {
        if let kind = FileSignature.kind(of: bytes) {
            throw Failure(.malformed, path.shown, .notText(looksLike: kind))
        }
        let raw = Self.decoded(bytes)
        var scalars = String.UnicodeScalarView()
        var controls = 0
        var strangers = 0
        var count = 0
        var last: Unicode.Scalar = " "
        for scalar in raw.text.unicodeScalars {
            count += 1
            switch scalar {
            case "\n": if last != "\r" { scalars.append("\n") }
            case "\r", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{85}": scalars.append("\n")
            case "\t": scalars.append(scalar)
            case "\0"..<" ", "\u{7F}"..<"\u{A0}": controls += 1
            case "\u{FEFF}": break
            case "\u{FFFD}", "\u{E000}"..."\u{F8FF}":
                strangers += 1
                scalars.append(scalar)
            default: scalars.append(scalar)
            }
            last = scalar
        }
        // A stray control or damaged byte happens; one in thirty is no text any more.
        guard (controls + strangers) * 30 <= count else {
            throw Failure(.malformed, path.shown, .notText(looksLike: nil))
        }
        text = String(scalars)
        encoding = raw.encoding
        damaged = raw.damaged
    }

    private static func decoded(_ bytes: [UInt8]) -> (text: String, encoding: String, damaged: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes[2...], "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes[2...], "UTF-16BE") }
        if let encoding = wideWithoutMark(bytes) { return wide(bytes[...], encoding) }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, "UTF-8", 0) }
        let (good, bad) = surveyed(bytes)
        if good > bad * 8 { return utf8(bytes[...]) }
        let (text, damaged) = GB18030Text.decode(bytes[...])
        return (text, "GB18030", damaged)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> (text: String, encoding: String, damaged: Int) {
        let text = String(decoding: bytes, as: UTF8.self)
        let damaged = text.unicodeScalars.lazy.filter { $0 == "\u{FFFD}" }.count
        return (text, "UTF-8", damaged)
    }

    private static func wide(
        _ bytes: ArraySlice<UInt8>, _ encoding: String
    ) -> (text: String, encoding: String, damaged: Int) {
        let (text, damaged) = GB18030Text.decode(bytes, from: encoding)
        return (text, encoding, damaged)
    }

    /// In UTF-16 the spaces, digits and line ends of any text have a zero in one half, always the same.
    private static func wideWithoutMark(_ bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(4_096)
        guard sample.count >= 4, sample.count.isMultiple(of: 2) else { return nil }
        var zeros = (even: 0, odd: 0)
        for at in sample.indices where sample[at] == 0 {
            if at.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd > 0, zeros.even == 0 { return "UTF-16LE" }
        return zeros.even > 0 && zeros.odd == 0 ? "UTF-16BE" : nil
    }

    /// Well-formed sequences of more than one byte, and bytes outside of any.
    private static func surveyed(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
        var good = 0
        var bad = 0
        var decoder = UTF8()
        var source = bytes.makeIterator()
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): if scalar.value >= 0x80 { good += 1 }
            case .error: bad += 1
            case .emptyInput: return (good, bad)
            }
        }
    }
}
