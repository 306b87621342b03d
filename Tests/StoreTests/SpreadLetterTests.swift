import Testing

@testable import Store

@Suite("Letters as the index has them")
struct SpreadLetterTests {
    @Test("No two letters are one, none is a word of another kind, and none ends early")
    func distinct() throws {
        var seen: Set<[UInt8]> = []
        for value in UInt32(0x800)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let utf8 = Array(UTF8.encode(scalar) ?? .init())
            let (first, second, third) = try #require(SpreadLetter(utf8[0], utf8[1], utf8[2])).bytes
            #expect((0x80...0xBF).contains(first) && second != 0 && third != 0)
            #expect(seen.insert([first, second, third]).inserted, "\(scalar)")
        }
        #expect(SpreadLetter(UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c")) == nil)
    }

    @Test("Ideographs share fewer hashes than as UTF-8")
    func spread() {
        // As FTS5 reckons, with the byte before the word that says which index it is of.
        func hash(_ bytes: [UInt8]) -> UInt32 {
            ([UInt8(ascii: "0")] + bytes).reversed().reduce(13) { ($0 << 3) ^ $0 ^ UInt32($1) }
        }
        var plain: Set<UInt32> = []
        var spread: Set<UInt32> = []
        for value in UInt32(0x4E00)..<0xA000 {
            let utf8 = Array(UTF8.encode(Unicode.Scalar(value) ?? " ") ?? .init())
            guard let letter = SpreadLetter(utf8[0], utf8[1], utf8[2]) else { continue }
            plain.insert(hash(utf8))
            spread.insert(hash([letter.bytes.0, letter.bytes.1, letter.bytes.2]))
        }
        #expect(spread.count > plain.count * 2)
    }
}
