import Foundation
import JuheKit
import Store
import Testing

@Suite("Values on their way into the store and back")
struct RowValuesTests {
    @Test("Every field comes back as it went in, hostile texts too")
    func roundTrip() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let hostile = "引\"号\\ 换\n行\t\u{1}\u{1F}零\u{0}后 👨‍👩‍👧 '; DROP TABLE item; --"
        var item = Item(
            id: hostile, title: hostile, url: "https://a.ninglan.example/1", contentHTML: "<p>正文</p>", contentText: "",
            summary: hostile, datePublished: Date(timeIntervalSince1970: 86_400),
            dateModified: Date(timeIntervalSince1970: -5),
            authors: [Author(name: hostile, url: nil), Author(name: nil, url: "mailto:a@ninglan.example"), Author()],
            tags: [hostile, "", "党建"],
            attachments: [
                Attachment(url: hostile, mimeType: "application/pdf", title: "附件", sizeInBytes: 12),
                Attachment(url: "https://a.ninglan.example/2", mimeType: ""),
            ])
        item.details.fetched = Date(timeIntervalSince1970: 0)
        item.details.document = OfficialDocument(number: "宁发〔2026〕1号")
        item.details.flags = [.undated, .unlinked]
        let batch = SourceBatch(
            source: "a", items: [NormalizedItem(item: item, identity: hostile, fingerprint: [0, 1, 255])])
        #expect(try store.ingest([batch], at: Date(timeIntervalSince1970: 1_795_000_000))[0].new == 1)
        let found = try #require(try store.items(ItemQuery()).first)
        let kept = hostile.replacing("\u{0}", with: "")
        #expect(found.id == kept && found.title == kept && found.summary == kept)
        #expect(found.contentHTML == "<p>正文</p>" && found.contentText == "")
        #expect(found.authors == item.authors && found.tags == item.tags && found.attachments == item.attachments)
        #expect(found.datePublished == item.datePublished && found.dateModified == item.dateModified)
        #expect(found.details.document == item.details.document && found.details.flags == item.details.flags)
        #expect(try store.ingest([batch], at: .distantFuture)[0].unchanged == 1)
    }

    @Test("Sources with nothing new are written down as asked, the others as they are")
    func unchangedSources() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let (first, second) = (Date(timeIntervalSince1970: 1_795_000_000), Date(timeIntervalSince1970: 1_795_000_600))
        let failure = Failure(.timeout, "b", Phrase("超时", en: "too slow"))
        _ = try store.ingest(
            [
                SourceBatch(source: "a", items: [normalized("1", "甲")], checkpoint: "x"),
                SourceBatch(source: "b", items: [], failures: [failure]), SourceBatch(source: "引\"号", items: []),
            ], at: first)
        _ = try store.ingest(
            [
                SourceBatch(source: "a", items: []), SourceBatch(source: "b", items: []),
                SourceBatch(source: "引\"号", items: []),
            ], at: second)
        let records = try store.sources()
        #expect(records["a"]?.lastSuccess == second && records["a"]?.state == "x" && records["a"]?.items == 1)
        #expect(records["a"]?.lastChange == first)
        #expect(records["b"]?.failures == 0 && records["b"]?.failure == nil && records["b"]?.lastSuccess == second)
        #expect(records["引\"号"]?.lastAttempt == second)
    }
}
