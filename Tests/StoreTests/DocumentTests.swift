import Foundation
import GRDB
import JuheKit
import Testing

@testable import Store

private let now = Date(timeIntervalSince1970: 1_795_000_000)

private func paper(
    _ id: String, _ title: String, number: String? = nil, _ references: DocumentReference...
) -> NormalizedItem {
    var item = normalized(id, title)
    item.item.details.kind = .policy
    if let number { item.item.details.document = OfficialDocument(number: number) }
    item.item.details.references = references
    return item
}

@Suite("How documents stand to each other")
struct DocumentTests {
    @Test("A repeal marks what it names, by number, by title, and through the cover that issued it")
    func repeal() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [
                SourceBatch(
                    source: "a",
                    items: [
                        paper("1", "宁澜市养犬管理办法", number: "宁政发〔2015〕3号"), paper("2", "关于印发《宁澜市供热管理办法》的通知"),
                        paper(
                            "3", "关于废止部分文件的决定", number: "宁政发〔2026〕9号",
                            DocumentReference(.repeals, number: "宁政发[2015]3号"),
                            DocumentReference(.repeals, title: "宁澜市供热管理办法")),
                    ])
            ], at: now)
        let items = try [1, 2, 3].map { try #require(try store.item(number: $0, version: nil)) }
        let standings = try store.standings(of: items)
        for number in [Int64(1), 2] {
            let standing = try #require(standings[number]?.first)
            #expect(standing.endsThis && standing.number == "宁政发〔2026〕9号" && standing.item == 3)
            #expect(Phrase.standing(standing).zhHans == "已废止，见《关于废止部分文件的决定》（宁政发〔2026〕9号）")
        }
        #expect(standings[3]?.map(\.item) == [1, 2])
        #expect(standings[3]?.allSatisfy { !$0.isPassive } == true)
    }

    @Test("What a document no longer says counts no longer")
    func newVersion() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        func take(_ items: NormalizedItem...) throws {
            _ = try store.ingest([SourceBatch(source: "a", items: items)], at: now)
        }
        try take(paper("1", "宁澜市养犬管理办法"), paper("2", "决定", DocumentReference(.repeals, title: "宁澜市养犬管理办法")))
        let old = try #require(try store.item(number: 1, version: nil))
        #expect(try store.standings(of: [old])[1]?.count == 1)
        try take(paper("2", "决定（更正）"))
        #expect(try store.standings(of: [old]).isEmpty)
    }

    @Test("A document is found by its name as soon as it is there, once settled, and by the name it has now only")
    func names() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        func take(_ items: NormalizedItem...) throws {
            _ = try store.ingest([SourceBatch(source: "a", items: items)], at: now)
        }
        func found() throws -> Int64? {
            let paper = try #require(try store.item(number: 2, version: nil))
            return try store.standings(of: [paper])[2]?.first?.item
        }
        try take(paper("1", "宁澜市养犬管理办法"), paper("2", "决定", DocumentReference(.repeals, title: "宁澜市养犬管理办法")))
        #expect(try found() == 1)
        try store.settle()
        #expect(try found() == 1)
        try take(paper("1", "宁澜市养鸽管理办法"), paper("3", "宁澜市养犬管理办法"))
        #expect(try found() == 3)
        try store.settle()
        #expect(try found() == 3)
        try take(paper("1", "宁澜市养犬管理办法"))
        #expect(try found() == 1)
    }

    @Test("Another document whose name has the same hash is not taken for it")
    func collision() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [
                SourceBatch(
                    source: "a",
                    items: [
                        paper("1", "宁澜市供热管理办法"), paper("2", "决定", DocumentReference(.repeals, title: "宁澜市养犬管理办法")),
                        paper("3", "宁澜市养犬管理办法"),
                    ])
            ], at: now)
        try store.write { db in
            var names = try DocumentNames(db)
            try names.keep(["=宁澜市养犬管理办法"], number: 1)
        }
        let paper = try #require(try store.item(number: 2, version: nil))
        #expect(try store.standings(of: [paper])[2]?.first?.item == 3)
    }

    @Test("An older store's names are found after it was opened")
    func migration() throws {
        let folder = try StoreFolder()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try Schema.migrator.migrate(queue, upTo: "search lengths")
            try queue.write { db in
                for (number, title) in [(1, "宁澜市养犬管理办法"), (2, "决定")] {
                    try db.execute(
                        sql: """
                            INSERT INTO item (number, source, identity, version, change, first_change, hash, first_seen,
                                sort_date, feed_id, title, fetched)
                            VALUES (?1, 'a', ?1, 1, ?1, ?1, x'00', 0, 0, ?1, ?2, 0)
                            """, arguments: [number, title])
                }
                try db.execute(sql: "INSERT INTO document_name VALUES ('=宁澜市养犬管理办法', 1), ('=决定决定决定', 2)")
                try db.execute(sql: "UPDATE counter SET value = 2 WHERE name = 'change'")
            }
        }
        let store = try folder.open()
        var item = try #require(try store.item(number: 2, version: nil))
        item.details.references = [DocumentReference(.repeals, title: "宁澜市养犬管理办法")]
        #expect(try store.standings(of: [item])[2]?.first?.item == 1)
    }

    @Test("What is taken away leaves no name behind")
    func pruned() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var old = paper("1", "宁澜市养犬管理办法", number: "宁政发〔2015〕3号")
        old.item.datePublished = now - 900 * 86_400
        var new = paper("2", "宁澜市供热管理办法")
        new.item.datePublished = now
        _ = try store.ingest([SourceBatch(source: "a", items: [old, new])], at: now)
        try store.settle()
        #expect(try store.prune(Retention(spans: [.policy: 700 * 86_400]), at: now).total == 1)
        let left = try store.read { db in try Int64.fetchAll(db, sql: "SELECT number FROM document_name") }
        #expect(left == [2])
    }

    @Test("What is due comes in the order of its days; what is past or deleted does not come")
    func due() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        func notice(_ id: String, _ days: [Double]) -> NormalizedItem {
            var item = normalized(id, "通知" + id)
            item.item.details.deadlines = days.map {
                Deadline(at: now + $0 * 86_400, isWholeDay: true, text: "请于当日前报送")
            }
            return item
        }
        _ = try store.ingest(
            [
                SourceBatch(
                    source: "a", items: [notice("1", [9, 2]), notice("2", [1]), notice("3", [-1]), notice("4", [3])])
            ],
            at: now)
        _ = try store.ingest([SourceBatch(source: "a", items: [], retracted: ["4"])], at: now)
        #expect(try store.itemsDue(since: now, until: nil).map(\.id) == ["2", "1"])
        #expect(try store.itemsDue(since: now, until: now + 1.5 * 86_400).map(\.id) == ["2"])
        #expect(try store.itemsDue(since: now, until: nil).last?.details.deadlines.count == 2)
    }
}
