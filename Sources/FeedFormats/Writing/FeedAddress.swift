/// Addresses as they may stand in a feed: absolute, ASCII, valid as URI and so as IRI too.
enum FeedAddress {
    /// `address` as a URI; nothing unless it is an absolute http or https address without a user name in it.
    static func web(_ address: String?) -> String? {
        guard let address, address.utf8.count <= 4_096 else { return nil }
        let bytes = trimmed(Array(address.utf8))
        for scheme in ["http://", "https://"] where starts(bytes, with: scheme) {
            let rest = bytes.dropFirst(scheme.utf8.count)
            let host = rest.prefix { !"/?#".utf8.contains($0) }
            guard !host.isEmpty, host.allSatisfy(isHostByte) else { return nil }
            return scheme + encoded(host, also: "[]") + path(rest.dropFirst(host.count))
        }
        return nil
    }

    /// The address of a person: a page or a mail address.
    static func person(_ address: String?) -> String? {
        guard let address, address.utf8.count <= 4_096 else { return nil }
        let bytes = trimmed(Array(address.utf8))
        guard starts(bytes, with: "mailto:"), bytes.count > 7 else { return web(address) }
        return "mailto:" + encoded(bytes.dropFirst(7))
    }

    /// True where `address`, as it stands in an attribute, needs no base to be resolved and runs nothing.
    static func needsNoBase(_ address: ArraySlice<UInt8>) -> Bool {
        let bytes = address.drop { $0 <= 0x20 }
        return ["http://", "https://", "mailto:", "tel:"].contains { starts(bytes, with: $0) }
    }

    /// A path with query and fragment; only the first `#` may stand there as such.
    private static func path(_ bytes: ArraySlice<UInt8>) -> String {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "#")) else { return encoded(bytes) }
        let fragment = encoded(bytes[(mark + 1)...]).utf8.flatMap {
            $0 == UInt8(ascii: "#") ? Array("%23".utf8) : [$0]
        }
        return encoded(bytes[..<mark]) + "#" + String(decoding: fragment, as: UTF8.self)
    }

    private static func encoded(_ bytes: ArraySlice<UInt8>, also: String = "") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: "%") where bytes[(index + 1)...].prefix(2).count(where: isHexadecimal) == 2:
                result.append(byte)
            case _ where OutputText.isAlphanumeric(byte) || "-._~:/?#@!$&'()*+,;=".utf8.contains(byte):
                result.append(byte)
            case _ where also.utf8.contains(byte): result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func starts(_ bytes: ArraySlice<UInt8>, with scheme: String) -> Bool {
        bytes.count > scheme.utf8.count
            && zip(bytes, scheme.utf8).allSatisfy { byte, letter in
                byte == letter || ((0x41...0x5A).contains(byte) && byte | 0x20 == letter)
            }
    }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return bytes[start..<max(start, end)]
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || OutputText.isAlphanumeric(byte) || "-._~%:[]".utf8.contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
