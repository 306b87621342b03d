import Glibc

/// One client's connection: requests are answered in turn until it goes.
struct Connection {
    private let descriptor: Int32
    private let server: FeedServer

    init(_ descriptor: Int32, _ server: FeedServer) {
        self.descriptor = descriptor
        self.server = server
    }

    func run() {
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var received: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 16 << 10)
        while received.count < 64 << 10 {
            let count = recv(descriptor, &room, room.count, 0)
            guard count > 0 else { break }
            received += room[..<count]
            guard received.suffix(4) == [13, 10, 13, 10] else { continue }
            guard answer(String(decoding: received, as: UTF8.self)) else { break }
            received.removeAll(keepingCapacity: true)
        }
        close(descriptor)
    }

    /// - Returns: false when the connection is of no more use.
    private func answer(_ request: String) -> Bool {
        let lines = request.split(separator: "\r\n")
        let first = lines.first?.split(separator: " ") ?? []
        guard first.count == 3, first[0] == "GET" else { return false }
        server.wait()
        let file = server.open(first[1])
        guard file >= 0 else { return send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") }
        defer { close(file) }
        var status = stat()
        fstat(file, &status)
        // Two states of a feed are two files.
        let tag = "\"\(status.st_ino)-\(status.st_size)\""
        let known = lines.dropFirst().contains { $0.lowercased().hasPrefix("if-none-match:") && $0.contains(tag) }
        if known { return send("HTTP/1.1 304 Not Modified\r\nETag: \(tag)\r\n\r\n") && keepsAlive(lines) }
        let length = "Content-Length: \(status.st_size)"
        let kind = "Content-Type: application/xml"
        guard send("HTTP/1.1 200 OK\r\n\(kind)\r\nETag: \(tag)\r\n\(length)\r\n\r\n") else { return false }
        var offset = 0
        while offset < status.st_size {
            guard sendfile(descriptor, file, &offset, status.st_size - offset) > 0 else { return false }
        }
        return keepsAlive(lines)
    }

    private func keepsAlive(_ lines: [Substring]) -> Bool {
        !lines.contains { $0.lowercased() == "connection: close" }
    }

    private func send(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == $0.count }
    }
}
