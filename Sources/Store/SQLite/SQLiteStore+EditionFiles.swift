import Foundation
import GRDB
internal import JuheKit

extension SQLiteStore {
    /// Keeps a file; the same content is kept once.
    package func keep(_ file: EditionFile) throws {
        try write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO edition_file (digest, type, content) VALUES (?, ?, ?)",
                arguments: [file.digest, file.type, Data(file.content)])
        }
    }

    /// The file of a digest; nothing where it is not kept.
    package func file(_ digest: String) throws -> EditionFile? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT type, content FROM edition_file WHERE digest = ?", arguments: [digest])
                .map { EditionFile(digest: digest, type: $0[0], content: Array($0[1] as Data)) }
        }
    }
}
