import Store
import Synchronization

/// Where those who ask the sources leave what they got, and where it is fetched from in groups to be stored.
///
/// A group is large enough to be cheap and small enough that a kill loses little work. Thousands of sources have nothing
/// new; whoever asked one goes on to the next without waking whoever stores. Whoever brought items waits until they are
/// stored, so that so many sources' items are in memory at once and no more.
final class Intake: Sendable {
    /// What is stored together.
    struct Group: Sendable {
        /// What the sources gave, and their places.
        fileprivate(set) var outcomes: [(index: Int, outcome: Outcome)] = []
        fileprivate var items = 0
        fileprivate var bytes = 0
        /// Those who wait for it to be stored.
        fileprivate var waiting: [CheckedContinuation<Int?, Never>] = []
        /// True where a source wants to hear that its items are stored.
        fileprivate var isUrgent = false

        fileprivate mutating func add(_ outcome: Outcome, of index: Int) {
            items += outcome.batch.items.count
            bytes += outcome.bytes
            isUrgent = isUrgent || outcome.afterStoring != nil
            outcomes.append((index, outcome))
        }
    }

    /// How long what came in waits for more before it is stored.
    private static let patience = Duration.milliseconds(500)
    /// How long nobody comes before those who wait are taken for all who will: others may hang for as long as their servers.
    static let lull = Duration.milliseconds(50)
    /// How much waits for more before it is stored. Each transaction writes again what it shares with the one before.
    private static let most = (sources: 5_000, items: 4_000, bytes: 8_000_000)

    private struct State {
        var rest: ArraySlice<Int>
        /// How many ask sources.
        var asking = 0
        var group = Group()
        var lastTaken = ContinuousClock.now
        /// True where nobody came since ``Intake/look()`` last looked.
        var isQuiet = false
        var taker: CheckedContinuation<Group?, Never>?
        /// Those who wait for what was taken last.
        var storing: [CheckedContinuation<Int?, Never>] = []
        var isClosed = false

        /// True where what is there is to be stored: it is much, or old, or all who still ask wait for it.
        private func isDue(_ width: Int) -> Bool {
            let most = Intake.most
            return group.outcomes.count >= most.sources || group.items >= most.items || group.bytes >= most.bytes
                || group.waiting.count * 2 >= width || group.waiting.count == asking || group.isUrgent
                || isQuiet && !group.waiting.isEmpty || ContinuousClock.now - lastTaken > Intake.patience
        }

        mutating func add(_ outcome: Outcome, of index: Int) {
            group.add(outcome, of: index)
            isQuiet = false
        }

        /// The group for whoever waits for one, if it is due; nothing for it where all is through.
        mutating func take(_ width: Int) -> (taker: CheckedContinuation<Group?, Never>, group: Group?)? {
            guard let taker, group.outcomes.isEmpty ? asking == 0 : isDue(width) else { return nil }
            defer { (self.taker, storing, group, lastTaken) = (nil, group.waiting, Group(), .now) }
            return (taker, group.outcomes.isEmpty ? nil : group)
        }
    }

    private let width: Int
    private let state: Mutex<State>

    /// The places of the sources that are asked, in their order, and how many ask at once.
    init(_ due: [Int], width: Int) {
        self.width = width
        state = Mutex(State(rest: due[...], asking: min(width, due.count)))
    }

    /// The first source for one who asks; nothing where none is left.
    func begin() -> Int? { turn() }

    /// Leaves what a source gave, and waits until it is stored where there are items.
    /// - Returns: the next source; nothing where none is left.
    func put(_ outcome: Outcome, of index: Int) async -> Int? {
        guard !outcome.batch.items.isEmpty else { return turn { $0.add(outcome, of: index) } }
        return await withCheckedContinuation { continuation in
            hand { state in
                guard !state.isClosed else { return continuation.resume(returning: nil) }
                state.add(outcome, of: index)
                state.group.waiting.append(continuation)
            }
        }
    }

    /// What is to be stored next; nothing where all is through. What was given out before is stored: whoever brought it goes
    /// on.
    func next() async -> Group? {
        let storing = state.withLock { state in
            defer { state.storing = [] }
            return state.storing
        }
        for continuation in storing { continuation.resume(returning: turn()) }
        return await withCheckedContinuation { continuation in
            hand { $0.taker = continuation }
        }
    }

    /// Sees to it that nobody waits long for those who are still asking; to be called every ``lull``.
    func look() {
        hand { _ in }
        state.withLock { $0.isQuiet = true }
    }

    /// Nothing more is stored: whoever waits goes home.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            state.rest = []
            defer { (state.storing, state.group) = ([], Group()) }
            return state.storing + state.group.waiting
        }
        for continuation in waiting { continuation.resume(returning: nil) }
    }

    /// The next source; whoever gets none goes home.
    private func turn(after change: (inout State) -> Void = { _ in }) -> Int? {
        var index: Int?
        hand { state in
            change(&state)
            index = state.rest.popFirst()
            if index == nil { state.asking -= 1 }
        }
        return index
    }

    /// Hands the group over where it is due after a change.
    private func hand(after change: (inout State) -> Void) {
        let taken = state.withLock { state in
            change(&state)
            return state.take(width)
        }
        taken?.taker.resume(returning: taken?.group)
    }
}
