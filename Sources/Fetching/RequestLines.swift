internal import JuheKit

/// The header lines of a request, ready to be sent and checked: no value ends its line early.
struct RequestLines: Sendable {
    /// Lines that any host on the way may see.
    private(set) var open: [String] = []
    /// Lines for the host that was asked first only: whatever may be a secret.
    private(set) var own: [String] = []

    /// True where the asker sends a cookie.
    private(set) var hasCookie = false

    /// Lines that belong to the body and go with it only.
    private(set) var forBody: [String] = []

    /// Lines from a request. Headers that belong to the connection (`Host`, `Connection`, `Accept-Encoding`, ...) are
    /// the fetcher's own affair and left out.
    ///
    /// - Parameter agent: sent as `User-Agent`.
    init(_ request: FetchRequest, agent: String = "") throws(Failure) {
        guard Self.isValue(agent) else {
            throw Failure(.configuration, printable(ShownAddress.text(request.url).utf8), .badHeader("User-Agent"))
        }
        for field in request.headers {
            guard Self.isLine(field) else {
                throw Failure(
                    .configuration, printable(ShownAddress.text(request.url).utf8),
                    .badHeader(printable(field.name.utf8)))
            }
            let name = asciiLowercased(field.name)
            if Self.reserved.contains(name) { continue }
            if name == "cookie" { hasCookie = true }
            if name == "authorization", request.credentials != nil { continue }
            // libcurl: "Name;" is a header with an empty value, "Name:" would be none.
            let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
            if Self.harmless.contains(name) { open.append(line) } else { own.append(line) }
        }
        if case .bearer(let token) = request.credentials {
            if token.reveal().isEmpty {
                throw Failure(.configuration, printable(ShownAddress.text(request.url).utf8), .emptyToken)
            }
            guard Self.isValue(token.reveal()) else {
                throw Failure(
                    .configuration, printable(ShownAddress.text(request.url).utf8), .badHeader("Authorization"))
            }
            own.append("Authorization: Bearer \(token.reveal())")
        }
        if let body = request.body {
            guard Self.isValue(body.contentType) else {
                throw Failure(
                    .configuration, printable(ShownAddress.text(request.url).utf8), .badHeader("Content-Type"))
            }
            open.removeAll { asciiLowercased($0).hasPrefix("content-type:") }
            own.removeAll { asciiLowercased($0).hasPrefix("content-type:") }
            // libcurl would wait for the server's word before a long body.
            forBody = ["Content-Type: \(body.contentType)", "Expect:"]
        }
        if let tag = request.validators.entityTag, Self.isValidator(tag) {
            open.append("If-None-Match: \(tag)")
        }
        if let date = request.validators.lastModified, Self.isValidator(date) {
            open.append("If-Modified-Since: \(date)")
        }
    }

    /// Headers that belong to the connection.
    static let reserved: Set<String> = [
        "host", "connection", "keep-alive", "te", "trailer", "transfer-encoding", "content-length", "upgrade", "expect",
        "accept-encoding", "proxy-authorization", "proxy-connection",
    ]
    static let harmless: Set<String> = [
        "accept", "accept-language", "accept-charset", "cache-control", "pragma", "user-agent",
    ]

    /// True where a header can be sent as one line.
    static func isLine(_ field: HeaderField) -> Bool { isName(field.name) && isValue(field.value) }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "!#$%&'*+-.^_`|~".utf8.contains($0)
                }
            }
    }

    /// Servers refuse requests with lines of many kilobytes: then it is better to ask without.
    private static func isValidator(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.count <= 1_024 && isValue(value)
    }

    private static func isValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}
