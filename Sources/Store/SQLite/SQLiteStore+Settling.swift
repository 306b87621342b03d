import GRDB

extension SQLiteStore {
    /// Puts in order what came while sources were taken in: dates of a new store, names of documents. Until then they are
    /// found as well, but not as fast.
    func settle() throws {
        try settleDates()
        guard try read({ db in try DocumentNames.areWaiting(db) }) else { return }
        try write { db in try DocumentNames.settle(db) }
    }

    /// Makes the index of dates where a first run has left it out.
    func settleDates() throws {
        func isMissing(_ db: Database) throws -> Bool {
            try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_master WHERE name = 'item_date'") == nil
        }
        guard try read(isMissing) else { return }
        // Another program may have made it meanwhile.
        try write { db in if try isMissing(db) { try db.execute(sql: Schema.dateIndex) } }
    }
}
