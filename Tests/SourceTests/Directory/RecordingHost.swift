import JuheKit
import Synchronization

/// The other side of a source in a test: remembers everything it was given.
final class RecordingHost: SourceHost {
    struct Record {
        var items: [Item] = []
        var retracted: [String] = []
        var checkpoint: String?
        var isUnchanged = false
        var failures: [Failure] = []
        var notes: [Failure] = []
        var held: [HeldFile] = []
        var settled: [String] = []
    }

    private let state = Mutex(Record())

    var record: Record { state.withLock { $0 } }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        throw Failure(.refused, "test", Phrase("不联网", en: "no network"))
    }
    func emit(_ items: [Item]) { state.withLock { $0.items += items } }
    func retract(id: String) { state.withLock { $0.retracted.append(id) } }
    func checkpoint(_ text: String) { state.withLock { $0.checkpoint = text } }
    func unchanged() { state.withLock { $0.isUnchanged = true } }
    func report(_ failure: Failure) { state.withLock { $0.failures.append(failure) } }
    func note(_ failure: Failure) { state.withLock { $0.notes.append(failure) } }
    func hold(_ file: HeldFile) { state.withLock { $0.held.append(file) } }
    func settle(path: String) { state.withLock { $0.settled.append(path) } }
}
