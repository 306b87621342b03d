import Foundation
import JuheKit

/// The first hundred bytes of an SQLite file (https://www.sqlite.org/fileformat2.html §1.3): enough to refuse a file
/// without opening it as a database.
enum StoreHeader {
    /// Reads and judges the header.
    /// - Returns: the schema version; nothing where there is no file yet, or an empty one.
    static func read(_ path: String) throws(Failure) -> Int? {
        guard let size = size(path), size > 0 else { return nil }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure(.store, path, .unreadableFile(path, reason: String(cString: strerror(errno))))
        }
        defer { try? handle.close() }
        let header = (try? handle.read(upToCount: 100)) ?? Data()
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw Failure(.corruptStore, path, .corruptStore(reason: "header"))
        }
        let version = number(header, at: 60)
        let application = number(header, at: 68)
        // A database that was cut off while it was made has no mark yet and no tables either.
        if application == 0, version == 0 { return 0 }
        guard application == Int(Schema.applicationID) else { throw Failure(.store, path, .foreignStore) }
        guard version <= Schema.version else {
            throw Failure(.newerStore, path, .newerStore(found: version, known: Schema.version))
        }
        return version
    }

    /// The size of a file in bytes; nothing where there is none.
    static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    private static func number(_ bytes: Data, at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
