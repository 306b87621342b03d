import Glibc
package import JuheKit

/// A folder for one piece of work, closed to others, gone with the value that owns it.
package final class WorkFolder: Sendable {
    /// Its absolute path.
    package let path: String

    /// Makes the folder.
    package init() throws(Failure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/juhe-work-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(
                .unreadable, parent, .noWorkFolder(reason: String(cString: strerror(errno))), isTransient: true)
        }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { Self.remove(path) }

    /// The path of a file in it.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file that only its owner may read.
    /// - Returns: its absolute path.
    package func write(_ bytes: [UInt8], as name: String) throws(Failure) -> String {
        let file = file(name)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(file) }
            rest = rest.dropFirst(count)
        }
        return file
    }

    /// Reads a file of it, at most `limit` bytes; nothing where there is none, or none that is a plain file.
    package func read(_ name: String, limit: Int) -> [UInt8]? {
        let descriptor = open(file(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var at = 0
        while at < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress.map { $0 + at }, buffer.count - at)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            at += count
        }
        return at == bytes.count ? bytes : Array(bytes.prefix(at))
    }

    /// The names in it that are no folders, sorted.
    package var names: [String] { Self.entries(path).sorted() }

    private func failure(_ file: String) -> Failure {
        Failure(.unreadable, file, .noWorkFolder(reason: String(cString: strerror(errno))), isTransient: true)
    }

    private static func entries(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        while let entry = readdir(folder) {
            let name = String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func remove(_ path: String) {
        for name in entries(path) {
            let entry = "\(path)/\(name)"
            if unlink(entry) != 0 { remove(entry) }
        }
        rmdir(path)
    }
}
