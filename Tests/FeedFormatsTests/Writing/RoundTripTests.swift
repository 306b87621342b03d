import Foundation
import JuheKit
import Testing

@testable import FeedFormats

/// What a format can carry comes back when it is read again.
@Suite("Written, then read again")
struct RoundTripTests {
    private let feed = FeedOutput(
        title: "宁澜机关信息 & <汇总>", description: "一句话。", home: "https://www.ninglan.example/",
        address: "https://www.ninglan.example/feeds/all", publisher: "宁澜市机关工委",
        fallbackTime: CivilTime(Date(timeIntervalSince1970: 1_795_000_000), offset: 0))

    /// The same numbers every time, so that a failure can be repeated.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let words = [
        "关于", "通知", "a & b", "<b>不是标记</b>", "&amp;", "\"引号\"", "'", "]]>", "1 < 2", "e\u{301}", "👍🏽", "é", "&nbsp;",
        "第3期",
    ]

    private static func text(_ dice: inout Dice) -> String {
        (0...Int.random(in: 0..<4, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
            .joined(separator: " ")
    }

    /// An item with every field, as the stream has it.
    private static func item(_ number: Int) -> Item {
        var dice = Dice(state: UInt64(number) &* 7919 &+ 1)
        let published = Date(timeIntervalSince1970: 1_780_000_000 + Double(number * 86_401))
        var item = Item(
            id: "\(number)", title: text(&dice), url: "https://www.ninglan.example/a/\(number).html?x=1&y=\(number)",
            contentHTML:
                "<p>\(FeedHTML.escaped(text(&dice)))</p><ul><li>甲<br>乙</li></ul><a href=\"https://a.example/?a=1&amp;b=2\">x</a>",
            summary: text(&dice), datePublished: published, dateModified: published.addingTimeInterval(3_601),
            authors: [
                Author(name: text(&dice), url: "https://www.ninglan.example/ren/\(number)"),
                Author(name: "市民政局 \(number)", url: "mailto:xinxi@ninglan.example"),
            ],
            tags: ["标签 \(number)", text(&dice)],
            attachments: [
                Attachment(
                    url: "https://www.ninglan.example/f/\(number).pdf", mimeType: "application/pdf", title: nil,
                    sizeInBytes: number + 1),
                Attachment(
                    url: "https://www.ninglan.example/f/\(number).docx", mimeType: "application/msword", title: "附件 二",
                    sizeInBytes: nil),
            ])
        item.externalURL = "https://www.ninglan.example/original/\(number)"
        item.image = "https://www.ninglan.example/i/\(number).jpg"
        item.language = number % 2 == 0 ? "en" : "zh-CN"
        return item
    }

    private func again(_ bytes: [UInt8], count: Int) throws -> [Item] {
        let read = try FeedReader.read(bytes)
        #expect(read.wellFormed)
        #expect(read.problems == [])
        #expect(read.title?.plain == feed.title)
        #expect(read.link == feed.home)
        #expect(read.links.contains { $0.rel == "self" && $0.href == feed.address })
        #expect(read.entries.count == count)
        return read.entries.map(\.item)
    }

    private func common(_ written: Item, _ read: Item) {
        #expect(read.title == OutputText.line(written.title))
        #expect(read.url == written.url)
        #expect(read.externalURL == written.externalURL)
        #expect(read.contentHTML == written.contentHTML)
        #expect(read.summary == OutputText.line(written.summary))
        #expect(read.datePublished == written.datePublished)
        #expect(read.authors.map(\.name) == written.authors.map { OutputText.line($0.name) })
        #expect(read.attachments.map(\.url) == written.attachments.map(\.url))
        #expect(read.attachments.map(\.mimeType) == written.attachments.map(\.mimeType))
        #expect(read.attachments.map(\.sizeInBytes) == written.attachments.map(\.sizeInBytes))
        #expect((read.language ?? feed.languageTag) == (written.language ?? feed.languageTag))
    }

    private let items = (0..<120).map { item($0) }

    @Test("RSS 2.0 keeps what it has a place for")
    func rss() throws {
        for (written, read) in zip(items, try again(RSSWriter.bytes(feed, items), count: items.count)) {
            common(written, read)
            #expect(read.image == written.image)
            #expect(read.dateModified == written.dateModified)
            // What looks like markup is written so that readers who take it for HTML show what was meant.
            #expect(read.tags == written.tags.map { FeedHTML.looksLikeMarkup($0) ? FeedHTML.escaped($0) : $0 })
        }
    }

    @Test("Atom 1.0 keeps everything")
    func atom() throws {
        for (written, read) in zip(items, try again(AtomWriter.bytes(feed, items), count: items.count)) {
            common(written, read)
            #expect(read.dateModified == written.dateModified)
            #expect(read.authors == written.authors)
            #expect(read.tags == written.tags)
            #expect(read.attachments.map(\.title) == written.attachments.map(\.title))
            #expect(read.image == written.image)
        }
    }

    @Test("JSON Feed 1.1 keeps everything")
    func json() throws {
        for (written, read) in zip(items, try again(JSONFeedWriter.bytes(feed, items), count: items.count)) {
            common(written, read)
            #expect(read.image == written.image)
            #expect(read.dateModified == written.dateModified)
            #expect(read.authors == written.authors)
            #expect(read.tags == written.tags)
            #expect(read.attachments.map(\.title) == written.attachments.map(\.title))
        }
    }

    @Test("Plain text stays plain text where the format tells it from HTML")
    func plainText() throws {
        let item = Item(id: "1", title: "题", contentText: "一 < 二\n\n& 三")
        #expect(try again(JSONFeedWriter.bytes(feed, [item]), count: 1).first?.contentText == item.contentText)
        let html = "<p>一 &lt; 二</p>\n<p>&amp; 三</p>"
        #expect(try again(RSSWriter.bytes(feed, [item]), count: 1).first?.contentHTML == html)
        #expect(try again(AtomWriter.bytes(feed, [item]), count: 1).first?.contentHTML == html)
    }

    @Test("What was read from ours is written as it was read")
    func stable() throws {
        for write in [RSSWriter.bytes, AtomWriter.bytes, JSONFeedWriter.bytes] {
            let first = try again(write(feed, items), count: items.count)
            let second = try again(write(feed, first), count: items.count)
            for (one, two) in zip(first, second) { common(one, two) }
        }
    }

    @Test("OPML lists come back with their folders")
    func opml() throws {
        let list = OPMLOutput(
            title: "订阅 <全部> & 其他",
            outlines: [
                OPMLOutput.Outline(
                    title: "市民政局",
                    outlines: [
                        OPMLOutput.Outline(
                            title: "通知 & 公告", feed: "https://mzj.ninglan.example/rss.xml?a=1&b=2",
                            site: "https://mzj.ninglan.example/", description: "一句话 <x>", language: "zh-CN",
                            categories: ["business/policy", "通知"])
                    ]),
                OPMLOutput.Outline(title: "https://b.example/atom.xml", feed: "https://b.example/atom.xml"),
            ])
        #expect(try OPMLReader.read(OPMLWriter.bytes(list)) == list)
    }
}

@Suite("Subscription lists of others")
struct OPMLReaderTests {
    private func read(_ text: String) throws -> OPMLOutput { try OPMLReader.read(Array(text.utf8)) }

    @Test("are read whatever their case, their version and their faults")
    func faults() throws {
        let list = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>我的 & 订阅</title></head><body>
            <outline text="要闻"><outline text="一" xmlurl="http://a.example/?x=1&y=2" type='rss'/>
            <outline TEXT=二 xmlUrl="http://b.example/"></outline>
            <outline text="空的"/></outline>
            <outline text="没有名字的夹"><outline xmlUrl="http://c.example/"/>
            """)
        #expect(list.title == "我的 & 订阅")
        #expect(list.outlines.map(\.title) == ["要闻", "没有名字的夹"])
        let feeds = list.outlines.flatMap(\.outlines)
        #expect(feeds.map(\.feed) == ["http://a.example/?x=1&y=2", "http://b.example/", "http://c.example/"])
        #expect(feeds.map(\.title) == ["一", "二", "http://c.example/"])
    }

    @Test(
        "and nothing else is taken for one",
        arguments: ["", "  ", "text", "<rss/>", "<html><body>x</body></html>", "{\"a\":1}"])
    func others(text: String) {
        #expect(throws: FeedReadingError.self) { try read(text) }
    }

    @Test("Folders without end do no harm")
    func deep() throws {
        let list = try read("<opml><body>" + String(repeating: "<outline text='x'>", count: 50_000))
        #expect(list.outlines == [])
    }
}
