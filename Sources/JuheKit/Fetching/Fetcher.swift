/// The way to the network: polite, bounded, guarded. One for the whole run; sources reach it through their context.
public protocol Fetcher: Sendable {
    /// Asks once, following redirects within the address rules.
    ///
    /// Every HTTP status is an answer, not an error.
    /// - Throws: ``Failure`` with the code `unreachable`, `timeout`, `tooLarge`, `refused`, `tls`, `badAddress`,
    ///   `tooManyRedirects`, `aborted` (broken off, or withdrawn) or `configuration` (a request header that cannot be
    ///   sent), its subject the address.
    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse
}
