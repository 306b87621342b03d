package import Foundation
import GRDB
import JuheKit
package import Search
import Synchronization

extension SQLiteStore {
    /// How many changes of the stream the index does not know yet; all of them where there is no index.
    package func changesToIndex() throws -> Int64 {
        try read { db in
            let index = SearchIndex(db)
            let newest = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0
            return try index.isPresent() ? newest - min(index.lastChange(), newest) : max(newest, 1)
        }
    }

    /// Brings the index up to the newest change, in transactions of their own; makes it where it is missing, made by an
    /// older Juhe, or mostly waste.
    /// - Returns: how many changes were taken in.
    package func updateIndex() throws -> Int {
        if try changesToIndex() == 0 { return 0 }
        try write { db in
            let index = SearchIndex(db)
            if try !index.isPresent() || index.isMostlyWaste() { try index.reset() }
        }
        return try advanceIndex()
    }

    /// Makes the index anew.
    /// - Returns: how many changes were taken in.
    package func rebuildIndex() throws -> Int {
        try write { db in try SearchIndex(db).reset() }
        return try advanceIndex()
    }

    /// Keeps words for the index; what is too much for memory goes into the index at once.
    func keep(_ words: WordQueue) {
        let isFull = waitingWords.withLock { queue in
            queue.add(words)
            return queue.isFull
        }
        guard isFull else { return }
        do {
            _ = try updateIndex()
        } catch {
            // Whoever brings the index up to date will meet this again, and tell it.
            waitingWords.withLock { $0 = WordQueue() }
        }
    }

    private func advanceIndex() throws -> Int {
        let known = waitingWords.withLock { queue in
            defer { queue = WordQueue() }
            return queue
        }
        var total = 0
        while true {
            let count = try write { db in try SearchIndex(db).advance(known) }
            if count == 0 { return total }
            total += count
        }
    }

    /// Items that a query finds, with what they scored.
    ///
    /// - Parameters:
    ///   - order: newest first, or by relevance and recency among the newest few thousand that match.
    ///   - now: what recency counts from.
    package func search(_ query: SearchQuery, order: SearchOrder, limit: Int, now: Date) throws -> [SearchHit] {
        do {
            return try database.read { db in
                let found = try SearchRun(db, query).numbers(order: order, limit: limit, now: now)
                return try found.compactMap { found in
                    try Self.item(found.number, version: nil, db).map { SearchHit(item: $0.item, score: found.score) }
                }
            }
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_ERROR || error.resultCode == .SQLITE_CORRUPT
        {
            throw Failure(.corruptStore, path, .brokenIndex(error.message ?? error.resultCode.description))
        } catch {
            throw Self.failure(error, path: path)
        }
    }
}
