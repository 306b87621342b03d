import Foundation
import JuheKit
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

    /// Waits for the client's preface (RFC 9113 §3.4), then gives settings and one answer on the first stream.
    private static func answer(_ received: FileHandle, _ answers: FileHandle) {
        var said: [UInt8] = []
        let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
        while said.count < 64_000, said.firstRange(of: preface) == nil {
            guard let more = try? received.read(upToCount: 1), !more.isEmpty else { return }
            said += more
        }
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
