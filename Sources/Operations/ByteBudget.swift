import Synchronization

/// Lets so many sources work at once as memory allows: each takes a share of a budget before it starts and gives it back
/// when what it read has been made into items.
///
/// How much a source will bring is not known before; the share is a guess that starts high and follows what the last
/// ones brought. A run over many small feeds soon asks hundreds at once, one over huge ones a few.
///
/// A server that hangs brings nothing, and nobody knows it before its time is over. Where all shares are out and none comes
/// back, more is lent, up to as much again: a few dozen such servers must not hold up all others.
final class ByteBudget: Sendable {
    /// What a source was given.
    struct Share: Sendable {
        fileprivate let bytes: Int
        fileprivate let since = ContinuousClock.now
    }

    private struct State {
        var free: Int
        /// What is out beyond the budget.
        var lent = 0
        var lastReturn = ContinuousClock.now
        var estimate = 4_000_000
        var waiting: [(share: Int, continuation: CheckedContinuation<Share, Never>)] = []
    }

    /// How long a share is out before its source is taken to wait for its server.
    private static let patience = Duration.milliseconds(500)

    private let total: Int
    private let state: Mutex<State>

    /// A budget of `total` bytes.
    init(total: Int = 128_000_000) {
        self.total = total
        state = Mutex(State(free: total))
    }

    /// Waits for a share and takes it, to be given back.
    func take() async -> Share {
        if let share = state.withLock({ takeNow(&$0) }) { return share }
        return await withCheckedContinuation { continuation in
            let share = state.withLock { state in
                let share = takeNow(&state)
                if share == nil { state.waiting.append((min(state.estimate, total), continuation)) }
                return share
            }
            if let share { continuation.resume(returning: share) }
        }
    }

    /// Gives a share back and says how much was really read.
    func give(back share: Share, used: Int) {
        serve { state in
            state.lastReturn = .now
            // What was lent because of the slow is paid back by the slow.
            let repaid = state.lastReturn - share.since > Self.patience ? min(state.lent, share.bytes) : 0
            state.lent -= repaid
            state.free += share.bytes - repaid
            state.estimate = max(used * 2, state.estimate * 7 / 10, 128_000)
        }
    }

    /// Lends more where all wait for those who do not come back; to be called now and then.
    func look() {
        serve { state in
            guard !state.waiting.isEmpty, state.lent < total, .now - state.lastReturn > Self.patience else { return }
            let more = min(total / 4, total - state.lent)
            state.lent += more
            state.free += more
            state.lastReturn = .now
        }
    }

    /// Hands out shares to those who wait, as far as they go after a change.
    private func serve(after change: (inout State) -> Void) {
        let served = state.withLock { state in
            change(&state)
            var served: [(share: Share, continuation: CheckedContinuation<Share, Never>)] = []
            while let first = state.waiting.first {
                // Whoever waits takes what is now known, not what was guessed when it came.
                let bytes = min(first.share, state.estimate, total)
                guard state.free >= bytes else { break }
                state.free -= bytes
                state.waiting.removeFirst()
                served.append((Share(bytes: bytes), first.continuation))
            }
            return served
        }
        for (share, continuation) in served { continuation.resume(returning: share) }
    }

    private func takeNow(_ state: inout State) -> Share? {
        let bytes = min(state.estimate, total)
        guard state.waiting.isEmpty, state.free >= bytes else { return nil }
        state.free -= bytes
        return Share(bytes: bytes)
    }
}
