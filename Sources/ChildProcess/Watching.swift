import Glibc

/// Reads what a running program says, until it has ended or has to be ended.
struct Watching {
    private let child: pid_t
    private let pipes: Spawning.Pipes
    private let limits: ChildProcess.Limits
    private let deadline: ContinuousClock.Instant
    private var output: [UInt8] = []
    private var errors: [UInt8] = []
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    private static let mostErrors = 1 << 16
    /// How long to wait for words before looking whether the program is still there: one of its children may hold the
    /// pipes open for ever.
    private static let patience: Int32 = 50

    init(child: pid_t, pipes: Spawning.Pipes, limits: ChildProcess.Limits) {
        self.child = child
        self.pipes = pipes
        self.limits = limits
        deadline = .now + .seconds(limits.seconds)
    }

    mutating func untilEnd() -> ChildProcess.Outcome {
        var status: Int32?
        var forced: ChildProcess.Ending?
        while status == nil, forced == nil {
            let isOpen = wait(Self.patience)
            if output.count > limits.output { forced = .outputTooLarge }
            if ContinuousClock.now > deadline { forced = .timedOut }
            if !isOpen { usleep(1_000) }
            status = reaped(WNOHANG)
        }
        // Whatever the program started and left behind goes with it.
        kill(-child, SIGKILL)
        kill(child, SIGKILL)
        let last = status ?? reaped(0) ?? 0
        _ = wait(0)
        close(pipes.output)
        close(pipes.errors)
        if output.count > limits.output {
            forced = .outputTooLarge
            output.removeLast(output.count - limits.output)
        }
        let ending: ChildProcess.Ending =
            last & 0x7F == 0 ? .exited(last >> 8 & 0xFF) : .signalled(last & 0x7F)
        return ChildProcess.Outcome(ending: forced ?? ending, output: output, errors: errors)
    }

    /// Takes in what is there, waiting for it at most so many milliseconds. False where both pipes have ended.
    private mutating func wait(_ patience: Int32) -> Bool {
        var waiting = [
            pollfd(fd: pipes.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipes.errors, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, 2, patience) > 0 else { return true }
        var isOpen = false
        if waiting[0].revents != 0 { isOpen = drain(pipes.output, into: \.output, limit: limits.output + 1) }
        if waiting[1].revents != 0 { isOpen = drain(pipes.errors, into: \.errors, limit: Self.mostErrors) || isOpen }
        return isOpen || waiting.contains { $0.revents == 0 }
    }

    /// False at the end.
    private mutating func drain(
        _ descriptor: Int32, into bytes: WritableKeyPath<Watching, [UInt8]>, limit: Int
    ) -> Bool {
        while true {
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return true }
            if count == 0 { return false }
            let room = limit - self[keyPath: bytes].count
            if room > 0 { self[keyPath: bytes] += block[..<min(count, room)] }
            if room <= count, descriptor == pipes.output { return true }
        }
    }

    private func reaped(_ options: Int32) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(child, &status, options)
            if found == child { return status }
            if found < 0, errno == EINTR { continue }
            return nil
        }
    }
}
