import JuheKit
import Synchronization

/// One source in one run: the pipeline's side of a ``SourceContext``, which gathers what the source gives.
final class SourceRun: SourceHost {
    /// What a source gave so far.
    struct Gathered: Sendable {
        var items: [Item] = []
        var retracted: [String] = []
        var checkpoint: String?
        var isUnchanged = false
        var failures: [Failure] = []
        var notes: [Failure] = []
        /// Bytes that came from the network.
        var received = 0
    }

    private let fetcher: any Fetcher
    private let gathered = Mutex(Gathered())

    init(fetcher: any Fetcher) { self.fetcher = fetcher }

    /// Everything the source gave.
    var result: Gathered { gathered.withLock { $0 } }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let answer = try await fetcher.fetch(request)
        gathered.withLock { $0.received += answer.body.count }
        return answer
    }
    func emit(_ items: [Item]) { gathered.withLock { $0.items += items } }
    func retract(id: String) { gathered.withLock { $0.retracted.append(id) } }
    func checkpoint(_ state: String) { gathered.withLock { $0.checkpoint = state } }
    func unchanged() { gathered.withLock { $0.isUnchanged = true } }
    func report(_ failure: Failure) { gathered.withLock { $0.failures.append(failure) } }
    func note(_ failure: Failure) { gathered.withLock { $0.notes.append(failure) } }
}
