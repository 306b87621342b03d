package import JuheKit

/// Where a source's address is moving to for good (301, 308), and in how many runs in a row it did.
///
/// The query of an address may hold a key, and a redirect usually hands it on. It is not kept: where the new address
/// has the configured one's query, `?…` stands for it.
package struct PermanentMove: Sendable, Equatable {
    /// The new address as it is kept: without secrets, fit to be shown; never with a space.
    package let address: String
    package let runs: Int

    private static let same = "?…"

    /// A move that is remembered.
    package init(address: String, runs: Int) {
        self.address = address
        self.runs = runs
    }

    /// Where a source is moving to after an answer from its configured address, for the first time.
    ///
    /// - Parameter request: what was asked.
    /// - Returns: nothing where the source stays, or where the request's secrets and grants must not go.
    package init?(after answer: FetchResponse, of request: FetchRequest) {
        guard let target = answer.permanentAddress, request.mayMove(to: target) else { return nil }
        self.init(to: target, from: Self.spelled(request.url))
    }

    /// With the runs before this one in which it was the same move.
    package func following(_ known: PermanentMove?) -> PermanentMove {
        guard let known, known.address == address else { return self }
        return PermanentMove(address: address, runs: known.runs + runs)
    }

    /// A move from the configured address, as the fetcher spells both; nothing where the new one has a query of its own
    /// that may hold what the configured one's did.
    private init?(to target: String, from configured: String) {
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

    /// The address to ask instead of the configured one.
    package func target(insteadOf configured: String) -> String {
        guard address.hasSuffix(Self.same) else { return address }
        return String(address.dropLast(Self.same.count)) + "?" + (Self.parts(Self.spelled(configured)).query ?? "")
    }

    /// An address as the fetcher spells it.
    private static func spelled(_ address: String) -> String { (try? WebAddress(address))?.text ?? address }

    private static func parts(_ address: String) -> (place: String, query: String?) {
        let parts = address.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (address, nil) }
        return (String(Substring(parts[0])), String(Substring(parts[1])))
    }
}
