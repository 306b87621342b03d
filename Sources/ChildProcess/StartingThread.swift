import Glibc
import Synchronization

/// The thread that starts programs: there is one, and it ends with us.
///
/// A program that asked to be told of its parent's death is told when the *thread* ends that started it (prctl(2),
/// `PR_SET_PDEATHSIG`), and bubblewrap's `--die-with-parent` goes by that. A thread of the concurrency pool ends when it
/// was idle for a few seconds, while the program it started may still be at work.
final class StartingThread: Sendable {
    private static let shared = StartingThread()

    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let bell: (reading: Int32, writing: Int32)

    private final class Answer<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// Nothing where the system gives no thread.
    private init?() {
        guard let bell = Self.bell() else { return nil }
        self.bell = bell
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { me in
                guard let me else { return nil }
                Unmanaged<StartingThread>.fromOpaque(me).takeRetainedValue().work()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard result == 0 else { return nil }
        pthread_detach(thread)
    }

    /// Does work on this thread, and waits for it.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
        guard let shared, let done = bell() else { return work() }
        defer {
            close(done.reading)
            close(done.writing)
        }
        let answer = Answer<Value>()
        shared.waiting.withLock { waiting in
            waiting.append {
                let value = work()
                answer.value.withLock { $0 = value }
                ring(done.writing)
            }
        }
        ring(shared.bell.writing)
        hear(done.reading)
        return answer.value.withLock(\.self) ?? work()
    }

    private func work() {
        // Signals are for the main thread.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        while true {
            Self.hear(bell.reading)
            waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
        }
    }

    /// A pipe whose reading end waits.
    private static func bell() -> (reading: Int32, writing: Int32)? {
        let ends = Spawning.pipe()
        if let ends { _ = fcntl(ends.reading, F_SETFL, 0) }
        return ends
    }

    private static func ring(_ writing: Int32) {
        var one: UInt8 = 1
        _ = write(writing, &one, 1)
    }

    private static func hear(_ reading: Int32) {
        var one: UInt8 = 0
        while read(reading, &one, 1) < 0, errno == EINTR {}
    }
}
