/// Lets so many sources work at once as memory allows: each takes a share of a budget before it starts and gives it back
/// when what it read has been made into items.
///
/// How much a source will bring is not known before; the share is a guess that starts high and follows what the last
/// ones brought. A run over many small feeds soon asks hundreds at once, one over huge ones a few.
actor ByteBudget {
    private var free: Int
    private let total: Int
    private var estimate = 4_000_000
    private var waiting: [(share: Int, continuation: CheckedContinuation<Int, Never>)] = []

    /// A budget of `total` bytes.
    init(total: Int = 128_000_000) {
        self.total = total
        free = total
    }

    /// Waits for a share and takes it.
    /// - Returns: the share, to be given back.
    func take() async -> Int {
        let share = min(estimate, total)
        if waiting.isEmpty, free >= share {
            free -= share
            return share
        }
        return await withCheckedContinuation { waiting.append((share, $0)) }
    }

    /// Gives a share back and says how much was really read.
    func give(back share: Int, used: Int) {
        free += share
        estimate = max(used * 2, estimate * 7 / 10, 128_000)
        while let first = waiting.first {
            // Whoever waits takes what is now known, not what was guessed when it came.
            let share = min(first.share, estimate, total)
            guard free >= share else { return }
            free -= share
            waiting.removeFirst()
            first.continuation.resume(returning: share)
        }
    }
}
