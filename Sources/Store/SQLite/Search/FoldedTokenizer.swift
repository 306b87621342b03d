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
        return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { text in
            let bytes = UnsafeBufferPointer(start: text, count: Int(nText))
            var start = 0
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 3) { letter in
                while start < bytes.count {
                    let end = Self.endOfWord(bytes, at: start)
                    var word = pText + start
                    if end - start == 3, let spread = SpreadLetter(bytes[start], bytes[start + 1], bytes[start + 2]),
                        let place = letter.baseAddress
                    {
                        letter[0] = CChar(bitPattern: spread.bytes.0)
                        letter[1] = CChar(bitPattern: spread.bytes.1)
                        letter[2] = CChar(bitPattern: spread.bytes.2)
                        word = UnsafePointer(place)
                    }
                    let code = tokenCallback(
                        context, 0, word, CInt(truncatingIfNeeded: end - start), CInt(truncatingIfNeeded: start),
                        CInt(truncatingIfNeeded: end))
                    if code != 0 { return code }
                    start = end
                }
                return 0
            }
        }
    }

    /// Where the word ends that begins at `start`. What begins like this is an ideograph, as nearly all words are, and need
    /// not be asked for in another module.
    @inline(__always)
    private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        bytes[start] &- 0xE5 < 5 && start &+ 3 <= bytes.count ? start &+ 3 : FoldedScan.endOfWord(bytes, at: start)
    }
}
