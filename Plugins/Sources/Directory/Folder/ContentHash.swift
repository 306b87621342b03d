/// A fast 64-bit hash of a file's content: enough to see that a touched file is the same, no defence against forgery.
struct ContentHash: Sendable, Hashable {
    let value: UInt64

    init(value: UInt64) { self.value = value }

    /// Folds eight bytes at a time by a 64 × 64 → 128 bit product.
    init(of bytes: [UInt8]) {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { buffer in
            var at = 0
            while at + 8 <= buffer.count {
                hash = Self.folded(
                    hash, UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            var tail: UInt64 = 0
            while at < buffer.count {
                tail = tail << 8 | UInt64(buffer[at])
                at += 1
            }
            hash = Self.folded(hash, tail)
        }
        value = hash
    }

    private static func folded(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low &+ (hash << 7 | hash >> 57)
    }
}
