package import JuheKit

extension FetchRequest {
    /// True where the request may be sent to another address from now on: to the same server, or to any where it
    /// carries no secret and no grant that the address is not named by.
    package func mayMove(to target: String) -> Bool {
        guard let here = try? WebAddress(url), let there = try? WebAddress(target), here.credentials == nil else {
            return false
        }
        if there.isSameHost(as: here) { return true }
        return headers.isEmpty && credentials == nil
            && (allowedNetworks.isEmpty
                || allowedNetworks.contains { NetworkGrant($0)?.covers(host: there.host, port: there.port) == true })
    }

    /// The question for a page that this one's answer leads to. As with redirects, who asks is told to the same server only:
    /// a page may lead anywhere.
    package func leading(to target: String) -> FetchRequest {
        var next = self
        next.url = target
        guard target != url else { return next }
        guard let here = try? WebAddress(url), let there = try? WebAddress(target), there.isSameHost(as: here) else {
            next.credentials = nil
            next.headers.removeAll { !RequestLines.harmless.contains(asciiLowercased($0.name)) }
            return next
        }
        if let own = here.credentials, next.credentials == nil {
            next.credentials = .basic(user: own.user, password: Secret(own.password))
        }
        return next
    }
}
