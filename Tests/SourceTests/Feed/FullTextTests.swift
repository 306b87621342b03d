import Fetching
import Foundation
import JuheKit
import Loopback
import Testing

@testable import FeedSource

@Suite("Whole texts for feeds that give summaries")
struct FullTextTests {
    private func feed(_ entries: [(String, String)]) -> SiteServer.Page {
        let items = entries.map { link, inner in
            "<item><title>通知\(link)</title><link>/\(link).html</link><guid>\(link)</guid>\(inner)</item>"
        }
        return .text(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>t</title>\(items.joined())</channel></rss>",
            "text/xml")
    }

    private func run(
        _ server: SiteServer, _ options: [String: OptionValue], state: String? = nil
    ) async throws -> SiteRun.Outcome {
        var values = options
        values["url"] = .text(server.url("/rss"))
        values["allow_networks"] = .list([.text(server.grant)])
        return try await SiteRun.collect(try FeedSource(options: Options(values)), state: state)
    }

    private let summary = "<description>只是摘要。</description>"

    @Test("are fetched once, and not lost to the summary afterwards")
    func once() async throws {
        let server = try SiteServer([
            "/rss": feed([("1", summary), ("2", "<content:encoded>&lt;p&gt;本来就有全文。&lt;/p&gt;</content:encoded>")]),
            "/1.html": .html(Fixture.article("通知1")),
        ])
        let first = try await run(server, ["fulltext": .boolean(true)])
        #expect(Set(first.titles) == ["通知1", "通知2"])
        #expect(first.items.first { $0.title == "通知1" }?.contentHTML?.contains("特此通知") == true)
        #expect(server.asked == ["/rss", "/1.html"])
        server.set("/rss", feed([("3", summary), ("1", summary)]))
        server.set("/3.html", .html(Fixture.article("通知3")))
        let second = try await run(server, ["fulltext": .boolean(true)], state: first.state)
        #expect(second.titles == ["通知3"])
    }

    @Test("are left out where nobody asked for them")
    func off() async throws {
        let server = try SiteServer(["/rss": feed([("1", summary)])])
        let outcome = try await run(server, [:])
        #expect(
            outcome.items.first?.contentHTML?.contains("只是摘要") ?? outcome.items.first?.contentText?.contains("只是摘要")
                == true)
        #expect(server.asked == ["/rss"])
    }

    @Test("that cannot be had leave the summary, and are asked for again")
    func missing() async throws {
        let server = try SiteServer(["/rss": feed([("1", summary)]), "/1.html": .status(503)])
        let first = try await run(server, ["fulltext": .boolean(true)])
        #expect(first.items.first?.details.flags == [.noBody])
        #expect(first.failures.count == 1)
        server.set("/1.html", .html(Fixture.article("通知1")))
        let second = try await run(server, ["fulltext": .boolean(true)], state: first.state)
        #expect(second.text(0).contains("特此通知"))
    }

    @Test("of pages that robots.txt closes are read only where the source's settings say so", arguments: [true, false])
    func robots(_ isObeyed: Bool) async throws {
        let server = try SiteServer([
            "/rss": feed([("1", summary)]), "/1.html": .html(Fixture.article("通知1")),
            "/robots.txt": .html("User-agent: *\nDisallow: /"),
        ])
        let outcome = try await run(server, ["fulltext": .boolean(true), "robots": .boolean(isObeyed)])
        #expect(outcome.failures.map(\.code) == (isObeyed ? [.robots] : []))
        #expect(outcome.items.first?.details.flags == (isObeyed ? [.noBody] : []))
    }

    @Test("of bridges that failed are no texts")
    func bridge() async throws {
        let server = try SiteServer([
            "/rss": feed([("1", "<content:encoded><![CDATA[<section>获取全文失败，请重试~</section>]]></content:encoded>")])
        ])
        let outcome = try await run(server, [:])
        #expect(outcome.items.first?.contentHTML == nil && outcome.items.first?.contentText == nil)
        #expect(outcome.items.first?.details.flags == [.noBody])
    }

    @Test("are files for some entries: these are attachments, and the summary stays")
    func files() async throws {
        let server = try SiteServer([
            "/rss": feed([("1", summary)]), "/1.html": .bytes(Array("%PDF-1.7 …".utf8), "application/pdf"),
        ])
        let run = try await run(server, ["fulltext": .boolean(true)])
        #expect(run.items.map { $0.attachments.map(\.mimeType) } == [["application/pdf"]] && run.failures.isEmpty)
        let text = run.items.first.flatMap { $0.contentHTML ?? $0.contentText }
        #expect(text?.contains("只是摘要") == true && text?.contains("PDF") == false)
    }
}
