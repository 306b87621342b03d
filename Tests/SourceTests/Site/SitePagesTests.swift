import Foundation
import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Articles of several pages")
struct SitePagesTests {
    private static let title = "宁澜市养老服务设施布局专项规划"
    private let list = Fixture.framed(
        "<ul class=\"newslist\"><li><a href=\"/a/t20261101_1.html\">\(title)</a><span>2026-11-01</span></li></ul>")

    private func page(_ number: Int, of count: Int, _ text: String? = nil) -> SiteServer.Page {
        let numbers = (0..<count).map { at in
            at == number
                ? "<span>\(at + 1)</span>" : "<a href=\"t20261101_1\(at == 0 ? "" : "_\(at)").html\">\(at + 1)</a>"
        }
        let paging =
            "</p><p><a href=\"f\(number).pdf\">附件\(number)</a></p><div class=\"fenye\">\(numbers.joined(separator: " "))</div><p>"
        return .html(Fixture.article(Self.title, body: (text ?? "第\(number + 1)页的规划内容。") + paging))
    }

    private func server(_ count: Int) throws -> SiteServer {
        var pages: [String: SiteServer.Page] = ["/": .html(list), "/a/t20261101_1.html": page(0, of: count)]
        for number in 1..<count { pages["/a/t20261101_1_\(number).html"] = page(number, of: count) }
        return try SiteServer(pages)
    }

    @Test("are read to their end, with the files of all pages; the numbers are no text")
    func joined() async throws {
        let outcome = try await SiteRun.run(try server(3), "/")
        let text = outcome.text(0)
        let places = (1...3).compactMap { text.range(of: "第\($0)页的规划内容。")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        #expect(outcome.items[0].attachments.map { $0.title } == ["附件0", "附件1", "附件2"])
        #expect(outcome.failures.isEmpty)
    }

    @Test("come as far as they can be had; the page that fails is named and asked for again")
    func failing() async throws {
        let server = try server(3)
        server.set("/a/t20261101_1_1.html", .status(503))
        let again: [String: OptionValue] = ["recheck": .number(3_600)]
        let first = try await SiteRun.run(server, "/", again)
        #expect(first.text(0).contains("第1页的规划内容") && !first.text(0).contains("第3页"))
        #expect(first.failures.map(\.subject).allSatisfy { $0.hasSuffix("/a/t20261101_1_1.html") })
        #expect(first.failures.count == 1)
        #expect(first.items[0].details.why.map(\.rule) == ["missing-page"])
        server.set("/a/t20261101_1_1.html", page(1, of: 3))
        let second = try await SiteRun.run(server, "/", again, state: first.state)
        #expect(second.text(0).contains("第3页的规划内容") && second.items[0].details.why.isEmpty)
        // What is known whole is not given in part.
        server.set("/a/t20261101_1_2.html", .status(500))
        let third = try await SiteRun.run(server, "/", again, state: second.state, hours: 2)
        #expect(third.items.isEmpty && third.notes.count + third.failures.count >= 1)
    }

    @Test("may stand in a folder of their own; their pictures stay where they are")
    func folder() async throws {
        let first = Fixture.article(Self.title, body: "第1页的规划内容。</p><p><a href=t20261101_1/1.html>下一页</a></p><p>")
        let second = Fixture.article(Self.title, body: "第2页的规划内容。<img src=p.jpg>")
        let server = try SiteServer([
            "/": .html(list), "/a/t20261101_1.html": .html(first), "/a/t20261101_1/1.html": .html(second),
        ])
        let text = try await SiteRun.run(server, "/").text(0)
        #expect(text.contains("第1页的规划内容") && text.contains("第2页的规划内容"))
        #expect(text.contains(server.url("/a/t20261101_1/p.jpg")))
    }

    @Test("give way to the whole text where a page only begins it")
    func whole() async throws {
        let first = Fixture.article(Self.title, body: "第1页的规划内容。</p><p><a href=t20261101_1_all.html>余下全文</a></p><p>")
        let whole = Fixture.article(Self.title, body: "第1页的规划内容。</p><p>第2页的规划内容。")
        let server = try SiteServer([
            "/": .html(list), "/a/t20261101_1.html": .html(first), "/a/t20261101_1_all.html": .html(whole),
        ])
        let text = try await SiteRun.run(server, "/").text(0)
        #expect(text.components(separatedBy: "第1页的规划内容").count == 2)
        #expect(text.contains("第2页的规划内容") && !text.contains("余下全文"))
    }

    @Test("end where a page comes again")
    func loop() async throws {
        let server = try server(4)
        for number in 2...3 { server.set("/a/t20261101_1_\(number).html", page(number, of: 4, "第1页的规划内容。")) }
        let again = Fixture.article(
            Self.title, body: "第1页的规划内容。</p><p><a href=\"f0.pdf\">附件0</a></p><p><a href=\"t20261101_1_3.html\">下一页</a>")
        server.set("/a/t20261101_1_2.html", .html(again))
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.text(0).contains("第2页的规划内容"))
        #expect(!server.asked.contains("/a/t20261101_1_3.html") || outcome.failures.isEmpty)
    }

    @Test("have twenty pages at most, and say so")
    func bounded() async throws {
        let server = try server(40)
        let outcome = try await SiteRun.run(server, "/")
        #expect(outcome.text(0).contains("第20页的规划内容") && !outcome.text(0).contains("第21页"))
        #expect(outcome.failures.map(\.code) == [.tooLarge])
        #expect(server.asked.count == 21)
    }
}
