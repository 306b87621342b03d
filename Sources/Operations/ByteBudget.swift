import Synchronization

/// Lets so many sources work at once as memory allows: each takes a share of a budget before it starts and gives it back
/// when what it read has been made into items.
///
/// How much a source will bring is not known before; the share is a guess that starts high and follows what the last
/// ones brought. A run over many small feeds soon asks hundreds at once, one over huge ones a few.
final class ByteBudget: Sendable {
    private struct State {
        var free: Int
        var estimate = 4_000_000
        var waiting: [(share: Int, continuation: CheckedContinuation<Int, Never>)] = []
    }

    private let total: Int
    private let state: Mutex<State>

    /// A budget of `total` bytes.
    init(total: Int = 128_000_000) {
        self.total = total
        state = Mutex(State(free: total))
    }

    /// Waits for a share and takes it.
    /// - Returns: the share, to be given back.
    func take() async -> Int {
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
    func give(back share: Int, used: Int) {
        let served = state.withLock { state in
            state.free += share
            state.estimate = max(used * 2, state.estimate * 7 / 10, 128_000)
            var served: [(share: Int, continuation: CheckedContinuation<Int, Never>)] = []
            while let first = state.waiting.first {
                // Whoever waits takes what is now known, not what was guessed when it came.
                let share = min(first.share, state.estimate, total)
                guard state.free >= share else { break }
                state.free -= share
                state.waiting.removeFirst()
                served.append((share, first.continuation))
            }
            return served
        }
        for (share, continuation) in served { continuation.resume(returning: share) }
    }

    private func takeNow(_ state: inout State) -> Int? {
        let share = min(state.estimate, total)
        guard state.waiting.isEmpty, state.free >= share else { return nil }
        state.free -= share
        return share
    }
}
