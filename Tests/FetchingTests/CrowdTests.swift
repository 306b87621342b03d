import Loopback
import JuheKit
import Synchronization
import Testing

@testable import Fetching

@Suite("Many requests at once")
struct CrowdTests {
    @Test("All are answered, each with its own, and no host is asked more than its share")
    func crowd() async throws {
        let gauge = Gauge()
        let servers = try (1...4).map { number in
            try FaultServer("127.0.0.\(number)") { request in
                .script { socket in
                    gauge.enter()
                    _ = socket.isOpen(for: 2)
                    gauge.leave()
                    socket.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\(request.path)")
                }
            }
        }
        let fetcher = CurlFetcher(Settings(totalConnections: 6, perHost: 2))
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                let request = FetchRequest(servers[number % 4], "/\(number)")
                group.addTask {
                    let answer = try? await fetcher.fetch(request)
                    return answer?.body == Array("/\(number)".utf8)
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(right == 200)
        #expect(gauge.most <= 6)
    }

    @Test("A server that closes its connections without a word, however often, is asked anew")
    func closing() async throws {
        let answered = Mutex<Set<Int>>([])
        let server = try FaultServer { request in
            answered.withLock { $0.insert(request.connection).inserted } ? .text(request.path) : .bytes([])
        }
        let fetcher = CurlFetcher(Settings(totalConnections: 1, perHost: 1))
        for number in 1...20 {
            let answer = try await fetcher.fetch(FetchRequest(server, "/\(number)"))
            #expect(answer.body == Array("/\(number)".utf8))
        }
    }

    @Test("A host gets as many connections as allowed and not one more")
    func perHost() async throws {
        let gauge = Gauge()
        let waiting = Mutex<[ServerSocket]>([])
        let server = try FaultServer { _ in
            .script { socket in
                gauge.enter()
                let batch = waiting.withLock { waiting in
                    waiting.append(socket)
                    defer { if waiting.count == 3 { waiting = [] } }
                    return waiting.count == 3 ? waiting : []
                }
                // The third lets all three go.
                for _ in batch { gauge.leave() }
                for socket in batch { socket.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") }
                socket.hold()
            }
        }
        let fetcher = CurlFetcher(Settings(perHost: 3))
        await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<30 {
                group.addTask { try? await fetcher.fetch(FetchRequest(server)).status }
            }
            for await status in group { #expect(status == 200) }
        }
        #expect(gauge.most == 3)
    }

    @Test("A request that is cancelled ends at once and its connection with it")
    func cancellation() async throws {
        let (isAsked, isGone) = (Latch(), Latch())
        let server = try FaultServer { _ in
            .script { socket in
                isAsked.open()
                socket.hold()
                isGone.open()
            }
        }
        let fetcher = CurlFetcher()
        let task = Task { try await fetcher.failure(FetchRequest(server, timeout: 60)) }
        await isAsked.wait()
        task.cancel()
        #expect(try await task.value.phrase == .withdrawn)
        await isGone.wait()
    }

    @Test("A request that is cancelled while it waits never goes out")
    func cancelledInQueue() async throws {
        let isAsked = Latch()
        let server = try FaultServer { request in
            request.path == "/first"
                ? .script { socket in
                    isAsked.open()
                    socket.hold()
                } : .text("")
        }
        let fetcher = CurlFetcher(Settings(perHost: 1))
        let first = Task { try await fetcher.failure(FetchRequest(server, "/first", timeout: 60)) }
        await isAsked.wait()
        let second = Task { try await fetcher.failure(FetchRequest(server, "/second")) }
        second.cancel()
        #expect(try await second.value.code == .aborted)
        first.cancel()
        #expect(try await first.value.code == .aborted)
        #expect(try await fetcher.fetch(FetchRequest(server, "/third")).status == 200)
        #expect(server.asked.map(\.path) == ["/first", "/third"])
    }

    @Test("A task cancelled before it asks is not answered")
    func cancelledBefore() async throws {
        let server = try FaultServer { _ in .text("") }
        let fetcher = CurlFetcher()
        let isCancelled = Latch()
        let task = Task {
            await isCancelled.wait()
            return try await fetcher.failure(FetchRequest(server))
        }
        task.cancel()
        isCancelled.open()
        #expect(try await task.value.code == .aborted)
        #expect(server.asked.isEmpty)
    }

    @Test("Shutting down ends what is under way and takes nothing new")
    func shutdown() async throws {
        let isAsked = Latch()
        let server = try FaultServer { _ in
            .script { socket in
                isAsked.open()
                socket.hold()
            }
        }
        let fetcher = CurlFetcher()
        let task = Task { try await fetcher.failure(FetchRequest(server, timeout: 60)) }
        await isAsked.wait()
        await fetcher.shutdown()
        #expect(try await task.value.code == .aborted)
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
        await fetcher.shutdown()
    }

    @Test("A fetcher that was never used shuts down too")
    func unused() async {
        await CurlFetcher().shutdown()
    }
}
