import Crypto
import Foundation

/// The Content-Security-Policy of a page that has one style sheet inside and nothing else.
package enum StylePolicy {
    /// A policy that allows exactly this style sheet, known by its hash, and links; no script, no image, no frame, no form.
    ///
    /// Pictures inside the page itself are allowed where it has any; outside ones never are.
    ///
    /// `style` must be what stands between `<style>` and `</style>`, byte for byte.
    package static func contentSecurityPolicy(style: String, hasPictures: Bool = false) -> String {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        return
            "default-src 'none'; style-src 'sha256-\(hash)'; img-src \(hasPictures ? "data:" : "'none'"); base-uri 'none'; form-action 'none'"
    }
}
