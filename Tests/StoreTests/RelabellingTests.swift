import Foundation
import JuheKit
import Store
import Testing

private let now = Date(timeIntervalSince1970: 1_795_000_000)

private func labelled(_ id: String, _ title: String, _ track: Track?, rule: String = "title") -> NormalizedItem {
    var item = normalized(id, title)
    item.item.details.track = track
    if track != nil { item.item.details.why = [Reason(label: "track", rule: rule)] }
    return item
}

@Suite("Labelling anew, and what people say")
struct RelabellingTests {
    @Test("Another vocabulary asks for every item once; the same one for none")
    func vocabulary() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [labelled("1", "甲", .party), normalized("2", "乙")])], at: now)
        #expect(try store.itemsToLabel(limit: 10).isEmpty)
        try store.adopt(vocabulary: "x")
        let first = try store.itemsToLabel(limit: 1)
        #expect(first.map(\.title) == ["甲"])
        try store.relabel(first)
        #expect(try store.itemsToLabel(limit: 10).map(\.title) == ["乙"])
        try store.relabel(try store.itemsToLabel(limit: 10))
        try store.adopt(vocabulary: "x")
        #expect(try store.itemsToLabel(limit: 10).isEmpty)
        try store.adopt(vocabulary: "y")
        #expect(try store.itemsToLabel(limit: 10).count == 2)
    }

    @Test("A correction outlives a new version, a new labelling and a change of the source's labels")
    func correction() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var profile = SourceProfile(id: "a")
        func take(_ item: NormalizedItem) throws {
            _ = try store.ingest([SourceBatch(source: "a", items: [item], labels: SourceLabels(profile))], at: now)
        }
        try take(labelled("1", "甲", .party))
        let number = try #require(try store.items(ItemQuery()).first?.details.number)
        #expect(try store.correct(LabelCorrection(number: number, track: .fusion, person: "王", date: now)))
        func track() throws -> Track? { try store.item(number: number, version: nil)?.details.track }
        #expect(try track() == .fusion)
        try take(labelled("1", "甲（修订）", .business))
        #expect(try track() == .fusion)
        var item = try #require(try store.item(number: number, version: nil))
        item.details.track = .party
        item.details.why = [Reason(label: "track", rule: "title")]
        try store.relabel([item])
        #expect(try track() == .fusion)
        profile.track = .business
        try take(labelled("1", "甲（修订）", .business))
        #expect(try track() == .fusion)
        let exported = try #require(try store.corrections().first)
        #expect(exported.correction.person == "王" && exported.item.title == "甲（修订）")
        #expect(try !store.correct(LabelCorrection(number: 99, track: .party, date: now)))
    }

    @Test("What an edition cites keeps its labels; what none cites makes no new version")
    func cited() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [labelled("1", "甲", .party), labelled("2", "乙", .party)])], at: now)
        _ = try store.seal(
            EditionSeal(
                bulletin: "b", year: 2026, after: 0, through: 2, sealedAt: now, layout: "{}",
                citations: [Citation(number: 1, version: 1)], sinks: []))
        var items = try [1, 2].map { try #require(try store.item(number: $0, version: nil)) }
        for index in items.indices { items[index].details.track = .fusion }
        try store.relabel(items)
        #expect(try store.item(number: 1, version: 1)?.details.track == .party)
        #expect(try store.item(number: 1, version: nil)?.details.version == 2)
        #expect(try store.item(number: 2, version: nil)?.details.version == 1)
        #expect(try store.item(number: 2, version: nil)?.details.track == .fusion)
        #expect(try store.changes(after: 2, through: 99).isEmpty)
    }

    @Test("A source's new labels outrank the lexicon; where they go, the lexicon is asked again")
    func sourceLabels() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var profile = SourceProfile(id: "a")
        _ = try store.ingest(
            [SourceBatch(source: "a", items: [labelled("1", "甲", .party)], labels: SourceLabels(profile))], at: now)
        profile.track = .business
        _ = try store.ingest([SourceBatch(source: "a", items: [], labels: SourceLabels(profile))], at: now)
        #expect(try store.item(number: 1, version: nil)?.details.track == .business)
        profile.track = nil
        _ = try store.ingest([SourceBatch(source: "a", items: [], labels: SourceLabels(profile))], at: now)
        #expect(try store.item(number: 1, version: nil)?.details.track == nil)
        #expect(try store.itemsToLabel(limit: 9).map(\.title) == ["甲"])
    }
}
