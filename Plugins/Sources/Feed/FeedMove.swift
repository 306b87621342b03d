import JuheKit

/// Where a permanent redirect leads, and in how many runs in a row it did.
///
/// The query of an address may hold a key, and a redirect usually hands it on. It is not kept: where the new address
/// has the configured one's query, `?…` stands for it.
struct FeedMove: Equatable {
    /// The new address as it is kept: without secrets, fit to be shown.
    var address: String
    var runs: Int

    private static let same = "?…"

    init(address: String, runs: Int) {
        self.address = address
        self.runs = runs
    }

    /// A move from the configured address, as the fetcher spells both; nothing where the new one has a query of its own
    /// that may hold what the configured one's did.
    init?(to target: String, from configured: String) {
        let (place, query) = Self.parts(target)
        guard let query else {
            self.init(address: place, runs: 1)
            return
        }
        switch Self.parts(configured).query {
        case nil: self.init(address: target, runs: 1)
        case query: self.init(address: place + Self.same, runs: 1)
        default: return nil
        }
    }

    /// The address to ask.
    func target(from configured: String) -> String {
        guard address.hasSuffix(Self.same) else { return address }
        return String(address.dropLast(Self.same.count)) + "?" + (Self.parts(configured).query ?? "")
    }

    private static func parts(_ address: String) -> (place: String, query: String?) {
        let parts = address.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (address, nil) }
        return (String(Substring(parts[0])), String(Substring(parts[1])))
    }
}
