import Foundation
import GRDB
import GRDBSQLite

/// The values of one row, side by side in one buffer that SQLite reads where it stands: taking in an item makes no
/// object per value and copies no text twice.
struct RowValues {
    private enum Cell {
        case null
        case integer(Int64)
        case text(Range<Int>)
        case blob(Range<Int>)
    }

    private var bytes: [UInt8] = []
    private var cells: [Cell] = []

    /// Forgets the row and keeps the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    /// Adds a number; nothing is NULL.
    mutating func add(_ number: Int64?) { cells.append(number.map(Cell.integer) ?? .null) }

    /// Adds a text; nothing is NULL. A NUL in it is left out: whoever reads the text would see it end there.
    mutating func add(_ text: String?) {
        guard var text else { return cells.append(.null) }
        let start = bytes.count
        let holdsNUL = text.withUTF8 { utf8 in
            bytes.append(contentsOf: utf8)
            return utf8.baseAddress.map { memchr($0, 0, utf8.count) != nil } ?? false
        }
        if holdsNUL {
            let whole = bytes[start...].filter { $0 != 0 }
            bytes.replaceSubrange(start..., with: whole)
        }
        cells.append(.text(start..<bytes.count))
    }

    /// Adds UTF-8 as text.
    mutating func add(utf8: [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: utf8)
        cells.append(.text(start..<bytes.count))
    }

    /// Adds bytes.
    mutating func add(blob: [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: blob)
        cells.append(.blob(start..<bytes.count))
    }

    /// Adds a list as JSON; an empty one is NULL.
    mutating func add<Value>(
        json values: [Value], _ write: (Value, inout [UInt8]) -> Void
    ) {
        if values.isEmpty { return cells.append(.null) }
        addText { JSONText.write(list: values, write, to: &$0) }
    }

    /// Adds UTF-8 that is written where it is to stand.
    mutating func addText(_ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        cells.append(.text(start..<bytes.count))
    }

    /// Runs a statement once with these values.
    ///
    /// - Returns: the first three columns of its first row, 0 for one that is not there; nothing where it gives no row.
    @discardableResult
    func run(_ statement: Statement) throws -> (Int64, Int64, Int64)? {
        let raw = statement.sqliteStatement
        return try bytes.withUnsafeBytes { buffer -> (Int64, Int64, Int64)? in
            defer {
                // The pointers end here.
                sqlite3_reset(raw)
                sqlite3_clear_bindings(raw)
            }
            for (index, cell) in zip(Int32(1)..., cells) {
                try check(bind(cell, at: index, of: raw, in: buffer), statement)
            }
            let code = sqlite3_step(raw)
            guard code == SQLITE_ROW else {
                try check(code == SQLITE_DONE ? SQLITE_OK : code, statement)
                return nil
            }
            let values = (
                sqlite3_column_int64(raw, 0), sqlite3_column_int64(raw, 1), sqlite3_column_int64(raw, 2)
            )
            // What a statement changed counts once it is through.
            let end = sqlite3_step(raw)
            try check(end == SQLITE_DONE || end == SQLITE_ROW ? SQLITE_OK : end, statement)
            return values
        }
    }

    private func bind(
        _ cell: Cell, at index: Int32, of raw: OpaquePointer, in buffer: UnsafeRawBufferPointer
    ) -> Int32 {
        switch cell {
        // Whatever was bound before was cleared.
        case .null: SQLITE_OK
        case .integer(let number): sqlite3_bind_int64(raw, index, number)
        case .text(let range):
            sqlite3_bind_text(raw, index, Self.pointer(buffer, range), Int32(clamping: range.count), nil)
        case .blob(let range):
            sqlite3_bind_blob(raw, index, Self.pointer(buffer, range), Int32(clamping: range.count), nil)
        }
    }

    /// Where a value stands. An empty one still needs a place: without one it would be NULL.
    private static func pointer(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawPointer? {
        buffer.baseAddress.map { $0 + range.lowerBound }
    }

    private func check(_ code: Int32, _ statement: Statement) throws {
        if code != SQLITE_OK { throw statement.failure(code) }
    }
}

extension Statement {
    /// What SQLite says of a step that failed.
    func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_db_handle(sqliteStatement).flatMap { sqlite3_errmsg($0) }
        return DatabaseError(
            resultCode: ResultCode(rawValue: code), message: message.map { String(cString: $0) }, sql: sql)
    }
}
