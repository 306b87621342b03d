/// Bodies in the content codings, made once by other programs.
package enum Bodies {
    package static let text = String(repeating: "党建引领业务", count: 8)

    package static let gzip: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 123, 218, 58, 235, 233, 238, 93, 79, 247, 76, 125, 185, 168, 237, 201, 142, 89,
        79, 187, 22, 62, 29, 80, 17, 0, 38, 109, 107, 2, 144, 0, 0, 0,
    ]
    package static let zlib: [UInt8] = [
        120, 218, 123, 218, 58, 235, 233, 238, 93, 79, 247, 76, 125, 185, 168, 237, 201, 142, 89, 79, 187, 22, 62, 29,
        80, 17, 0, 88, 99, 103, 89,
    ]
    package static let rawDeflate: [UInt8] = [
        123, 218, 58, 235, 233, 238, 93, 79, 247, 76, 125, 185, 168, 237, 201, 142, 89, 79, 187, 22, 62, 29, 80, 17, 0,
    ]
    package static let zstandard: [UInt8] = [
        40, 181, 47, 253, 4, 104, 205, 0, 0, 144, 229, 133, 154, 229, 187, 186, 229, 188, 149, 233, 162, 134, 228, 184,
        154, 229, 138, 161, 1, 0, 118, 165, 51, 12, 144, 216, 247, 87,
    ]

    /// A text of up to 64 KiB as a Brotli stream that compresses nothing (RFC 7932 §9.2).
    package static func brotli(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var bits = Bits()
        bits.put(0, 1)  // a window of 16 bits
        bits.put(0, 1)  // not the last
        bits.put(0, 2)  // a length of four nibbles
        bits.put(bytes.count - 1, 16)
        bits.put(1, 1)  // uncompressed
        bits.align()
        return bits.bytes + bytes + [3]  // last and empty
    }

    /// A gzip file of so many zeros, `258 * matches + 1` of them in `13 * matches` bits (RFC 1951 §3.2.6).
    package static func bomb(matches: Int) -> [UInt8] {
        var bits = Bits()
        bits.put(0b011, 3)  // the last block, with fixed codes
        bits.putCode(0b00110000, 8)  // the byte 0
        for _ in 0..<matches {
            bits.putCode(0b11000101, 8)  // 258 bytes
            bits.putCode(0, 5)  // as the one before
        }
        bits.putCode(0, 7)
        bits.align()
        return gzipHeader + bits.bytes + [UInt8](repeating: 0, count: 8)
    }

    /// A gzip file of these bytes as they are, at most 65,535; where it breaks off early, without its end.
    package static func stored(_ bytes: [UInt8], upTo end: Int) -> [UInt8] {
        let length = UInt16(bytes.count)
        var block: [UInt8] = [1]
        for number in [length, ~length] { block += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)] }
        let head = gzipHeader + block + bytes[..<end]
        if end < bytes.count { return head }
        var check = UInt32.max  // CRC-32
        for byte in bytes {
            check ^= UInt32(byte)
            for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
        }
        var trailer: [UInt8] = []
        for number in [~check, UInt32(bytes.count)] {
            for shift in [0, 8, 16, 24] { trailer.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
        }
        return head + trailer
    }

    /// The bomb as a raw deflate stream.
    package static func deflateBomb(matches: Int) -> [UInt8] {
        Array(bomb(matches: matches).dropFirst(gzipHeader.count).dropLast(8))
    }

    /// Twenty million zeros as a Brotli stream.
    package static let brotliBomb: [UInt8] = [
        203, 255, 255, 63, 0, 36, 0, 226, 177, 64, 114, 239, 255, 248, 255, 255, 7, 128, 4, 64, 28, 22, 128, 238, 253,
        95, 254, 179, 196, 0, 144, 0, 136, 195, 2, 208, 37, 137, 1,
    ]

    /// So many blocks of 131072 zeros each, as a Zstandard frame of blocks that repeat one byte (RFC 8878 §3.1.1).
    package static func zstandardBomb(blocks: Int) -> [UInt8] {
        [0x28, 0xB5, 0x2F, 0xFD, 0, 0x38]
            + (1...blocks).flatMap { number -> [UInt8] in
                let header = 131_072 << 3 | 1 << 1 | (number == blocks ? 1 : 0)
                return [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16), 0]
            }
    }

    package static let gzipHeader: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3]
    /// A block of a deflate stream that holds nothing.
    package static let emptyBlock: [UInt8] = [0, 0, 0, 0xFF, 0xFF]
}

/// Bits from the least significant of the first byte on.
private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var free = 0

    mutating func put(_ value: Int, _ count: Int) {
        for bit in 0..<count { add(UInt8(value >> bit & 1)) }
    }

    /// A Huffman code: its most significant bit first.
    mutating func putCode(_ value: Int, _ count: Int) {
        for bit in (0..<count).reversed() { add(UInt8(value >> bit & 1)) }
    }

    mutating func align() { free = 0 }

    private mutating func add(_ bit: UInt8) {
        if free == 0 {
            bytes.append(0)
            free = 8
        }
        bytes[bytes.count - 1] |= bit << UInt8(8 - free)
        free -= 1
    }
}
