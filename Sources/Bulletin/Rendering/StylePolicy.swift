/// The Content-Security-Policy of a page that has one style sheet inside and nothing else.
package enum StylePolicy {
    /// A policy that allows exactly this style sheet, known by its hash, and links; no script, no image, no frame, no form.
    ///
    /// `style` must be what stands between `<style>` and `</style>`, byte for byte.
    package static func contentSecurityPolicy(style: String) -> String {
        let hash = base64(SHA256.digest(Array(style.utf8)))
        return "default-src 'none'; style-src 'sha256-\(hash)'; img-src 'none'; base-uri 'none'; form-action 'none'"
    }

    /// Base 64 with padding (RFC 4648 §4).
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0..<4 {
                result.append(position <= group.count ? alphabet[value >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
