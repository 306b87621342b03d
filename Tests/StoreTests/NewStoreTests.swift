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
