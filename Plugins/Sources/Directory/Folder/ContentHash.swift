import Crypto
import FoundationEssentials

/// SHA-256 of a file's content. What is remembered of it is its first half: enough that no two files are ever taken for one.
struct ContentHash: Sendable, Hashable {
    let high: UInt64
    let low: UInt64
    /// All 64 hexadecimal digits; nothing where the hash was read back from what was remembered.
    let whole: String?

    init(of bytes: [UInt8]) {
        let digest = Array(SHA256.hash(data: bytes))
        high = Self.number(digest[0..<8])
        low = Self.number(digest[8..<16])
        whole = digest.map(Self.digits).joined()
    }

    /// Reads what ``text`` wrote.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.high = high
        self.low = low
        whole = nil
    }

    /// 32 hexadecimal digits.
    var text: String {
        func digits(_ value: UInt64) -> String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        return digits(high) + digits(low)
    }

    static func == (one: ContentHash, two: ContentHash) -> Bool { one.high == two.high && one.low == two.low }

    func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    private static func digits(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
