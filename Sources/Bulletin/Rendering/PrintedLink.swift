/// Addresses of items as they may stand in a bulletin.
package enum PrintedLink {
    /// `address` as an ASCII URI that is safe in an attribute, in Markdown and in plain text; nothing unless it is an
    /// absolute `http`, `https` or `mailto` address.
    ///
    /// Decided on bytes: a scheme is what stands there, not what a lenient parser would make of it. An address with a user
    /// name before its host is none: it is either a secret or a disguise.
    package static func uri(_ address: String?) -> String? {
        guard let address else { return nil }
        let bytes = trimmed(Array(address.utf8))
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.count <= 4_096 else { return nil }
        let rest = bytes[(colon + 1)...]
        switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
        case "http": return web("http://", rest)
        case "https": return web("https://", rest)
        case "mailto": return rest.isEmpty ? nil : "mailto:" + encoded(rest)
        default: return nil
        }
    }

    private static func web(_ prefix: String, _ rest: ArraySlice<UInt8>) -> String? {
        guard rest.starts(with: "//".utf8) else { return nil }
        let afterSlashes = rest.dropFirst(2)
        let host = afterSlashes.prefix { !"/?#".utf8.contains($0) }
        guard !host.isEmpty, host.allSatisfy(isHostByte) else { return nil }
        return prefix + encoded(host, also: "[]") + encoded(afterSlashes.dropFirst(host.count))
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isAlphanumeric(byte) || "-._~%:[]".utf8.contains(byte)
    }

    /// Percent-encodes whatever may not stand in a URI (RFC 3986 §2); what is encoded already stays.
    private static func encoded(_ bytes: ArraySlice<UInt8>, also: String = "") -> String {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: "%") where bytes[index...].prefix(2).count(where: isHexadecimal) == 2: result.append(byte)
            case _ where isAlphanumeric(byte) || "-._~:/?#@!$&'()*+,;=".utf8.contains(byte) || also.utf8.contains(byte):
                result.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return bytes[start..<max(start, end)]
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
