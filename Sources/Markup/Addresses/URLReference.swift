/// References as RFC 3986 sees them, read and resolved on their UTF-8 bytes.
///
/// Nothing here decides whether an address may be fetched or shown; that is the sanitizer's and the fetcher's work.
/// Non-ASCII characters are kept as they are, never percent-encoded.
///
///     URLReference.resolve("../a.html", against: "http://xx.test/b/c/d") // "http://xx.test/b/a.html"
package enum URLReference {
    /// The reference made absolute (RFC 3986 §5.2, strict: `http:g` keeps its own scheme).
    ///
    /// White space around the reference and tabs and line breaks inside it are dropped, as browsers do.
    /// - Returns: nil where a relative reference has no base, or the base is opaque (`mailto:`, `urn:`).
    ///   A base that is itself relative gives a relative result.
    package static func resolve(_ reference: String, against base: String?) -> String? {
        let cleaned = trimmed(Array(reference.utf8))
        let parts = URLParts(of: cleaned)
        if parts.scheme != nil {
            let isClean = cleaned.count == reference.utf8.count && !parts.hasDotSegments(cleaned)
            return isClean ? reference : String(utf8: withoutDots(cleaned, parts))
        }
        guard let base else { return nil }
        let resolver = URLResolver(base: base)
        return resolver.resolve(cleaned, parts).map { String(utf8: $0) }
    }

    /// The scheme in lower case, without its colon; nil for a relative reference.
    ///
    /// What browsers drop before they look for the scheme (white space and controls at the start, tabs and line breaks
    /// anywhere) is dropped here too, so that `java\nscript:` is seen for what it is.
    package static func scheme(of reference: String) -> String? {
        let cleaned = trimmed(Array(reference.utf8))
        return URLParts(of: cleaned).scheme.map { lowered(cleaned[$0]) }
    }

    /// The host in lower case, without user information and port; an IPv6 address keeps its brackets.
    ///
    /// In `http` and `https` addresses a backslash ends the authority, as in browsers.
    package static func host(of reference: String) -> String? {
        let cleaned = trimmed(Array(reference.utf8))
        guard let authority = URLParts(of: cleaned).authority else { return nil }
        var host = cleaned[authority]
        if let slash = host.firstIndex(of: UInt8(ascii: "\\")) { host = host[..<slash] }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if host.first == UInt8(ascii: "["), let end = host.firstIndex(of: UInt8(ascii: "]")) {
            host = host[...end]
        } else if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
            host = host[..<colon]
        }
        return host.isEmpty ? nil : lowered(host)
    }

    /// The bytes without C0 controls and spaces at both ends and without tabs and line breaks inside.
    static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let slice = bytes[start..<end]
        if slice.contains(where: isTabOrBreak) { return slice.filter { !isTabOrBreak($0) } }
        return start == 0 && end == bytes.count ? bytes : Array(slice)
    }

    /// An absolute reference with the dot segments of its path removed; opaque ones are left alone.
    static func withoutDots(_ bytes: [UInt8], _ parts: URLParts) -> [UInt8] {
        guard parts.hasDotSegments(bytes) else { return bytes }
        var result = Array(bytes[..<parts.path.lowerBound])
        URLResolver.appendWithoutDots(bytes[parts.path], to: &result)
        result.append(contentsOf: bytes[parts.path.upperBound...])
        return result
    }

    private static func isTabOrBreak(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func lowered(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
