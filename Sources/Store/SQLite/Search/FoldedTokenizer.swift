import Foundation
import GRDB
import Search

/// Parts folded text into words for FTS5: each ideograph, each run of letters and digits, and each space, so that a phrase
/// never reaches from one word over punctuation into the next.
///
/// What is indexed and what is asked for were both folded before: nothing is left to do here but to part, and to write
/// ideographs so that FTS5 finds them quickly (``SpreadLetter``).
final class FoldedTokenizer: FTS5CustomTokenizer {
    static let name = "juhe"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return 0 }
        let text = UnsafeBufferPointer(start: pText, count: Int(nText))
        return text.withMemoryRebound(to: UInt8.self) { bytes in
            withUnsafeTemporaryAllocation(byteCount: 2 * Self.place, alignment: Self.place) { places in
                guard let places = places.baseAddress else { return 0 }
                // Each letter is written before FTS5 gets the word in front of it, and elsewhere than that one: what was
                // written just now a processor cannot compare in one piece yet.
                var start = 0
                var place = 0
                var (word, end) = Self.word(of: bytes, at: start, writing: places)
                while start < bytes.count {
                    place ^= Self.place
                    let next = end < bytes.count ? Self.word(of: bytes, at: end, writing: places + place) : (word, end)
                    let code = tokenCallback(
                        context, 0, word, CInt(truncatingIfNeeded: end &- start), CInt(truncatingIfNeeded: start),
                        CInt(truncatingIfNeeded: end))
                    if code != 0 { return code }
                    start = end
                    (word, end) = next
                }
                return 0
            }
        }
    }

    /// How far apart letters are written, in bytes: more than is compared in one piece.
    private static let place = 64

    /// The word that begins at `start` as the index has it, and where it ends in the text.
    ///
    /// - Parameter place: where it is written, if it is a letter of three bytes.
    @inline(__always)
    private static func word(
        of bytes: UnsafeBufferPointer<UInt8>, at start: Int, writing place: UnsafeMutableRawPointer
    ) -> (word: UnsafePointer<CChar>?, end: Int) {
        // What begins like this is an ideograph, as nearly all words are, and need not be asked for in another module.
        let isPlain = bytes[start] &- 0xE5 < 5 && start &+ 3 <= bytes.count
        let isSpace = bytes[start] == 0x20
        let end = isPlain ? start &+ 3 : isSpace ? start &+ 1 : FoldedScan.endOfWord(bytes, at: start)
        if end &- start == 3, let letter = SpreadLetter(bytes[start], bytes[start &+ 1], bytes[start &+ 2]) {
            place.storeBytes(of: letter.value.littleEndian, as: UInt32.self)
            return (UnsafePointer(place.assumingMemoryBound(to: CChar.self)), end)
        }
        return (bytes.baseAddress.map { UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self) }, end)
    }
}
