import Foundation
package import JuheKit

/// The right to change the store: held by one process at a time, given back by the system however that process ends.
package final class RunLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock beside a store, without waiting.
    ///
    /// The file says who holds it; only the system's lock on it counts, so a file left behind by a killed run is no
    /// obstacle.
    /// - Parameter createsFile: false in a dry run: then a missing file means that nobody runs.
    /// - Throws: ``Failure`` with the code `locked` that names the holder, or `store` where the file cannot be made.
    package init?(beside store: String, createsFile: Bool = true) throws(Failure) {
        let path = Self.file(behind: store) + ".lock"
        if createsFile {
            let folder = (store as NSString).deletingLastPathComponent
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let flags = createsFile ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC
        let file = open(path, flags, 0o644)
        guard file >= 0 else {
            if !createsFile, errno == ENOENT { return nil }
            throw Failure(.store, path, .lockFailed(reason: String(cString: strerror(errno))))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(file)
            close(file)
            guard code == EWOULDBLOCK else {
                throw Failure(.store, path, .lockFailed(reason: String(cString: strerror(code))))
            }
            throw Failure(.locked, path, .locked(pid: holder.pid, since: holder.since), isTransient: true)
        }
        descriptor = file
        if createsFile { writeHolder() }
    }

    deinit { close(descriptor) }

    /// Two names of one store have one lock.
    private static func file(behind path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private func writeHolder() {
        let line = "\(getpid()) \(Timestamp.text(Date()))\n"
        ftruncate(descriptor, 0)
        _ = line.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    private static func holder(_ file: Int32) -> (pid: String, since: String) {
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = pread(file, &buffer, buffer.count, 0)
        let words = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return (words.first.map(String.init) ?? "?", words.dropFirst().first.map(String.init) ?? "?")
    }
}
