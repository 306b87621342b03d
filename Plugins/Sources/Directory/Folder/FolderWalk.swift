import Glibc
import JuheKit

/// Walks a folder without ever leaving it, and without opening anything but folders.
///
/// Every step down goes through the folder that is open already, and refuses links (`openat`, `O_NOFOLLOW`), so that no
/// exchange of a folder for a link in mid-walk leads out of it. What is no file is named and left alone.
struct FolderWalk {
    /// What a walk is asked for.
    struct Request: Sendable {
        var folder: String
        var filter: PathFilter
        var isRecursive: Bool
        /// Files written after this (nanoseconds since 1970) wait, unless their time is plainly wrong.
        var settledBefore: Int64
    }

    /// Folders inside folders, at most.
    static let deepest = 64
    /// Entries of all kinds that are looked at, at most.
    static let mostEntries = 1_000_000
    /// A time stamp this far ahead is a wrong clock, not a file being written.
    private static let wrongClock: Int64 = 24 * 3_600 * 1_000_000_000

    private let request: Request
    private let realPath: String
    private let report: (Failure) -> Void
    private var listing = FolderListing()
    private var links: [FoundFile] = []
    private var entries = 0

    /// Lists the files of a folder; what is wrong inside goes to `report`.
    /// - Throws: ``Failure`` where the folder itself is missing, no folder, or closed.
    static func listing(
        _ request: Request, report: @escaping (Failure) -> Void
    ) throws(Failure) -> FolderListing {
        let descriptor = open(request.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure.folder(request.folder, error: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, let real = realpath(request.folder, nil) else {
            let error = errno
            close(descriptor)
            throw Failure.folder(request.folder, error: error)
        }
        defer { free(real) }
        var walk = FolderWalk(request, realPath: String(cString: real), report: report)
        walk.listing.folder = status.inode
        guard walk.visit(descriptor, RelativePath(""), above: []) else {
            throw Failure.folder(request.folder, error: EACCES)
        }
        return walk.finished()
    }

    private init(_ request: Request, realPath: String, report: @escaping (Failure) -> Void) {
        self.request = request
        self.realPath = realPath
        self.report = report
    }

    /// Takes an open folder, and closes it. False where its entries cannot be read.
    private mutating func visit(_ descriptor: Int32, _ path: RelativePath, above: [FoundFile.Inode]) -> Bool {
        guard let folder = fdopendir(descriptor) else {
            close(descriptor)
            return false
        }
        defer { closedir(folder) }
        for name in names(folder, path) {
            entries += 1
            guard entries <= Self.mostEntries else {
                listing.isComplete = false
                return true
            }
            take(name, in: descriptor, path, above: above)
        }
        return true
    }

    /// Sorted, so that two runs say the same things in the same order. A listing that breaks off is named, and is not
    /// taken for a folder with fewer files.
    private mutating func names(_ folder: OpaquePointer, _ path: RelativePath) -> [[UInt8]] {
        var names: [[UInt8]] = []
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        while names.count <= Self.mostEntries {
            errno = 0
            guard let entry = readdir(folder) else {
                if errno != 0 { unreadable(path, errno) }
                break
            }
            let start = UnsafeRawPointer(entry) + offset
            let name = Array(
                UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private mutating func take(
        _ name: [UInt8], in folder: Int32, _ parent: RelativePath, above: [FoundFile.Inode]
    ) {
        let path = parent.appending(name)
        guard !request.filter.ignores(path) else { return }
        var status = stat()
        guard fstatat(folder, name.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // Gone since it was listed.
            if errno != ENOENT { unreadable(path, errno) }
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            if request.filter.wants(path) { keep(path, at: path, status) }
        case S_IFDIR:
            if request.isRecursive { descend(name, in: folder, path, above: above) }
        case S_IFLNK: follow(name, in: folder, path)
        default: report(Failure(.notAFile, path.shown, .specialFile))
        }
    }

    private mutating func descend(
        _ name: [UInt8], in folder: Int32, _ path: RelativePath, above: [FoundFile.Inode]
    ) {
        guard above.count < Self.deepest else {
            listing.isComplete = false
            return report(Failure(.limit, path.shown, .tooDeep(limit: Self.deepest)))
        }
        let descriptor = openat(folder, name.cString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno != ENOENT { unreadable(path, errno) }
            return
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, !above.contains(status.inode) else {
            close(descriptor)
            return report(Failure(.linkLoop, path.shown, .linkLoop))
        }
        if !visit(descriptor, path, above: above + [status.inode]) { unreadable(path, EACCES) }
    }

    /// A link to a file of this folder is a file; a link to one of its folders leads to what is read anyway.
    private mutating func follow(_ name: [UInt8], in folder: Int32, _ path: RelativePath) {
        var status = stat()
        guard fstatat(folder, name.cString, &status, 0) == 0 else {
            switch errno {
            case ELOOP: report(Failure(.linkLoop, path.shown, .linkLoop))
            case ENOENT: if request.filter.wants(path) { report(Failure(.missing, path.shown, .danglingLink)) }
            default: unreadable(path, errno)
            }
            return
        }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder || request.filter.wants(path) else { return }
        guard let target = target(of: path) else {
            return report(Failure(.refused, path.shown, .linkLeadsOut))
        }
        if isFolder {
            let isAbove = target.bytes.isEmpty || path.bytes.starts(with: target.bytes + [UInt8(ascii: "/")])
            if isAbove { report(Failure(.linkLoop, path.shown, .linkLoop)) }
        } else if status.st_mode & S_IFMT == S_IFREG {
            keep(path, at: target, status)
        } else {
            report(Failure(.notAFile, path.shown, .specialFile))
        }
    }

    /// What a link leads to, below the folder; nothing where it leads out.
    private func target(of path: RelativePath) -> RelativePath? {
        guard let real = realpath((Array(realPath.utf8) + [UInt8(ascii: "/")] + path.bytes).cString, nil) else {
            return nil
        }
        defer { free(real) }
        let bytes = Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
        let root = Array(realPath.utf8)
        if bytes == root { return RelativePath("") }
        guard bytes.starts(with: root + [UInt8(ascii: "/")]) else { return nil }
        return RelativePath(Array(bytes[(root.count + 1)...]))
    }

    private mutating func keep(_ path: RelativePath, at location: RelativePath, _ status: stat) {
        let file = FoundFile(
            path: path, location: location, size: Int(status.st_size), modified: status.modified, inode: status.inode)
        let age = file.modified - request.settledBefore
        if age > 0, age < Self.wrongClock {
            listing.waiting.append(path)
        } else if path == location, status.st_nlink == 1 {
            listing.files.append(file)
        } else {
            links.append(file)
        }
    }

    private mutating func unreadable(_ path: RelativePath, _ error: Int32) {
        listing.isComplete = false
        report(Failure(.unreadable, path.shown, .unreadableFile(reason: reason(error))))
    }

    /// Of the names of one file the first counts, a name that is no link before one that is.
    private func finished() -> FolderListing {
        var listing = listing
        var seen = Set(listing.files.map(\.inode))
        let order = links.sorted {
            ($0.path == $0.location ? 0 : 1, $0.path) < ($1.path == $1.location ? 0 : 1, $1.path)
        }
        for link in order where seen.insert(link.inode).inserted { listing.files.append(link) }
        listing.files.sort { $0.path < $1.path }
        listing.waiting.sort()
        return listing
    }
}

extension stat {
    fileprivate var inode: FoundFile.Inode { FoundFile.Inode(device: UInt64(st_dev), number: UInt64(st_ino)) }
    fileprivate var modified: Int64 { Int64(st_mtim.tv_sec) * 1_000_000_000 + Int64(st_mtim.tv_nsec) }
}

extension [UInt8] {
    /// With the zero that ends a string in C.
    var cString: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}

/// What the system says of an error number, e.g. `Permission denied`.
func reason(_ error: Int32) -> String { String(cString: strerror(error)) }

extension Failure {
    /// Why a folder cannot be collected at all.
    static func folder(_ path: String, error: Int32) -> Failure {
        switch error {
        case ENOENT: Failure(.missing, path, .noFolder)
        case ENOTDIR: Failure(.notAFile, path, .notAFolder)
        default: Failure(.unreadable, path, .unreadableFolder(reason: reason(error)))
        }
    }
}
