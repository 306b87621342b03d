import Extraction
import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("What a site source explains")
struct SiteExplainingTests {
    @Test("A list whose links are scripts is shown as what it is: a list that nobody can follow")
    func unlinked() async throws {
        let entries = (1...4).map {
            "<li><a href=\"javascript:open(\($0))\">关于低保申请办理流程的公告第\($0)号</a><span>2026-11-0\($0)</span></li>"
        }
        let server = try SiteServer(["/": .html(Fixture.framed("<ul class=\"notices\">\(entries.joined())</ul>"))])
        let source = try SiteSource(
            options: Options(["url": .text(server.url("/")), "allow_networks": .list([.text(server.grant)])]))
        let explanation = Explanation()
        let context = SourceContext(
            source: SourceProfile(id: "s"), now: SiteRun.now, state: nil, host: SiteRun())
        await #expect(throws: Failure.self) { try await source.collect(context, explaining: explanation) }
        #expect(explanation.unlinked.map(\.entries) == [4])
        #expect(explanation.unlinked.first?.path.hasSuffix("ul.notices") == true)
    }

    @Test("Rules that find nothing: what might be the list instead")
    func candidates() async throws {
        let server = try SiteServer([
            "/": .html(
                Fixture.framed(
                    "<ul class=\"notices\"><li><a href=\"/a.html\">关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href=\"/b.html\">社会组织年检结果公示</a><span>2026-11-04</span></li></ul>"
                ))
        ])
        let values: [String: OptionValue] = [
            "url": .text(server.url("/")), "allow_networks": .list([.text(server.grant)]),
            "rules": .table(Options(["list": .text("css:ul.news > li")])),
        ]
        let source = try SiteSource(options: Options(values))
        let explanation = Explanation()
        let context = SourceContext(
            source: SourceProfile(id: "s"), now: SiteRun.now, state: nil, host: SiteRun())
        await #expect(throws: Failure.self) { try await source.collect(context, explaining: explanation) }
        #expect(explanation.pages.first?.path == "css:ul.news > li")
        #expect(explanation.candidates.first?.path.hasSuffix("ul.notices") == true)
        #expect(explanation.candidates.first?.entries == 2)
    }
}
