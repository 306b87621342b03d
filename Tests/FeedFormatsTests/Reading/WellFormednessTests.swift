import FeedFormats
import Testing

/// XML 1.0 and Namespaces in XML 1.0 say what is well-formed; a reader mends the rest and says so.
@Suite("What is not well-formed is read and reported")
struct WellFormednessTests {
    private func feed(_ text: String) throws -> Feed { try FeedReader.read(Array(text.utf8)) }

    private func rss(_ inside: String, attributes: String = "") -> String {
        "<rss version=\"2.0\"\(attributes)>\n<channel>\n<title>要闻</title>\n\(inside)\n</channel>\n</rss>"
    }

    @Test(
        "with its line",
        arguments: [
            ("<item><title>a&nbsp;b</title></item>", "undefinedEntity"),
            ("<item><title>a & b</title></item>", "bareAmpersand"),
            ("<item><title>&#X4E00;</title></item>", "bareAmpersand"),
            ("<item><link>http://a.test/?x=1&y=2</link></item>", "bareAmpersand"),
            ("<item><enclosure url=\"http://a.test/?x=1&y=2\"/></item>", "bareAmpersand"),
            ("<item><other at=\"&nbsp;\">x</other></item>", "undefinedEntity"),
            ("<item><other>&nbsp;</other></item>", "undefinedEntity"),
            ("<item><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>&hellip;</p></body></item>", "undefinedEntity"),
            ("<x:y/>", "undeclaredPrefix"), ("<other><x:y/></other>", "undeclaredPrefix"),
            ("<item x:y=\"1\"/>", "undeclaredPrefix"), ("<other><z x:y=\"1\"/></other>", "undeclaredPrefix"),
            ("<a xmlns:x=\"http://x.test/\"/><x:b/>", "undeclaredPrefix"),
            ("<item><body xmlns=\"http://www.w3.org/1999/xhtml\"><x:p>一</x:p></body></item>", "undeclaredPrefix"),
            ("<item xmlns:x=\"http://x.test/ a\"/>", "badNamespace"), ("<item xmlns:x=\"\"/>", "badNamespace"),
        ])
    func reported(inside: String, code: String) throws {
        let feed = try feed(rss(inside))
        #expect(!feed.wellFormed)
        #expect(feed.problems.map(\.code) == [code])
        #expect(feed.problems.first?.line == 4)
    }

    @Test(
        "and what is well-formed is not",
        arguments: [
            "<item><title>a&amp;b&#x4E00;&#19968;&lt;&gt;&quot;&apos;</title></item>",
            "<item><other at=\"&amp;\">&lt;</other></item>", "<item xml:lang=\"zh\" xml:base=\"http://a.test/\"/>",
            "<item><x:y xmlns:x=\"http://x.test/\" x:z=\"1\"/></item>",
            "<other xmlns:x=\"http://x.test/\"><x:y/></other>",
            "<item><body xmlns=\"http://www.w3.org/1999/xhtml\"><x:p xmlns:x=\"http://x.test/\">一</x:p></body></item>",
            "<item><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>&amp;&#160;</p></body></item>",
            "<item><description><![CDATA[a & b &nbsp;]]></description></item>", "<item xmlns=\"\"/>",
        ])
    func sound(inside: String) throws {
        let feed = try feed(rss(inside))
        #expect(feed.wellFormed)
        #expect(feed.problems == [])
    }

    @Test("An entity that may be declared elsewhere is no error (XML §4.1)")
    func externalSubset() throws {
        let type = "<!DOCTYPE rss SYSTEM \"http://a.test/rss-0.91.dtd\">"
        let feed = try feed(type + rss("<item><title>caf&eacute;</title></item>"))
        #expect(feed.wellFormed)
        #expect(feed.entries.first?.title?.value == "café")
    }

    @Test("Entities of the document's own stand in markup too")
    func ownEntities() throws {
        let body = "<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>&who;</p></body>"
        let feed = try feed("<!DOCTYPE rss [<!ENTITY who \"市民政局\">]>" + rss("<item>\(body)</item>"))
        #expect(feed.wellFormed)
        #expect(feed.entries.first?.content.first?.value == "<p>市民政局</p>")
    }

    @Test("Bytes that are not UTF-8 and do not say what they are are no XML (§4.3.3)")
    func undeclaredEncoding() throws {
        // 要闻 in GBK, often enough to be told from chance.
        let word: [UInt8] = [0xD2, 0xAA, 0xCE, 0xC5]
        let text =
            Array("<rss><channel><title>".utf8) + word + word + word + word + Array("</title></channel></rss>".utf8)
        let feed = try FeedReader.read(text)
        #expect(feed.title?.value == "要闻要闻要闻要闻")
        #expect(feed.problems.map(\.code) == ["undeclaredEncoding"])
        #expect(!feed.wellFormed)
    }
}

@Suite("Where nobody says where a feed came from")
struct OwnAddressTests {
    @Test(
        "its own address is what relative ones are relative to",
        arguments: [
            ("<link>https://nl.test/</link><atom:link href=\"/rss\" rel=\"self\"/>", "https://nl.test/a"),
            (
                "<atom:link href=\"http://nl.test/x/rss\" rel=\"self\"/><link>https://other.test/</link>",
                "http://nl.test/a"
            ),
            ("<link>/site</link>", "/a"), ("", "/a"),
        ])
    func own(inside: String, link: String) throws {
        let text =
            "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>x</title>\(inside)"
            + "<item><link>/a</link></item></channel></rss>"
        #expect(try FeedReader.read(Array(text.utf8)).entries.first?.link == link)
    }

    @Test("but the address it was fetched from comes first (RFC 3986 §5.1.3)")
    func fetched() throws {
        let text = "<rss><channel><link>https://nl.test/</link><item><link>/a</link></item></channel></rss>"
        let feed = try FeedReader.read(Array(text.utf8), hints: .init(baseURL: "http://mirror.test/rss"))
        #expect(feed.entries.first?.link == "http://mirror.test/a")
    }
}
