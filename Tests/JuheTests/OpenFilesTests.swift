import Foundation
import Loopback
import Testing

@Suite("A machine that allows few open files")
struct OpenFilesTests {
    /// Many sources of one server that answers after a moment, so that all who may ask do so at once.
    private func office(_ server: FaultServer) throws -> Office {
        let sources = (1...60).map {
            "- {id: s\($0), type: feed, url: \"\(server.url("/\($0).xml"))\", allow_networks: [127.0.0.1]}"
        }
        return try Office(
            sources: sources.joined(separator: "\n"), more: "fetching: {connections: 64, per_host: 32}")
    }

    private func server() throws -> FaultServer {
        try FaultServer { request in
            .script { socket in
                _ = socket.isOpen(for: 50)
                let body = feed(String(request.path.dropFirst()), items: 1...2)
                socket.send(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)
            }
        }
    }

    @Test("Fewer are asked at once, and all are read: the database has its files too", arguments: [64, 40])
    func few(_ count: Int) throws {
        let server = try server()
        let office = try office(server)
        let result = try office.program.run(list: ["collect", "--json"], limits: "ulimit -n \(count)")
        #expect(result.status == 0, "\(result.errors.prefix(600))")
        #expect(try RunReport(result.output).new == 120)
        #expect(server.asked.count == 60)
    }
}
