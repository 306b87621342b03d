/// The addresses that one request may be connected to, on its way from answer to answer.
///
/// The public network is open to all. A grant opens more, but only to a request that has been under grants from its
/// first connection on: what a public server says never leads into the office's network.
struct AddressRule {
    private let grants: [NetworkGrant]
    /// The host and port that are asked now.
    private var host = ""
    private var port = 0
    /// True while every connection so far was one that a grant opened.
    private var isInside = true

    init(grants: [String]) {
        self.grants = grants.compactMap { NetworkGrant($0) }
    }

    /// Moves on to the next host.
    mutating func turn(to host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// True where a connection to this address may carry the request.
    func allows(_ address: NetworkAddress, port: Int? = nil) -> Bool {
        address.isPublic
            || (isInside && grants.contains { $0.opens(address, port: port ?? self.port, host: host) })
    }

    /// Remembers what address was asked.
    mutating func note(_ address: NetworkAddress) {
        if address.isPublic { isInside = false }
    }

    /// What a request must not ask a proxy for: an address or this machine's own name, where no grant opens it. Other
    /// names are the proxy's to find.
    mutating func refusal(throughProxy address: WebAddress) -> String? {
        turn(to: address.host, port: address.port)
        if let target = NetworkAddress(address.host) {
            guard allows(target) else { return address.host }
            note(target)
            return nil
        }
        let isGranted = isInside && grants.contains { $0.covers(host: address.host, port: address.port) }
        if !isGranted { isInside = false }
        let isLocal =
            Self.ownNames.contains(address.host) || address.host.utf8.suffix(10).elementsEqual(".localhost".utf8)
        return isLocal && !isGranted ? address.host : nil
    }

    /// What machines call themselves: by RFC 6761, and in the hosts files that systems come with.
    private static let ownNames: Set<String> = [
        "localhost", "localhost.localdomain", "localhost4", "localhost4.localdomain4", "localhost6",
        "localhost6.localdomain6", "ip6-localhost", "ip6-loopback",
    ]
}
