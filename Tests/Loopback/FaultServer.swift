import Glibc
import Synchronization

/// A web server on loopback that behaves as badly as a test wants: one thread that listens, one per connection.
///
/// It lives as long as the test holds it; threads still busy then find their sockets closed.
package final class FaultServer: Sendable {
    /// What the server does with a request.
    package enum Reply: Sendable {
        /// A proper answer; the connection stays open.
        case answer(Int, [String], [UInt8])
        /// Bytes as they stand, then the end of the connection.
        case bytes([UInt8])
        /// Anything else; the connection ends afterwards.
        case script(@Sendable (ServerSocket) -> Void)

        package static func text(_ text: String, _ headers: [String] = [], status: Int = 200) -> Reply {
            .answer(status, headers, Array(text.utf8))
        }

        package static func redirect(to location: String, status: Int = 302) -> Reply {
            .answer(status, ["Location: \(location)"], Array("moved".utf8))
        }
    }

    /// A request as it came.
    package struct Request: Sendable {
        package var method = "GET"
        package var path: String
        package var headers: [String: String]
        package var body: [UInt8] = []
        /// Counts the connections from one.
        package var connection: Int
    }

    package let address: String
    package let port: Int
    private let listener: Int32
    private let requests = Mutex<[Request]>([])
    private let connections = Mutex<[ServerSocket]>([])

    /// Listens on an address of loopback and answers by `reply`.
    package init(_ address: String = "127.0.0.1", reply: @escaping @Sendable (Request) -> Reply) throws {
        self.address = address
        (listener, port) = try Self.listen(address)
        spawn { [listener, weak self] in
            while true {
                let descriptor = ServerSocket.accepted(by: listener)
                guard descriptor >= 0, let self else { break }
                let socket = ServerSocket(descriptor)
                let number = self.connections.withLock {
                    $0.append(socket)
                    return $0.count
                }
                spawn { [weak self] in
                    while let request = socket.request(number) {
                        self?.note(request)
                        guard socket.send(reply(request)) else { break }
                    }
                    socket.end()
                }
            }
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in connections.withLock({ $0 }) { connection.interrupt() }
    }

    /// The address of a path here.
    package func url(_ path: String = "/") -> String { "http://\(address):\(port)\(path)" }

    /// What was asked so far.
    package var asked: [Request] { requests.withLock { $0 } }

    private func note(_ request: Request) { requests.withLock { $0.append(request) } }

    /// A port of loopback where nobody listens. It stays taken, or the server of another test would be given it and asked
    /// what was meant for nobody.
    package static func closedPort() throws -> Int { try bound("127.0.0.1").port }

    static func listen(_ address: String) throws -> (Int32, Int) {
        let (descriptor, port) = try bound(address)
        guard Glibc.listen(descriptor, 128) == 0 else { throw NoServer(reason: String(cString: strerror(errno))) }
        return (descriptor, port)
    }

    private static func bound(_ address: String) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, address, &place.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isReady = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isReady else { throw NoServer(reason: String(cString: strerror(errno))) }
        return (descriptor, Int(UInt16(bigEndian: place.sin_port)))
    }

    package struct NoServer: Error { var reason: String }
}

/// Runs a closure on a thread of its own.
package func spawn(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let result = pthread_create(
        &thread, nil,
        { box in
            if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
            return nil
        }, Unmanaged.passRetained(Box(body)).toOpaque())
    if result == 0 { pthread_detach(thread) }
}
