import Glibc
package import JuheKit

/// A document in a file: read whole, within a limit, and only where it is a regular file.
package enum LocalFile {
    /// The path of a file address or of a plain path; nothing for an http or https address.
    package static func path(_ address: String) -> String? {
        if address.hasPrefix("/") { return address }
        guard !address.utf8.starts(with: "http".utf8), address.lowercased().hasPrefix("file:") else { return nil }
        // RFC 8089: file:/path, file:///path and file://localhost/path name the same file.
        var rest = address.dropFirst(5)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            rest = rest.drop { $0 != "/" }
        }
        return decoded(rest)
    }

    /// Reads a file. A pipe or device is not even opened for reading: opening one could wait for ever.
    package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else {
            if errno == ENOENT { throw Failure(.missing, path, .missingFile) }
            if errno == ELOOP { throw Failure(.linkLoop, path, .unreadableFile(path, reason: reason(errno))) }
            throw Failure(.unreadable, path, .unreadableFile(path, reason: reason(errno)))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.notAFile, path, .notAFile)
        }
        guard status.st_size <= limit else { throw Failure(.tooLarge, path, .tooLarge(limit: limit)) }
        var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), limit) + 1)
        var count = 0
        while count < bytes.count {
            let step = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if step < 0, errno == EINTR { continue }
            guard step >= 0 else { throw Failure(.unreadable, path, .unreadableFile(path, reason: reason(errno))) }
            if step == 0 { break }
            count += step
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
                let low = rest.dropFirst().first.flatMap(digit)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
