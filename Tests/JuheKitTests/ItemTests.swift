import Foundation
import JuheKit
import Testing

@Suite("Items as JSON Feed")
struct ItemTests {
    private func coders() -> (JSONEncoder, JSONDecoder) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.dateEncodingStrategy = .iso8601
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return (encoder, decoder)
    }

    @Test("An item comes back as it was written")
    func roundTrip() throws {
        var item = Item(
            id: "a", title: "关于报送总结的通知", url: "https://gongwei.ninglan.example/a", contentHTML: "<p>正文</p>",
            summary: "摘要", datePublished: Date(timeIntervalSince1970: 1_795_000_000),
            authors: [Author(name: "办公室")], tags: ["通知"],
            attachments: [Attachment(url: "https://gongwei.ninglan.example/a.docx", mimeType: "application/msword")])
        item.details = ItemDetails(
            unit: "市直机关工委", track: .fusion, kind: .policy, column: "通知公告",
            document: OfficialDocument(number: "宁直工发〔2026〕12号"))
        item.details.why = [Reason(label: "track", rule: "source")]
        item.details.flags = [.undated]
        item.details.firstSeen = Date(timeIntervalSince1970: 1_795_000_100)
        let (encoder, decoder) = coders()
        #expect(try decoder.decode(Item.self, from: try encoder.encode(item)) == item)
    }

    @Test("The smallest item of a plugin is an item")
    func smallest() throws {
        let (_, decoder) = coders()
        let item = try decoder.decode(Item.self, from: Data(#"{"id":"1","title":"你好"}"#.utf8))
        #expect(item == Item(id: "1", title: "你好"))
    }

    @Test("The words are those of JSON Feed 1.1, the rest stands in _juhe")
    func words() throws {
        var item = Item(id: "1", contentHTML: "x", datePublished: Date(timeIntervalSince1970: 0))
        item.details.track = .party
        let (encoder, _) = coders()
        let text = String(decoding: try encoder.encode(item), as: UTF8.self)
        #expect(
            text
                == #"{"_juhe":{"track":"party","version":1},"content_html":"x","date_published":"1970-01-01T00:00:00Z","id":"1"}"#
        )
    }

    @Test("A secret shows nothing however it is printed")
    func secret() {
        let secret = Secret("canary-4711")
        var dumped = ""
        dump(Options(["token": .secret(secret)]), to: &dumped)
        #expect(
            !"\(secret) \(String(reflecting: secret)) \(Options(["t": .secret(secret)])) \(dumped)".contains("canary"))
        #expect(secret.reveal() == "canary-4711")
    }
}
