import Foundation
import JuheKit
import Testing

@testable import SiteSource

@Suite("Saved pages")
struct SavedSiteTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "juhe-site-" + UUID().uuidString)
        for (name, text) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return root
    }

    private let list =
        "<ul class=list><li><a href='./202611/t20261105_1.html'>关于放假安排的通知</a><span>11-05</span></li><li><a href='./202611/t20261104_2.html'>没有保存下来的通知</a><span>11-04</span></li><li><a href='../secret/t.html'>别的文件夹里的通知</a><span>11-03</span></li></ul><script>createPageHTML(3, 0, \"index\", \"html\");</script>"

    @Test("lead to the pages beside them, under the address they came from, and nowhere else")
    func saved() async throws {
        let root = try folder([
            "a/index.html": Fixture.page(list), "a/202611/t20261105_1.html": Fixture.article("关于放假安排的通知"),
            "secret/t.html": Fixture.article("别的文件夹里的通知"),
        ])
        defer { try? FileManager.default.removeItem(at: root) }
        let outcome = try await SiteRun.run(
            nil, root.appending(path: "a/index.html").path, ["base": .text("https://mzj.ninglan.example/tz/index.html")]
        )
        #expect(
            outcome.items.map(\.url) == [
                "https://mzj.ninglan.example/tz/202611/t20261105_1.html",
                "https://mzj.ninglan.example/tz/202611/t20261104_2.html", "https://mzj.ninglan.example/secret/t.html",
            ])
        #expect(outcome.text(0).contains("特此通知"))
        #expect(outcome.items[1].contentHTML == nil && outcome.items[2].contentHTML == nil)
        #expect(outcome.failures.isEmpty)
    }

    @Test("that are articles are one item; a column with a box called like an article's is a list")
    func kinds() async throws {
        let root = try folder([
            "article.html": Fixture.article("关于放假安排的通知", meta: "<meta name=ArticleTitle content='关于放假安排的通知'>"),
            "column.html": "<html><body><div class=pages_content>\(list)</div></body></html>",
        ])
        defer { try? FileManager.default.removeItem(at: root) }
        let base = OptionValue.text("https://mzj.ninglan.example/tz/index.html")
        let article = try await SiteRun.run(nil, root.appending(path: "article.html").path, ["base": base])
        #expect(article.titles == ["关于放假安排的通知"])
        #expect(article.text(0).contains("特此通知"))
        #expect(try await SiteRun.run(nil, root.appending(path: "column.html").path, ["base": base]).items.count == 3)
    }

    /// Samples of real families lie outside the repository, where `JUHE_SITE_SHAPES` says; without it there is nothing to read.
    @Test(
        "of every family give what they hold",
        .enabled(if: ProcessInfo.processInfo.environment["JUHE_SITE_SHAPES"] != nil))
    func shapes() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["JUHE_SITE_SHAPES"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names
        where ["html", "json", "jsonp", "xml"].contains((name as NSString).pathExtension) && !name.contains("empty") {
            let outcome = try await SiteRun.run(
                nil, folder + "/" + name, ["base": .text("https://www.ninglan.example/tz/index.html")])
            #expect(!outcome.items.isEmpty, "\(name)")
            for item in outcome.items {
                #expect(item.title?.isEmpty == false && item.datePublished != nil && item.url != nil, "\(name)")
                #expect(item.title.map { !$0.contains("<") && !$0.hasSuffix("…") } == true, "\(name)")
            }
        }
    }
}
