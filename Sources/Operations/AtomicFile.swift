import Foundation
import JuheKit

/// Writes files whole or not at all: a reader sees the old bytes or the new ones, whenever the power fails.
package enum AtomicFile {
    /// Writes `bytes` to `path`, making its folder where there is none. A file that already has these bytes is left
    /// untouched, its time stamp included.
    ///
    /// The temporary file stands in the same folder, is flushed, renamed, and the folder is flushed.
    /// - Throws: ``Failure`` with the code `sink`, its subject the path.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        if let present = FileManager.default.contents(atPath: path), present.elementsEqual(bytes) { return }
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw failed(path, folder)
        }
        // One name per file: the run lock lets one writer in, and what a killed run left is overwritten.
        let temporary = "\(folder)/.\((path as NSString).lastPathComponent).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw failed(path, String(cString: strerror(errno))) }
        let isWritten = writeAll(bytes, to: file) && fsync(file) == 0
        let reason = String(cString: strerror(errno))
        guard close(file) == 0, isWritten, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw failed(path, isWritten ? String(cString: strerror(errno)) : reason)
        }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Glibc.write(file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
    }

    private static func failed(_ path: String, _ reason: String) -> Failure {
        Failure(.sink, path, .unwritable(reason: reason), isTransient: true)
    }
}
