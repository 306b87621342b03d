import Foundation
import JuheKit
import Testing

@testable import SiteSource

@Suite("The sample of a web site")
struct SampleSiteTests {
    @Test("is read whole: both pages of its list, every article, in both encodings")
    func samples() async throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appending(path: "Feeds/samples/weijian/tzgg/index.html").path
        let source = try SiteSource(
            options: Options([
                "url": .text(path), "base": .text("https://wjw.ninglan.example/tzgg/index.html"),
            ]))
        let outcome = try await SiteRun.collect(source)
        #expect(outcome.days == ["2026-11-20", "2026-11-13", "2026-11-06", "2026-10-28", "2026-10-19"])
        #expect(outcome.titles.allSatisfy { !$0.contains("…") } && outcome.titles[1] == "家庭医生签约服务办理指南（2026年修订）")
        #expect(outcome.items.map(\.details.kind) == [.policy, .procedure, .update, .policy, .policy])
        #expect(outcome.items.allSatisfy { $0.contentHTML != nil && $0.details.origin == "宁澜市卫生健康委员会" })
        #expect(outcome.items[0].details.document?.number == "宁卫健发〔2026〕41号")
        #expect(outcome.items[0].attachments.map(\.title) == ["冬季健康宣传要点.docx"])
        #expect(outcome.text(1).contains("办理时限") && outcome.failures.isEmpty)
    }
}
