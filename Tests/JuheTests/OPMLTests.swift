import Foundation
import Testing

@Suite("Subscription lists come in and go out")
struct OPMLTests {
    private static let list = """
        <opml version="1.1"><head><title>订阅</title></head><body>
        <outline text="市民政局"><outline text="通知 &quot;公告&quot; ${env:HOME}" xmlUrl="https://mzj.ninglan.example/rss.xml?a=1&amp;b=2"/>
        <outline text="动态" xmlUrl="https://mzj.ninglan.example/rss.xml?a=1&amp;b=2" language="zh-CN"/></outline>
        <outline text="坏" xmlUrl="javascript:x"/>
        </body></opml>
        """

    @Test("A list becomes a file of sources that the configuration takes")
    func imported() throws {
        let office = try Office()
        try office.write(Self.list, to: "list.opml")
        let imported = try office.program.run("opml", "import", "list.opml", "--language", "en")
        #expect(imported.status == 0)
        #expect(imported.errors.contains("javascript:x"))
        try office.write(imported.output, to: "more.yaml")
        try office.configure(sources: Office.oneFeed + "\n- {file: more.yaml}")
        #expect(try office.program.run("check").status == 0)
        let sources = try office.program.run("sources", "--json").output
        #expect(sources.contains(#""id":"mzj.ninglan.example-rss.xml-a-1-b-2-2""#))
        // A foreign list must not read the office's secrets.
        #expect(sources.contains(#"通知 \"公告\" $ {env:HOME}"#))
        #expect(sources.contains(#""unit":"市民政局""#))
    }

    @Test("What is configured becomes a list, but for files and secrets")
    func exported() throws {
        let office = try Office()
        try office.write("key=1", to: "key")
        let more = "- {id: b, type: feed, unit: 市科协, title: 要 & 闻, url: 'https://kx.ninglan.example/rss'}"
        let secret = "- {id: c, type: feed, url: 'https://c.ninglan.example/?${file:key}'}"
        try office.configure(sources: "\(Office.oneFeed)\n\(more)\n\(secret)")
        let exported = try office.program.run("opml", "export")
        #expect(exported.status == 0)
        #expect(exported.output.contains("<outline text=\"市科协\">"))
        #expect(exported.output.contains("title=\"要 &amp; 闻\" xmlUrl=\"https://kx.ninglan.example/rss\""))
        #expect(!exported.output.contains("a.xml") && !exported.output.contains("key=1"))
        try office.write(exported.output, to: "out.opml")
        #expect(try office.program.run("opml", "import", "out.opml").output.contains("- id: kx.ninglan.example-rss\n"))
    }

    @Test("What is no list ends with 66")
    func others() throws {
        let office = try Office()
        #expect(try office.program.run("opml", "import", "a.xml").status == 66)
        #expect(try office.program.run("opml", "import", "nothing.opml").status == 66)
    }
}
