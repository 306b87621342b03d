import FeedFormats
import Testing

@Suite("Reading feeds")
struct FeedReaderTests {
    private func read(_ text: String, base: String? = nil) throws -> Feed {
        try FeedReader.read(Array(text.utf8), hints: .init(baseURL: base))
    }

    @Test("RSS 2.0 with its usual extensions")
    func rss() throws {
        let feed = try read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>宁澜市机关党建</title><link>http://www.ningl.example/</link><description>通知</description>
            <ttl>60</ttl><item><title>关于印发《若干措施》的通知 &amp; 问答</title><link>/art/1.html?a=1&amp;b=2</link>
            <guid isPermaLink="false">n-1</guid><pubDate>Fri, 15 Mar 2024 09:30:00 +0800</pubDate>
            <dc:creator><![CDATA[市委办]]></dc:creator><category domain="http://x/">通知</category>
            <description><![CDATA[<p>摘要</p>]]></description><c:encoded><![CDATA[<p>正文</p>]]></c:encoded>
            <enclosure url="a.pdf" length="10" type="application/pdf"/></item></channel></rss>
            """, base: "http://www.ningl.example/rss.xml")
        #expect(feed.format == .rss20)
        #expect(feed.wellFormed)
        #expect(feed.title?.value == "宁澜市机关党建")
        #expect(feed.schedule.timeToLive == 60)
        let entry = try #require(feed.entries.first)
        #expect(entry.title?.value == "关于印发《若干措施》的通知 & 问答")
        #expect(entry.link == "http://www.ningl.example/art/1.html?a=1&b=2")
        #expect(entry.id == "n-1")
        #expect(entry.published == 1_710_466_200)
        #expect(entry.author == "市委办")
        #expect(entry.categories == [FeedCategory(term: "通知", scheme: "http://x/")])
        #expect(entry.body?.value == "<p>正文</p>")
        #expect(entry.enclosures.first?.url == "http://www.ningl.example/a.pdf")
    }

    @Test("Atom with inline XHTML")
    func atom() throws {
        let feed = try read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://www.ningl.example/" xml:lang="zh"><title>t</title>
            <entry><id>urn:1</id><title type="html">a &lt;b&gt;b&lt;/b&gt;</title><link href="1.html"/>
            <updated>2024-03-15T09:30:00+08:00</updated><author><name>甲</name><email>a@b.example</email></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一<br/>二<a name="x"/></p></div></content>
            </entry></feed>
            """)
        let entry = try #require(feed.entries.first)
        #expect(feed.format == .atom10)
        #expect(entry.link == "http://www.ningl.example/1.html")
        #expect(entry.content.first?.value == "<p>一<br>二<a name=\"x\"></a></p>")
        #expect(entry.content.first?.language == "zh")
        #expect(entry.author == "甲 (a@b.example)")
    }

    @Test("RSS 1.0 keeps its items beside the channel")
    func rdf() throws {
        let feed = try read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="http://x/"><title>t</title><items><rdf:Seq><rdf:li rdf:resource="http://x/1"/></rdf:Seq></items>
            </channel><item rdf:about="http://x/1"><title>a</title></item><item rdf:about="http://x/2"/></rdf:RDF>
            """)
        #expect(feed.format == .rss10)
        #expect(feed.entries.map(\.id) == ["http://x/1", "http://x/2"])
    }

    @Test("JSON Feed")
    func json() throws {
        let feed = try read(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"宁澜","items":[{"id":"1","url":"http://x/1",
            "content_html":"<p>a</p>","date_published":"2024-03-15T09:30:00+08:00","tags":["\\u901a\\u77e5"]}]}
            """)
        #expect(feed.format == .json)
        #expect(feed.entries.first?.categories.first?.term == "通知")
        #expect(feed.entries.first?.published == 1_710_466_200)
    }

    @Test("What is broken is read as far as it goes, and said")
    func broken() throws {
        let feed = try read(
            """
            <rss version="2.0"><channel><title>a & b &nbsp; c</title><item><title>one</titel></item>
            <item><title>two</title><item><title>three</title><link>http://x/?a=1&b=2</link></item><item><title>fo
            """)
        #expect(feed.title?.value == "a & b \u{A0} c")
        #expect(feed.entries.map { $0.title?.value } == ["one", "two", "three", "fo"])
        #expect(feed.entries[2].link == "http://x/?a=1&b=2")
        #expect(feed.truncated)
        #expect(!feed.wellFormed)
        #expect(feed.problems.contains { $0.code == "bareAmpersand" && $0.line == 1 })
    }

    @Test("A prefix that nobody declared means what it usually means, in long feeds too")
    func undeclaredPrefix() throws {
        let item =
            "<item><title>a</title><dc:creator>甲</dc:creator><enclosure url=\"http://x/\(String(repeating: "a", count: 200))\"/></item>"
        let feed = try read("<rss><channel>" + String(repeating: item, count: 5000) + "</channel></rss>")
        #expect(feed.entries.count == 5000)
        #expect(feed.entries.last?.author == "甲")
        #expect(feed.problems.contains { $0.code == "undeclaredPrefix" })
    }

    @Test("What is not a feed says what it is")
    func notAFeed() {
        func found(_ text: String) -> FeedReadingError? {
            do throws(FeedReadingError) {
                _ = try FeedReader.read(Array(text.utf8))
                return nil
            } catch { return error }
        }
        #expect(found(" \n") == .empty)
        #expect(found("<!DOCTYPE html><html><body>404</body></html>") == .notAFeed(found: .html))
        #expect(found("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head/></html>") == .notAFeed(found: .html))
        #expect(found("<opml version=\"2.0\"/>") == .notAFeed(found: .xml(root: "opml")))
        #expect(found("{\"code\":404}") == .notAFeed(found: .json))
        #expect(found("Not found") == .notAFeed(found: .text))
        // Bytes of a compressed file that look like a tag are no name: nobody's terminal is to be shown them.
        let file =
            "\u{1F}\u{8B}\u{8}\u{0}<\u{FFFD}J\u{C}\u{FFFD}5\u{3}\u{FFFD}\u{2}>\u{7}\u{FFFD}\u{1}\u{FFFD}\u{4}\u{5}\u{6}"
        #expect(found(file) == .notAFeed(found: .binary))
    }

    @Test("Entities that grow are refused")
    func bomb() {
        var text = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">"
        for (inner, outer) in zip("abcdefghij", "bcdefghijk") {
            text += "<!ENTITY \(outer) \"" + String(repeating: "&\(inner);", count: 10) + "\">"
        }
        text += "]><rss><channel><title>&k;</title></channel></rss>"
        #expect(throws: FeedReadingError.entityBomb(line: 1)) { try FeedReader.read(Array(text.utf8)) }
    }
}
