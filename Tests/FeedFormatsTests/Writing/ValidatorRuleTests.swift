import Foundation
import FoundationXML
import JuheKit
import Testing

@testable import FeedFormats

/// What the W3C Feed Validation Service and the JSON Feed specification check, over ordinary, bare and hostile items.
@Suite("A validator has nothing to say")
struct ValidatorRuleTests {
    private static let hostile = [
        "<script>alert(1)</script>", "]]>", "a & b", "&nbsp;", "\u{0B}\u{FFFF}", "", "  ", "javascript:x", "//x",
        "a\nb", "\"'<>",
        "http://x y/", "mailto:", "2026-13-45", "é👍🏽",
    ]

    private static let items: [Item] =
        [Item(id: "bare")]
        + hostile.enumerated().map { index, text in
            var item = Item(
                id: text + "\(index)", title: text, url: index % 2 == 0 ? "https://a.example/\(text)" : text,
                contentHTML: index % 3 == 0 ? "<p style=\"x\">\(index)<a href=\"/r\">r</a><img src=i.png></p>" : nil,
                contentText: text, summary: text,
                datePublished: index % 4 == 0 ? nil : Date(timeIntervalSince1970: 1_790_000_000), dateModified: nil,
                authors: [Author(name: text, url: text)], tags: [text, text, "同"],
                attachments: [
                    Attachment(url: "https://a.example/\(index)", mimeType: text, title: text, sizeInBytes: -index),
                    Attachment(url: text, mimeType: "text/plain", title: nil, sizeInBytes: nil),
                    Attachment(url: "https://a.example/b\(index)", mimeType: "image/png", title: nil, sizeInBytes: 3),
                ])
            item.image = text
            item.language = text
            item.externalURL = index % 2 == 0 ? "https://b.example/\(index)" : text
            item.details.track = .party
            return item
        }

    private let feed = FeedOutput(
        title: " <b>宁澜</b> ", home: "https://www.ninglan.example/", address: "https://www.ninglan.example/feed",
        publisher: "宁澜市 & 机关工委", fallbackTime: CivilTime(Date(timeIntervalSince1970: 1_795_000_000), offset: 0))

    private func root(_ bytes: [UInt8]) throws -> XMLElement {
        try #require(try XMLDocument(data: Data(bytes)).rootElement())
    }

    private func one(_ name: String, in element: XMLElement) throws -> String {
        let found = element.elements(forName: name)
        #expect(found.count == 1, "\(name)")
        return found.first?.stringValue ?? ""
    }

    private func noneTwice(_ names: [String], in element: XMLElement) {
        for name in names { #expect(element.elements(forName: name).count <= 1, "\(name) twice") }
    }

    private func value(_ name: String, _ element: XMLElement) -> String? {
        // `attribute(forName:)` finds none in elements of a default namespace.
        element.attributes?.first { $0.name == name }?.stringValue
    }

    private func isAddress(_ text: String?) -> Bool {
        text?.wholeMatch(of: /https?:\/\/[!-~]+/) != nil
    }

    /// HTML in a feed has nothing that runs, and nothing relative.
    private func checkHTML(_ html: String) {
        #expect(!html.contains("<script") && !html.contains("style=") && !html.contains("onclick"))
        #expect(html.firstMatch(of: /(?:href|src)="(?!https?:|mailto:|tel:)/) == nil)
    }

    @Test("about RSS 2.0")
    func rss() throws {
        let rss = try root(RSSWriter.bytes(feed, Self.items))
        #expect(rss.name == "rss" && value("version", rss) == "2.0")
        let channel = try #require(rss.elements(forName: "channel").first)
        for name in ["title", "description"] { #expect(try !one(name, in: channel).isEmpty) }
        #expect(try isAddress(one("link", in: channel)))
        #expect(try one("language", in: channel).wholeMatch(of: /[a-z]{2}(-[a-z]{2})?/) != nil)
        let date = /(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000/
        #expect(try one("lastBuildDate", in: channel).wholeMatch(of: date) != nil)
        let own = channel.elements(forName: "atom:link").first
        #expect(own.flatMap { value("rel", $0) } == "self")
        #expect(own.flatMap { value("type", $0) } == "application/rss+xml")
        let items = channel.elements(forName: "item")
        #expect(items.count == Self.items.count)
        #expect(Set(try items.map { try one("guid", in: $0) }).count == items.count)
        for item in items {
            noneTwice(
                ["title", "link", "description", "pubDate", "enclosure", "content:encoded", "dc:language"], in: item)
            #expect(!item.elements(forName: "title").isEmpty || !item.elements(forName: "description").isEmpty)
            let names = (item.children ?? []).compactMap(\.name)
            if let content = names.firstIndex(of: "content:encoded") {
                #expect(names.firstIndex(of: "description").map { $0 < content } == true)
            }
            #expect(item.elements(forName: "guid").first.flatMap { value("isPermaLink", $0) } == "false")
            for link in item.elements(forName: "link") { #expect(isAddress(link.stringValue)) }
            for pub in item.elements(forName: "pubDate") { #expect(pub.stringValue?.wholeMatch(of: date) != nil) }
            for file in item.elements(forName: "enclosure") {
                #expect(isAddress(value("url", file)) && value("length", file)?.wholeMatch(of: /\d+/) != nil)
                #expect(value("type", file)?.wholeMatch(of: /[^\/\s]+\/[^\/\s]+/) != nil)
            }
            for image in item.elements(forName: "media:thumbnail") { #expect(isAddress(value("url", image))) }
            for content in item.elements(forName: "content:encoded") { checkHTML(content.stringValue ?? "") }
        }
    }

    @Test("about Atom 1.0")
    func atom() throws {
        let atom = try root(AtomWriter.bytes(feed, Self.items))
        let date = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/
        #expect(try one("id", in: atom).hasPrefix("urn:uuid:"))
        #expect(try !one("title", in: atom).isEmpty)
        #expect(try one("updated", in: atom).wholeMatch(of: date) != nil)
        #expect(!atom.elements(forName: "author").isEmpty)
        #expect(atom.elements(forName: "link").contains { value("rel", $0) == "self" })
        let entries = atom.elements(forName: "entry")
        #expect(entries.count == Self.items.count)
        #expect(Set(try entries.map { try one("id", in: $0) }).count == entries.count)
        #expect(Set(try entries.map { try one("updated", in: $0) }).count == entries.count)
        for entry in entries {
            noneTwice(["summary", "content", "published", "rights", "source"], in: entry)
            #expect(try !one("title", in: entry).isEmpty)
            #expect(try one("updated", in: entry).wholeMatch(of: date) != nil)
            let links = entry.elements(forName: "link")
            let alternates = links.filter { value("rel", $0) == "alternate" }
            #expect(alternates.count <= 1)
            #expect(!alternates.isEmpty || !entry.elements(forName: "content").isEmpty)
            for link in links { #expect(isAddress(value("href", link))) }
            for author in entry.elements(forName: "author") {
                #expect(try !one("name", in: author).isEmpty)
                noneTwice(["uri", "email"], in: author)
                for mail in author.elements(forName: "email") { #expect(mail.stringValue?.contains("@") == true) }
            }
            for category in entry.elements(forName: "category") { #expect(value("term", category)?.isEmpty == false) }
            if let language = value("xml:lang", entry) {
                #expect(language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil)
            }
            for content in entry.elements(forName: "content") where value("type", content) == "html" {
                checkHTML(content.stringValue ?? "")
            }
        }
    }

    @Test("about JSON Feed 1.1")
    func json() throws {
        let data = Data(JSONFeedWriter.bytes(feed, Self.items))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect((root["title"] as? String)?.isEmpty == false)
        let items = try #require(root["items"] as? [[String: Any]])
        #expect(items.count == Self.items.count)
        #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
        for item in items {
            #expect(item["content_html"] is String || item["content_text"] is String)
            for key in ["url", "external_url", "image"] where item[key] != nil {
                #expect(isAddress(item[key] as? String))
            }
            for key in ["date_published", "date_modified"] where item[key] != nil {
                #expect((item[key] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
            }
            for author in item["authors"] as? [[String: Any]] ?? [] { #expect(!author.isEmpty) }
            for tag in item["tags"] as? [Any] ?? [] { #expect((tag as? String)?.isEmpty == false) }
            for file in item["attachments"] as? [[String: Any]] ?? [] {
                #expect(isAddress(file["url"] as? String))
                #expect((file["mime_type"] as? String)?.contains("/") == true)
                #expect((file["size_in_bytes"] as? Int).map { $0 >= 0 } ?? true)
            }
            if let html = item["content_html"] as? String { checkHTML(html) }
            // Extensions are objects whose names begin with an underscore.
            #expect(item["_juhe"] is [String: Any])
        }
    }

    @Test("about OPML 2.0")
    func opml() throws {
        let outlines = Self.hostile.map { OPMLOutput.Outline(title: $0, feed: "https://a.example/\($0)", language: $0) }
        let folder = OPMLOutput.Outline(title: "", outlines: outlines)
        let opml = try root(OPMLWriter.bytes(OPMLOutput(title: "", outlines: outlines + [folder])))
        #expect(value("version", opml) == "2.0")
        let head = try #require(opml.elements(forName: "head").first)
        #expect(try !one("title", in: head).isEmpty)
        let body = try #require(opml.elements(forName: "body").first)
        let all = body.elements(forName: "outline")
        #expect(all.count == outlines.count + 1)
        for outline in all + all.flatMap({ $0.elements(forName: "outline") }) {
            #expect(value("text", outline)?.isEmpty == false)
            if value("type", outline) == "rss" { #expect(isAddress(value("xmlUrl", outline))) }
        }
    }
}
