import Foundation

/// The web address that somebody meant who wrote it without its scheme, or with half of it: `www.ninglan.example/tzgg`,
/// `https:/www.ninglan.example`.
package struct MeantAddress {
    /// The whole address.
    package let text: String
    /// What begins it: the name of a host, or as a path of a folder.
    private let host: String
    /// True where a scheme stands there, so that it can be no path.
    private let hasScheme: Bool

    /// Nothing where a text is a whole address, or does not look like one.
    package init?(_ text: String) {
        guard !text.contains("://"), !text.contains(where: \.isWhitespace) else { return nil }
        let lower = text.lowercased()
        let scheme = ["https:", "http:"].first { lower.hasPrefix($0) }
        let isOpen = text.hasPrefix("//")
        let rest = scheme.map { String(text.dropFirst($0.count)) } ?? text
        let place = String(rest.drop { (scheme != nil || isOpen) && $0 == "/" })
        let host = String(place.prefix { !"/?#".contains($0) })
        let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, Self.isName(name), parts.count < 2 || UInt16(parts[1]) != nil else { return nil }
        hasScheme = scheme != nil
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
        let isHost = isNumber || parts.count == 2 || Self.looksLikeHost(labels, isFollowed: place.count > host.count)
        guard hasScheme || isHost else { return nil }
        self.host = host
        // Who names a port or a number asks a machine of the office, rarely by a secure connection.
        self.text = "\(scheme ?? (parts.count == 2 || isNumber ? "http:" : "https:"))//\(place)"
    }

    /// True where a folder of the host's name is there, as saved sites have it: then the text is a path.
    ///
    /// - Parameter resolve: makes a path absolute.
    func hasFolder(_ resolve: (String) -> String) -> Bool {
        !hasScheme && FileManager.default.fileExists(atPath: resolve(host))
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasSuffix(".") && !name.contains("..")
            && name.unicodeScalars.allSatisfy { $0 == "." || $0 == "-" || $0.properties.isAlphabetic || isDigit($0) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// True for `www.…`, for a name with two dots or an ending that no file has, and for one that a path follows: a folder is
    /// rarely named with a dot.
    private static func looksLikeHost(_ labels: [Substring], isFollowed: Bool) -> Bool {
        guard labels.count >= 2, let last = labels.last, last.count >= 2, !isDigit(last.unicodeScalars.first ?? "0")
        else {
            return false
        }
        if labels[0].lowercased() == "www" || isFollowed { return true }
        return ["cn", "com", "net", "org", "gov", "edu"].contains(last.lowercased())
    }
}
