import Glibc

/// Who put a file where it is, by the system's list of users.
enum FileOwner {
    /// The name of the owner of a file below a folder; nothing where the system has none.
    static func name(of path: String) -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 4_096)
        guard getpwuid_r(status.st_uid, &entry, &buffer, buffer.count, &found) == 0, found != nil,
            let name = entry.pw_name
        else { return nil }
        return String(cString: name)
    }
}
