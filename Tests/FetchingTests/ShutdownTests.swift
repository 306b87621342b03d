import Dispatch
import JuheKit
import Loopback
import Synchronization
import Testing

@testable import Fetching

@Suite("The end of a fetcher")
struct ShutdownTests {
    @Test("Once it is said to have ended, all its connections are closed")
    func closed() async throws {
        let count = 200
        let connections = Mutex<[ServerSocket]>([])
        let (all, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        // Nobody is answered before everybody has asked, so that each has a connection of its own.
        let server = try FaultServer { _ in
            .script { socket in
                let isLast = connections.withLock { connections in
                    connections.append(socket)
                    return connections.count == count
                }
                if isLast { (0..<count).forEach { _ in all.signal() } }
                all.wait()
                _ = socket.send(FaultServer.Reply.text("there"))
                end.wait()
            }
        }
        let fetcher = CurlFetcher(Settings(totalConnections: count, perHost: count, idleConnections: count))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask { _ = try await fetcher.fetch(FetchRequest(server, "/\(number)")) }
            }
            try await group.waitForAll()
        }
        let sockets = connections.withLock { $0 }
        #expect(sockets.allSatisfy { $0.isOpen(for: 0) })
        await fetcher.shutdown()
        #expect(sockets.allSatisfy { !$0.isOpen(for: 0) })
        for _ in 0..<count { end.signal() }
    }

    @Test("Work that fails ends it too, and its failure is handed on")
    func failing() async throws {
        struct Broken: Error {}
        let fetcher = CurlFetcher()
        let server = try FaultServer { _ in .text("there") }
        await #expect(throws: Broken.self) {
            try await fetcher.closing {
                _ = try await fetcher.fetch(FetchRequest(server))
                throw Broken()
            }
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
        #expect(server.asked.count == 1)
    }
}
