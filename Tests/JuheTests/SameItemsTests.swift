import Foundation
import Loopback
import Testing

@Suite("Changes that are none")
struct SameItemsTests {
    /// A feed of items with a text of some length each.
    private func feed(
        _ items: [Int], guid: String = "g", path: String = "", day: Int = 2, text: String = "正文",
        home: String = "https://mzj.ninglan.example"
    ) -> String {
        let entries = items.map { number in
            """
            <item><guid isPermaLink="false">\(guid)-\(number)</guid><title>第\(number)号通知</title>
            <link>\(home)/\(path)\(number).html</link>
            <pubDate>Mon, 0\(day) Nov 2026 0\(number % 10):00:00 +0800</pubDate>
            <description>\(text)\(number)：\(String(repeating: "请各单位按时报送材料。", count: 6))</description></item>
            """
        }
        return """
            <?xml version="1.0"?><rss version="2.0"><channel><title>民政</title><link>https://mzj.ninglan.example/</link>
            <description>民政</description>\(entries.joined())</channel></rss>
            """
    }

    private func office(_ site: ChangingSite) throws -> Office { try Office(sources: site.line()) }

    @Test("The same bytes under another tag, another order, other dates: nothing has changed")
    func nothing() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4]), ["ETag: \"1\""]))
        let office = try office(site)
        #expect(try office.run(0).report.new == 4)
        for (hour, next) in [feed([1, 2, 3, 4]), feed([4, 2, 1, 3]), feed([1, 2, 3, 4], day: 3)].enumerated() {
            site.answers(.text(next, ["ETag: \"\(hour + 2)\""]))
            let report = try office.run(Double(hour + 1)).report
            #expect(report.new == 0 && report.changed == 0 && report.editions == 0)
        }
    }

    @Test("All identifiers made anew: the items are known again, the report says so, no edition comes of it")
    func flood() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4])))
        let office = try office(site)
        try office.run(0)
        let before = try office.program.run("items", "--json").output
        site.answers(.text(feed([1, 2, 3, 4], guid: "anew")))
        let flood = try office.run(1)
        #expect(flood.report.new == 0 && flood.report.changed == 0 && flood.report.renamed == 4)
        #expect(flood.report.editions == 0 && flood.status == 0)
        #expect(try office.program.run("items", "--json").output == before)
        site.answers(.text(feed([1, 2, 3, 4, 5], guid: "anew")))
        let next = try office.run(2).report
        #expect(next.new == 1 && next.renamed == 0)
        #expect(try office.program.run("run", "-v").errors.contains("编号") == false)
    }

    @Test("New addresses and dates along with the identifiers are no news either, and one item more is one item more")
    func floodWithAddresses() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4])))
        let office = try office(site)
        try office.run(0)
        let first = try office.read("out/jianbao/2026-001.txt")
        site.answers(.text(feed([1, 2, 3, 4, 5], guid: "anew", path: "new/", day: 4)))
        let flood = try office.run(1)
        #expect(flood.report.new == 1 && flood.report.changed == 0 && flood.report.renamed == 4)
        let items = try office.program.run("items", "--json").output
        #expect(items.split(separator: "\n").count == 5 && items.contains("new/1.html"))
        #expect(!(try office.read("out/jianbao/2026-002.txt").contains("第1号通知")))
        _ = try office.program.run("issue", "--reissue", "1", "--now", "2026-11-25T02:00:00Z")
        #expect(try office.read("out/jianbao/2026-001.txt") == first)
    }

    @Test("A site that learns to speak https says the same as before, be its addresses its identifiers or not")
    func secured() throws {
        for isAddressed in [false, true] {
            func feed(_ home: String) -> String {
                let text =
                    "&lt;img src=&quot;\(home)/tu.png&quot;&gt;&lt;a href=&quot;\(home)/fj.doc&quot;&gt;附件&lt;/a&gt;"
                return self.feed([1, 2, 3, 4], guid: isAddressed ? "\(home)/a" : "g", text: text, home: home)
            }
            let site = try ChangingSite(.text(feed("http://mzj.ninglan.example")))
            let office = try office(site)
            #expect(try office.run(0).report.new == 4)
            let before = try office.program.run("items", "--json").output
            for (hour, scheme) in ["https", "http", "https"].enumerated() {
                site.answers(.text(feed("\(scheme)://mzj.ninglan.example")))
                let report = try office.run(Double(hour + 1)).report
                #expect(report.new == 0 && report.changed == 0 && report.editions == 0)
                #expect(report.renamed == (isAddressed ? 4 : 0))
            }
            #expect(try office.program.run("items", "--json").output == before)
        }
    }

    @Test("A site that moves to another name takes its pictures and links along: the items are the same")
    func movedHome() throws {
        func feed(_ home: String) -> String {
            let text = "&lt;img src=&quot;\(home)/tu.png&quot;&gt;请各单位报送，材料见\(home)/fj.doc，报送至电子邮箱。"
            return self.feed([1, 2, 3, 4], guid: home, text: text, home: home)
        }
        let site = try ChangingSite(.text(feed("http://mzj.ninglan.example")))
        let office = try office(site)
        #expect(try office.run(0).report.new == 4)
        site.answers(.text(feed("https://www.ninglan.example:8443")))
        let report = try office.run(1).report
        #expect(report.new == 0 && report.changed == 0 && report.renamed == 4 && report.editions == 0)
    }

    @Test("Files that are signed anew at every question, and numbers that keep caches away, are no news")
    func signed() throws {
        func feed(_ moment: Int) -> String {
            let text =
                "&lt;img src=&quot;https://mzj.ninglan.example/tu.png?t=\(moment)&quot;&gt;"
                + "&lt;a href=&quot;https://wenjian.ninglan.example/fj.doc?Expires=\(moment)&amp;amp;Signature=a\(moment)&quot;&gt;附件&lt;/a&gt;"
            return self.feed([1, 2, 3, 4], text: text)
        }
        let site = try ChangingSite(.text(feed(1_764_000_000)))
        let office = try office(site)
        #expect(try office.run(0).report.new == 4)
        site.answers(.text(feed(1_764_003_600)))
        let report = try office.run(1).report
        #expect(report.new == 0 && report.changed == 0 && report.editions == 0)
    }

    @Test("Identifiers made anew while half of the feed is news: what was there is known again, the news are news")
    func floodWithNews() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4, 5, 6])))
        let office = try office(site)
        try office.run(0)
        site.answers(.text(feed([4, 5, 6, 7, 8, 9], guid: "anew", path: "new/")))
        let report = try office.run(1).report
        #expect(report.new == 3 && report.changed == 0 && report.renamed == 3)
        #expect(try office.program.run("items", "--json").output.split(separator: "\n").count == 9)
    }

    @Test("Titles alone, with new identifiers and dates: known again by their addresses, and not by one for all")
    func titlesAlone() throws {
        func titles(_ guid: String, day: Int, address: (Int) -> String) -> String {
            let items = (1...4).map { number in
                """
                <item><guid>\(guid)\(number)</guid><title>第\(number)号通知</title><link>\(address(number))</link>
                <pubDate>Mon, 0\(day) Nov 2026 08:00:00 +0800</pubDate></item>
                """
            }
            return "<rss version=\"2.0\"><channel><title>通知</title>\(items.joined())</channel></rss>"
        }
        let own: (Int) -> String = { "https://mzj.ninglan.example/\($0).html" }
        let site = try ChangingSite(.text(titles("a", day: 2, address: own)))
        let office = try office(site)
        #expect(try office.run(0).report.new == 4)
        site.answers(.text(titles("b", day: 9, address: own)))
        #expect(try office.run(1).report.renamed == 4)

        let one = { (_: Int) in "https://mzj.ninglan.example/" }
        let other = try ChangingSite(.text(titles("a", day: 2, address: one)))
        let second = try self.office(other)
        #expect(try second.run(0).report.new == 4)
        other.answers(.text(titles("b", day: 9, address: one)))
        #expect(try second.run(1).report.new == 4)
    }

    @Test("Pictures of one title and day are different items, wherever the site has moved")
    func pictures() throws {
        func feed(_ first: Int, _ home: String) -> String {
            let items = (first...(first + 3)).map { number in
                """
                <item><guid>\(home)/\(number)</guid><title>图片新闻</title><link>\(home)/\(number).html</link>
                <pubDate>Mon, 02 Nov 2026 08:00:00 +0800</pubDate>
                <description>&lt;img src="\(home)/\(number).jpg"&gt;</description></item>
                """
            }
            return "<rss version=\"2.0\"><channel><title>图片</title>\(items.joined())</channel></rss>"
        }
        let site = try ChangingSite(.text(feed(1, "http://mzj.ninglan.example")))
        let office = try office(site)
        #expect(try office.run(0).report.new == 4)
        site.answers(.text(feed(5, "https://www.ninglan.example")))
        #expect(try office.run(1).report.new == 4)
    }

    @Test("What was taken away does not come back with new identifiers, and what stayed is known again")
    func floodAfterPruning() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4, 5, 6, 7, 8])))
        let office = try office(site)
        try office.configure(sources: site.line("a", ", kind: policy"), more: "retention: {policy: 22d}")
        try office.run(0, "collect")
        #expect(try office.program.run(list: ["prune", "--now", "2026-11-23T20:30:00Z"]).status == 0)
        func count() throws -> Int { try office.program.run("items", "--json").output.split(separator: "\n").count }
        let kept = try count()
        #expect((1..<8).contains(kept))
        site.answers(.text(feed([1, 2, 3, 4, 5, 6, 7, 8], guid: "anew")))
        let flood = try office.run(1, "collect").report
        #expect(flood.new == 0 && flood.changed == 0 && flood.renamed == 8)
        #expect(try office.run(2, "collect").report.new == 0)
        #expect(try count() == kept)
    }

    @Test("A really new set of items is no flood: other texts, other titles, formulas on other days")
    func nearMisses() throws {
        let site = try ChangingSite(.text(feed([1, 2, 3, 4])))
        let office = try office(site)
        try office.run(0)
        site.answers(.text(feed([1, 2, 3, 4], guid: "b", path: "b/", day: 4, text: "下周")))
        let texts = try office.run(1).report
        #expect(texts.new == 4 && texts.renamed == 0)
        site.answers(.text(feed([5, 6, 7, 8], guid: "c", path: "c/")))
        #expect(try office.run(2).report.new == 4)

        func formulas(_ week: Int) -> String {
            let days = ["一", "二", "三", "四", "五"].enumerated().map { number, name in
                """
                <item><guid>w\(week)-\(number)</guid><title>周\(name)值班表</title><description>见附件</description>
                <link>https://mzj.ninglan.example/w\(week)/\(number).html</link>
                <pubDate>0\(number + 1 + week * 5 % 9) Nov 2026 08:00:00 +0800</pubDate></item>
                """
            }
            return "<rss version=\"2.0\"><channel><title>值班</title>\(days.joined())</channel></rss>"
        }
        site.answers(.text(formulas(0)))
        #expect(try office.run(3).report.new == 5)
        site.answers(.text(formulas(1)))
        let second = try office.run(4).report
        #expect(second.new == 5 && second.renamed == 0)
    }

    @Test("Half an entry, where the transfer broke off, takes no whole one's place and is none of its own")
    func half() throws {
        let rss = feed([10, 11, 12, 1])
        let json =
            #"{"version": "https://jsonfeed.org/version/1.1", "items": ["#
            + [10, 11, 12, 1].map { #"{"id": "g-\#($0)", "title": "第\#($0)号通知", "content_text": "正文\#($0)"}"# }
            .joined(separator: ", ") + "]}"
        for (whole, last) in [(rss, "<item>"), (json, "{\"id\"")] {
            let site = try ChangingSite(.text(whole))
            let office = try office(site)
            #expect(try office.run(0).report.new == 4)
            let before = try office.program.run("items", "--json").output
            let start = try #require(whole.range(of: last, options: .backwards)).lowerBound
            let length = whole.distance(from: start, to: whole.endIndex)
            for (hour, rest) in stride(from: 1, to: length, by: max(1, length / 12)).enumerated() {
                site.answers(.text(String(whole.prefix(upTo: whole.index(start, offsetBy: rest)))))
                let report = try office.run(Double(hour + 1), "collect", "--all").report
                #expect(report.new == 0 && report.changed == 0, "\(rest) characters of the last entry")
                #expect(report.failures.count == 1)
            }
            #expect(try office.program.run("items", "--json").output == before)
        }
    }
}
