import Glibc
import Synchronization

/// The loop of a ``Conversation``: hears lines, says what is to be said, watches the clock, and clears up.
struct Listening {
    private let talk: Conversation
    private let limits: Conversation.Limits
    private let begun = ContinuousClock.now
    private var input: Int32
    private var line: [UInt8] = []
    private var errors: [UInt8] = []
    private var received = 0
    private var hasHeard = false
    private var outputIsOpen = true
    private var errorsAreOpen = true
    private var block = [UInt8](repeating: 0, count: 1 << 16)
    private var pending: [UInt8] = []
    /// How much of it has gone into the pipe.
    private var said = 0
    private var reason: Conversation.Reason?
    /// True once nothing more is to be said than what waits.
    private var isClosingInput = false
    /// When everything is killed: after the program was told to end, or after its main process has gone.
    private var last: ContinuousClock.Instant?

    private static let mostErrors = 1 << 16
    /// How long a child of the program may hold its output open once the program itself has ended.
    private static let afterglow = Duration.milliseconds(300)

    init(_ talk: Conversation) {
        self.talk = talk
        limits = talk.limits
        input = talk.pipes.input
    }

    mutating func untilEnd(
        _ supply: () -> [UInt8]?, _ hear: (ArraySlice<UInt8>) -> Conversation.Hearing
    ) -> Conversation.Outcome {
        let masked = BrokenPipes.ignore()
        defer { masked.restore() }
        var status: Int32?
        while outputIsOpen || errorsAreOpen || status == nil {
            turn(supply, hear)
            if status == nil, let found = Reaping.status(of: talk.child, WNOHANG) {
                status = found
                last = earlier(last, .now + Self.afterglow)
            }
            watchClock()
            if let last, ContinuousClock.now >= last { break }
        }
        if status == nil, talk.hasInner { status = endInner() }
        kill(-talk.child, SIGKILL)
        if status == nil {
            kill(talk.child, SIGKILL)
            status = Reaping.status(of: talk.child, 0)
        }
        // Behind walls the program has a world of processes of its own, which ends with it: nobody can be left.
        if let mark = talk.mark, !talk.hasInner { Orphans.end(markedBy: mark) }
        for descriptor in [talk.pipes.output, talk.pipes.errors, input] where descriptor >= 0 { close(descriptor) }
        return Conversation.Outcome(ending: ending(status ?? 0), rest: line, errors: errors, received: received)
    }

    /// Ends what is behind the walls first: then the walls see to it that it is buried, and end by themselves. If they
    /// went first, nobody might.
    private func endInner() -> Int32? {
        let end = ContinuousClock.now + .milliseconds(500)
        while ContinuousClock.now < end {
            let inner = Orphans.children(of: talk.child)
            inner.forEach { kill($0, SIGKILL) }
            if let status = Reaping.status(of: talk.child, WNOHANG) { return status }
            usleep(inner.isEmpty ? 500 : 2_000)
        }
        return nil
    }

    private func ending(_ status: Int32) -> Conversation.Ending {
        if let reason { return .ended(reason) }
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    // MARK: - One turn

    private mutating func turn(_ supply: () -> [UInt8]?, _ hear: (ArraySlice<UInt8>) -> Conversation.Hearing) {
        takeMail(supply)
        var waiting = [
            pollfd(fd: talk.bell.reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: outputIsOpen ? talk.pipes.output : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errorsAreOpen ? talk.pipes.errors : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pending.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&waiting, 4, patience) > 0 else { return }
        if waiting[0].revents != 0 { _ = read(talk.bell.reading, &block, block.count) }
        if waiting[3].revents != 0 { sayPending() }
        if waiting[2].revents != 0 { hearErrors() }
        if waiting[1].revents != 0 { hearOutput(hear) }
    }

    /// Milliseconds until the clock has to be looked at; short once the end is near.
    private var patience: Int32 { outputIsOpen && last == nil ? 50 : 5 }

    private mutating func takeMail(_ supply: () -> [UInt8]?) {
        let (bytes, isClosing, isCancelled) = talk.mail.withLock { mail in
            defer { mail.bytes = [] }
            mail.underway = pending.count - said + mail.bytes.count
            return (mail.bytes, mail.isClosing, mail.isCancelled)
        }
        if !bytes.isEmpty, input >= 0 { pending += bytes }
        if pending.isEmpty, input >= 0, reason == nil, !isClosing, let line = supply() { pending = line + [0x0A] }
        if isClosing || isClosingInput, pending.isEmpty, input >= 0 { closeInput() }
        if isCancelled { end(.cancelled) }
    }

    private mutating func sayPending() {
        let count = pending[said...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count > 0 {
            said += count
            if said == pending.count { forgetPending() }
        } else if count < 0, errno != EAGAIN, errno != EINTR {
            // The program does not listen any more; what it still says counts.
            forgetPending()
            closeInput()
        }
    }

    private mutating func forgetPending() {
        pending.removeAll(keepingCapacity: pending.capacity <= 1 << 20)
        said = 0
    }

    private mutating func closeInput() {
        close(input)
        input = -1
    }

    private mutating func hearErrors() {
        let count = read(talk.pipes.errors, &block, block.count)
        if count == 0 { errorsAreOpen = false }
        let room = Self.mostErrors - errors.count
        if count > 0, room > 0 { errors += block[..<min(room, count)] }
    }

    private mutating func hearOutput(_ hear: (ArraySlice<UInt8>) -> Conversation.Hearing) {
        let count = read(talk.pipes.output, &block, block.count)
        if count == 0 { outputIsOpen = false }
        guard count > 0 else { return }
        received += count
        // What is said after the end was decided is drained, so that the program can go, and not heard.
        guard reason == nil else { return }
        guard received <= limits.output else { return end(.outputTooLarge) }
        var start = 0
        while let newline = lineFeed(from: start, to: count) {
            defer { start = newline + 1 }
            let length = line.count + newline - start
            guard length <= limits.line else { return end(.lineTooLong) }
            hasHeard = true
            let hearing: Conversation.Hearing
            if line.isEmpty {
                // Most lines lie whole in what was read, and are heard where they lie.
                hearing = hear(block[start..<newline])
            } else {
                line += block[start..<newline]
                hearing = hear(line[...])
                line.removeAll(keepingCapacity: true)
            }
            if hearing == .stop { return end(.listener) }
        }
        line += block[start..<count]
        if line.count > limits.line { end(.lineTooLong) }
    }

    private func lineFeed(from start: Int, to end: Int) -> Int? {
        block.withUnsafeBytes { bytes in
            guard start < end, let base = bytes.baseAddress, let hit = memchr(base + start, 0x0A, end - start) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }
    }

    // MARK: - The clock

    private mutating func watchClock() {
        let passed = ContinuousClock.now - begun
        if reason == nil, !hasHeard, passed > .seconds(limits.firstLine) { end(.silent) }
        if reason == nil, passed > .seconds(limits.seconds) {
            if !limits.lastWord.isEmpty, input >= 0 { pending += limits.lastWord + [0x0A] }
            end(.deadline)
        }
    }

    /// Gives the program its grace: its input ends, and a little later all of it is killed.
    private mutating func end(_ reason: Conversation.Reason) {
        guard self.reason == nil else { return }
        self.reason = reason
        let isHopeless = reason == .lineTooLong || reason == .outputTooLarge
        last = earlier(last, .now + (isHopeless ? .zero : .seconds(limits.grace)))
        isClosingInput = true
    }

    private func earlier(
        _ first: ContinuousClock.Instant?, _ second: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        first.map { min($0, second) } ?? second
    }
}

/// Children that have ended.
enum Reaping {
    /// The status of a child; nothing where it still runs, or was never ours.
    static func status(of child: pid_t, _ options: Int32) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(child, &status, options)
            if found == child { return status }
            if found < 0, errno == EINTR { continue }
            return nil
        }
    }
}

/// Writing to a program that has gone raises SIGPIPE, which would end ours: it is kept from this thread, and what was
/// raised meanwhile is taken away.
struct BrokenPipes {
    private var before = sigset_t()
    private var signals = sigset_t()

    static func ignore() -> BrokenPipes {
        var masked = BrokenPipes()
        sigemptyset(&masked.signals)
        sigaddset(&masked.signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &masked.signals, &masked.before)
        return masked
    }

    func restore() {
        var signals = signals
        var before = before
        var none = timespec()
        while sigtimedwait(&signals, nil, &none) > 0 {}
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
