import Glibc

/// Processes that a program left behind in sessions of their own, where no process group reaches them: known by a
/// variable in their environment that the host gave to that one run.
enum Orphans {
    /// Ends every process of this user whose environment has `mark`, and those that they start meanwhile.
    ///
    /// - Parameter mark: `NAME=value`, unique to the run.
    static func end(markedBy mark: String) {
        for _ in 0..<10 {
            let found = processes.filter { $0 != getpid() && environment(of: $0, has: Array(mark.utf8)) }
            if found.isEmpty { return }
            for process in found { kill(process, SIGKILL) }
            usleep(2_000)
        }
    }

    /// The children of a process; none where the system does not say.
    static func children(of process: pid_t) -> [pid_t] {
        let file = open("/proc/\(process)/task/\(process)/children", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(file, &bytes, bytes.count)
        guard count > 0 else { return [] }
        return bytes[..<count].split(separator: 0x20).compactMap { pid_t(String(decoding: $0, as: UTF8.self)) }
    }

    private static var processes: [pid_t] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [pid_t] = []
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        while let entry = readdir(folder) {
            let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
            let number = atoi(name)
            if number > 1 { found.append(number) }
        }
        return found
    }

    /// The file can be read for processes of the same user only, which is what is asked for.
    private static func environment(of process: pid_t, has mark: [UInt8]) -> Bool {
        let file = open("/proc/\(process)/environ", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(file, &bytes, bytes.count)
        guard count > 0 else { return false }
        return bytes[..<count].split(separator: 0).contains { $0.elementsEqual(mark) }
    }
}
