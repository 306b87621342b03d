package import Markup

/// The encoding that a web page says it is in.
package enum PageLabel {
    private static let searched = 2_048

    /// The first `charset=` among the first bytes of a page.
    package static func encoding(_ bytes: [UInt8]) -> EncodingLabel? {
        let head = String(decoding: bytes.prefix(searched).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        guard let found = head.firstPlace(of: "charset=") else { return nil }
        let rest = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return EncodingLabel(name.utf8)
    }
}
