import Glibc

/// Where a program of the system is.
package enum SystemProgram {
    /// The absolute path of the first of these names that is installed; nothing where none is.
    ///
    /// Looked for where Debian puts programs, never along a `PATH` that somebody else has set.
    package static func path(of names: String...) -> String? {
        for name in names {
            for folder in ["/usr/bin", "/bin", "/usr/local/bin"] {
                let path = "\(folder)/\(name)"
                if access(path, X_OK) == 0 { return path }
            }
        }
        return nil
    }
}
