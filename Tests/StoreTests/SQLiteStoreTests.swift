import Foundation
import GRDB
import JuheKit
import Testing

@testable import Store

/// A store in a folder that goes with the test.
final class StoreFolder {
    let path = NSTemporaryDirectory() + "juhe-store-" + UUID().uuidString
    var file: String { path + "/juhe.sqlite" }

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func open() throws -> SQLiteStore { try SQLiteStore(path: file) }
}

/// An item as the stream would hand it over.
func normalized(_ id: String, _ title: String, day: Int = 1) -> NormalizedItem {
    var item = Item(id: id, title: title, datePublished: Date(timeIntervalSince1970: Double(day) * 86_400))
    item.details.fetched = Date(timeIntervalSince1970: 0)
    return NormalizedItem(item: item, identity: id, fingerprint: Array(title.utf8))
}

private let now = Date(timeIntervalSince1970: 1_795_000_000)

@Suite("The SQLite store")
struct SQLiteStoreTests {
    @Test("The same items again change nothing; other content is a new version; versions are kept")
    func versions() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let first = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲"), normalized("2", "乙")])], at: now)
        #expect(first[0].new == 2)
        let watermark = try store.watermark()

        let again = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲"), normalized("2", "乙")])], at: now)
        #expect(again[0].unchanged == 2)
        #expect(try store.watermark() == watermark)

        let changed = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲（修订）")])], at: now)
        #expect(changed[0].changed == 1)
        let item = try #require(try store.items(ItemQuery()).first { $0.id == "1" })
        #expect(item.title == "甲（修订）")
        #expect(item.details.version == 2)
        let number = try #require(item.details.number)
        #expect(try store.item(number: number, version: 1)?.title == "甲")
        #expect(try store.items(cited: [Citation(number: number, version: 1)]).map(\.title) == ["甲"])
    }

    @Test("A full disk and a file that may not be written are told in words, and take nothing away")
    func noRoom() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        let many = (2...2_000).map { normalized("\($0)", "关于做好第\($0)项工作的通知") }
        for (sign, said) in [("PRAGMA max_page_count = 1", "磁盘没有空间了"), ("PRAGMA query_only = ON", "不能写入")] {
            try store.database.writeWithoutTransaction { db in try db.execute(sql: sign) }
            let failure = #expect(throws: Failure.self) {
                try store.ingest([SourceBatch(source: "a", items: many)], at: now)
            }
            #expect(
                failure?.code == .store && failure?.text(.zhHans).contains(said) == true,
                "\(String(describing: failure))")
            #expect(try folder.open().items(ItemQuery()).map(\.title) == ["甲"])
        }
    }

    @Test("The same identifier in two sources is two items")
    func identityPerSource() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [
                SourceBatch(source: "a", items: [normalized("1", "甲")]),
                SourceBatch(source: "b", items: [normalized("1", "乙")]),
            ], at: now)
        #expect(try store.itemCount() == 2)
    }

    @Test("A retracted item is gone from every list, kept as a version, and comes back when the source has it again")
    func retraction() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        let gone = try store.ingest([SourceBatch(source: "a", items: [], retracted: ["1", "没有过"])], at: now)
        #expect(gone[0].deleted == 1)
        #expect(try store.items(ItemQuery()).isEmpty)
        #expect(try store.changes(after: 0, through: try store.watermark()).isEmpty)
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        #expect(try store.items(ItemQuery()).map(\.details.version) == [3])
    }

    @Test("What an enricher makes of a short summary does not become the excerpt", arguments: ["一段长得多的摘要", nil])
    func enrichedSummary(_ summary: String?) throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var short = normalized("1", "甲")
        short.item.summary = "原来的摘要"
        short.item.details.excerpt = "原来的摘要"
        _ = try store.ingest([SourceBatch(source: "a", items: [short])], at: now)
        var item = try #require(try store.items(ItemQuery()).first)
        #expect(item.details.excerpt == "原来的摘要")
        item.summary = summary
        let place = EnricherRecord.Place(change: 1, number: 1)
        try store.enrich([item], by: EnricherRecord(id: "e", mark: "m", place: place, failure: nil))
        let enriched = try #require(try store.items(ItemQuery()).first)
        #expect(enriched.summary == summary && enriched.details.excerpt == "原来的摘要")
    }

    @Test("Fingerprints are told of what is in the stream, not of what was retracted")
    func fingerprints() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲"), normalized("2", "乙")])], at: now)
        _ = try store.ingest([SourceBatch(source: "a", items: [], retracted: ["2"])], at: now)
        #expect(try store.fingerprints(of: "a", ["1", "2", "3"]) == ["1": Array("甲".utf8)])
        #expect(try store.fingerprints(of: "b", ["1"]).isEmpty)
    }

    @Test("An item that is known counts as unchanged and leaves the store as it is, whatever else it lacks")
    func knownItem() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        let watermark = try store.watermark()
        var known = normalized("1", "另一个标题")
        known.isKnown = true
        let again = try store.ingest([SourceBatch(source: "a", items: [known, normalized("2", "乙")])], at: now)
        #expect((again[0].new, again[0].changed, again[0].unchanged) == (1, 0, 1))
        #expect(try store.changes(after: watermark, through: store.watermark()).map(\.item.title) == ["乙"])
    }

    @Test("A source that broke off keeps its old checkpoint and its items; failures in a row are counted")
    func checkpoints() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let failure = Failure(.timeout, "a", .timedOut(seconds: 1, received: 0), isTransient: true)
        _ = try store.ingest([SourceBatch(source: "a", items: [], checkpoint: "一")], at: now)
        for _ in 0..<2 {
            _ = try store.ingest(
                [SourceBatch(source: "a", items: [normalized("1", "甲")], failures: [failure])], at: now
            )
        }
        let record = try #require(try store.sources()["a"])
        #expect(record.state == "一")
        #expect(record.failures == 2)
        #expect(record.failure == failure)
        #expect(try store.itemCount() == 1)
        _ = try store.ingest([SourceBatch(source: "a", items: [], checkpoint: "三")], at: now)
        #expect(try store.sources()["a"]?.failures == 0)
        #expect(try store.sources()["a"]?.state == "三")
    }

    @Test("The stream as of a watermark shows items as they stood then")
    func asOf() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲"), normalized("2", "乙", day: 2)])], at: now)
        let watermark = try store.watermark()
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲二"), normalized("3", "丙")], retracted: ["2"])], at: now)
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲三")])], at: now)
        #expect(try store.items(asOf: watermark, limit: 10).map(\.title) == ["乙", "甲"])
        #expect(Set(try store.items(asOf: try store.watermark(), limit: 10).map(\.title)) == ["甲三", "丙"])
        #expect(try store.items(asOf: watermark, limit: 1).map(\.title) == ["乙"])
    }

    @Test("Editions are numbered per year and in all, and their deliveries wait in the outbox")
    func editions() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        func seal(_ year: Int, after: Int64) throws -> EditionRecord {
            try store.seal(
                EditionSeal(
                    bulletin: "b", year: year, after: after, through: after + 1, sealedAt: now, layout: "{}",
                    citations: [Citation(number: 1, version: 1)], sinks: ["page", "text"]))
        }
        let first = try seal(2026, after: 0)
        let second = try seal(2026, after: 1)
        let third = try seal(2027, after: 2)
        #expect(
            [first, second, third].map { [$0.year, $0.number, $0.total] } == [
                [2026, 1, 1], [2026, 2, 2], [2027, 1, 3],
            ])
        #expect(throws: Failure.self) { try seal(2027, after: 0) }

        let pending = try store.pendingDeliveries()
        #expect(pending.map(\.sink) == ["page", "text", "page", "text", "page", "text"])
        try store.settle(delivery: pending[0].id, as: .sent, at: now)
        try store.settle(
            delivery: pending[1].id, as: .failed(Failure(.sink, "x", .noStore, isTransient: true)), at: now)
        try store.settle(delivery: pending[2].id, as: .failed(Failure(.sink, "x", .noStore)), at: now)
        #expect(try store.pendingDeliveries().map(\.id) == [pending[1].id] + pending[3...].map(\.id))
        try store.redeliver(edition: first.id, sinks: ["page"])
        #expect(try store.deliveries(of: first.id).allSatisfy { $0.state == .pending })
    }

    @Test("Supplements are numbered apart; a correction takes the numbers of what it corrects")
    func series() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲")])], at: now)
        func seal(_ series: Edition.Series, after: Int64, corrects: Int64? = nil) throws -> EditionRecord {
            var seal = EditionSeal(
                bulletin: "b", year: 2026, after: after, through: max(after, 1), sealedAt: now, layout: "{}",
                citations: [Citation(number: 1, version: 1)], sinks: ["page"])
            seal.series = series
            seal.corrects = corrects
            return try store.seal(seal)
        }
        let first = try seal(.regular, after: 0)
        let extra = try seal(.supplement, after: 1)
        let correction = try seal(.regular, after: 0, corrects: first.id)
        let second = try seal(.regular, after: 1)
        let again = try seal(.regular, after: 0, corrects: first.id)
        #expect([first, extra, correction, second, again].map(\.number) == [1, 1, 1, 2, 1])
        #expect([first, correction, second, again].map(\.total) == [1, 1, 2, 1])
        #expect([first, correction, again].map(\.revision) == [0, 1, 2])
        #expect(correction.corrects == first.id)
    }

    @Test("A draft is delivered only once it is released; steps follow each other; what is released never changes")
    func reviews() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest([SourceBatch(source: "a", items: [normalized("1", "甲"), normalized("2", "乙")])], at: now)
        var seal = EditionSeal(
            bulletin: "b", year: 2026, after: 0, through: 2, sealedAt: now, layout: "{}",
            citations: [Citation(number: 1, version: 1)], sinks: ["page"])
        seal.stage = .draft
        let draft = try store.seal(seal)
        #expect(try store.pendingDeliveries().isEmpty)
        func step(_ stage: ReviewStage, _ hash: String, after previous: String) -> ReviewStep {
            ReviewStep(
                action: .passed, stage: stage, person: "张三", at: now, content: "", previous: previous, hash: hash)
        }
        try store.add(step(.first, "a", after: ""), to: draft.id, sinks: ["page"])
        #expect(throws: Failure.self) { try store.add(step(.second, "b", after: ""), to: draft.id, sinks: []) }
        try store.revise(edition: draft.id, layout: "{2}", citations: [Citation(number: 2, version: 1)])
        #expect(try store.editions(of: "b").map(\.stage) == [.draft])
        #expect(try store.cited(in: draft.id).map(\.number) == [2])
        try store.add(step(.released, "c", after: "a"), to: draft.id, sinks: ["page"])
        #expect(try store.pendingDeliveries().map(\.sink) == ["page"])
        #expect(throws: Failure.self) { try store.revise(edition: draft.id, layout: "{3}", citations: []) }
        #expect(throws: Failure.self) { try store.add(step(.draft, "d", after: "c"), to: draft.id, sinks: []) }
        #expect(try store.reviewSteps(of: draft.id).map(\.hash) == ["a", "c"])
    }

    @Test("A store of the first Juhe is taken over with its editions and deliveries")
    func firstSchema() throws {
        let folder = try StoreFolder()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try Schema.migrator.migrate(queue, upTo: "1")
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO edition (bulletin, year, number, total, after, through, sealed_at, layout)
                        VALUES ('b', 2026, 4, 9, 0, 7, 1795000000, '{}');
                        INSERT INTO delivery (edition, sink, state) VALUES (1, 'page', 'pending');
                        """)
            }
        }
        let store = try folder.open()
        let record = try #require(try store.editions(of: "b").first)
        #expect(record.number == 4 && record.series == .regular && record.stage == .released)
        #expect(try store.pendingDeliveries().map(\.edition) == [record.id])
    }

    @Test("New labels in the configuration reach the items already there, as a version but not as a change")
    func relabelling() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var given = normalized("1", "甲")
        given.item.details.unit = "市科协"
        given.item.details.why = [Reason(label: "unit", rule: Reason.sourceRule)]
        var own = normalized("2", "乙")
        own.item.details.track = .fusion
        func labels(_ unit: String, _ track: Track?) -> SourceLabels {
            SourceLabels(SourceProfile(id: "a", unit: unit, track: track))
        }
        _ = try store.ingest([SourceBatch(source: "a", items: [given, own], labels: labels("市科协", nil))], at: now)
        let watermark = try store.watermark()
        _ = try store.ingest([SourceBatch(source: "a", items: [], labels: labels("市科学技术协会", .party))], at: now)
        let items = try store.items(ItemQuery()).sorted { $0.id < $1.id }
        #expect(items.map(\.details.unit) == ["市科学技术协会", "市科学技术协会"])
        #expect(items.map(\.details.track) == [.party, .fusion])
        #expect(try store.watermark() == watermark)
        let number = try #require(items[0].details.number)
        #expect(try store.item(number: number, version: 1)?.details.unit == "市科协")
        _ = try store.ingest([SourceBatch(source: "a", items: [], labels: labels("市科学技术协会", .party))], at: now)
        #expect(try store.items(ItemQuery()).map(\.details.version) == [2, 2])
        // As of the old watermark every item is there once, with the labels it has now.
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [normalized("1", "甲改"), normalized("2", "乙改")])], at: now)
        let then = try store.items(asOf: watermark, limit: 2)
        #expect(Set(then.compactMap(\.title)) == ["甲", "乙"])
        #expect(then.map(\.details.unit) == ["市科学技术协会", "市科学技术协会"])
    }

    @Test("A citation of what is not there seals nothing")
    func lostCitation() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        #expect(throws: Failure.self) {
            try store.seal(
                EditionSeal(
                    bulletin: "b", year: 2026, after: 0, through: 1, sealedAt: now, layout: "{}",
                    citations: [Citation(number: 9, version: 1)], sinks: []))
        }
        #expect(try store.editions(of: nil).isEmpty)
    }

    @Test("Filters narrow the list")
    func filters() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var party = normalized("1", "主题党日", day: 3)
        party.item.details.track = .party
        party.item.details.unit = "市科协"
        party.item.contentHTML = "<p>志愿服务</p>"
        _ = try store.ingest([SourceBatch(source: "a", items: [party, normalized("2", "停水公告", day: 5)])], at: now)
        var query = ItemQuery()
        query.track = .party
        #expect(try store.items(query).map(\.id) == ["1"])
        query = ItemQuery()
        query.containing = "志愿"
        #expect(try store.items(query).map(\.id) == ["1"])
        query = ItemQuery()
        query.since = Date(timeIntervalSince1970: 4 * 86_400)
        #expect(try store.items(query).map(\.id) == ["2"])
        query = ItemQuery()
        query.sources = ["b"]
        #expect(try store.items(query).isEmpty)
    }
}

@Suite("Files that are no store of ours")
struct ForeignFileTests {
    private func refused(_ folder: StoreFolder) -> Failure.Code? {
        do {
            _ = try folder.open()
            return nil
        } catch {
            return (error as? Failure)?.code
        }
    }

    @Test("A damaged file is refused and left as it is")
    func damaged() throws {
        let folder = try StoreFolder()
        let bytes = Data("这不是数据库，只是一些文字。".utf8)
        try bytes.write(to: URL(fileURLWithPath: folder.file))
        #expect(refused(folder) == .corruptStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == bytes)
    }

    @Test("A database damaged in the middle is refused")
    func damagedInside() throws {
        let folder = try StoreFolder()
        do {
            let store = try folder.open()
            _ = try store.ingest(
                [SourceBatch(source: "a", items: (0..<500).map { normalized("\($0)", "条目\($0)") })], at: now)
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
        for offset in 100..<4_096 { bytes[offset] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: folder.file))
        #expect(refused(folder) == .corruptStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == bytes)
    }

    @Test("A newer schema is refused and left as it is")
    func newer() throws {
        let folder = try StoreFolder()
        _ = try folder.open()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try queue.write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
        #expect(refused(folder) == .newerStore)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == bytes)
    }

    @Test("A store whose making was cut off, with its journal left behind, is made anew")
    func cutOff() throws {
        let folder = try StoreFolder()
        // What a kill during the very first transaction leaves: an empty database and a hot rollback journal, whose
        // header says that the file had no page (https://www.sqlite.org/fileformat2.html §3).
        let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        let numbers: [UInt32] = [0, 0, 0, 512, 4_096]
        let journal = magic + numbers.flatMap { number in (0..<4).map { UInt8(number >> (24 - 8 * $0) & 0xFF) } }
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try queue.writeWithoutTransaction { db in try db.execute(sql: "CREATE TABLE t (x); DROP TABLE t; VACUUM") }
        }
        try Data(journal + [UInt8](repeating: 0, count: 512 - journal.count))
            .write(to: URL(fileURLWithPath: folder.file + "-journal"))
        let store = try folder.open()
        #expect(try store.itemCount() == 0)
    }

    @Test("Another program's database is refused and left as it is")
    func foreign() throws {
        let folder = try StoreFolder()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try queue.write { db in try db.execute(sql: "CREATE TABLE person (name TEXT)") }
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
        #expect(refused(folder) == .store)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == bytes)
    }
}

@Suite("The run lock")
struct RunLockTests {
    @Test("The second run hears who holds the lock; afterwards it is free")
    func lock() throws {
        let folder = try StoreFolder()
        do {
            let first = try RunLock(beside: folder.file)
            #expect(first != nil)
            do {
                _ = try RunLock(beside: folder.file)
                Issue.record("two runs at once")
            } catch {
                #expect(error.code == .locked)
                #expect(error.phrase.text(.english).contains("\(getpid())"))
            }
            withExtendedLifetime(first) {}
        }
        #expect(throws: Never.self) { try RunLock(beside: folder.file) }
    }

    @Test("A dry run makes no lock file")
    func dryRun() throws {
        let folder = try StoreFolder()
        #expect(try RunLock(beside: folder.file, createsFile: false) == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
