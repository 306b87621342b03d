/// A regular file that a walk has found.
struct FoundFile: Sendable, Hashable {
    /// Where it stands, or where the link to it stands.
    let path: RelativePath
    /// Where its bytes are: ``path``, or what the link leads to.
    let location: RelativePath
    /// Its size in bytes.
    let size: Int
    /// When it was last written, in nanoseconds since 1970.
    let modified: Int64
    /// Device and inode; the same for every name of one file.
    let inode: Inode

    /// The two numbers that name a file whatever it is called.
    struct Inode: Sendable, Hashable {
        let device: UInt64
        let number: UInt64
    }
}

/// What a walk has found.
struct FolderListing: Sendable {
    /// Files that are asked for, sorted by path, each file once.
    var files: [FoundFile] = []
    /// Files that somebody is still writing.
    var waiting: [RelativePath] = []
    /// False where something could not be looked into, so that a file not found may be there all the same.
    var isComplete = true
    /// The folder itself.
    var folder = FoundFile.Inode(device: 0, number: 0)
}
