import GRDB
import GRDBSQLite

/// A row where SQLite has it: no object per row or value. It is readable inside the closure that got it.
struct RowReading {
    fileprivate let raw: OpaquePointer

    /// A number; 0 for NULL.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }

    /// True where a value is NULL.
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }

    /// The bytes of a BLOB.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(raw, column), count: Int(sqlite3_column_bytes(raw, column)))
    }
}

extension Statement {
    /// Gives every row that the statement finds for these numbers.
    func forEach(_ arguments: Int64..., do use: (RowReading) throws -> Void) throws {
        let raw = sqliteStatement
        defer {
            sqlite3_reset(raw)
            sqlite3_clear_bindings(raw)
        }
        for (index, argument) in zip(Int32(1)..., arguments) { sqlite3_bind_int64(raw, index, argument) }
        while true {
            let code = sqlite3_step(raw)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(code) }
            try use(RowReading(raw: raw))
        }
    }
}
