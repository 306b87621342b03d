import GRDB
import Stories

/// Keeps under what items are found when stories are looked for, before they have one.
///
/// A row whose `change` is negative has the keys of that change. Most items are nobody's copy, and their rows stay as they
/// were made: a story of its own, ``unknown`` for a partner.
struct StoryKeys {
    /// Raised when keys or rules change: then all stories are made anew.
    private static let format: Int64 = 2
    /// The partner of an item that was never linked. Once the stage is through, it means that there is none.
    static let unknown: Int64 = -1

    private let statement: Statement
    private var row = RowValues()

    init(_ db: Database) throws {
        try Self.prepare(db)
        // What was alone when the stage was last through stays so.
        statement = try db.cachedStatement(
            sql: """
                INSERT INTO story_item (number, change, story, sort_date, distance, keys, partner)
                VALUES (?1, ?2, ?1, ?3, ?4, ?5, \(Self.unknown))
                ON CONFLICT (number) DO UPDATE SET change = excluded.change, sort_date = excluded.sort_date,
                    distance = excluded.distance, keys = excluded.keys,
                    partner = CASE
                        WHEN partner = \(Self.unknown)
                            AND abs(change) <= (SELECT value FROM counter WHERE name = 'story') THEN NULL
                        ELSE partner END
                """)
    }

    /// Puts stories of another format aside.
    static func prepare(_ db: Database) throws {
        let format = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM counter WHERE name = 'story_format'"))
        guard format != Self.format else { return }
        try db.execute(
            sql: """
                DELETE FROM story_item;
                INSERT OR REPLACE INTO counter (name, value) VALUES ('story', 0), ('story_format', \(Self.format));
                """)
    }

    /// Keeps the keys of an item that was changed.
    /// - Parameters:
    ///   - keys: as ``bytes(_:)`` makes them.
    ///   - date: what the item is sorted by, seconds since 1970.
    mutating func keep(_ keys: [UInt8], distance: Int, date: Int64, number: Int64, change: Int64) throws {
        row.removeAll()
        row.add(number)
        row.add(-change)
        row.add(date)
        row.add(Int64(distance))
        row.add(blob: keys)
        try row.run(statement)
    }

    /// Keys as the store keeps them: eight bytes each, the lowest first.
    static func bytes(_ keys: [UInt64]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: keys.count * 8)
        bytes.withUnsafeMutableBytes { bytes in
            for (index, key) in keys.enumerated() {
                bytes.storeBytes(of: key.littleEndian, toByteOffset: index * 8, as: UInt64.self)
            }
        }
        return bytes
    }

    /// Keys where the store has them.
    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading { Reading(bytes: bytes) }

    /// Keys in the bytes of a row: readable as long as these are.
    struct Reading: RandomAccessCollection {
        fileprivate let bytes: UnsafeRawBufferPointer

        var startIndex: Int { 0 }
        var endIndex: Int { bytes.count / 8 }
        subscript(index: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
    }
}
