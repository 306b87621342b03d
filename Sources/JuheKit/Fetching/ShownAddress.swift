/// An address fit to be printed, stored and mailed: without user, password and the values of its query, any of which may
/// be a secret.
///
/// ```swift
/// ShownAddress.text("https://me:key@oa.ninglan.example/rss?token=abc")  // https://oa.ninglan.example/rss?…
/// ```
public enum ShownAddress {
    /// The address as it may be shown; a path stays as it is.
    public static func text(_ address: String) -> String {
        let bytes = address.utf8
        let colons = bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: ":") }
        guard let colon = colons.first(where: { bytes[$0...].starts(with: "://".utf8) }) else { return address }
        let scheme = bytes.index(colon, offsetBy: 3)
        var start = scheme
        let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
        if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = bytes.index(after: at) }
        guard let query = bytes[start...].firstIndex(where: { "?#".utf8.contains($0) }) else {
            return start == scheme ? address : String(address[..<scheme] + address[start...])
        }
        return address[..<scheme] + address[start..<query] + "?…"
    }
}
