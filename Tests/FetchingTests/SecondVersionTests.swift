import Foundation
import JuheKit
import Loopback
import Testing

@testable import Fetching

/// HTTP/2 (RFC 9113) as a server speaks it that knows one answer: OpenSSL's test server carries the bytes, the frames are
/// written here.
@Suite("HTTP/2", .enabled(if: SecureServer.isPossible))
struct SecondVersionTests {
    @Test("A server that offers HTTP/2 is asked in it")
    func isUsed() async throws {
        let server = try SecureServer(name: "localhost", offering: "h2")
        let (received, answers) = (server.received, server.answers)
        Thread { Self.answer(received, answers) }.start()
        let fetcher = CurlFetcher(Settings(caFile: server.authority))
        let response = try await fetcher.fetch(
            FetchRequest(
                url: "https://localhost:\(server.port)/notices.xml", timeout: 120,
                allowedNetworks: ["localhost:\(server.port)"]))
        #expect(response.status == 200)
        #expect(response.header("content-type") == "application/rss+xml")
        #expect(String(decoding: response.body, as: UTF8.self) == "<rss/>")
        await fetcher.shutdown()
    }

    @Test("A server that floods its connection holds nobody else up", arguments: [[0, 0, 1], [8, 0, 0], [6, 1, 0]])
    func flood(_ kind: [UInt8]) async throws {
        let server = try SecureServer(name: "localhost", offering: "h2")
        let (received, answers) = (server.received, server.answers)
        let payload: [UInt8] = [0: [], 8: [0, 0, 0, 1], 6: Array("12345678".utf8)][kind[0]] ?? []
        let flood = Array(
            repeatElement(Self.frame(type: kind[0], flags: kind[1], stream: kind[2], payload), count: 2_000))
        let frames = Data(flood.joined())
        Thread {
            var signals = sigset_t()
            sigfillset(&signals)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            Self.begin(received, answers)
            while (try? answers.write(contentsOf: frames)) != nil {}
        }.start()
        let good = try FaultServer { _ in
            .script { socket in
                // By then the flood is under way.
                _ = socket.isOpen(for: 300)
                socket.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        let fetcher = CurlFetcher(Settings(caFile: server.authority))
        async let bad = fetcher.failure(
            FetchRequest(
                url: "https://localhost:\(server.port)/", timeout: 60, allowedNetworks: ["localhost:\(server.port)"]))
        let answer = try await fetcher.fetch(FetchRequest(good, "/", timeout: 60))
        #expect(answer.status == 200)
        // Where libcurl reads faster than the server writes, the deadline ends it.
        let failure = try await bad
        #expect([.flooded("localhost"), .timedOut(seconds: 60, received: 0)].contains(failure.phrase), "\(failure)")
        await fetcher.shutdown()
    }

    /// Waits for the client's preface, then gives settings and the beginning of an answer on the first stream.
    private static func begin(_ received: FileHandle, _ answers: FileHandle) {
        guard hear(received) else { return }
        let frames =
            frame(type: 4, flags: 0, stream: 0, []) + frame(type: 4, flags: 1, stream: 0, [])
            + frame(type: 1, flags: 4, stream: 1, [0x88])
        try? answers.write(contentsOf: Data(frames))
    }

    /// Waits for the client's preface (RFC 9113 §3.4).
    private static func hear(_ received: FileHandle) -> Bool {
        var said: [UInt8] = []
        let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
        while said.count < 64_000, said.firstRange(of: preface) == nil {
            guard let more = try? received.read(upToCount: 1), !more.isEmpty else { return false }
            said += more
        }
        return true
    }

    /// Waits for the client's preface, then gives settings and one answer on the first stream.
    private static func answer(_ received: FileHandle, _ answers: FileHandle) {
        guard hear(received) else { return }
        // Content-Type is entry 31 of HPACK's static table, `:status: 200` entry 8 (RFC 7541 appendix A).
        let type = Array("application/rss+xml".utf8)
        let fields: [UInt8] = [0x88, 0x0F, 31 - 15, UInt8(type.count)] + type
        let frames =
            frame(type: 4, flags: 0, stream: 0, []) + frame(type: 4, flags: 1, stream: 0, [])
            + frame(type: 1, flags: 4, stream: 1, fields) + frame(type: 0, flags: 1, stream: 1, Array("<rss/>".utf8))
        try? answers.write(contentsOf: Data(frames))
    }

    /// A frame (RFC 9113 §4.1): length, type, flags, stream, payload.
    private static func frame(type: UInt8, flags: UInt8, stream: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(payload.count), type, flags, 0, 0, 0, stream] + payload
    }
}
