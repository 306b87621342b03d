import Store
import Synchronization

/// Where those who ask the sources leave what they got, and where it is fetched from in groups to be stored.
///
/// A group is large enough to be cheap and small enough that a kill loses little work. Thousands of sources have nothing
/// new; whoever asked one goes on to the next without waking whoever stores. Whoever brought items goes on while they are
/// stored, so that both cores work; where as much waits as one group may have, it waits until that is taken. So no more than
/// two groups are in memory, the one that is stored and the one that fills.
final class Intake: Sendable {
    /// What is stored together.
    struct Group: Sendable {
        /// What the sources gave, and their places.
        fileprivate(set) var outcomes: [(index: Int, outcome: Outcome)] = []
        fileprivate var items = 0
        fileprivate var bytes = 0
        /// True where a source wants to hear that its items are stored.
        fileprivate var isUrgent = false

        fileprivate mutating func add(_ outcome: Outcome, of index: Int) {
            items += outcome.batch.items.count
            bytes += outcome.bytes
            isUrgent = isUrgent || outcome.afterStoring != nil
            outcomes.append((index, outcome))
        }

        /// True where it has as much of anything as a limit says.
        fileprivate func reaches(_ limit: Limit) -> Bool {
            outcomes.count >= limit.sources || items >= limit.items || bytes >= limit.bytes
        }
    }

    /// How much a group has.
    struct Limit {
        let sources, items, bytes: Int
    }

    /// How long what came in waits for more before it is stored.
    private static let patience = Duration.milliseconds(500)
    /// How long nobody comes before what is there is stored: others may hang for as long as their servers.
    static let lull = Duration.milliseconds(50)
    /// How much waits. Each transaction writes again what it shares with the one before: less of it costs more.
    struct Portions: Sendable {
        /// From how much on it is stored without waiting for more.
        let enough: Limit
        /// From how much on whoever brings more waits.
        let most: Limit

        /// Of items that are made ready for the index and the stories: storing them takes longer than bringing them.
        static let understood = Portions(
            enough: Limit(sources: 5_000, items: 1_000, bytes: 4_000_000),
            most: Limit(sources: 10_000, items: 3_000, bytes: 8_000_000))
        /// Of items as they are: who stores them waits for those who bring them.
        static let bare = Portions(
            enough: Limit(sources: 5_000, items: 3_000, bytes: 6_000_000),
            most: Limit(sources: 10_000, items: 4_000, bytes: 8_000_000))
    }

    private struct State {
        let portions: Portions
        var rest: ArraySlice<Int>
        /// How many ask sources.
        var asking = 0
        var group = Group()
        var lastTaken = ContinuousClock.now
        /// True where nobody came since ``Intake/look()`` last looked.
        var isQuiet = false
        var taker: CheckedContinuation<Group?, Never>?
        /// Those who wait for room.
        var waiting: [CheckedContinuation<Void, Never>] = []
        var isClosed = false

        /// True where whoever would bring more has to wait.
        var isFull: Bool { group.reaches(portions.most) }

        /// True where what is there is to be stored: it is enough, or old, or nobody is left who would bring more.
        private var isDue: Bool {
            group.reaches(portions.enough) || group.isUrgent || asking == 0 || isQuiet && group.items > 0
                || ContinuousClock.now - lastTaken > Intake.patience
        }

        mutating func add(_ outcome: Outcome, of index: Int) {
            guard !isClosed else { return }
            group.add(outcome, of: index)
            isQuiet = false
        }

        /// The group for whoever waits for one, if it is due, and who may go on then; no group where all is through.
        mutating func take() -> (
            taker: CheckedContinuation<Group?, Never>, group: Group?, waiting: [CheckedContinuation<Void, Never>]
        )? {
            guard let taker, group.outcomes.isEmpty ? asking == 0 : isDue else { return nil }
            defer { (self.taker, group, lastTaken) = (nil, Group(), .now) }
            return (taker, group.outcomes.isEmpty ? nil : group, callWaiting())
        }

        /// Those who waited; they wait no longer.
        mutating func callWaiting() -> [CheckedContinuation<Void, Never>] {
            defer { waiting = [] }
            return waiting
        }
    }

    private let state: Mutex<State>

    /// The places of the sources that are asked, in their order, and how many ask at once.
    init(_ due: [Int], width: Int, portions: Portions = .understood) {
        state = Mutex(State(portions: portions, rest: due[...], asking: min(width, due.count)))
    }

    /// The first source for one who asks; nothing where none is left.
    func begin() -> Int? { turn() }

    /// Leaves what a source gave.
    /// - Returns: the next source, once there is ``room()`` for what it brings; nothing where none is left.
    func put(_ outcome: Outcome, of index: Int) async -> Int? {
        guard !outcome.batch.items.isEmpty else { return turn { $0.add(outcome, of: index) } }
        hand { $0.add(outcome, of: index) }
        await room()
        return turn()
    }

    /// Waits while as much waits to be stored as memory should hold.
    func room() async {
        while state.withLock({ $0.isFull }) {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    if state.isFull { state.waiting.append(continuation) }
                    return state.isFull
                }
                if !waits { continuation.resume() }
            }
        }
    }

    /// What is to be stored next; nothing where all is through.
    func next() async -> Group? {
        await withCheckedContinuation { continuation in
            hand { $0.taker = continuation }
        }
    }

    /// Sees to it that nothing waits long for those who are still asking; to be called every ``lull``.
    func look() {
        hand { _ in }
        state.withLock { $0.isQuiet = true }
    }

    /// Nothing more is stored: whoever waits goes home.
    func close() {
        let waiting = state.withLock { state in
            (state.isClosed, state.rest, state.group) = (true, [], Group())
            return state.callWaiting()
        }
        for continuation in waiting { continuation.resume() }
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

    /// Hands the group over where it is due after a change; whoever waited for that goes on.
    private func hand(after change: (inout State) -> Void) {
        let taken = state.withLock { state in
            change(&state)
            return state.take()
        }
        guard let taken else { return }
        taken.taker.resume(returning: taken.group)
        for continuation in taken.waiting { continuation.resume() }
    }
}
