import Foundation
import FoundationXML
import JuheKit
import Testing

@testable import FeedFormats

@Suite("Written feeds")
struct WrittenFeedTests {
    private let feed = FeedOutput(
        title: "宁澜机关信息 <合并> & 汇总", home: "https://www.ninglan.example/",
        address: "https://www.ninglan.example/feeds/rss.xml",
        publisher: "宁澜市机关工委", fallbackTime: CivilTime(Date(timeIntervalSince1970: 1_795_000_000), offset: 0))

    private func instant(_ text: String) -> Date { Timestamp.instant(text) ?? .distantPast }

    /// Reads a document strictly and gives its elements by name with their texts.
    private func read(_ bytes: [UInt8]) throws -> [(name: String, text: String, attributes: [String: String])] {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return reader.elements
    }

    private func texts(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        try read(bytes).filter { $0.name == name }.map(\.text)
    }

    @Test(
        "stay well-formed and say what the title says",
        arguments: [
            "<script>alert(1)</script>", "]]>", "a & b &amp; c", "\"quoted\" 'x'", "e\u{301}\u{20DD}", "👍🏽",
            "a\u{0B}b\u{1}c",
        ])
    func hostile(title: String) throws {
        let item = Item(id: "1", title: title, contentText: title + "\u{FFFF}\u{8}]]>", summary: title, tags: [title])
        let clean = OutputText.line(title) ?? ""
        let isMarkup = FeedHTML.looksLikeMarkup(clean)
        #expect(try texts("title", RSSWriter.bytes(feed, [item])).last == (isMarkup ? FeedHTML.escaped(clean) : clean))
        let atom = try read(AtomWriter.bytes(feed, [item])).last { $0.name == "title" }
        let isHTML = atom?.attributes["type"] == "html"
        #expect(atom?.text == (isHTML ? FeedHTML.escaped(clean) : clean))
        #expect(isHTML == clean.utf8.contains { "<&".utf8.contains($0) })
        _ = try JSONSerialization.jsonObject(with: Data(JSONFeedWriter.bytes(feed, [item])))
        for bytes in [RSSWriter.bytes(feed, [item]), AtomWriter.bytes(feed, [item])] {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("]]>"))
        }
    }

    @Test("keep items without title, address, date, text")
    func bare() throws {
        let item = Item(id: "1")
        let rss = RSSWriter.bytes(feed, [item])
        #expect(try texts("title", rss).last == "（无标题）")
        #expect(try texts("pubDate", rss).isEmpty)
        let atom = AtomWriter.bytes(feed, [item])
        #expect(try texts("content", atom) == ["（无标题）"])
        #expect(try texts("updated", atom).first == "2026-11-18T14:26:40Z" || texts("updated", atom).count == 2)
        let json = String(decoding: JSONFeedWriter.bytes(feed, [item]), as: UTF8.self)
        #expect(json.contains("\"content_text\": \"（无标题）\""))
    }

    @Test("take their time from the items")
    func times() throws {
        var future = Item(id: "2", title: "将来", datePublished: instant("2039-01-01T00:00:00Z"))
        future.details.flags = [.futureDate]
        future.details.firstSeen = instant("2026-11-21T00:00:00Z")
        let past = Item(
            id: "1", title: "题", datePublished: instant("2026-11-20T01:02:03Z"),
            dateModified: instant("2026-11-22T00:00:00Z"))
        let rss = RSSWriter.bytes(feed, [past, future])
        #expect(try texts("lastBuildDate", rss) == ["Sun, 22 Nov 2026 00:00:00 +0000"])
        #expect(try texts("pubDate", rss) == ["Fri, 20 Nov 2026 01:02:03 +0000", "Sat, 21 Nov 2026 00:00:00 +0000"])
        let atom = AtomWriter.bytes(feed, [past, future])
        #expect(try texts("updated", atom).first == "2026-11-22T00:00:00Z")
        #expect(try texts("published", atom).first == "2026-11-20T01:02:03Z")
        #expect(RSSWriter.bytes(feed, [past, future]) == rss)
    }

    @Test("give entries of one day different times of change")
    func distinct() throws {
        let items = (0..<200).map { Item(id: "\($0)", title: "题", datePublished: instant("2026-11-20T00:00:00Z")) }
        let updated = try texts("updated", AtomWriter.bytes(feed, items)).dropFirst()
        #expect(Set(updated).count == 200)
        #expect(updated.allSatisfy { $0.hasPrefix("2026-11-20T00:00:00.") && $0.hasSuffix("Z") })
    }

    @Test("carry labels, authors, files and languages")
    func fields() throws {
        var item = Item(
            id: "1", title: "题", url: "https://a.example/1", contentHTML: "<p>文</p>",
            authors: [Author(name: "张三", url: "mailto:zhang@a.example"), Author(name: "李四")], tags: ["标签", "标签"],
            attachments: [
                Attachment(url: "https://a.example/一.pdf", mimeType: "application/pdf", title: "一", sizeInBytes: 7),
                Attachment(url: "https://a.example/2.bin", mimeType: "nonsense"),
                Attachment(url: "/relative", mimeType: "text/plain"),
            ], details: ItemDetails(unit: "财政局", track: .fusion, kind: .policy))
        item.language = "en-GB"
        item.externalURL = "https://b.example/"
        let rss = try read(RSSWriter.bytes(feed, [item]))
        #expect(rss.filter { $0.name == "dc:creator" }.map(\.text) == ["张三", "李四"])
        #expect(rss.filter { $0.name == "category" }.map(\.text) == ["融合", "政策规定", "财政局", "标签"])
        #expect(
            rss.filter { $0.name == "category" }.map { $0.attributes["domain"] ?? "" }
                == ["urn:juhe:track", "urn:juhe:kind", "urn:juhe:unit", ""])
        let enclosure = rss.first { $0.name == "enclosure" }?.attributes
        #expect(enclosure == ["url": "https://a.example/%E4%B8%80.pdf", "length": "7", "type": "application/pdf"])
        #expect(
            rss.filter { $0.name == "atom:link" }.map { $0.attributes["rel"] ?? "" } == [
                "self", "enclosure", "related",
            ])
        #expect(rss.first { $0.name == "dc:language" }?.text == "en-GB")
        let atom = try read(AtomWriter.bytes(feed, [item]))
        #expect(atom.first { $0.name == "entry" }?.attributes["xml:lang"] == "en-GB")
        #expect(
            atom.filter { $0.name == "category" }.map { $0.attributes["term"] ?? "" } == [
                "fusion", "policy", "财政局", "标签",
            ])
        #expect(atom.first { $0.name == "email" }?.text == "zhang@a.example")
        #expect(
            atom.filter { $0.attributes["rel"] == "enclosure" }.map { $0.attributes["type"] ?? "" }
                == ["application/pdf", "application/octet-stream"])
    }

    @Test("leave out what was deleted and what is there already")
    func leftOut() throws {
        var deleted = Item(id: "1", title: "删")
        deleted.details.deleted = true
        let items = [deleted, Item(id: "2", title: "甲"), Item(id: "2", title: "乙")]
        #expect(try texts("title", RSSWriter.bytes(feed, items)).dropFirst() == ["甲"])
    }

    @Test("list subscriptions as OPML")
    func opml() throws {
        let list = OPMLOutput(
            title: "订阅 <全部>",
            outlines: [
                OPMLOutput.Outline(
                    title: "市直单位",
                    outlines: [
                        OPMLOutput.Outline(
                            title: "财政局 \"通知\"", feed: "https://a.example/rss?a=1&b=2", site: "https://a.example/",
                            language: "zh-CN", categories: ["业务", "党建"]),
                        OPMLOutput.Outline(title: "坏的", feed: "javascript:x"),
                    ]),
                OPMLOutput.Outline(title: "", feed: "https://b.example/atom.xml"),
            ])
        let elements = try read(OPMLWriter.bytes(list))
        let outlines = elements.filter { $0.name == "outline" }.map(\.attributes)
        #expect(outlines.map { $0["text"] ?? "" } == ["市直单位", "财政局 \"通知\"", "https://b.example/atom.xml"])
        #expect(outlines[1]["xmlUrl"] == "https://a.example/rss?a=1&b=2")
        #expect(outlines[1]["category"] == "业务,党建")
        #expect(outlines[0]["type"] == nil && outlines[1]["type"] == "rss")
    }
}

/// Gathers the elements of a document in the order they begin.
private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, text: String, attributes: [String: String])] = []
    private var open: [Int] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append((name, "", attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let index = open.last { elements[index].text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }
}
