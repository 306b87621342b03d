import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// Every version of an item, oldest first; nothing where there is no such item.
    package func versions(of number: Int64) throws -> [Item] {
        try read { db in
            let kept = try Int.fetchAll(
                db, sql: "SELECT version FROM item_version WHERE number = ? ORDER BY version", arguments: [number])
            let older = try kept.compactMap { try Self.item(number, version: $0, db)?.item }
            return try older + [Self.item(number, version: nil, db)?.item].compactMap(\.self)
        }
    }

    /// An item as it stood at a watermark; nothing where it was not there yet.
    package func item(number: Int64, asOf watermark: Int64) throws -> Item? {
        try read { db in
            let version = try Int.fetchOne(
                db,
                sql: """
                    SELECT max(version) FROM (
                        SELECT version FROM item WHERE number = :number AND change <= :watermark
                        UNION ALL
                        SELECT version FROM item_version WHERE number = :number AND change <= :watermark
                    )
                    """, arguments: ["number": number, "watermark": watermark])
            return try version.flatMap { try Self.item(number, version: $0, db)?.item }
        }
    }
}
