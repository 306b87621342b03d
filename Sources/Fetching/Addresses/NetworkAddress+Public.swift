extension NetworkAddress {
    /// True where an address belongs to the public network: what any source may ask without a grant.
    ///
    /// After the IANA registries of special-purpose addresses (RFC 6890). An IPv6 address that carries an IPv4 address
    /// for a translator (NAT64, 6to4) is as public as what it carries. Whatever is not known to be public is not.
    package var isPublic: Bool {
        switch self {
        case .v4(let bits):
            return !Self.isSpecial(bits)
        case .v6(let high, let low):
            if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 {
                return !Self.isSpecial(UInt32(truncatingIfNeeded: low))  // NAT64, RFC 6052
            }
            guard high >> 61 == 0b001 else { return false }  // 2000::/3 is all that is given out
            switch high >> 48 {
            case 0x2001:
                // 2001::/23: protocol assignments, Teredo among them; 2001:db8::/32: documentation
                return high >> 41 != 0x2001_0000 >> 9 && high >> 32 != 0x2001_0DB8
            case 0x2002:
                return !Self.isSpecial(UInt32(truncatingIfNeeded: high >> 16))  // 6to4, RFC 3056
            case 0x3FFF:
                return high >> 44 != 0x3FFF_0  // documentation, RFC 9637
            default:
                return true
            }
        }
    }

    /// True where machines in a cloud give away their secrets; only a grant of the address itself opens it, a grant of
    /// a name never does.
    var isMetadata: Bool {
        switch self {
        case .v4(let bits): bits >> 16 == 0xA9FE || bits == 0x6464_64C8  // 169.254/16, 100.100.100.200
        case .v6(let high, let low): high == 0xFD00_0EC2_0000_0000 && low == 0x254
        }
    }

    private static func isSpecial(_ bits: UInt32) -> Bool {
        switch bits >> 24 {
        case 0, 10, 127, 224...255: true  // this network, private, loopback, multicast, reserved and broadcast
        case 100: bits >> 22 == 0x6440_0000 >> 22  // 100.64/10, carrier-grade NAT
        case 169: bits >> 16 == 0xA9FE  // 169.254/16, link-local and metadata
        case 172: bits >> 20 == 0xAC1  // 172.16/12
        case 192:
            switch bits >> 8 {
            case 0xC0_0000, 0xC0_0002, 0xC0_5863: true  // 192.0.0/24, 192.0.2/24, 192.88.99/24
            default: bits >> 16 == 0xC0A8  // 192.168/16
            }
        case 198: bits >> 17 == 0xC612_0000 >> 17 || bits >> 8 == 0xC6_3364  // 198.18/15, 198.51.100/24
        case 203: bits >> 8 == 0xCB_0071  // 203.0.113/24
        default: false
        }
    }
}
