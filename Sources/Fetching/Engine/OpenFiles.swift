internal import Glibc

/// The file descriptors of the process: every connection takes some, and so do the database, files and programs.
enum OpenFiles {
    /// What a connection may take while it is begun: a socket, and a pair of them while its host is looked up.
    static let perConnection = 2

    /// How many descriptors the process may have. Where they are fewer than wanted, as many more are asked for as the system
    /// gives without a word from its administrator.
    static func allowed(wanted: Int) -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return wanted }
        let more = min(rlim_t(clamping: wanted), limit.rlim_max)
        if limit.rlim_cur < more {
            var raised = limit
            raised.rlim_cur = more
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
