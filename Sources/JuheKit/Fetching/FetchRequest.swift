/// A question to a web server.
public struct FetchRequest: Sendable, Hashable {
    /// Proof of what the asker already has (RFC 9110 §8.8): sent as `If-None-Match` and `If-Modified-Since`.
    public struct Validators: Sendable, Hashable, Codable {
        /// The `ETag` of the last answer, as the server wrote it.
        public var entityTag: String?
        /// The `Last-Modified` of the last answer, as the server wrote it.
        public var lastModified: String?

        /// Validators of an earlier answer.
        public init(entityTag: String? = nil, lastModified: String? = nil) {
            self.entityTag = entityTag
            self.lastModified = lastModified
        }
    }

    /// An `http` or `https` address.
    public var url: String
    /// Extra request headers in order.
    public var headers: [HeaderField]
    /// What the asker already has.
    public var validators: Validators
    /// Bytes of body accepted, on the wire and after decompression.
    public var maximumBytes: Int
    /// Seconds from the first connection to the last byte, redirects included; waiting for a place does not count.
    public var timeout: Double
    /// Seconds until nobody waits for the answer any more, waiting for a place included; no end where nothing is given.
    public var patience: Double?
    /// Hosts, addresses or networks (`127.0.0.0/8`) inside the office's own network that this source may reach; the
    /// public network needs no grant.
    public var allowedNetworks: [String]
    /// What is sent with it; then it is a `POST`. It goes to the host that was asked and to no other.
    public var body: FetchBody?
    /// Sent as `User-Agent`; Juhe's own name where nothing is given.
    public var userAgent: String?
    /// Who asks, where the server wants to know. Never sent to another host that the answer leads to.
    public var credentials: Credentials?
    /// True for pages: the site's robots.txt is read first and obeyed (RFC 9309), unless the configuration says
    /// otherwise. Feeds are made for programs and need none.
    public var obeysRobots = false
    /// The way to the server; the configuration's where nothing is given.
    public var proxy: Proxy?
    /// A file of certificates (PEM) to trust beside the system's, instead of the configuration's.
    public var certificates: String?
    /// The only hosts that may be asked, redirects among them; any where nothing is given. A redirect to another host is
    /// not followed.
    public var hosts: HostList?

    /// A source's own way out of the office, whatever the configuration says of others.
    public enum Proxy: Sendable, Hashable {
        /// Straight to the server.
        case direct
        /// Through a proxy by its address, which may hold a password.
        case through(Secret)

        /// The way that a setting names: `none`, or a proxy's address.
        public init(_ setting: Secret) { self = setting.reveal() == "none" ? .direct : .through(setting) }
    }

    /// Proof of who asks.
    public enum Credentials: Sendable, Hashable {
        /// User and password (RFC 7617).
        case basic(user: String, password: Secret)
        /// A token (RFC 6750).
        case bearer(Secret)
    }

    /// A request for one address with the default limits: 10 MB, 30 seconds, public network only.
    public init(
        url: String, headers: [HeaderField] = [], validators: Validators = Validators(),
        maximumBytes: Int = 10_000_000, timeout: Double = 30, allowedNetworks: [String] = [], userAgent: String? = nil,
        body: FetchBody? = nil
    ) {
        self.url = url
        self.headers = headers
        self.validators = validators
        self.maximumBytes = maximumBytes
        self.timeout = timeout
        self.allowedNetworks = allowedNetworks
        self.userAgent = userAgent
        self.body = body
    }
}

/// One header line of a request or an answer.
public struct HeaderField: Sendable, Hashable {
    /// The name, in any letter case.
    public var name: String
    /// The value without surrounding white space.
    public var value: String

    /// A header by name and value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
