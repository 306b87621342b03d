import FeedFormats
import Testing

@Suite("Feeds that are not well-formed")
struct RecoveryTests {
    private func entries(_ items: String) throws -> [FeedEntry] {
        try FeedReader.read(Array("<rss version=\"2.0\"><channel><title>宁澜市</title>\(items)</channel></rss>".utf8))
            .entries
    }

    @Test(
        "A title or a link that was never closed ends where the next element begins",
        arguments: [
            "<item><title>公告</titel><link>http://a.ninglan.example/1</link></item>",
            "<item><title>公告</Title><link>http://a.ninglan.example/1</LINK></item>",
            "<item><title>公告<link>http://a.ninglan.example/1</link></item>",
            "<item><link>http://a.ninglan.example/1<title>公告</title></item>",
            "<item><link>http://a.ninglan.example/1</a><title>公告</title></item>",
        ])
    func unclosed(item: String) throws {
        let entry = try #require(try entries(item + "<item><title>二</title></item>").first)
        #expect(entry.title?.value == "公告")
        #expect(entry.link == "http://a.ninglan.example/1")
        #expect(try entries(item + "<item><title>二</title></item>").count == 2)
    }

    @Test("Attributes without quotation marks, an element without its end")
    func unquoted() throws {
        let feed = try FeedReader.read(
            Array(
                """
                <feed xmlns=http://www.w3.org/2005/Atom><entry><link href=http://a.ninglan.example/1 rel=alternate>\
                <title>公告</title></entry></feed>
                """.utf8))
        #expect(feed.entries.first?.title?.value == "公告")
        #expect(feed.entries.first?.link == "http://a.ninglan.example/1")
        #expect(!feed.wellFormed)
    }

    @Test("A type with nothing in it is none", arguments: [";", " ", "; charset=utf-8", "/", "text/;", ""])
    func emptyType(type: String) throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="\(type)">宁澜</title><entry><title type="\(type)">公告</title>\
            <content type="\(type)">全文</content></entry></feed>
            """
        let feed = try FeedReader.read(Array(text.utf8))
        #expect(feed.title?.value == "宁澜")
        #expect(feed.entries.first?.title?.value == "公告")
    }

    @Test("Elements of other namespaces may stand in a link, and markup in a title keeps its stray end tags out")
    func foreign() throws {
        let feed = try FeedReader.read(
            Array(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry>\
                <link href="http://a.ninglan.example/1"><media:title>图</media:title></link><title>公告</title></entry></feed>
                """.utf8))
        #expect(feed.wellFormed)
        #expect(feed.entries.first?.title?.value == "公告")
        #expect(try entries("<item><title>甲</b>乙</title></item>").first?.title?.value == "甲乙")
    }

    @Test(
        "A document that breaks off gives no half addresses and no half dates, but half texts",
        arguments: [
            "<link>http://a.ninglan.exa", "<guid>http://a.ning",
            "<pubDate>Fri, 15 Mar 20",
            "<enclosure url=\"http://a.ninglan.exa", "<enclosure url=http://a.ninglan.exa", "<source url='http://a",
        ])
    func broken(end: String) throws {
        let text = "<rss version=\"2.0\"><channel><item><title>公告</title><description>全文</description>" + end
        let feed = try FeedReader.read(Array(text.utf8))
        let entry = try #require(feed.entries.first)
        #expect(feed.truncated && !entry.isComplete)
        #expect(entry.title?.value == "公告")
        #expect(entry.summary?.value == "全文")
        #expect(entry.id == nil && entry.link == nil && entry.published == nil && entry.links.isEmpty)
        #expect(entry.enclosures.isEmpty && (entry.source?.links ?? []).isEmpty)
        let half = try FeedReader.read(Array("<rss><channel><item><title>公告</title><description>前一".utf8))
        #expect(half.entries.first?.summary?.value == "前一")
    }

    @Test(
        "A person in every spelling",
        arguments: [
            "ban@ninglan.example (王小明)", "王小明 <ban@ninglan.example>", "ban@ninglan.example（王小明）",
            "\"王小明\" <ban@ninglan.example>", "ban@ninglan.example - 王小明", "王小明 (mailto:ban@ninglan.example)",
        ])
    func people(text: String) throws {
        let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let entry = try #require(try entries("<item><author>\(escaped)</author></item>").first)
        #expect(entry.authors == [FeedPerson(name: "王小明", email: "ban@ninglan.example")])
    }

    @Test("Each problem is told with the line it is on, whatever ends the lines")
    func lines() throws {
        for end in ["\n", "\r\n"] {
            let text = [
                "<rss><channel>", "<title>甲 & 乙</title>", "<item>", "<title>x</b></title>", "</item>",
                "</channel></rss>",
            ]
            let feed = try FeedReader.read(Array(text.joined(separator: end).utf8))
            #expect(feed.problems.map(\.line) == [2, 4])
            #expect(feed.problems.map(\.code) == ["bareAmpersand", "mismatchedTag"])
        }
    }
}
