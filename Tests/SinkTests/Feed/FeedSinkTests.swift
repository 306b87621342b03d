import Foundation
import FoundationXML
import JuheKit
import Testing

@testable import FeedSink

@Suite("The feed sink")
struct FeedSinkTests {
    private struct JSONFeed: Decodable {
        let version: String
        let feed_url: String
        let items: [Item]
    }

    @Test("writes three feeds with the same items")
    func three() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.full, by: feedSink())
        let files = ["rss.xml", "atom.xml", "feed.json"]
        #expect(desk.paths == files.map { "feeds/\($0)" } + files.map { "feeds/jiguan/\($0)" })
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let feed = try decoder.decode(JSONFeed.self, from: Data(desk.text("feed.json").utf8))
        #expect(feed.items.count == 60)
        #expect(feed.feed_url == "https://www.ninglan.example/feeds/feed.json")
        for item in feed.items { #expect(desk.text("rss.xml").contains(">\(item.id)<")) }
        for item in feed.items { #expect(desk.text("atom.xml").contains(">\(item.id)<")) }
    }

    @Test("keeps all that Juhe knows of an item")
    func details() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: feedSink())
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let feed = try decoder.decode(JSONFeed.self, from: Data(desk.text("feed.json").utf8))
        let items = SampleEdition.small.entries.map(\.item)
        for (read, written) in zip(feed.items, items) where written.title?.contains("<b>") != true {
            #expect(read.details == written.details)
            #expect(read.title == written.title)
            #expect(read.url == written.url)
            #expect(read.attachments == written.attachments)
        }
    }

    @Test("has feeds of the editions, each an article that leads to its page")
    func editions() async throws {
        let desk = Desk()
        try await desk.deliver(
            SampleEdition.dressed, by: feedSink(["pages": .text("https://www.ninglan.example/bulletins")]))
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let feed = try decoder.decode(JSONFeed.self, from: Data(desk.text("jiguan/feed.json").utf8))
        #expect(feed.feed_url == "https://www.ninglan.example/feeds/jiguan/feed.json" && feed.items.count == 1)
        #expect(feed.items[0].url == "https://www.ninglan.example/bulletins/jiguan/2026-012-c1.html")
        #expect(feed.items[0].title == "宁澜机关工作简报 第12期（更正）（总第128期）")
        for name in ["rss.xml", "atom.xml"] {
            #expect(XMLParser(data: Data(desk.bytes("jiguan/\(name)"))).parse(), "\(name)")
        }
        let none = Desk()
        try await none.deliver(SampleEdition.dressed, by: feedSink(["editions": .integer(0)]))
        #expect(none.paths.count == 3)
    }

    @Test("does not go back with an old edition")
    func reissue() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: feedSink(), isLatest: false)
        #expect(desk.paths.isEmpty)
    }

    @Test("asks for as many items as it was told")
    func limit() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.full, by: feedSink(["limit": .integer(3), "title": .text("三条")]))
        #expect(desk.text("rss.xml").matches(of: /<item>/).count == 3)
        #expect(desk.text("atom.xml").contains("<title>三条</title>"))
    }

    @Test(
        "wants a home that can be reached",
        arguments: ["", "ninglan.example", "ftp://ninglan.example/", "javascript:x"])
    func home(address: String) {
        let failure = #expect(throws: Failure.self) { try feedSink(["home": .text(address)]) }
        #expect(failure?.code == .configuration)
    }
}
