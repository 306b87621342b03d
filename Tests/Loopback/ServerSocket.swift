import Glibc
import Synchronization

/// The server's end of a connection.
package final class ServerSocket: Sendable {
    private let descriptor: Int32
    private let isEnded = Mutex(false)
    private let rest = Mutex<[UInt8]>([])

    package init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next connection to a socket that listens, which no program started meanwhile inherits; negative at the end.
    package static func accepted(by listener: Int32) -> Int32 {
        let descriptor = accept(listener, nil, nil)
        if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return descriptor
    }

    /// Sends bytes; false when the other end is gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            let sent = bytes[start...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            start += sent
        }
        return true
    }

    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// True while the other end has not closed; waits so long for it to do so.
    package func isOpen(for milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return true }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK)) > 0
    }

    /// Sends the same bytes with pauses until the other end is gone.
    package func drip(_ bytes: [UInt8], every milliseconds: Int32) {
        while isOpen(for: milliseconds), send(bytes) {}
    }

    /// Waits until the other end is gone, whatever it says meanwhile.
    package func hold() {
        var heard = [UInt8](repeating: 0, count: 4_096)
        while recv(descriptor, &heard, heard.count, 0) > 0 {}
    }

    /// Breaks the connection: the other end sees a reset, whoever else holds a copy of it.
    package func reset() {
        isEnded.withLock { isEnded in
            if !isEnded {
                var nobody = sockaddr(sa_family: sa_family_t(AF_UNSPEC), sa_data: sockaddr().sa_data)
                _ = connect(descriptor, &nobody, socklen_t(MemoryLayout<sockaddr>.size))
                close(descriptor)
            }
            isEnded = true
        }
    }

    /// Ends the connection: for the other end too, even while a program that was started just then holds a copy of it.
    package func end() {
        isEnded.withLock { isEnded in
            if !isEnded {
                _ = shutdown(descriptor, Int32(SHUT_RDWR))
                close(descriptor)
            }
            isEnded = true
        }
    }

    /// Wakes a thread that waits for this connection.
    package func interrupt() {
        isEnded.withLock { isEnded in
            if !isEnded { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    /// The next bytes, as many as are wanted; nil where the other end closes before.
    package func bytes(_ count: Int) -> [UInt8]? {
        rest.withLock { bytes in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while bytes.count < count {
                let received = recv(descriptor, &buffer, buffer.count, 0)
                guard received > 0 else { return nil }
                bytes += buffer[..<received]
            }
            defer { bytes.removeFirst(count) }
            return Array(bytes.prefix(count))
        }
    }

    /// The next byte, which stays to be read; nil at the end.
    package var next: UInt8? {
        guard let byte = bytes(1) else { return nil }
        rest.withLock { $0 = byte + $0 }
        return byte[0]
    }

    /// Hands everything on to another connection until one of them ends.
    package func pump(to other: ServerSocket) {
        var buffer = rest.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
        while buffer.isEmpty || other.send(buffer) {
            buffer = [UInt8](repeating: 0, count: 16_384)
            let received = recv(descriptor, &buffer, buffer.count, 0)
            guard received > 0 else { return }
            buffer.removeSubrange(received...)
        }
    }

    /// A connection to a port of loopback; nil where nobody listens.
    package static func connected(to port: Int) -> ServerSocket? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = UInt16(port).bigEndian
        inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
        let isOpen = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isOpen else {
            close(descriptor)
            return nil
        }
        return ServerSocket(descriptor)
    }

    /// The next line, without its end (CRLF); nil at the end.
    package func line() -> String? {
        rest.withLock { bytes in
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while true {
                if let end = bytes.firstIndex(of: 0x0A) {
                    let line = bytes[..<end]
                    let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
                    bytes.removeSubrange(...end)
                    return text
                }
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                bytes += buffer[..<count]
            }
        }
    }

    /// The next request; nil at the end.
    package func request(_ connection: Int) -> FaultServer.Request? {
        var bytes = rest.withLock { $0 }
        let end = Array("\r\n\r\n".utf8)
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count < 4 || !bytes.indices.dropLast(3).contains(where: { bytes[$0..<$0 + 4].elementsEqual(end) }) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            if bytes[0] == 22 { break }  // the beginning of a TLS handshake
        }
        let head =
            bytes.indices.dropLast(3).first { bytes[$0..<$0 + 4].elementsEqual(end) }.map { $0 + 4 } ?? bytes.count
        let lines = String(decoding: bytes[..<head], as: UTF8.self).split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        var body = Array(bytes[head...])
        let length = Int(headers["content-length"] ?? "") ?? 0
        while body.count < length {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            body += buffer[..<count]
        }
        rest.withLock { $0 = Array(body.dropFirst(length)) }
        return FaultServer.Request(
            method: String(words.first ?? ""), path: words.count > 1 ? String(words[1]) : "", headers: headers,
            body: Array(body.prefix(length)), connection: connection)
    }

    /// Carries out a reply; false when the connection is to end.
    package func send(_ reply: FaultServer.Reply) -> Bool {
        switch reply {
        case .answer(let status, let headers, let body):
            var head = "HTTP/1.1 \(status) Status\r\n" + headers.map { $0 + "\r\n" }.joined()
            if status != 304 { head += "Content-Length: \(body.count)\r\n" }
            return send(Array((head + "\r\n").utf8) + body)
        case .bytes(let bytes):
            send(bytes)
            return false
        case .script(let script):
            script(self)
            return false
        }
    }
}
