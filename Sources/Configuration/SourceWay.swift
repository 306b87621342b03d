package import JuheKit

/// How a source reaches the network, and what of the office's own it may reach: for what is fetched on its behalf.
package struct SourceWay: Sendable, Equatable {
    /// What it may reach in the office's own network (`allow_networks`).
    package var networks: [String]
    /// Its own way out; the configuration's where it has none.
    package var proxy: FetchRequest.Proxy?
    /// A file of certificates that it trusts, absolute.
    package var certificates: String?

    /// A way by its parts.
    package init(networks: [String] = [], proxy: FetchRequest.Proxy? = nil, certificates: String? = nil) {
        (self.networks, self.proxy, self.certificates) = (networks, proxy, certificates)
    }

    /// The way that a source's settings name.
    init(_ options: Options) {
        networks = options.texts("allow_networks")
        proxy = options.secret("proxy").map(FetchRequest.Proxy.init)
        certificates = options.text("ca_file")
    }

    /// A request that goes this way.
    package func request(_ url: String, headers: [HeaderField], maximumBytes: Int, timeout: Double) -> FetchRequest {
        var request = FetchRequest(
            url: url, headers: headers, maximumBytes: maximumBytes, timeout: timeout, allowedNetworks: networks)
        request.proxy = proxy
        request.certificates = certificates
        return request
    }
}
