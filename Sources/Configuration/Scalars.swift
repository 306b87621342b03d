import Foundation

/// How single values are written.
enum Scalars {
    /// `true` and `false`, the words of YAML 1.2 and of every editor.
    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// `30s`, `15m`, `12h`, `31d`, `2w` in seconds; a fraction is allowed, a missing unit is not.
    static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
        guard let last = text.last, let unit = units[last], let value = Double(text.dropLast()), value.isFinite,
            value >= 0, value * unit <= 3.2e9
        else { return nil }
        return value * unit
    }

    /// `500KB`, `10MB`, `2GB`, `4096B` in bytes; units count in thousands.
    static func bytes(_ text: String) -> Int? {
        let text = text.uppercased()
        let units: [(suffix: String, factor: Double)] = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1)]
        for unit in units where text.hasSuffix(unit.suffix) {
            let digits = text.dropLast(unit.suffix.count).filter { $0 != " " }
            guard let value = Double(digits), value > 0, value * unit.factor <= 1e15 else { return nil }
            return Int(value * unit.factor)
        }
        return nil
    }

    /// True for `none` and for a proxy's address: a kind that libcurl knows, a host, and a port where one is given.
    static func isProxy(_ text: String) -> Bool {
        if text == "none" { return true }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }),
            let place = proxyPlace(text)
        else { return false }
        let host = place.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? place.utf8
        let port = host.lastIndex(of: UInt8(ascii: ":")).map { host[host.index(after: $0)...] }
        if let port, !host.contains(UInt8(ascii: "]")) || host.last != UInt8(ascii: "]") {
            guard let number = Int(String(decoding: port, as: UTF8.self)), (1...65_535).contains(number) else {
                return false
            }
            return host.count > port.count + 1
        }
        return !host.isEmpty
    }

    /// True where a user and a password stand before the host.
    static func hasPassword(_ text: String) -> Bool {
        guard let place = proxyPlace(text)?.utf8, let at = place.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return place[..<at].contains(UInt8(ascii: ":"))
    }

    /// True where a web address has a user and a password before its host.
    static func hasPassword(inAddress text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "@")), let scheme = text.range(of: "://") else { return false }
        let authority = text.utf8[scheme.upperBound...].prefix { !"/?#".utf8.contains($0) }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return authority[..<at].contains(UInt8(ascii: ":"))
    }

    /// Everything of a proxy's address between its kind and its path.
    private static func proxyPlace(_ text: String) -> Substring? {
        let kinds = ["http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://"]
        guard let kind = kinds.first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        return text.dropFirst(kind.count).prefix { $0 != "/" }
    }

    /// An http, https or file address as it stands; anything without a scheme is a path, made absolute. Behind the host of a
    /// web address spaces are taken as they are copied from a browser.
    static func address(_ text: String, resolve: (String) -> String) -> String? {
        let isPlain = text.utf8.starts(with: "http".utf8) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        for scheme in ["https://", "http://"] where isPlain && text.utf8.starts(with: scheme.utf8) {
            return hasPlace(text.utf8.dropFirst(scheme.utf8.count)) ? text : nil
        }
        guard let colon = text.range(of: "://") else { return text.isEmpty ? nil : resolve(text) }
        let scheme = text[..<colon.lowerBound].lowercased()
        let host = text[colon.upperBound...].prefix { $0 != "/" }
        let withoutSpaces = scheme == "file" ? text[...] : text[..<host.endIndex]
        guard ["http", "https", "file"].contains(scheme), !withoutSpaces.contains(" "), text.last != " ",
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
            scheme == "file" || hasPlace(text[colon.upperBound...].utf8)
        else { return nil }
        return text
    }

    /// True where what follows a scheme begins with a host, in brackets if it is an IPv6 address (RFC 3986 §3.2), and a port
    /// that there is.
    private static func hasPlace(_ rest: Substring.UTF8View) -> Bool {
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let start =
            authority.lastIndex(of: UInt8(ascii: "@")).map { authority.index(after: $0) } ?? authority.startIndex
        var host = authority[start...]
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let inside = host[host.index(after: host.startIndex)..<end]
            guard inside.contains(UInt8(ascii: ":")) else { return false }
            host = host[end...]
        } else if host.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) {
            return false
        }
        guard let colon = host.firstIndex(of: UInt8(ascii: ":")) else {
            return !host.isEmpty && (host.first != UInt8(ascii: "]") || host.count == 1)
        }
        let name = host[..<colon]
        let port = host[host.index(after: colon)...]
        return !name.isEmpty && (name.first != UInt8(ascii: "]") || name.count == 1)
            && (port.isEmpty || UInt16(String(decoding: port, as: UTF8.self)).map { $0 > 0 } == true)
    }
}
