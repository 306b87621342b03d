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
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = parts.first, let address = NetworkAddress(String(first) ?? "") else { return nil }
        switch parts.count {
        case 1:
            switch address {
            case .v4: self.init(address, prefix: 32)
            case .v6: self.init(address, prefix: 128)
            }
        case 2:
            guard parts[1].allSatisfy({ (0x30...0x39).contains($0) }), parts[1].count <= 3,
                let prefix = Int(String(parts[1]) ?? "")
            else { return nil }
            self.init(address, prefix: prefix)
        default:
            return nil
        }
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
