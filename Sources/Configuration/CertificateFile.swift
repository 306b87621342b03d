import Foundation

/// A file of certificates as operators name it in `ca_file`.
enum CertificateFile {
    /// True where the file can be read and has a certificate in PEM (RFC 7468): what else is wrong with it, the secure
    /// connection tells.
    static func isUsable(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else { return false }
        let text = String(decoding: data, as: UTF8.self)
        return ["", "TRUSTED ", "X509 "].contains { kind in
            guard let start = text.range(of: "-----BEGIN \(kind)CERTIFICATE-----"),
                let end = text.range(
                    of: "-----END \(kind)CERTIFICATE-----", range: start.upperBound..<text.endIndex)
            else { return false }
            let inside = text[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
            return !inside.isEmpty && Data(base64Encoded: String(inside)) != nil
        }
    }
}
