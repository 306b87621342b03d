import FeedFormats
import Testing

/// Documents made to be slow, deep or large. Each must be read or refused in time that grows with its size only.
@Suite("Hostile feeds", .timeLimit(.minutes(10)))
struct HostileFeedTests {
    private static let size = 500_000

    private static func filled(_ piece: String, head: String = "<rss><channel><item><title>a</title>") -> [UInt8] {
        Array((head + String(repeating: piece, count: size / piece.utf8.count)).utf8)
    }

    @Test(
        "Repeated pieces that never end",
        arguments: [
            "<!--", "<![CDATA[", "<?x", "<a \"", "<a '", "<a b=\"", "<a b='>", "<title>", "<description><![CDATA[x",
            "<item>", "<author>x<b>", "</x>", "</title>", "&", "&#", "&a", "<", "<x", "<x:y", "<image>",
            "<item xmlns:a=\"b\">", "<a1 a2 a3>", "<div><p>", "]]>", "<!DOCTYPE a [<!ENTITY b \"", "<media:group>",
            "<description>a<b>", "<content type=\"xhtml\"><div>", "<author>a</b>", "<!", "<?xml version=\"1.0\"?>",
        ])
    func repeated(piece: String) {
        _ = try? FeedReader.read(Self.filled(piece))
        _ = try? FeedReader.read(Self.filled(piece, head: ""))
    }

    @Test("JSON that nests and never ends", arguments: ["[", "{\"a\":", "\"", "\\u", "[[],", "{\"items\":["])
    func nestedJSON(piece: String) {
        _ = try? FeedReader.read(Self.filled(piece, head: "{\"items\":["))
    }

    @Test("Many attributes, many names, many prefixes")
    func many() throws {
        let attributes = (0..<100_000).map { " a\($0)=\"1\"" }.joined()
        let names = (0..<100_000).map { "<n\($0)/>" }.joined()
        let prefixes = (0..<20_000).map { "<p\($0):title xmlns:p\($0)=\"u\($0)\"/>" }.joined()
        let text = "<rss><channel><item\(attributes)><title>a</title></item>\(names)\(prefixes)<item/></channel></rss>"
        let feed = try FeedReader.read(Array(text.utf8))
        #expect(feed.entries.count == 2)
        #expect(feed.entries.first?.title?.value == "a")
        #expect(feed.problems.contains { $0.code == "tooManyAttributes" })
    }

    @Test(
        "Very many of one kind in one entry",
        arguments: ["category", "author", "dc:subject", "link", "guid", "media:thumbnail"])
    func lists(name: String) throws {
        let pieces = (0..<50_000).map { "<\(name) href=\"u\($0)\" url=\"u\($0)\">t\($0)</\(name)>" }.joined()
        let feed = try FeedReader.read(Array("<rss><channel><item>\(pieces)</item></channel></rss>".utf8))
        #expect(feed.entries.count == 1)
    }

    @Test("A deep text keeps the rest of the feed")
    func deep() throws {
        let deep = String(repeating: "<div>", count: 10_000) + "x" + String(repeating: "</div>", count: 10_000)
        let text =
            "<rss><channel><item><description>\(deep)</description></item><item><title>b</title></item></channel></rss>"
        let feed = try FeedReader.read(Array(text.utf8))
        #expect(feed.entries.last?.title?.value == "b")
    }

    @Test("Nothing outside the document is ever read")
    func external() throws {
        let text = """
            <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1:1/">%y;]>
            <rss><channel><title>a&x;b</title></channel></rss>
            """
        let feed = try FeedReader.read(Array(text.utf8))
        #expect(feed.title?.value == "ab")
        #expect(feed.problems.map(\.code) == ["externalEntity", "externalEntity"])
    }

    @Test("A document too large is refused before it is looked at")
    func large() {
        var hints = FeedReader.Hints()
        hints.limits.documentBytes = 100
        #expect(throws: FeedReadingError.tooLarge(bytes: 101, limit: 100)) {
            try FeedReader.read([UInt8](repeating: 0x20, count: 101), hints: hints)
        }
    }

    @Test("Entries beyond the limit are not kept")
    func entries() throws {
        var hints = FeedReader.Hints()
        hints.limits.entries = 3
        let text = "<rss><channel>" + String(repeating: "<item><title>a</title></item>", count: 10) + "</channel></rss>"
        #expect(try FeedReader.read(Array(text.utf8), hints: hints).entries.count == 3)
    }

    @Test("What stands once in a feed does not come a thousand times out of it")
    func amplification() throws {
        let base = "http://a.ninglan.example/" + String(repeating: "b", count: 100_000) + "/"
        let authors = (0..<500).map { "<author><name>甲\($0)</name></author>" }.joined()
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="\(base)">\(authors)\
            \(String(repeating: "<entry><title type=\"html\">x</title><link href=\"c\"/></entry>", count: 500))</feed>
            """
        let feed = try FeedReader.read(Array(text.utf8))
        #expect(feed.entries.count == 500)
        #expect(feed.about.authors.count == 500)
        #expect(feed.entries.allSatisfy { !$0.authors.isEmpty && $0.authors.count <= 50 })
        #expect(feed.conformanceJSON(file: "f").utf8.count < text.utf8.count * 10)
    }

    @Test("Of very many small values no more are kept than are read")
    func manyValues() throws {
        var hints = FeedReader.Hints()
        hints.limits.entries = 3
        let items = [String](repeating: "{\"id\":\"1\"}", count: 100).joined(separator: ",")
        let json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\(items)],\"title\":\"宁澜\"}"
        let feed = try FeedReader.read(Array(json.utf8), hints: hints)
        #expect(feed.entries.count == 3)
        #expect(feed.title?.value == "宁澜")
        #expect(feed.problems.map(\.code) == ["tooManyEntries"])
    }
}
