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
}
