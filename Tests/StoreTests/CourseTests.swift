import Foundation
import GRDB
import JuheKit
import Testing

@testable import Store

private let now = Date(timeIntervalSince1970: 1_795_000_000)

@Suite("How a source behaves, in the store")
struct CourseTests {
    private var course: SourceCourse {
        var course = SourceCourse()
        course.wait = 3_600
        course.rest = 60
        course.skips = 1 << 24
        course.failingSince = now
        course.rhythm = 86_400
        course.counts = [30, 0, 31]
        course.seconds = 7
        course.movedTo = "https://a.test/"
        course.mute = .gone
        course.settings = "0123456789abcdef"
        return course
    }

    @Test("It comes back as it was written, and stays where a run has nothing to say of it")
    func roundTrip() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var batch = SourceBatch(source: "a", items: [])
        batch.course = course
        _ = try store.ingest([batch], at: now)
        #expect(try store.sources()["a"]?.course == course)
        _ = try store.ingest([SourceBatch(source: "a", items: []), SourceBatch(source: "b", items: [])], at: now)
        #expect(try store.sources()["a"]?.course == course)
        #expect(try store.sources()["b"]?.course == SourceCourse())
    }

    @Test("Muting works before the first run; unmuting ends the wait too")
    func mute() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        try store.setMute(.byOperator, of: "a")
        #expect(try store.sources()["a"]?.course.mute == .byOperator)
        var batch = SourceBatch(source: "a", items: [])
        batch.course = course
        _ = try store.ingest([batch], at: now)
        try store.setMute(nil, of: "a")
        let after = try #require(try store.sources()["a"]?.course)
        #expect(after.mute == nil && after.wait == 0 && after.rhythm == 86_400)
    }

    @Test("A store of the first version is taken over with all it has")
    func migration() throws {
        let folder = try StoreFolder()
        do {
            let queue = try DatabaseQueue(path: folder.file)
            try Schema.migrator.migrate(queue, upTo: "1")
            try queue.write { db in
                try db.execute(sql: "INSERT INTO source (id, state, failures) VALUES ('a', '一', 2)")
            }
        }
        let record = try #require(try folder.open().sources()["a"])
        #expect(record.state == "一" && record.failures == 2 && record.course == SourceCourse())
    }

    @Test("Items under new identifiers are known again; those of another source are not asked")
    func renaming() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        func items(_ prefix: String, _ titles: [String]) -> [NormalizedItem] {
            titles.enumerated().map { normalized("\(prefix)\($0.offset)", $0.element, day: $0.offset + 1) }
        }
        let titles = ["甲", "乙", "丙", "丁", "戊"]
        _ = try store.ingest([SourceBatch(source: "a", items: items("old", titles))], at: now)
        let numbers = try store.items(ItemQuery()).compactMap(\.details.number).sorted()

        let other = try store.ingest([SourceBatch(source: "b", items: items("new", titles))], at: now)
        #expect(other[0].new == 5 && other[0].renamed == 0)
        let flood = try store.ingest([SourceBatch(source: "a", items: items("new", titles + ["己"]))], at: now)
        #expect(flood[0].renamed == 5 && flood[0].new == 1 && flood[0].changed == 0 && flood[0].unchanged == 5)
        var query = ItemQuery()
        query.sources = ["a"]
        #expect(Set(numbers).isSubset(of: try store.items(query).compactMap(\.details.number)))
        #expect(try store.items(query).allSatisfy { $0.details.version == 1 })

        // Three of five are other items: a new document, and two of the old titles in it.
        let mixed = try store.ingest(
            [SourceBatch(source: "a", items: items("third", ["甲", "乙", "庚", "辛", "壬"]))], at: now)
        #expect(mixed[0].renamed == 0 && mixed[0].new == 5)
    }
}
