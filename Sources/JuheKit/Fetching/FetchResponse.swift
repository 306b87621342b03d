/// A web server's answer, after redirects and content decoding.
public struct FetchResponse: Sendable {
    /// The status code of the last answer, e.g. 200 or 304.
    public var status: Int
    /// The address that answered, after redirects.
    public var url: String
    /// The header lines of the last answer, in order.
    public var headers: [HeaderField]
    /// The decoded body; empty with 304.
    public var body: [UInt8]
    /// Addresses on the way, each with the status that redirected it; empty without redirects.
    public var redirects: [Redirect]
    /// Seconds from the first connection to the last byte.
    public var duration: Double = 0

    /// One step of a redirect.
    public struct Redirect: Sendable, Hashable {
        /// 301, 302, 303, 307 or 308.
        public var status: Int
        /// The address that answered so.
        public var url: String

        /// A step by status and address.
        public init(status: Int, url: String) {
            self.status = status
            self.url = url
        }
    }

    /// An answer.
    public init(status: Int, url: String, headers: [HeaderField], body: [UInt8], redirects: [Redirect] = []) {
        self.status = status
        self.url = url
        self.headers = headers
        self.body = body
        self.redirects = redirects
    }

    /// True where the server says that nothing changed (304).
    public var isNotModified: Bool { status == 304 }

    /// The first value of a header, whatever its letter case.
    public func header(_ name: String) -> String? {
        headers.first { field in
            field.name.utf8.count == name.utf8.count
                && zip(field.name.utf8, name.utf8).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
        }?.value
    }

    /// The names of headers are ASCII.
    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// What to send with the next request after an answer of 304 to `known`: what the answer names takes the place of what
    /// was sent, the rest stays (RFC 9111 §3.2).
    package func validators(updating known: FetchRequest.Validators) -> FetchRequest.Validators {
        FetchRequest.Validators(
            entityTag: header("etag") ?? known.entityTag, lastModified: header("last-modified") ?? known.lastModified)
    }

    /// What to send with the next request for the same address.
    public var validators: FetchRequest.Validators {
        FetchRequest.Validators(entityTag: header("etag"), lastModified: header("last-modified"))
    }
}
