import Glibc
import JuheKit

/// Opens files below one folder, never through a link and never anything but a regular file.
struct FileReading: ~Copyable {
    /// What came of a file.
    enum Outcome {
        /// Its bytes.
        case bytes([UInt8])
        /// It is no more, or no longer a file: not an error, the next run sees what is there.
        case gone
        /// It changed while it was read.
        case changing
    }

    private let folder: Int32

    init(folder path: String) throws(Failure) {
        folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
        guard folder >= 0 else { throw Failure.folder(path, error: errno) }
    }

    deinit { close(folder) }

    /// Reads a file whole, at most `limit` bytes.
    func read(_ file: FoundFile, limit: Int) throws(Failure) -> Outcome {
        let opened = open(file.location)
        guard opened.descriptor >= 0 else {
            switch opened.error {
            case ENOENT, ENOTDIR, ELOOP: return .gone
            default:
                throw Failure(.unreadable, file.path.shown, .unreadableFile(reason: reason(opened.error)))
            }
        }
        defer { close(opened.descriptor) }
        var status = stat()
        guard fstat(opened.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .gone }
        guard status.st_size <= limit else { return .changing }
        let bytes = try read(opened.descriptor, file, expecting: Int(status.st_size), limit: limit)
        var after = stat()
        guard let bytes, fstat(opened.descriptor, &after) == 0, Int(after.st_size) == bytes.count,
            after.st_mtim.tv_sec == status.st_mtim.tv_sec, after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
        else { return .changing }
        return .bytes(bytes)
    }

    private func read(
        _ descriptor: Int32, _ file: FoundFile, expecting size: Int, limit: Int
    ) throws(Failure) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var block = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 18))
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure(.unreadable, file.path.shown, .unreadableFile(reason: reason(errno)))
            }
            if count == 0 { return bytes }
            bytes += block[..<count]
            if bytes.count > limit { return nil }
        }
    }

    private func open(_ location: RelativePath) -> (descriptor: Int32, error: Int32) {
        var current = folder
        let names = location.names
        for (index, name) in names.enumerated() {
            let kind = index == names.count - 1 ? 0 : O_DIRECTORY
            let next = openat(current, Array(name).cString, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | kind)
            let error = errno
            if current != folder { close(current) }
            guard next >= 0 else { return (-1, error) }
            current = next
        }
        return current == folder ? (-1, ENOENT) : (current, 0)
    }
}
