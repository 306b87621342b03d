import Foundation
import JuheKit
import Store
import Testing

@Suite("Keeping and taking away")
struct RetentionTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func item(_ id: String, _ kind: Kind?, days: Double, _ text: String = "甲") -> NormalizedItem {
        var item = Item(id: id, title: id, contentText: text, datePublished: now - days * 86_400)
        item.details.kind = kind
        return NormalizedItem(item: item, identity: id, fingerprint: Array((id + text).utf8))
    }

    @Test("Each kind is kept as long as it is to be; what is taken away does not come back; what is cited stays")
    func prunes() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let items = [
            item("old update", .update, days: 800), item("new update", .update, days: 10),
            item("old policy", .policy, days: 800),
            item("old unsorted", nil, days: 800), item("cited", .update, days: 900),
        ]
        _ = try store.ingest([SourceBatch(source: "a", items: items)], at: now)
        _ = try store.ingest([SourceBatch(source: "a", items: [item("old update", .update, days: 800, "乙")])], at: now)
        let cited = try #require(try store.items(ItemQuery()).first { $0.id == "cited" }?.details.number)
        _ = try store.seal(
            EditionSeal(
                bulletin: "b", year: 2026, after: 0, through: 5, sealedAt: now, layout: "{}",
                citations: [Citation(number: cited, version: 1)], sinks: []))
        _ = try store.updateIndex()
        _ = try store.updateStories()

        let count = try store.prune(Retention(spans: [.update: 700 * 86_400], unsorted: 700 * 86_400), at: now)
        #expect(count.items == ["update": 1, "unsorted": 1] && count.cited == 1)
        #expect(Set(try store.items(ItemQuery()).map(\.id)) == ["new update", "old policy", "cited"])
        #expect(try store.itemCount() == 3)
        #expect(try store.items(cited: [Citation(number: cited, version: 1)]).count == 1)
        #expect(try store.versions(of: 1).allSatisfy { $0.title == nil })

        let again = try store.ingest([SourceBatch(source: "a", items: items)], at: now)
        #expect(again[0].new == 0 && again[0].changed == 0)
        let reworded = try store.ingest(
            [SourceBatch(source: "a", items: [item("old update", .update, days: 1, "丙")])], at: now)
        #expect(reworded[0].changed == 0)
        _ = try store.ingest([SourceBatch(source: "a", items: [], retracted: ["old update"])], at: now)
        #expect(try store.itemCount() == 3)
        _ = try store.updateIndex()
        _ = try store.updateStories()
        #expect(try store.prune(Retention(spans: [.update: 700 * 86_400], unsorted: 700 * 86_400), at: now).total == 0)
        #expect(try store.prune(Retention(), at: now).total == 0)
    }
}
