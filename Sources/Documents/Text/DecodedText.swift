package import JuheKit
package import Markup

/// The text of a file, whatever encoding it is in.
///
/// A byte order mark counts first; then what the file says of itself, as far as its bytes do not contradict; then UTF-8,
/// which no other encoding resembles for long; then UTF-16, whose ASCII half is zero; then GB18030, in which Chinese
/// systems write what is not UTF-8. Line ends become line feeds, control characters go.
package struct DecodedText: Sendable, Equatable {
    /// Clean text without a byte order mark.
    package let text: String
    /// The encoding's name, for people.
    package let encoding: String
    /// Places that are no characters, now U+FFFD.
    package let damaged: Int

    /// Decodes a file's bytes.
    /// - Parameter label: the encoding that the file says it is in.
    /// - Throws: ``Failure`` where they are no text.
    package init(_ bytes: [UInt8], of subject: String, label: EncodingLabel? = nil) throws(Failure) {
        if let kind = FileSignature.kind(of: bytes) {
            throw Failure(.malformed, subject, .notText(looksLike: kind.rawValue))
        }
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let mark = isMarked ? nil : Self.wideMark(bytes)
        let isWide = isMarked || mark != nil
        let document = Decoder.decode((mark ?? []) + bytes, transport: label ?? Self.guess(bytes))
        text = String(decoding: document.bytes[document.start...], as: UTF8.self)
        encoding = document.encoding.name
        let scalars = text.unicodeScalars
        damaged = scalars.count { $0 == "\u{FFFD}" }
        // Some stray controls and damaged places happen; one in thirty is no text any more.
        let controls = isWide ? 0 : bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
        let strangers = scalars.count { (0xE000...0xF8FF).contains($0.value) }
        guard controls + damaged + strangers <= 4 + (scalars.count + controls) / 30 else {
            throw Failure(.malformed, subject, .notText(looksLike: nil))
        }
    }

    /// A name that is not UTF-8, as GB18030, without a word about what is wrong with it.
    package static func words(_ bytes: [UInt8]) -> String {
        let document = Decoder.decode(bytes, transport: .gb18030)
        return String(decoding: document.bytes[document.start...], as: UTF8.self)
    }

    /// GB18030, unless the bytes are UTF-8 for the most part.
    private static func guess(_ bytes: [UInt8]) -> EncodingLabel? {
        var good = 0
        var bad = 0
        var decoder = UTF8()
        var source = bytes.makeIterator()
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): if scalar.value >= 0x80 { good += 1 }
            case .error: bad += 1
            case .emptyInput:
                return (bad == 0 && !GBLookalike.contains(bytes)) || good > bad * 8 ? nil : .gb18030
            }
        }
    }

    /// The byte order mark that UTF-16 lacks. Its line ends tell which it is: read the wrong way round, they are letters
    /// of Gurmukhi and Malayalam.
    private static func wideMark(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes.contains(0) else { return nil }
        var little = 0
        var big = 0
        for at in stride(from: 0, to: min(bytes.count, 4_096), by: 2) {
            if bytes[at + 1] == 0, bytes[at] == 0x0A || bytes[at] == 0x0D { little += 1 }
            if bytes[at] == 0, bytes[at + 1] == 0x0A || bytes[at + 1] == 0x0D { big += 1 }
        }
        if little > 0, big == 0 { return [0xFF, 0xFE] }
        return big > 0 && little == 0 ? [0xFE, 0xFF] : nil
    }
}
