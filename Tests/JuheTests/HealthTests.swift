import Foundation
import Loopback
import Synchronization
import Testing

@Suite("How a source is")
struct HealthTests {
    private func office(_ site: ChangingSite, _ more: String = "") throws -> Office {
        try Office(sources: "\(Office.oneFeed)\n\(site.line("a", more))")
    }

    private static let empty = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>空</title><link>https://a.ninglan.example/</link>
        <description>空</description></channel></rss>
        """

    @Test("A page where a feed was: redesigned, named in the bulletin, and the items stay")
    func redesigned() throws {
        let site = try ChangingSite(.text(feed("要闻", items: 1...5)))
        let office = try office(site)
        try office.run(0)
        site.answers(.text("<!DOCTYPE html><html><body>新版网站上线了</body></html>", ["Content-Type: application/rss+xml"]))
        try office.write(feed("公告", items: 1...4), to: "a.xml")
        #expect(try office.run(1).status == 3)
        let source = try office.source()
        #expect(source["state"] as? String == "redesigned" && source["items"] as? Int == 5)
        #expect((source["reason"] as? String)?.isEmpty == false)
        let bulletin = try office.read("out/jianbao/latest.txt")
        #expect(bulletin.contains("网页"), "\(bulletin)")
        // What never was a feed is no redesign.
        let other = try ChangingSite(.text("<html><body>hello</body></html>"))
        let new = try self.office(other)
        try new.run(0)
        #expect(try new.source()["state"] as? String == "failing")
    }

    @Test("A feed that lies about its type is read all the same", arguments: ["text/html", "image/png", "x", ""])
    func types(_ type: String) throws {
        let site = try ChangingSite(.text(feed("要闻", items: 1...5), ["Content-Type: \(type)"]))
        #expect(try office(site).run(0).report.new == 8)
    }

    @Test("A feed that is suddenly empty is no success; one with much less says so")
    func empty() throws {
        let site = try ChangingSite(.text(feed("要闻", items: 1...9)))
        let office = try office(site)
        for hour in 0..<3 {
            site.answers(.text(feed("要闻", items: 1...9, note: "\(hour)")))
            try office.run(Double(hour))
        }
        site.answers(.text(feed("要闻", items: 1...2)))
        try office.run(3)
        #expect(try office.source()["state"] as? String == "ok")
        #expect((try office.source()["reason"] as? String)?.contains("only 2") == true)
        site.answers(.text(Self.empty))
        try office.write(feed("公告", items: 1...4), to: "a.xml")
        let silent = try office.run(4)
        #expect(silent.status == 3 && silent.report.failures == ["empty"] && silent.report.silent == ["a": "empty"])
        #expect(silent.said.contains("平时约 9 条"))
        for hour in 5..<16 {
            let again = try office.run(Double(hour), "collect", "--all")
            #expect(again.status == 3 && again.said.isEmpty, "told once, and not forgotten")
        }
        let source = try office.source()
        #expect(source["state"] as? String == "empty" && source["usual_count"] as? Int == 9)
        #expect(source["last_count"] as? Int == 0)
        #expect(try office.read("out/jianbao/latest.txt").contains("平时约 9 条"))
    }

    @Test("A feed that was empty and is what it was before is well again")
    func emptyForAWhile() throws {
        let full = feed("要闻", items: 1...3)
        let site = try ChangingSite(.text(full))
        let office = try office(site)
        try office.run(0)
        site.answers(.text(Self.empty))
        #expect(try office.run(1).report.silent == ["a": "empty"])
        site.answers(.text(full))
        let again = try office.run(9)
        #expect(again.said.contains("恢复") && again.report.silent.isEmpty)
        #expect(try office.source()["state"] as? String == "ok")
    }

    @Test("A feed that never had an item is no failure; a folder that is empty is none either")
    func neverAny() throws {
        let site = try ChangingSite(.text(Self.empty))
        let office = try Office(sources: "\(site.line())\n- {id: inbox, type: directory, path: inbox}")
        try office.write("通知一", to: "inbox/a.txt")
        for hour in 0..<2 { #expect(try office.run(Double(hour)).status == 0) }
        #expect(try office.source()["state"] as? String == "empty")
        #expect(try office.source("inbox")["state"] as? String == "ok")
    }

    @Test("Nothing new for much longer than usual: stale")
    func stale() throws {
        let site = try ChangingSite(.text(feed("要闻", items: 1...9)))
        let office = try office(site)
        try office.run(0)
        #expect(try office.source(at: 24 * 13)["state"] as? String == "ok")
        let source = try office.source(at: 24 * 15)
        #expect(source["state"] as? String == "stale")
        #expect((source["reason"] as? String)?.contains("15 days") == true)
        #expect(try office.run(24 * 15).report.silent == ["gonggao": "stale", "a": "stale"])
    }

    @Test("An article that is gone for good is a fault of its own: the column is neither muted nor said to have been")
    func goneArticle() throws {
        let site = try FaultServer { request in
            switch request.path {
            case "/robots.txt", "/2.html": return .text("", status: request.path == "/2.html" ? 410 : 404)
            case "/":
                let rows = (1...5).map {
                    "<li><a href=\"/\($0).html\">关于开展第\($0)批检查的通知</a><span>2026-11-0\($0)</span></li>"
                }
                return .text(
                    "<html><body><ul class=\"list\">\(rows.joined())</ul></body></html>",
                    ["Content-Type: text/html; charset=utf-8"])
            default:
                return .text(
                    "<html><body><div id=\"zoom\"><p>各区民政局：请认真组织检查，并于月底前报送总结材料。编号\(request.path)。</p></div></body></html>",
                    ["Content-Type: text/html; charset=utf-8"])
            }
        }
        let office = try Office(
            sources: "- {id: a, type: site, url: \"\(site.url("/"))\", allow_networks: [127.0.0.1]}")
        #expect(try office.run(0).report.new == 5)
        let source = try office.source()
        #expect(source["state"] as? String == "failing")
        #expect((source["reason"] as? String)?.contains("mute") == false, "\(source)")
        for hour in 1...6 { try office.run(Double(hour), "collect", "--all") }
        #expect(try office.source(at: 6)["state"] as? String == "ok")
    }

    @Test("The table says why a source fails and when it is asked again, however long its address is")
    func table() throws {
        let site = try ChangingSite(.text("no", status: 500))
        let id = String(repeating: "tongzhi", count: 14)
        let office = try Office(sources: site.line(id))
        site.answers(.text(feed("公告", items: 1...7)))
        try office.run(0, "collect")
        #expect(try office.program.run("sources").output.contains("7/7"))
        site.answers(.text("no", status: 500))
        try office.run(0.5, "collect")
        try office.run(1, "collect")
        let row = try office.source(id, at: 1)
        #expect(row["failures"] as? Int == 2 && row["last_count"] as? Int == 7 && row["usual_count"] as? Int == 7)
        let said = try office.program.run(list: ["sources", "--now", "2026-11-25T01:01:00Z"]).output
        #expect(said.contains("HTTP 500") && said.contains("之后再访问；要立即访问用 juhe collect --source"), "\(said)")
    }
}

/// Something that a test turns on and off while a server looks at it.
final class Switch: Sendable {
    private let value = Mutex(false)
    var isOn: Bool {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
