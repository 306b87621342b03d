import Foundation
import GRDB
import JuheKit

/// The file that an item was read from, and what its unit says of itself: beside the item, for most have none.
struct FileRecord: Codable {
    var file: SourceFile?
    var submission: Submission?

    init(_ details: ItemDetails) {
        file = details.file
        submission = details.submission
    }

    /// Keeps the record beside its item.
    func keep(source: String, identity: String, _ db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO item_file (item_number, record)
                SELECT number, ?1 FROM item WHERE source = ?2 AND identity = ?3
                ON CONFLICT (item_number) DO UPDATE SET record = excluded.record WHERE record <> excluded.record
                """)
        try statement.execute(
            arguments: [String(decoding: try encoder.encode(self), as: UTF8.self), source, identity])
    }
}
