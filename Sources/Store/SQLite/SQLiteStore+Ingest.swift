package import Foundation
import GRDB
import JuheKit
import Search
import Stories

extension SQLiteStore {
    /// Takes in what sources brought, all or nothing.
    package func ingest(_ batches: [SourceBatch], at now: Date, leavingRest: Bool) throws -> [IngestCount] {
        var words = WordQueue()
        let counts = try write { db in
            words = WordQueue()
            var change = try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = 'change'") ?? 0
            let before = change
            var upsert = try ItemUpsert(db)
            var records = try SourceUpdate(batches, db)
            var understanding = try KeptUnderstanding(db)
            var stories = try StoryKeys(db)
            var counts: [IngestCount] = []
            var waiting: [Int64] = []
            for batch in batches {
                var count = IngestCount()
                if let labels = try records.differingLabels(of: batch) { try relabel(batch.source, labels, db) }
                count.renamed = try rename(batch, db)
                let items = batch.items.span
                for index in items.indices {
                    let row =
                        items[index].isKnown
                        ? nil : try upsert.run(items[index], source: batch.source, now: now, change: change + 1)
                    if items[index].item.details.file != nil || items[index].item.details.submission != nil {
                        try FileRecord(items[index].item.details)
                            .keep(source: batch.source, identity: items[index].identity, db)
                    }
                    guard let row else {
                        count.unchanged += 1
                        continue
                    }
                    change += 1
                    if row.version == 1 { count.new += 1 } else { count.changed += 1 }
                    if leavingRest {
                        waiting.append(row.number)
                        // What an older version said goes at once.
                        if row.version > 1 {
                            try understanding.keep(items[index].item, number: row.number, isNew: false)
                        }
                        continue
                    }
                    try understanding.keep(items[index].item, number: row.number, isNew: row.version == 1)
                    let found = (batch.findables.isEmpty ? nil : batch.findables[index]) ?? Findable(items[index])
                    try stories.keep(
                        found.keys, distance: found.distance, date: row.sortDate, number: row.number, change: change)
                    words.add(
                        WordQueue.Entry(
                            change: change, number: row.number, sortDate: row.sortDate, isNew: row.version == 1,
                            words: found.words))
                }
                for identity in batch.retracted {
                    guard try retract(identity, of: batch.source, change: change + 1, db) else { continue }
                    count.deleted += 1
                    change += 1
                }
                try Self.hold(batch, db)
                try records.remember(batch, count, at: now)
                if let course = batch.course { try setCourse(course, of: batch.source, db) }
                counts.append(count)
            }
            try records.rememberUnchanged(at: now, db)
            try LabelQueue(db).add(waiting)
            if change != before {
                try db.execute(sql: "UPDATE counter SET value = ? WHERE name = 'change'", arguments: [change])
            }
            return counts
        }
        keep(words)
        return counts
    }

    package func fingerprints(of source: String, _ identities: [String]) throws -> [String: [UInt8]] {
        try read { db in
            // An item that was retracted is one to be taken in again; of one that was pruned nothing is left to compare.
            let statement = try db.cachedStatement(
                sql: "SELECT hash FROM item WHERE source = ? AND identity = ? AND deleted = 0")
            var fingerprints: [String: [UInt8]] = [:]
            for identity in identities {
                guard let hash = try Data.fetchOne(statement, arguments: [source, identity]) else { continue }
                fingerprints[identity] = Array(hash)
            }
            return fingerprints
        }
    }

    private func retract(_ identity: String, of source: String, change: Int64, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE item SET deleted = 1, version = version + 1, change = ?
                WHERE source = ? AND identity = ? AND deleted = 0
                """, arguments: [change, source, identity])
        return db.changesCount > 0
    }
}
