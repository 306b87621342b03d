import Glibc

/// Where a program of the system is.
package enum SystemProgram {
    /// Where Debian puts programs.
    package static let folders = ["/usr/bin", "/bin", "/usr/local/bin"]

    /// The absolute path of the first of these names that is installed; nothing where none is.
    ///
    /// Looked for where Debian puts programs, never along a `PATH` that somebody else has set.
    package static func path(of names: String...) -> String? { path(of: names, in: folders) }

    /// The absolute path of the first of these names that is in one of the folders.
    package static func path(of names: [String], in folders: [String]) -> String? {
        for name in names {
            for folder in folders {
                let path = "\(folder)/\(name)"
                if access(path, X_OK) == 0 { return path }
            }
        }
        return nil
    }
}
