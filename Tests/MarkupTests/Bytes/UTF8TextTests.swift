import Testing

@testable import Markup

@Suite("Texts from bytes")
struct UTF8TextTests {
    /// Characters of every length, those whose followers are not just any, and what is no character.
    private let pieces: [[UInt8]] = [
        [0x41], [0x0A], Array("中".utf8), Array("、".utf8), Array("“".utf8), Array("é".utf8), Array("😀".utf8),
        [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80],
        [0xC0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
        [0xE4, 0xBD], [0xE4], [0xC3], [0xFF],
    ]

    @Test("They are what the standard library makes of them, whole or broken", arguments: 0..<40)
    func againstStandardLibrary(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<500 {
            // Most are whole.
            let kinds = random(4) == 0 ? pieces.count : 10
            var bytes = (0...random(40)).flatMap { _ in pieces[random(kinds)] }
            if random(8) == 0 { bytes[random(bytes.count)] = UInt8(random(256)) }
            #expect(Array(String(utf8: bytes).utf8) == Array(String(decoding: bytes, as: UTF8.self).utf8))
            let known = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { UTF8Blocks.isASCII($0, count: buffer.count) }
            }
            let isWhole = String(validating: bytes, as: UTF8.self) != nil
            #expect(known == .some(isWhole ? bytes.allSatisfy { $0 < 0x80 } : nil))
        }
    }

    @Test("No bytes, and a part of an array")
    func small() {
        #expect(String(utf8: []) == "" && String(utf8: [0x41, 0xE4, 0xB8][..<1]) == "A")
        #expect(String(utf8: Array("通知".utf8)[3...]) == "知" && String(utf8: [0xE4, 0xB8]) == "\u{FFFD}")
    }
}
