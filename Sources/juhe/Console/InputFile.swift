import Foundation

/// A file named on the command line.
enum InputFile {
    /// All its bytes, `-` being standard input; nothing where it cannot be read, `errno` says why.
    static func bytes(_ path: String) -> [UInt8]? {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { if file != STDIN_FILENO { close(file) } }
        var status = stat()
        // One byte more than there is, so that the end shows itself; what tells no size is read as it comes.
        let size = fstat(file, &status) == 0 ? max(Int(status.st_size) + 1, 65_536) : 65_536
        var bytes: [UInt8] = []
        var step = size
        while true {
            guard let more = read(file, most: step) else { return nil }
            if bytes.isEmpty { bytes = more } else { bytes += more }
            if more.count < step { return bytes }
            step = max(bytes.count, 65_536)
        }
    }

    /// The next bytes, fewer than `most` at the end only.
    private static func read(_ file: Int32, most: Int) -> [UInt8]? {
        var isBroken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most, let start = buffer.baseAddress {
                let step = Foundation.read(file, start + count, most - count)
                if step < 0, errno == EINTR { continue }
                isBroken = step < 0
                guard step > 0 else { return }
                count += step
            }
        }
        return isBroken ? nil : bytes
    }
}
