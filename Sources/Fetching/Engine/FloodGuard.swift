internal import CCurl
internal import Glibc
internal import Synchronization

/// Cuts off a server that keeps the engine's thread busy with nothing.
///
/// libcurl reads a connection in HTTP/2 until nothing waits there. A server that sends frames without content faster than they
/// are read (empty DATA, WINDOW_UPDATE, PRIORITY, PING) never lets it return, and then no deadline counts and nobody else is
/// asked. A thread of its own looks in from outside: where one call goes on and on, and hardly anything of what is read belongs to
/// an answer, the socket that is being read is shut down, and libcurl returns.
final class FloodGuard: Sendable {
    private struct State {
        /// The number of the call that is under way; 0 between calls.
        var call = 0
        var calls = 0
        /// Open sockets, each with the server it leads to.
        var sockets: [Int32: String] = [:]
        /// Servers that were cut off.
        var cut: Set<String> = []
        var isOver = false
    }

    private let state = Mutex(State())
    /// Bytes of answers, headers among them, as they were handed on.
    private let delivered = Atomic(0)

    /// How often is looked, in milliseconds, and how many looks in a row must find a flood.
    private static let pause = 250
    private static let patience = 4
    /// Of an answer in small frames a tenth is content; of a flood nothing.
    private static let least = 20

    /// Starts to look.
    func start() {
        var thread = pthread_t()
        let me = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<FloodGuard>.fromOpaque(argument).takeRetainedValue().look()
                return nil
            }, me.toOpaque())
        if result == 0 { pthread_detach(thread) } else { me.release() }
    }

    /// Ends the looking.
    func stop() { state.withLock { $0.isOver = true } }

    /// Does what calls libcurl.
    func watching(_ work: () -> Void) {
        state.withLock {
            $0.calls += 1
            $0.call = $0.calls
        }
        work()
        // Behind this nothing is shut down any more: a socket's number may soon be another one's.
        state.withLock { $0.call = 0 }
    }

    func opened(_ socket: Int32, to server: String) { state.withLock { $0.sockets[socket] = server } }

    func closes(_ socket: Int32) { state.withLock { _ = $0.sockets.removeValue(forKey: socket) } }

    /// Counts bytes that belong to an answer.
    func deliver(_ count: Int) { delivered.add(count, ordering: .relaxed) }

    /// True where a server was cut off.
    func hasCut(_ server: String) -> Bool { state.withLock { $0.cut.contains(server) } }

    /// What one look finds.
    private struct Look {
        var call = 0
        var read: [Int32: Int64] = [:]
        var delivered = 0
        /// Looks in a row that found a flood.
        var floods = 0
    }

    private func look() {
        // Signals are for the main thread.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        var last = Look()
        while true {
            usleep(UInt32(Self.pause * 1_000))
            let isOver = state.withLock { state in
                last = next(last, &state)
                return state.isOver
            }
            if isOver { return }
        }
    }

    private func next(_ last: Look, _ state: inout State) -> Look {
        guard state.call != 0 else { return Look() }
        var look = Look(call: state.call, delivered: delivered.load(ordering: .relaxed), floods: 0)
        for socket in state.sockets.keys { look.read[socket] = juhe_socket_bytes_read(socket) }
        guard look.call == last.call else { return look }
        look.floods = last.floods
        let busiest = look.read.map { (socket: $0, bytes: $1 - (last.read[$0] ?? $1)) }.max { $0.bytes < $1.bytes }
        guard let busiest, busiest.bytes > 0 else { return look }
        let isFlood = (look.delivered - last.delivered) * Self.least < Int(busiest.bytes)
        look.floods = isFlood ? last.floods + 1 : 0
        if look.floods >= Self.patience {
            shutdown(busiest.socket, Int32(SHUT_RDWR))
            if let server = state.sockets[busiest.socket] { state.cut.insert(server) }
            look.floods = 0
        }
        return look
    }
}
