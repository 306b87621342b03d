/// One entry of `allow_networks`: what a source may reach beside the public network.
///
/// A name (`oa.example.org`, `*.example.org`), an address or a block, each with a port where only that port is meant:
/// `10.1.2.3`, `10.0.0.0/8`, `10.1.2.3:8080`, `10.0.0.0/8:8080`, `fd00::/8`, `[fd00::1]:8080`, `oa.example.org:8080`.
package struct NetworkGrant: Hashable, Sendable {
    /// What a grant opens.
    package enum Scope: Hashable, Sendable {
        /// Addresses, whatever name led there.
        case block(NetworkBlock)
        /// A host by its name in lower case, whatever private address it has.
        case host(String)
        /// Every host below a domain.
        case domain(String)
    }

    /// What the grant opens.
    package let scope: Scope
    /// The one port it opens; nil opens every port.
    package let port: Int?

    /// A grant as an operator writes it; nil where it is not understood.
    package init?(_ text: String) {
        let text = asciiLowercased(text)
        if let block = NetworkBlock(text) {
            (scope, port) = (.block(block), nil)
            return
        }
        guard let (place, port) = Self.split(text) else { return nil }
        self.port = port
        if let block = NetworkBlock(place) {
            scope = .block(block)
        } else if place.utf8.starts(with: "*.".utf8), Self.isName(place.utf8.dropFirst(2)) {
            scope = .domain("." + Self.ascii(String(place.dropFirst(2))))
        } else if Self.isName(place.utf8[...]) {
            scope = .host(Self.ascii(place))
        } else {
            return nil
        }
    }

    /// True where the grant opens a connection to an address and port for a host of this name.
    func opens(_ address: NetworkAddress, port: Int, host: String) -> Bool {
        if let own = self.port, own != port { return false }
        switch scope {
        case .block(let block): return block.contains(address)
        case .host, .domain: return !address.isMetadata && covers(host: host, port: port)
        }
    }

    /// True where the grant names a host, or the block of an address written as such.
    func covers(host: String, port: Int) -> Bool {
        if let own = self.port, own != port { return false }
        switch scope {
        case .block(let block): return NetworkAddress(host).map(block.contains) ?? false
        case .host(let name): return host.utf8.elementsEqual(name.utf8)
        case .domain(let suffix):
            return host.utf8.count > suffix.utf8.count && host.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        }
    }

    /// A name as it is asked for: in ASCII, where it has other letters.
    private static func ascii(_ name: String) -> String {
        name.utf8.allSatisfy { $0 < 0x80 } ? name : (try? WebAddress("http://\(name)/"))?.host ?? name
    }

    /// The place and the port of `place:port`, `[place]:port`, `[place]/64:port` or a place alone.
    private static func split(_ text: String) -> (place: String, port: Int?)? {
        var bytes = Array(text.utf8)
        var port: Int?
        let isBracketed = bytes.first == UInt8(ascii: "[")
        let colons = bytes.count { $0 == UInt8(ascii: ":") }
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), isBracketed || colons == 1,
            !bytes[colon...].contains(UInt8(ascii: "]"))
        {
            guard let number = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)),
                (1...65535).contains(number)
            else { return nil }
            port = number
            bytes.removeSubrange(colon...)
        }
        if isBracketed {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            bytes.remove(at: end)
            bytes.removeFirst()
        }
        return (String(decoding: bytes, as: UTF8.self), port)
    }

    private static func isName(_ bytes: Substring.UTF8View) -> Bool {
        guard let last = bytes.last, last != UInt8(ascii: ".") else { return false }
        // A number alone, or one in another base, is an address in disguise and no name.
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let end = labels.last, let first = end.first, !(0x30...0x39).contains(first) else { return false }
        return labels.allSatisfy { !$0.isEmpty }
            && bytes.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
                default: false
                }
            }
    }
}

/// Letters A to Z in lower case; nothing else changes.
func asciiLowercased(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return text }
    return String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
