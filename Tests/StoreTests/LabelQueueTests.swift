import Foundation
import GRDB
import JuheKit
import Testing

@testable import Store

private let now = Date(timeIntervalSince1970: 1_795_000_000)

@Suite("Items that wait for their labels")
struct LabelQueueTests {
    private func filled(_ count: Int, leavingRest: Bool) throws -> (StoreFolder, SQLiteStore) {
        let folder = try StoreFolder()
        let store = try folder.open()
        let items = (1...count).map { normalized("\($0)", "第\($0)号事项") }
        _ = try store.ingest([SourceBatch(source: "a", items: items)], at: now, leavingRest: leavingRest)
        return (folder, store)
    }

    /// Three pieces of the numbers to 60, each of up to six.
    private static func someNumbers() -> [Int64] {
        let start = Int64.random(in: 1...60)
        var numbers: [Int64] = []
        for first in [start, start + 7, start + 14] {
            let last = first + Int64.random(in: 0...5)
            numbers += (first...last).filter { $0 <= 60 }
        }
        return numbers
    }

    private func waiting(_ store: SQLiteStore) throws -> [Int64] {
        try store.itemsToLabel(limit: 1_000).compactMap(\.details.number)
    }

    @Test(
        "What comes in one transaction is one row, however much it is; labelled from the front, from the back, in the middle"
    )
    func ranges() throws {
        let (folder, store) = try filled(100, leavingRest: true)
        #expect(try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM relabel") } == 1)
        let all = try store.itemsToLabel(limit: 1_000)
        try store.relabel(Array(all[0..<10]))
        try store.relabel(Array(all[90..<100]))
        try store.relabel(Array(all[40..<60]))
        try store.relabel([all[20]])
        #expect(try waiting(store) == Array(11...20) + Array(22...40) + Array(61...90))
        #expect(try store.itemsToLabel(limit: 12).compactMap(\.details.number) == Array(11...20) + [22, 23])
        try store.relabel(try store.itemsToLabel(limit: 1_000))
        #expect(try waiting(store).isEmpty)
        withExtendedLifetime(folder) {}
    }

    @Test("Ranges that meet or overlap become one; any order of adding and removing leaves what sets would")
    func asSets() throws {
        let (folder, store) = try filled(60, leavingRest: false)
        for _ in 0..<200 {
            let steps: [(isAdded: Bool, numbers: [Int64])] = (0..<8).map { _ in
                (Bool.random(), Self.someNumbers())
            }
            var expected: Set<Int64> = []
            try store.write { db in
                try db.execute(sql: "DELETE FROM relabel")
                for step in steps {
                    if step.isAdded {
                        try LabelQueue(db).add(step.numbers)
                        expected.formUnion(step.numbers)
                    } else {
                        try LabelQueue(db).remove(step.numbers)
                        expected.subtract(step.numbers)
                    }
                }
            }
            #expect(try waiting(store) == expected.sorted(), "\(steps)")
            let touching = try store.read { db in
                try Int.fetchOne(
                    db,
                    sql: "SELECT count(*) FROM relabel a JOIN relabel b ON b.first > a.first AND b.first <= a.last + 1")
            }
            #expect(touching == 0, "\(steps)")
        }
        withExtendedLifetime(folder) {}
    }

    @Test("What waited in a store of an older version still waits")
    func older() throws {
        let folder = try StoreFolder()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try Schema.migrator.migrate(queue, upTo: "document names")
            try queue.write { db in
                try db.execute(sql: "INSERT INTO relabel VALUES (1), (2), (3), (7), (9), (10)")
                for number in 1...10 {
                    try db.execute(
                        sql: """
                            INSERT INTO item (number, source, identity, version, change, first_change, hash, first_seen,
                                sort_date, feed_id, title, fetched)
                            VALUES (?1, 'a', ?1, 1, ?1, ?1, x'00', 0, 0, ?1, ?1, 0)
                            """, arguments: [number])
                }
            }
        }
        #expect(try waiting(try folder.open()) == [1, 2, 3, 7, 9, 10])
    }
}
