import FeedFormats
import Testing

@Suite("Text-only forms")
struct TextFormTests {
    private let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">宁澜&lt;b&gt;要闻&lt;/b&gt; &amp;amp; 公告</title>
        <subtitle type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><em>每日</em>更新</div></subtitle>
        <rights type="html">&lt;i&gt;版权&lt;/i&gt;所有</rights>
        <entry><title type="html">一&lt;br&gt;二</title><summary type="html">&lt;p&gt;摘要&lt;/p&gt;</summary>
        <rights type="html">&lt;b&gt;转载&lt;/b&gt;注明</rights>
        <content type="html">&lt;ul&gt;&lt;li&gt;甲&lt;/li&gt;&lt;li&gt;乙&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;x()&lt;/script&gt;</content>
        <source><title type="html">&lt;u&gt;原报&lt;/u&gt;</title></source></entry></feed>
        """

    @Test("Every field that may be HTML has one")
    func model() throws {
        let feed = try FeedReader.read(Array(atom.utf8))
        #expect(feed.title?.plain == "宁澜要闻 & 公告")
        #expect(feed.subtitle?.plain == "每日更新")
        #expect(feed.rights?.plain == "版权所有")
        let entry = try #require(feed.entries.first)
        #expect(entry.title?.plain == "一\n二")
        #expect(entry.summary?.plain == "摘要")
        #expect(entry.rights?.plain == "转载注明")
        #expect(entry.content.first?.plain.contains("甲") == true)
        #expect(entry.content.first?.plain.contains("x()") == false)
        #expect(entry.source?.title?.plain == "原报")
    }

    @Test("`juhe parse` prints it beside the type, sanitized or not", arguments: [true, false])
    func printed(sanitizing: Bool) throws {
        let json = try FeedReader.read(Array(atom.utf8)).conformanceJSON(file: "f", sanitizing: sanitizing)
        for text in ["宁澜要闻 & 公告", "每日更新", "版权所有", "摘要", "转载注明", "原报"] {
            #expect(json.contains("\"text\":\"\(text)\""))
        }
    }

    @Test("Plain text is its own; a title of RSS may have HTML's references in it")
    func plain() throws {
        let rss =
            "<rss version=\"2.0\"><channel><title>甲 &lt; 乙</title><item><title>A &amp;amp; B</title></item></channel></rss>"
        let feed = try FeedReader.read(Array(rss.utf8))
        #expect(feed.title?.plain == "甲 < 乙")
        #expect(feed.entries.first?.title?.plain == "A & B")
    }
}
