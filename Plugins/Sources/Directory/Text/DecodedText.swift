import JuheKit
import Markup

/// The text of a file, whatever encoding it is in.
///
/// A byte order mark counts first; then what the file says of itself, as far as its bytes do not contradict; then UTF-8,
/// which no other encoding resembles for long; then UTF-16, whose ASCII half is zero; then GB18030, in which Chinese
/// systems write what is not UTF-8. Line ends become line feeds, control characters go.
struct DecodedText: Sendable, Equatable {
    /// Clean text without a byte order mark.
    let text: String
    /// The encoding's name, for people.
    let encoding: String
    /// Places that are no characters, now U+FFFD.
    let damaged: Int

    /// Decodes a file's bytes.
    /// - Parameter label: the encoding that the file says it is in.
    /// - Throws: ``Failure`` where they are no text.
    init(_ bytes: [UInt8], of path: RelativePath, label: EncodingLabel? = nil) throws(Failure) {
        if let kind = FileSignature.kind(of: bytes) {
            throw Failure(.malformed, path.shown, .notText(looksLike: kind))
        }
        let mark = Self.wideMark(bytes)
        let isWide = mark != nil || [0xFF, 0xFE].contains(bytes.first)
        let document = Decoder.decode((mark ?? []) + bytes, transport: label ?? Self.guess(bytes))
        text = String(decoding: document.bytes[document.start...], as: UTF8.self)
        encoding = document.encoding.name
        let scalars = text.unicodeScalars
        damaged = scalars.count { $0 == "\u{FFFD}" }
        // A stray control or damaged place happens; one in thirty is no text any more.
        let controls = isWide ? 0 : bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
        let strangers = scalars.count { (0xE000...0xF8FF).contains($0.value) }
        guard (controls + damaged + strangers) * 30 <= scalars.count + controls else {
            throw Failure(.malformed, path.shown, .notText(looksLike: nil))
        }
    }

    /// A name that is not UTF-8, as GB18030, without a word about what is wrong with it.
    static func words(_ bytes: [UInt8]) -> String {
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
            case .emptyInput: return bad == 0 || good > bad * 8 ? nil : .gb18030
            }
        }
    }

    /// The byte order mark that UTF-16 lacks: spaces, digits and line ends have a zero in one half, always the same.
    private static func wideMark(_ bytes: [UInt8]) -> [UInt8]? {
        let sample = bytes.prefix(4_096)
        guard sample.count >= 4, bytes.count.isMultiple(of: 2), ![0xFF, 0xFE].contains(sample[0]) else { return nil }
        var zeros = (even: 0, odd: 0)
        for at in sample.indices where sample[at] == 0 {
            if at.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        // One stray zero is damage; UTF-16 has one in every line.
        let lines = max(1, sample.count / 256)
        if zeros.odd >= lines, zeros.even == 0 { return [0xFF, 0xFE] }
        return zeros.even >= lines && zeros.odd == 0 ? [0xFE, 0xFF] : nil
    }
}
