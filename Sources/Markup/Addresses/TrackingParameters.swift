/// Query parameters that follow people rather than find pages, and how to take them out of an address.
///
///     TrackingParameters().stripped(from: "https://xx.test/a?id=3&utm_source=x") // "https://xx.test/a?id=3"
package struct TrackingParameters: Sendable {
    /// Whole names, in lower case.
    package var names: Set<String>
    /// Beginnings of names, in lower case.
    package var prefixes: [String]

    /// - Parameters:
    ///   - names: whole names, compared without regard to ASCII case.
    ///   - prefixes: beginnings of names.
    package init(
        names: Set<String> = TrackingParameters.usualNames, prefixes: [String] = TrackingParameters.usualPrefixes
    ) {
        self.names = names
        self.prefixes = prefixes
    }

    /// Click identifiers and campaign marks of the big advertising, mail and statistics services, and sessions.
    package static let usualNames: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp",
        "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "_openstat", "s_cid",
        "spm", "scm", "spm_id_from", "vd_source", "share_token", "bd_vid", "qz_gdt", "gdt_vid", "hmsr", "hmpl", "hmcu",
        "hmkw", "hmci", "jsessionid", "phpsessid",
    ]

    /// Urchin's, Matomo's and Piwik's families.
    package static let usualPrefixes = ["utm_", "mtm_", "pk_", "piwik_", "matomo_"]

    /// The address without those parameters; the question mark goes with the last of them.
    package func stripped(from address: String) -> String {
        let address = Self.withoutSession(address)
        guard Bytes.contains(address, anyOf: ["?"]), let result = stripped(from: Array(address.utf8)) else {
            return address
        }
        return String(utf8: result)
    }

    /// An address without the session that servers of Java write behind a path: `/a.jsp;jsessionid=8F2C?id=3`.
    package static func withoutSession(_ address: String) -> String {
        guard Bytes.contains(address, anyOf: [";jsessionid="]) else { return address }
        let bytes = Array(address.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: ";jsessionid=".utf8) }) else {
            return address
        }
        let rest = bytes[start...].drop { !"?#/".utf8.contains($0) }
        return String(decoding: bytes[..<start] + rest, as: UTF8.self)
    }

    /// The address without those parameters, or nil where there is nothing to take out.
    func stripped(from bytes: [UInt8]) -> [UInt8]? {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        let end = bytes[mark...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        // A question mark behind the fragment's sign belongs to the fragment.
        guard !bytes[..<mark].contains(UInt8(ascii: "#")) else { return nil }
        var kept: [ArraySlice<UInt8>] = []
        var dropped = false
        for pair in bytes[(mark + 1)..<end].split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            if isTracking(pair) { dropped = true } else { kept.append(pair) }
        }
        guard dropped else { return nil }
        var result = Array(bytes[..<mark])
        if !kept.isEmpty {
            result.append(UInt8(ascii: "?"))
            result.append(contentsOf: kept.joined(separator: [UInt8(ascii: "&")]))
        }
        result.append(contentsOf: bytes[end...])
        return result
    }

    private func isTracking(_ pair: ArraySlice<UInt8>) -> Bool {
        // `&amp;` escaped twice leaves "amp;" in front of the name.
        var name = pair.prefix { $0 != UInt8(ascii: "=") }
        if name.starts(with: "amp;".utf8) { name = name.dropFirst(4) }
        guard !name.isEmpty, name.count <= 32 else { return false }
        let lowered = String(decoding: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        return names.contains(lowered) || prefixes.contains { lowered.utf8.starts(with: $0.utf8) }
    }
}
