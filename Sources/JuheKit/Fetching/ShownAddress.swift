/// An address fit to be printed, stored and mailed: without user, password and the values of its query, any of which may
/// be a secret.
///
/// ```swift
/// ShownAddress.text("https://me:key@oa.ninglan.example/rss?token=abc")  // https://oa.ninglan.example/rss?…
/// ```
public enum ShownAddress {
    /// The address as it may be shown; a path stays as it is.
    public static func text(_ address: String) -> String {
        guard let scheme = address.range(of: "://") else { return address }
        var rest = address[scheme.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        if let at = rest[..<end].lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        let query = rest.firstIndex { $0 == "?" || $0 == "#" }
        let path = query.map { rest[..<$0] } ?? rest
        return address[..<scheme.upperBound] + path + (query == nil ? "" : "?…")
    }
}

extension StringProtocol {
    /// The first place of `words`; here because this room has no Foundation.
    fileprivate func range(of words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
            start = index(after: start)
        }
        return nil
    }
}
