internal import CCurl
package import JuheKit

/// An `http` or `https` address, read by the library that will ask it: one parser for the check and for the use. Only what
/// nobody can read in two ways is read here (``PlainAddress``).
package struct WebAddress: Sendable {
    /// The whole address in ASCII, without user, password and fragment: fit for a log.
    package let text: String
    /// True for `https`.
    package let isSecure: Bool
    /// The host in lower case, an IPv6 address without its brackets.
    package let host: String
    /// The port, given or usual.
    package let port: Int
    /// User and password: what stood in the address, or what the request brings.
    var credentials: Credentials?

    /// What a server asks for by name (RFC 7617).
    struct Credentials: Sendable, Hashable {
        var user: String
        var password: String
    }

    /// Reads an address as it stands in a configuration or a feed; spaces around it do not count, spaces and letters
    /// beyond ASCII in it are percent-encoded, those of its host written as names are looked up (IDNA).
    /// - Throws: ``Failure`` with the code `badAddress`.
    package init(_ text: String) throws(Failure) {
        if let plain = PlainAddress(text) {
            self.init(plain, text: text)
            return
        }
        let parts = withUnsafeTemporaryCString(trimmed(text)) { Parts(base: nil, reference: $0) }
        guard let parts, let address = WebAddress(parts, credentials: parts.credentials) else {
            let shown = printable(ShownAddress.text(text).utf8)
            throw Failure(.badAddress, shown, .badAddress(shown))
        }
        self = address
    }

    /// The address that a `Location` leads to from here, raw as it came; nil where it leads to no web address, or from
    /// `https` back to `http`.
    ///
    /// What stands before an `@` in it is not believed; the user of this address stays with its own host and port.
    func following(_ location: [UInt8]) -> WebAddress? {
        let parts = withUnsafeTemporaryCString(trimmed(location)) { reference in
            text.withCString { Parts(base: $0, reference: reference) }
        }
        guard let parts, let next = WebAddress(parts, credentials: nil), next.isSecure || !isSecure else { return nil }
        return next.isSameHost(as: self) ? WebAddress(parts, credentials: credentials) : next
    }

    /// What stands for the host of an address where sources of different hosts take turns: found without parsing, and
    /// good for nothing else.
    package static func lane(of text: String) -> String {
        let slash = UInt8(ascii: "/")
        let place = text.utf8.drop { $0 != slash }.drop { $0 == slash }.prefix { $0 != slash }
        guard !place.isEmpty else { return text }
        let host = place.lastIndex(of: UInt8(ascii: "@")).map { place[place.index(after: $0)...] } ?? place
        return asciiLowercased(String(decoding: host, as: UTF8.self))
    }

    /// The address as messages name it: its query may hold a key.
    var shown: String { ShownAddress.text(text) }

    /// Scheme, host and port as they begin the address.
    var origin: String { String(decoding: text.utf8.prefix(text.utf8.count - target.utf8.count), as: UTF8.self) }

    /// Path and query as a server is asked for them.
    var target: String {
        let rest = text.utf8.dropFirst(isSecure ? 8 : 7).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        return String(decoding: rest, as: UTF8.self)
    }

    /// True where both are one server, or one and its secure form: where secrets may follow a redirect.
    func isSameHost(as other: WebAddress) -> Bool {
        host.utf8.elementsEqual(other.host.utf8)
            && (isSecure == other.isSecure && port == other.port
                || isSecure && port == 443 && !other.isSecure && other.port == 80)
    }

    private init(_ plain: PlainAddress, text: String) {
        self.text = text
        isSecure = plain.isSecure
        host = plain.host
        port = plain.port
        credentials = nil
    }

    private init?(_ parts: Parts, credentials: Credentials?) {
        guard parts.scheme == "http" || parts.scheme == "https", let port = Int(parts.port), port > 0 else {
            return nil
        }
        self.text = parts.url
        isSecure = parts.scheme == "https"
        host = parts.host
        self.port = port
        self.credentials = credentials
    }
}

/// The parts of an address as libcurl tells them.
private struct Parts {
    let url: String
    let scheme: String
    let host: String
    let port: String
    let credentials: WebAddress.Credentials?

    /// Parses a reference, relative to `base` if given.
    init?(base: UnsafePointer<CChar>?, reference: UnsafePointer<CChar>) {
        guard let handle = curl_url() else { return nil }
        defer { curl_url_cleanup(handle) }
        let flags = UInt32(CURLU_URLENCODE)
        if let base, curl_url_set(handle, CURLUPART_URL, base, 0) != CURLUE_OK { return nil }
        guard curl_url_set(handle, CURLUPART_URL, reference, flags) == CURLUE_OK else { return nil }

        func part(_ what: CURLUPart, _ flags: Int32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, what, &value, UInt32(flags)) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        if let host = part(CURLUPART_HOST), host.utf8.contains(where: { $0 >= 0x80 }) {
            // What it is in ASCII may be a number in disguise: read anew, it is seen as one.
            guard let ascii = juhe_curl_ascii_host(handle) else { return nil }
            defer { curl_free(ascii) }
            guard String(cString: ascii).utf8.allSatisfy({ $0 < 0x80 }),
                curl_url_set(handle, CURLUPART_HOST, ascii, 0) == CURLUE_OK, let url = part(CURLUPART_URL),
                let parts = Parts(base: nil, reference: url)
            else { return nil }
            self = parts
            return
        }
        if let user = part(CURLUPART_USER, CURLU_URLDECODE) {
            credentials = .init(user: user, password: part(CURLUPART_PASSWORD, CURLU_URLDECODE) ?? "")
            curl_url_set(handle, CURLUPART_USER, nil, 0)
            curl_url_set(handle, CURLUPART_PASSWORD, nil, 0)
        } else {
            credentials = nil
        }
        curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
        guard let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST),
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT), let url = part(CURLUPART_URL)
        else { return nil }
        self.scheme = scheme
        self.port = port
        self.url = url
        var name = asciiLowercased(host)
        if name.utf8.first == UInt8(ascii: "[") { name = String(name.dropFirst().dropLast()) }
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        self.host = name
    }
}

/// Bytes without the ASCII white space around them.
private func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(bytes[first...last])
}

private func trimmed(_ text: String) -> [UInt8] { trimmed(text.utf8) }

/// Calls with the bytes as a C string; bytes with a zero among them become empty, which is no address.
private func withUnsafeTemporaryCString<Result>(
    _ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
    let text = bytes.contains(0) ? [0] : bytes + [0]
    return text.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { chars in
            guard let base = chars.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }
}

/// Bytes that came from elsewhere, fit for a message: what is not visible ASCII is written as `%XX`, and 200 bytes are
/// enough.
func printable(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        if (0x20...0x7E).contains(byte) {
            text.append(byte)
        } else {
            text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        if text.count >= 200 { return String(decoding: text, as: UTF8.self) + "..." }
    }
    return String(decoding: text, as: UTF8.self)
}
