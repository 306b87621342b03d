internal import JuheKit

/// Names for items that are unique in the world and the same for ever.
///
/// A name is a UUID of version 8 (RFC 9562 §5.8: made by the application's own rule) from the 128-bit FNV-1a hash of the
/// source's identifier and the item's. A name needs no cryptography: nobody gains by forging the name of an item of a
/// source he already writes, and 128 bits do not collide by chance; so this room stays free of a cryptographic library.
enum FeedIdentity {
    /// The name of an item.
    static func urn(_ item: Item) -> String {
        var parts = [item.details.source ?? "", item.id]
        if item.id.isEmpty {
            parts += [item.url ?? "", item.title ?? "", item.datePublished.map { Timestamp.text($0) } ?? ""]
        }
        return urn(parts)
    }

    /// The name made of parts. NUL stands between them, which no identifier contains.
    static func urn(_ parts: [String]) -> String {
        var hash = mixed(fnv1a(parts.joined(separator: "\u{0}").utf8))
        hash = hash & ~(0xF << 76) | 0x8 << 76
        hash = hash & ~(0x3 << 62) | 0x2 << 62
        let digits = String(hash, radix: 16)
        let hex = Array((String(repeating: "0", count: 32 - digits.utf8.count) + digits).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: hex[$0], as: UTF8.self) }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// Lets every bit of a hash reach every other, so that the six bits a UUID takes for itself are not missed. Reversible:
    /// what was different stays different.
    private static func mixed(_ hash: UInt128) -> UInt128 {
        let folded = (hash ^ hash >> 67) &* 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835
        return folded ^ folded >> 61
    }

    /// FNV-1a with 128 bits (RFC 9923).
    static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt128 {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
        return hash
    }
}
