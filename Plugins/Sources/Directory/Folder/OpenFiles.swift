import Glibc

/// Which files somebody has open to write, as far as the system lets us see other people's programs (Linux `/proc`).
enum OpenFiles {
    /// Those of the given files that are open for writing now.
    static func written(among files: Set<FoundFile.Inode>) -> Set<FoundFile.Inode> {
        guard !files.isEmpty else { return [] }
        var written: Set<FoundFile.Inode> = []
        for program in names("/proc") where program.allSatisfy(\.isNumber) {
            for number in names("/proc/\(program)/fd") {
                var status = stat()
                guard stat("/proc/\(program)/fd/\(number)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                    continue
                }
                let inode = FoundFile.Inode(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
                if files.contains(inode), isForWriting("/proc/\(program)/fdinfo/\(number)") { written.insert(inode) }
            }
        }
        return written
    }

    /// `flags: 0100001` in octal: the last two bits are 0 for reading alone.
    private static func isForWriting(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return false }
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("flags:") }) else { return false }
        let flags = line.dropFirst(6).drop { $0 == " " || $0 == "\t" }
        return Int(flags, radix: 8).map { $0 & 3 != 0 } ?? false
    }

    private static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        while let entry = readdir(folder) {
            names.append(String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)))
        }
        return names.filter { $0 != "." && $0 != ".." }
    }
}
