import Foundation
import GRDB
import GRDBSQLite

/// How often each phrase of a query stands in one row: what ranking needs, and all that FTS5 is asked for.
///
/// FTS5's own `bm25()` goes over every row of the index first, to learn how rare each phrase is; that takes longer than
/// all the rest. Here rarity is judged among the rows that are ranked.
struct PhraseHits {
    /// Hits by phrase, in title, text and number.
    let counts: [(title: Int, body: Int, number: Int)]

    /// The name of the function in SQL.
    static let function = "juhe_hits"
    private static let mostHits = 4_000

    /// Reads what the function gave.
    init(_ data: Data) {
        let bytes = [UInt8](data)
        counts = stride(from: 0, to: bytes.count - 2, by: 3).map {
            (Int(bytes[$0]), Int(bytes[$0 + 1]), Int(bytes[$0 + 2]))
        }
    }

    /// Makes the function known to a connection.
    static func register(in db: Database) {
        guard let api = api(of: db) else { return }
        _ = api.pointee.xCreateFunction(
            api, function, nil,
            { interface, row, context, _, _ in
                guard let interface, let context else { return }
                let phrases = Int(interface.pointee.xPhraseCount(row))
                var bytes = [UInt8](repeating: 0, count: phrases * 3)
                var hits: CInt = 0
                guard interface.pointee.xInstCount(row, &hits) == SQLITE_OK else { return }
                for hit in 0..<min(hits, CInt(PhraseHits.mostHits)) {
                    var phrase: CInt = 0
                    var column: CInt = 0
                    var offset: CInt = 0
                    guard interface.pointee.xInst(row, hit, &phrase, &column, &offset) == SQLITE_OK else { break }
                    let place = Int(phrase) * 3 + Int(column)
                    if place < bytes.count, bytes[place] < .max { bytes[place] += 1 }
                }
                // -1 tells SQLite to copy the bytes (SQLITE_TRANSIENT).
                let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                sqlite3_result_blob(context, bytes, CInt(bytes.count), copied)
            }, nil)
    }

    /// FTS5's interface (https://www.sqlite.org/fts5.html §7).
    private static func api(of db: Database) -> UnsafeMutablePointer<fts5_api>? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?)", -1, &statement, nil) == SQLITE_OK else {
            return nil
        }
        defer { sqlite3_finalize(statement) }
        var api: UnsafeMutablePointer<fts5_api>?
        withUnsafeMutablePointer(to: &api) { place in
            _ = sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
            _ = sqlite3_step(statement)
        }
        return api
    }
}
