import Foundation
package import JuheKit

/// A copy of a store in a folder of its own, for a dry run.
///
/// The caller holds the run lock, so that nobody writes while the database and its log are copied, or the journal that a
/// killed first run left.
package struct StoreCopy: Sendable {
    /// The copied database, or where a new one may be made.
    package let path: String
    private let folder: String

    /// Copies the store at `path`; where there is none, the copy is empty.
    package init(of path: String) throws(Failure) {
        let folder = NSTemporaryDirectory() + "juhe-" + UUID().uuidString
        self.folder = folder
        self.path = folder + "/store.sqlite"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            for suffix in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.copyItem(atPath: path + suffix, toPath: self.path + suffix)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o600], ofItemAtPath: self.path + suffix)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw Failure(.store, path, .storeFailed(reason: error.localizedDescription))
        }
    }

    /// Throws the copy away.
    package func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
