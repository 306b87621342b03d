import CMemory
import Foundation
import GRDB
package import JuheKit
import Synchronization

/// The store in one SQLite file: write-ahead log, foreign keys, full synchronisation, one writer.
///
/// A file that is made now is filled without the log. Nearly all its pages are new, with nothing to roll back, and go to
/// the file once instead of to the log and then to the file. Whoever opens it next, or reads it while it is being filled,
/// gives it its log. Nor does it have the index of dates until it is settled: dates come in no order, and one after the
/// other each would change a page of its own.
package final class SQLiteStore: StreamStore {
    let database: any DatabaseWriter
    let path: String
    /// What was taken in and is not in the index yet.
    let waitingWords = Mutex(WordQueue())

    /// Opens the store, making it where there is none.
    ///
    /// A damaged file, another program's file or a newer Juhe's file is refused before anything is written.
    /// - Throws: ``Failure`` with the code `corruptStore`, `newerStore` or `store`.
    package init(path: String) throws(Failure) {
        self.path = path
        _ = Self.memoryIsNotCounted
        let header = try StoreHeader.read(path)
        do {
            if header == 0 { try Self.refuseForeign(path) }
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let wasCutOff = ["-wal", "-journal"].contains { (StoreHeader.size(path + $0) ?? 0) > 0 }
            database =
                header == nil
                ? try DatabaseQueue(path: path, configuration: Self.configuration)
                : try DatabasePool(path: path, configuration: Self.configuration)
            // The pool sets NORMAL itself when it opens; FULL means that a commit survives a power cut.
            try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            if header != nil, wasCutOff {
                let verdict = try database.read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
                guard verdict == "ok" else {
                    throw Failure(.corruptStore, path, .corruptStore(reason: verdict ?? "quick_check"))
                }
            }
            try refuseNewer()
            if header == nil {
                try database.write(Schema.create)
            }
            try Schema.migrator.migrate(database)
            if header != nil { try settleDates() }
        } catch {
            throw Self.failure(error, path: path)
        }
    }

    /// Nobody asks SQLite how much memory it has, and counting it takes a lock for each of millions of pieces.
    private static let memoryIsNotCounted = juhe_sqlite_count_no_memory() == 0

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = "juhe"
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // Readers go through what they read once; the writer comes back to the ends of its tables.
            try db.execute(sql: "PRAGMA cache_size = -\(db.configuration.readonly ? 4_000 : 12_000)")
            // Copying the log into the file writes a page once, however often it was written to the log since.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 12000")
            // Some builds write zeros over all they free, which is a tenth of what a first run writes; where it costs no
            // writing of its own, it is done here too.
            try db.execute(sql: "PRAGMA secure_delete = FAST")
            db.add(tokenizer: FoldedTokenizer.self)
            db.add(function: QuerySQL.foldedFunction)
            PhraseHits.register(in: db)
        }
        return configuration
    }

    /// A file without our mark is ours only where it has no tables, or our log still holds the mark.
    ///
    /// Nothing is written, but the file is opened as one that could be: a run that was killed while it made the file may
    /// have left a journal, and SQLite rolls that back before it lets anybody read.
    private static func refuseForeign(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        let (mark, tables) = try queue.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            )
        }
        // A file that an older Juhe was killed over may have the migrator's own table and no more.
        let isUnfinished =
            try tables == ["grdb_migrations"]
            && queue.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM grdb_migrations") == 0
            }
        guard mark == Schema.applicationID || tables.isEmpty || isUnfinished else {
            throw Failure(.store, path, .foreignStore)
        }
    }

    /// The mark of a newer program may still be in the log, where the header does not show it.
    private func refuseNewer() throws {
        let found = try database.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
        guard found <= Schema.version else {
            throw Failure(.newerStore, path, .newerStore(found: found, known: Schema.version))
        }
    }

    /// Forgets pages and statements that were kept for what comes next.
    package func releaseMemory() {
        (database as? DatabasePool)?.releaseMemory()
        (database as? DatabaseQueue)?.releaseMemory()
    }

    /// Runs work on the one writer, all or nothing.
    func write<Value>(_ work: (Database) throws -> Value) throws(Failure) -> Value {
        do {
            return try database.write(work)
        } catch {
            throw Self.failure(error, path: path)
        }
    }

    /// Runs work that only reads.
    func read<Value>(_ work: (Database) throws -> Value) throws(Failure) -> Value {
        do {
            return try database.read(work)
        } catch {
            throw Self.failure(error, path: path)
        }
    }

    /// The failure that an operator understands.
    static func failure(_ error: any Error, path: String) -> Failure {
        if let failure = error as? Failure { return failure }
        guard let error = error as? DatabaseError else {
            return Failure(.store, path, .storeFailed(reason: (error as NSError).localizedDescription))
        }
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return Failure(.corruptStore, path, .corruptStore(reason: reason))
        case .SQLITE_FULL: return Failure(.store, path, .storeFull(reason: reason), isTransient: true)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN: return Failure(.store, path, .storeReadOnly(reason: reason))
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR:
            return Failure(.store, path, .storeFailed(reason: reason), isTransient: true)
        default: return Failure(.store, path, .storeFailed(reason: reason))
        }
    }
}
