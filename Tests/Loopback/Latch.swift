import Synchronization

/// Something that happens in a server's thread and is waited for in a test.
package final class Latch: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    package init() { (stream, continuation) = AsyncStream.makeStream() }

    package func open() { continuation.yield() }

    package func wait() async {
        for await _ in stream { return }
    }
}

/// Counts how many are inside at once.
package final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))

    package init() {}

    package var most: Int { state.withLock { $0.most } }

    package func enter() {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    package func leave() { state.withLock { $0.now -= 1 } }
}
