import Loopback
import JuheKit
import Testing

@testable import Fetching

extension FetchRequest {
    /// A request to a server of the tests, granted this server and no other, with time enough for a starved machine.
    init(_ server: FaultServer, _ path: String = "/", timeout: Double = 120) {
        self.init(url: server.url(path), timeout: timeout, allowedNetworks: ["\(server.address):\(server.port)"])
    }
}

extension CurlFetcher {
    /// The failure of a request that must fail.
    func failure(_ request: FetchRequest, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Failure {
        let failure = await #expect(throws: Failure.self, sourceLocation: sourceLocation) {
            try await self.fetch(request)
        }
        return try #require(failure, sourceLocation: sourceLocation)
    }
}

extension Result where Failure == any Error {
    /// What came of something that may fail.
    init(_ work: () async throws -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
