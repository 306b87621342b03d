import Foundation
import JuheKit
import Loopback
import Synchronization
import Testing

@testable import Fetching

@Suite("Servers that send without end, and nothing that counts")
struct FloodTests {
    /// A connection to a server of the tests, which has sent its request.
    private final class Connection {
        let socket: Int32

        init(_ server: FaultServer) throws {
            socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(UInt16(server.port)).bigEndian
            inet_pton(AF_INET, server.address, &address.sin_addr)
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isConnected = withUnsafePointer(to: address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) == 0 }
            }
            let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
            guard isConnected, write(socket, request, request.count) == request.count else {
                throw CocoaError(.featureUnsupported)
            }
        }

        deinit { close(socket) }

        /// Reads what is there; 0 at the end.
        func read() -> Int {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            return max(0, recv(socket, &bytes, bytes.count, 0))
        }
    }

    private func endless() throws -> FaultServer {
        try FaultServer { _ in .script { while $0.send([UInt8](repeating: 0, count: 65_536)) {} } }
    }

    @Test("One call that reads and reads without an answer is ended from outside; other connections stay")
    func flood() throws {
        let (flooding, waiting) = (try endless(), try FaultServer { _ in .text("ok") })
        let (bad, good) = (try Connection(flooding), try Connection(waiting))
        let guardian = FloodGuard()
        guardian.opened(bad.socket, to: "bad:443")
        guardian.opened(good.socket, to: "good:443")
        guardian.start()
        defer { guardian.stop() }
        // As libcurl does: until nothing waits there, which never comes.
        guardian.watching { while bad.read() > 0 {} }
        #expect(guardian.hasCut("bad:443") && !guardian.hasCut("good:443"))
        #expect(good.read() > 0)
    }

    @Test("An answer that is long in coming through, and calls that end, are left alone")
    func answer() throws {
        let server = try endless()
        let connection = try Connection(server)
        let guardian = FloodGuard()
        guardian.opened(connection.socket, to: "a:443")
        guardian.start()
        defer { guardian.stop() }
        let end = Date().addingTimeInterval(2)
        guardian.watching {
            while Date() < end { guardian.deliver(connection.read() / 10) }
        }
        #expect(!guardian.hasCut("a:443") && connection.read() > 0)
        let later = Date().addingTimeInterval(2)
        while Date() < later { guardian.watching { _ = connection.read() } }
        #expect(!guardian.hasCut("a:443") && connection.read() > 0)
    }
}
