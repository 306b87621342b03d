internal import Glibc
internal import JuheKit
internal import Synchronization

/// One question on its way to the engine, and where its answer goes.
struct Submission: Sendable {
    let request: FetchRequest
    let address: WebAddress
    let lines: RequestLines
    let ticket: Ticket
    /// True where the beginning of a body that is too large will do.
    let takesPart: Bool
    /// Asked before a redirect is followed: whether its address is open; any is where nobody is to be asked.
    let gate: (@Sendable (WebAddress) async throws(Failure) -> Void)?
    let continuation: CheckedContinuation<Result<FetchResponse, Failure>, Never>
}

/// Whether a question may go where a redirect leads.
struct GateWord: Sendable {
    let ticket: Ticket
    /// Why it may not.
    let failure: Failure?
    /// When it had to be over, before it waited for this word.
    let deadline: Instant?
    /// Since when it has waited.
    let stopped: Instant
}

/// Stands for one question, so that the asker can take it back.
final class Ticket: Sendable {
    private let withdrawn = Atomic<Bool>(false)

    var isWithdrawn: Bool { withdrawn.load(ordering: .acquiring) }

    func withdraw() { withdrawn.store(true, ordering: .releasing) }
}

/// What the askers leave for the engine, and the bell that wakes it.
final class Mailbox: Sendable {
    /// Everything that came since the engine looked last.
    struct Mail {
        var submissions: [Submission] = []
        var withdrawals: [Ticket] = []
        var words: [GateWord] = []
        var isStopping = false
    }

    private struct State {
        var mail = Mail()
        var isRung = false
        var isRunning = false
        var hasStopped = false
        var farewells: [CheckedContinuation<Void, Never>] = []

        /// True for the first mail since the engine looked: it has to be rung for.
        mutating func isUnheard() -> Bool {
            defer { isRung = true }
            return !isRung
        }
    }

    private let state = Mutex(State())
    /// A file descriptor that can be read from when there is mail: one end of a pair.
    let bell: Int32
    private let rope: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        _ = socketpair(AF_UNIX, kind, 0, &ends)
        (bell, rope) = (ends[0], ends[1])
    }

    deinit {
        Glibc.close(bell)
        Glibc.close(rope)
    }

    /// Leaves a question.
    /// - Returns: False where the engine takes none any more, or `start` could not start it.
    func submit(_ submission: Submission, start: () -> Bool) -> Bool {
        guard bell >= 0 else { return false }
        let (isTaken, isFirst) = state.withLock { state in
            guard !state.mail.isStopping, !state.hasStopped else { return (false, false) }
            if !state.isRunning {
                guard start() else { return (false, false) }
                state.isRunning = true
            }
            state.mail.submissions.append(submission)
            return (true, state.isUnheard())
        }
        if isFirst { ring() }
        return isTaken
    }

    /// Takes a question back.
    func withdraw(_ ticket: Ticket) {
        ticket.withdraw()
        let isFirst = state.withLock { state in
            guard state.isRunning, !state.hasStopped else { return false }
            state.mail.withdrawals.append(ticket)
            return state.isUnheard()
        }
        if isFirst { ring() }
    }

    /// Says whether a question may follow its redirect.
    func leave(_ word: GateWord) {
        let isFirst = state.withLock { state in
            guard state.isRunning, !state.hasStopped else { return false }
            state.mail.words.append(word)
            return state.isUnheard()
        }
        if isFirst { ring() }
    }

    /// Asks the engine to stop.
    func stop() {
        let isFirst = state.withLock { state in
            state.mail.isStopping = true
            return state.isUnheard()
        }
        if isFirst { ring() }
    }

    /// Returns when the engine has stopped.
    func stopped() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isRunning || state.hasStopped { return true }
                state.farewells.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    /// The mail.
    ///
    /// - Parameter isRung: true where the bell was heard: it is silenced.
    func collect(isRung: Bool) -> Mail {
        if isRung {
            var bytes: UInt64 = 0
            while read(bell, &bytes, 8) == 8 {}
        }
        return state.withLock { state in
            state.isRung = false
            let mail = state.mail
            state.mail.submissions = []
            state.mail.withdrawals = []
            state.mail.words = []
            return mail
        }
    }

    /// The engine's last word.
    /// - Returns: Questions that came too late.
    func close() -> [Submission] {
        let (late, farewells) = state.withLock { state in
            state.hasStopped = true
            defer {
                state.mail.submissions = []
                state.farewells = []
            }
            return (state.mail.submissions, state.farewells)
        }
        for farewell in farewells { farewell.resume() }
        return late
    }

    /// Rings, without the lock: nobody is to wait for the system. A bell that is heard late costs a look for nothing.
    private func ring() {
        var byte: UInt8 = 1
        _ = write(rope, &byte, 1)
    }
}
