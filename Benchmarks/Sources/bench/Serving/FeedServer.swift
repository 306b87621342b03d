import Foundation
import Glibc
import Synchronization

/// A small HTTP server on loopback addresses: files with ETags, connections kept alive, one thread for each.
///
/// It is a process of its own (`bench serve`), so that its work does not count as the client's.
final class FeedServer: Sendable {
    private let folder: String
    private let listeners: [Int32]
    let port: Int
    private let showsChanged = Mutex(false)
    private let delay = Mutex(UInt32(0))

    /// Listens on a free port of all the addresses.
    init(folder: String, hosts: [String]) throws {
        self.folder = folder
        for _ in 0..<20 {
            if let (listeners, port) = Self.listen(hosts) {
                self.listeners = listeners
                self.port = port
                return
            }
        }
        throw SpawnError(program: "listen", code: errno)
    }

    /// Serves until standard input ends. The lines `base` and `changed` there say which feeds are shown, a number how
    /// many milliseconds every answer takes.
    func run() {
        Thread.detachNewThread { self.accept() }
        print(port)
        fflush(nil)
        while let line = readLine() {
            if let milliseconds = UInt32(line) {
                delay.withLock { $0 = milliseconds * 1000 }
            } else {
                showsChanged.withLock { $0 = line == "changed" }
            }
            print(line)
            fflush(nil)
        }
    }

    /// The file that a path stands for, opened.
    func open(_ path: Substring) -> Int32 {
        guard path.first == "/", !path.contains("..") else { return -1 }
        if showsChanged.withLock({ $0 }) {
            let file = Glibc.open("\(folder)/changed\(path)", O_RDONLY | O_CLOEXEC)
            if file >= 0 { return file }
        }
        return Glibc.open("\(folder)/base\(path)", O_RDONLY | O_CLOEXEC)
    }

    /// Lets an answer wait as long as it is to take.
    func wait() {
        let microseconds = delay.withLock { $0 }
        if microseconds > 0 { usleep(microseconds) }
    }

    private func accept() {
        var polled = listeners.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            guard poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
            for entry in polled where entry.revents != 0 {
                let descriptor = Glibc.accept(entry.fd, nil, nil)
                guard descriptor >= 0 else { continue }
                let thread = Thread { Connection(descriptor, self).run() }
                thread.stackSize = 256 << 10
                thread.start()
            }
        }
    }

    private static func listen(_ hosts: [String]) -> ([Int32], Int)? {
        var listeners: [Int32] = []
        var port: UInt16 = 0
        for host in hosts {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port
            address.sin_addr.s_addr = inet_addr(host)
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let bound = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, size) == 0 && Glibc.listen(descriptor, 1024) == 0
                        && getsockname(descriptor, $0, &size) == 0
                }
            }
            listeners.append(descriptor)
            guard bound else {
                listeners.forEach { close($0) }
                return nil
            }
            port = address.sin_port
        }
        return (listeners, Int(UInt16(bigEndian: port)))
    }
}
