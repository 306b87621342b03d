package import JuheKit

/// How the fetcher behaves towards all servers.
package struct Settings: Sendable, Hashable {
    /// Requests under way at once.
    package var totalConnections: Int
    /// Requests under way at once to one host.
    package var perHost: Int
    /// Requests to one host in the whole run, redirects among them; nil for any number.
    package var perHostRun: Int?
    /// Seconds from the first request after which the run asks nobody any more; nil for no end.
    package var runTimeout: Double?
    /// Whether requests that obey a site's robots.txt do so; false where the office knows better.
    package var obeysRobots = true
    /// The longest pause in seconds that a robots.txt may ask for between two requests.
    package var longestPause: Double = 10
    /// Connections kept open for the next request, beside those in use.
    package var idleConnections: Int
    /// Redirects followed for one request.
    package var maximumRedirects: Int
    /// Seconds for name, connection and handshake; the request's own deadline counts besides.
    package var connectTimeout: Double
    /// Sent as `User-Agent` where the request names none.
    package var userAgent: String
    /// A file of certificates (PEM) to trust beside the system's.
    package var caFile: String?
    /// The way out of the office, e.g. `http://proxy.example.org:3128` or `socks5h://…`; environment variables are not
    /// looked at.
    ///
    /// A proxy finds the hosts itself: the address rules then hold for addresses written as such, not for names.
    package var proxy: Secret?
    /// Hosts, domains (`*.example.org`), addresses and blocks written as such that are asked without the proxy.
    package var withoutProxy: [String]

    /// Settings with the usual limits.
    package init(
        totalConnections: Int = 64, perHost: Int = 4, idleConnections: Int = 448, maximumRedirects: Int = 5,
        connectTimeout: Double = 15,
        userAgent: String = "Juhe/1.0", caFile: String? = nil, proxy: Secret? = nil, withoutProxy: [String] = []
    ) {
        self.totalConnections = totalConnections
        self.perHost = perHost
        self.idleConnections = idleConnections
        self.maximumRedirects = maximumRedirects
        self.connectTimeout = connectTimeout
        self.userAgent = userAgent
        self.caFile = caFile
        self.proxy = proxy
        self.withoutProxy = withoutProxy
    }
}
