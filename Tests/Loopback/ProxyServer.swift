import Glibc
import Synchronization

/// A proxy on loopback, HTTP and SOCKS5 on one port: whatever host is asked for, it leads to one server of the test.
package final class ProxyServer: Sendable {
    /// What it was asked for, in order: `GET http://…`, `CONNECT host:443`, `SOCKS host:443`.
    package var asked: [String] { state.withLock { $0.asked } }
    /// The header lines that came with them, SOCKS apart.
    package var headers: [[String: String]] { state.withLock { $0.headers } }
    package let port: Int

    private struct State {
        var asked: [String] = []
        var headers: [[String: String]] = []
        var sockets: [ServerSocket] = []
    }

    private let state = Mutex(State())
    private let listener: Int32
    private let target: Int
    /// User and password that it wants, joined by a colon.
    private let pass: String?

    package init(leadingTo target: Int, wanting pass: String? = nil) throws {
        (self.target, self.pass) = (target, pass)
        (listener, port) = try FaultServer.listen("127.0.0.1")
        spawn { [listener, weak self] in
            while true {
                let descriptor = ServerSocket.accepted(by: listener)
                guard descriptor >= 0, let self else { break }
                let socket = self.keep(ServerSocket(descriptor))
                spawn { [weak self] in
                    if socket.next == 5 { self?.socks(socket) } else { self?.http(socket) }
                    socket.end()
                }
            }
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        for socket in state.withLock({ $0.sockets }) { socket.interrupt() }
    }

    /// Its address with user and password where there are such.
    package func url(_ scheme: String = "http", user: String? = nil) -> String {
        "\(scheme)://\(user.map { $0 + "@" } ?? "")127.0.0.1:\(port)"
    }

    private func keep(_ socket: ServerSocket) -> ServerSocket {
        state.withLock { $0.sockets.append(socket) }
        return socket
    }

    private func note(_ what: String, _ headers: [String: String]) {
        state.withLock {
            $0.asked.append(what)
            $0.headers.append(headers)
        }
    }

    private func http(_ socket: ServerSocket) {
        while let request = socket.request(0) {
            note("\(request.method) \(request.path)", request.headers)
            if let pass, request.headers["proxy-authorization"] != "Basic " + Self.base64(Array(pass.utf8)) {
                let refusal = FaultServer.Reply.answer(407, ["Proxy-Authenticate: Basic realm=\"x\""], [])
                guard socket.send(refusal) else { return }
                continue
            }
            guard let server = ServerSocket.connected(to: target).map(keep) else { return }
            if request.method == "CONNECT" {
                socket.send("HTTP/1.1 200 Connection established\r\n\r\n")
                return tunnel(socket, server)
            }
            let path = request.path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
            let inner = path.firstIndex(of: "/").map { String(path[$0...]) } ?? "/"
            let lines = request.headers.filter { !$0.key.hasPrefix("proxy-") }.map { "\($0.key): \($0.value)\r\n" }
            server.send("\(request.method) \(inner) HTTP/1.1\r\n\(lines.joined())\r\n")
            server.send(request.body)
            spawn { server.pump(to: socket) }
        }
    }

    private func tunnel(_ socket: ServerSocket, _ server: ServerSocket) {
        spawn {
            server.pump(to: socket)
            socket.interrupt()
        }
        socket.pump(to: server)
        server.interrupt()
    }

    /// RFC 1928, RFC 1929.
    private func socks(_ socket: ServerSocket) {
        guard let hello = socket.bytes(2), let methods = socket.bytes(Int(hello[1])) else { return }
        if let pass {
            guard methods.contains(2), socket.send([5, 2]), let head = socket.bytes(2),
                let user = socket.bytes(Int(head[1])), let length = socket.bytes(1),
                let password = socket.bytes(Int(length[0]))
            else { return }
            let isRight = user + [0x3A] + password == Array(pass.utf8)
            guard socket.send([1, isRight ? 0 : 1]), isRight else { return }
        } else if !socket.send([5, 0]) {
            return
        }
        guard let question = socket.bytes(4) else { return }
        let length = question[3] == 3 ? socket.bytes(1).map { Int($0[0]) } : question[3] == 1 ? 4 : 16
        guard let length, let name = socket.bytes(length), let port = socket.bytes(2) else { return }
        let host =
            question[3] == 3 ? String(decoding: name, as: UTF8.self) : name.map(String.init).joined(separator: ".")
        note("SOCKS \(host):\(Int(port[0]) << 8 | Int(port[1]))", [:])
        guard let server = ServerSocket.connected(to: target).map(keep) else { return }
        socket.send([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])
        tunnel(socket, server)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[$1]) : 0) }
            for place in 0..<4 {
                result.append(place > group.count ? 0x3D : letters[bits >> (18 - 6 * place) & 63])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
