internal import JuheKit

/// Answers on their way to the askers, handed out several at a time: each time costs the askers' threads a wake-up.
struct Answers {
    private typealias Answer = (
        CheckedContinuation<Result<FetchResponse, Failure>, Never>, Result<FetchResponse, Failure>
    )

    private var waiting: [Answer] = []
    private var since = Instant.now

    private static let enough = 32

    var isEmpty: Bool { waiting.isEmpty }

    /// True when they are many or have waited for a millisecond.
    var isDue: Bool {
        waiting.count >= Self.enough || !waiting.isEmpty && Instant.now > since
    }

    mutating func add(
        _ result: Result<FetchResponse, Failure>,
        for asker: CheckedContinuation<Result<FetchResponse, Failure>, Never>
    ) {
        if waiting.isEmpty { since = .now }
        waiting.append((asker, result))
    }

    mutating func deliver() {
        for (asker, result) in waiting { asker.resume(returning: result) }
        waiting.removeAll(keepingCapacity: true)
    }
}
