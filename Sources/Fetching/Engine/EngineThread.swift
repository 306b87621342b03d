internal import Glibc
internal import JuheKit

/// What a new engine thread is given.
private final class Start: Sendable {
    let mailbox: Mailbox
    let settings: Settings

    init(mailbox: Mailbox, settings: Settings) {
        self.mailbox = mailbox
        self.settings = settings
    }
}

extension Engine {
    /// Starts a thread with an engine that answers a mailbox; it ends when the mailbox says so.
    /// - Returns: False where the system gives no thread.
    static func launch(mailbox: Mailbox, settings: Settings) -> Bool {
        let start = Unmanaged.passRetained(Start(mailbox: mailbox, settings: settings))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                Engine.main(start.mailbox, start.settings)
                return nil
            }, start.toOpaque())
        guard result == 0 else {
            start.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private static func main(_ mailbox: Mailbox, _ settings: Settings) {
        // Signals are for the main thread; SIGPIPE from a broken connection is for nobody.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        // Only when the engine is gone with all its connections may somebody hear that it has stopped: a program that ends
        // while they are being closed has libraries free what is still used.
        if let engine = Engine(mailbox: mailbox, settings: settings) { engine.run() }
        for late in mailbox.close() {
            late.continuation.resume(returning: .failure(Failure(.aborted, late.address.shown, .withdrawn)))
        }
    }
}
