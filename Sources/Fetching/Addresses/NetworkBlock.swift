/// A range of addresses with a common prefix (CIDR, RFC 4632): `10.0.0.0/8`, `fd00::/8`, or one address.
package struct NetworkBlock: Hashable, Sendable {
    /// Any address of the block.
    package let address: NetworkAddress
    /// How many leading bits its addresses share.
    package let prefix: Int

    /// A block by address and prefix length.
    package init?(_ address: NetworkAddress, prefix: Int) {
        let width =
            switch address {
            case .v4: 32
            case .v6: 128
            }
        guard (0...width).contains(prefix) else { return nil }
        self.address = address
        self.prefix = prefix
    }

    /// A block in its usual spelling, `10.0.0.0/8`; an address without a prefix is a block of one.
    package init?(_ text: String) {
        let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
        guard let address = NetworkAddress(String(text[..<(slash ?? text.endIndex)])) else { return nil }
        guard let slash else {
            switch address {
            case .v4: self.init(address, prefix: 32)
            case .v6: self.init(address, prefix: 128)
            }
            return
        }
        let digits = text[slash...].utf8.dropFirst()
        guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.init(address, prefix: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }

    /// True where an address has the block's prefix.
    package func contains(_ other: NetworkAddress) -> Bool {
        switch (address, other) {
        case (.v4(let mine), .v4(let theirs)):
            return prefix == 0 || (mine ^ theirs) >> UInt32(32 - prefix) == 0
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
            if prefix == 0 { return true }
            if prefix <= 64 { return (high ^ otherHigh) >> UInt64(64 - prefix) == 0 }
            return high == otherHigh && (low ^ otherLow) >> UInt64(128 - prefix) == 0
        default:
            return false
        }
    }
}
