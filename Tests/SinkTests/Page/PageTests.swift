import Foundation
import JuheKit
import PageSink
import Testing

@testable import Bulletin

@Suite("The page")
struct PageTests {
    @Test("asks nothing of anybody and runs nothing")
    func selfContained() async throws {
        let page = try await Form.page.render(SampleEdition.full)
        for word in ["<script", "<img", "<link", "<iframe", "<form", " src=", "@import", "url(", "style=\""] {
            #expect(!page.lowercased().contains(word), "\(word)")
        }
    }

    @Test("allows its own style sheet and no other")
    func policy() async throws {
        let page = try await Form.page.render(SampleEdition.small)
        let style = try #require(page.firstRange(of: "<style>"))
        let end = try #require(page.firstRange(of: "</style>"))
        let text = String(page[style.upperBound..<end.lowerBound])
        let policy = HTMLEscaping.escaped(StylePolicy.contentSecurityPolicy(style: text))
        #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"))
        #expect(policy.hasPrefix("default-src &#39;none&#39;; style-src &#39;sha256-"))
        let meta = try #require(page.firstRange(of: "<meta http-equiv"))
        #expect(meta.lowerBound < style.lowerBound)
    }

    @Test("has one h1, headings without gaps, every anchor once, every reference somewhere")
    func structure() async throws {
        let page = try await Form.page.render(SampleEdition.full)
        let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 - $0 <= 1 })
        let anchors = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        let references = page.matches(of: /(?:href="#|aria-labelledby=")([^"]+)"/).map { String($0.1) }
        #expect(references.allSatisfy(anchors.contains))
        #expect(page.contains("<html lang=\"zh-CN\">"))
    }

    @Test("says track and state in words")
    func words() async throws {
        let page = try await Form.page.render(SampleEdition.full)
        for mark in ["融合", "党建", "业务", "待分拣"] { #expect(page.contains("<span class=\"mark\">\(mark)</span>")) }
        #expect(page.contains("<span class=\"state changed\">更新</span>"))
        #expect(!page.contains("<span class=\"state new\">"))
    }

    @Test("never sets text smaller than 14 px on a screen")
    func size() async throws {
        let page = try await Form.page.render(SampleEdition.empty)
        let screen = page.prefix(upTo: try #require(page.firstRange(of: "@media print")).lowerBound)
        let sizes = screen.matches(of: /font(?:-size)?:[^;{}]*?([0-9.]+)px/).compactMap { Double($0.1) }
        #expect(sizes.count > 10)
        #expect(sizes.allSatisfy { $0 >= 14 })
    }

    @Test(
        "has an archive around it, whose list of all issues is written last; its feeds are named where they are known")
    func archive() async throws {
        let desk = Desk()
        let sink = try PageSink(
            options: Options([
                "folder": .text("out"), "address": .text("https://www.ninglan.example/b"),
                "feeds": .text("https://www.ninglan.example/feeds"),
            ]))
        try await desk.deliver(SampleEdition.small, by: sink)
        #expect(desk.paths.prefix(2) == ["out/jiguan/2026-012.html", "out/jiguan/latest.html"])
        #expect(desk.paths.last == "out/jiguan/index.html")
        #expect(desk.text("sitemap.xml").contains("https://www.ninglan.example/b/jiguan/2026-012.html"))
        #expect(desk.text("2026-012.html").contains("href=\"https://www.ninglan.example/feeds/atom.xml\""))
        #expect(desk.text("2026-012.html").contains("<a href=\"index.html\">往期目录</a>"))
    }

    @Test("renders ten thousand entries in seconds")
    func speed() async throws {
        let item = SampleEdition.full.entries[0]
        let edition = SampleEdition.of(Array(repeating: item, count: 10_000))
        let page = try await Form.page.render(edition)
        #expect(page.utf8.count > 1_000_000)
    }
}
