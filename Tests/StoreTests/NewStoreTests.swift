import Foundation
import GRDB
import JuheKit
import Testing

@testable import Store

@Suite("A store that is made now")
struct NewStoreTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func batch(_ numbers: Range<Int>, of source: String = "a") -> [SourceBatch] {
        [SourceBatch(source: source, items: numbers.map { normalized("\($0)", "关于第\($0)号事项的通知") })]
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test("It is filled without a log, and with one once somebody reads it meanwhile; both see all that was stored")
    func readMeanwhile() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(batch(0..<50), at: now)
        #expect(!exists(folder.file + "-wal"))

        let reader = try folder.open()
        #expect(try reader.itemCount() == 50)
        #expect(exists(folder.file + "-wal"))
        _ = try store.ingest(batch(50..<100), at: now)
        #expect(try reader.itemCount() == 100)
        #expect(try store.itemCount() == 100)
        _ = try reader.ingest(batch(0..<10, of: "b"), at: now)
        #expect(try store.itemCount() == 110)
    }

    @Test("Closed, it is one file; opened again, it has its log")
    func openedAgain() throws {
        let folder = try StoreFolder()
        do {
            let store = try folder.open()
            _ = try store.ingest(batch(0..<50), at: now)
            _ = try store.updateIndex()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["juhe.sqlite"])
        let store = try folder.open()
        _ = try store.ingest(batch(50..<60), at: now)
        #expect(exists(folder.file + "-wal"))
        #expect(try store.itemCount() == 60)
    }

    private func hasDates(_ store: SQLiteStore) throws -> Bool {
        try store.read { db in try db.indexes(on: "item").contains { $0.name == "item_date" } }
    }

    @Test("Items come in the order of their dates before the store is settled and after; only then by the index")
    func settled() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let items = (0..<40).map { number in
            var item = normalized("\(number)", "关于第\(number)号事项的通知")
            item.item.datePublished = now - Double(number * 7 % 40) * 3_600
            return item
        }
        _ = try store.ingest([SourceBatch(source: "a", items: items)], at: now)
        let before = try store.items(ItemQuery(limit: 100)).compactMap(\.datePublished)
        #expect(before.count == 40 && before == before.sorted(by: >))
        #expect(try !hasDates(store))
        try store.settle()
        #expect(try store.items(ItemQuery(limit: 100)).compactMap(\.datePublished) == before)
        #expect(try hasDates(store))
        try store.settle()
    }

    @Test("A first run that was killed before it had settled its store: whoever opens it next does")
    func settledByTheNext() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(batch(0..<50), at: now)
        let next = try folder.open()
        #expect(try hasDates(next))
        // The first one, if it is not dead after all, goes on with what the next one made.
        _ = try store.ingest(batch(50..<60), at: now)
        _ = try store.updateStories()
        #expect(try next.items(ItemQuery(limit: 100)).count == 60)
    }

    @Test("It has the tables that an old one is brought to")
    func tables() throws {
        func shape(_ db: Database) throws -> [String] {
            try String.fetchAll(
                db, sql: "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master ORDER BY type, name")
                + String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
                + [
                    Int.fetchOne(db, sql: "PRAGMA user_version").map(String.init) ?? "",
                    Int.fetchOne(db, sql: "PRAGMA application_id").map(String.init) ?? "",
                ]
        }
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.settle()
        let old = try DatabaseQueue()
        try Schema.migrator.migrate(old)
        let (new, brought) = try (store.read(shape), old.read(shape))
        #expect(new == brought)
        #expect(new.count > 40)
    }

    @Test("Two that make the same store at the same time make one")
    func together() throws {
        let folder = try StoreFolder()
        let stores = try [folder.open(), folder.open()]
        _ = try stores[0].ingest(batch(0..<50), at: now)
        // As if it had looked for the file before the first one made it.
        try stores[1].write(Schema.create)
        #expect(try stores[1].itemCount() == 50)
        #expect(try stores[1].ingest(batch(0..<60), at: now)[0].new == 10)
    }

    @Test("Killed in the middle of a transaction, it has what was stored before, and so has a copy for a dry run")
    func killed() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(batch(0..<300), at: now)
        // What is on the disk while a transaction is too large for memory is what a kill leaves there.
        let killed = try StoreFolder()
        #expect(throws: Failure.self) {
            try store.write { db in
                try db.execute(sql: "PRAGMA cache_size = 10")
                try db.execute(
                    sql: "UPDATE item SET title = title || ?", arguments: [String(repeating: "改", count: 500)])
                for suffix in ["", "-journal"] {
                    try FileManager.default.copyItem(atPath: folder.file + suffix, toPath: killed.file + suffix)
                }
                throw CancellationError()
            }
        }
        let untouched = try StoreFolder()
        for suffix in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: killed.file + suffix, toPath: untouched.file + suffix)
        }
        let copy = try StoreCopy(of: killed.file)
        defer { copy.remove() }
        for path in [killed.file, copy.path] {
            let store = try SQLiteStore(path: path)
            let items = try store.items(ItemQuery(limit: 1_000))
            #expect(items.count == 300)
            #expect(items.allSatisfy { $0.title?.contains("改") == false })
        }
        // Without its journal, the half that was written would stay.
        try FileManager.default.removeItem(atPath: untouched.file + "-journal")
        let torn = try? SQLiteStore(path: untouched.file).items(ItemQuery(limit: 1_000))
        #expect(torn?.contains { $0.title?.contains("改") == true } != false)
    }
}
