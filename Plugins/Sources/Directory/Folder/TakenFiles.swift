import Glibc
import JuheKit

/// What becomes of a file whose items are in the store for certain: it stays, is moved away, or is deleted.
struct TakenFiles {
    /// The choice of the configuration.
    enum Choice: String, Sendable, CaseIterable {
        case keep, move, delete
    }

    let choice: Choice
    /// The folder that is read.
    let folder: String
    /// Where files are moved to.
    let target: String?

    /// Clears a file away. True where it is no longer in the folder.
    func clear(_ file: FoundFile) throws(Failure) -> Bool {
        guard choice != .keep, file.path == file.location else { return false }
        let source = Array(folder.utf8) + [UInt8(ascii: "/")] + file.path.bytes
        var status = stat()
        guard lstat(source.cString, &status) == 0, UInt64(status.st_ino) == file.inode.number,
            status.st_mode & S_IFMT == S_IFREG
        else { return false }
        switch choice {
        case .keep: return false
        case .delete:
            guard unlink(source.cString) == 0 else { throw failure(file, errno) }
        case .move:
            guard let target else { return false }
            try makeFolders(for: file, in: target)
            guard rename(source.cString, free(Array(target.utf8) + [UInt8(ascii: "/")] + file.path.bytes).cString) == 0
            else {
                throw failure(file, errno)
            }
        }
        return true
    }

    private func makeFolders(for file: FoundFile, in target: String) throws(Failure) {
        var path = Array(target.utf8)
        if mkdir(path.cString, 0o750) != 0, errno != EEXIST { throw failure(file, errno) }
        for name in file.path.names.dropLast() {
            path += [UInt8(ascii: "/")] + name
            if mkdir(path.cString, 0o750) != 0, errno != EEXIST { throw failure(file, errno) }
        }
    }

    /// A name that is not taken: nothing that was moved before is written over.
    private func free(_ path: [UInt8]) -> [UInt8] {
        var candidate = path
        var number = 2
        var status = stat()
        while lstat(candidate.cString, &status) == 0, number < 10_000 {
            candidate = path + Array(".\(number)".utf8)
            number += 1
        }
        return candidate
    }

    private func failure(_ file: FoundFile, _ error: Int32) -> Failure {
        Failure(.unreadable, file.path.shown, .notClearedAway(reason: reason(error)), isTransient: true)
    }
}
