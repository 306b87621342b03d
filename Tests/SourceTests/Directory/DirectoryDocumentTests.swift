import JuheKit
import Testing

@testable import DirectorySource

@Suite("Documents of a folder")
struct DirectoryDocumentTests {
    private static let notice = "关于报送年度总结的通知\n\n各单位：\n　　请于12月1日前报送，镕堃喆均可。\n\n宁澜市水务局\n2026年11月5日\n"

    /// "关于报送年度总结的通知…" in GB18030, made by Python's codec.
    private static let notice18030: [UInt8] = [
        0xB9, 0xD8, 0xD3, 0xDA, 0xB1, 0xA8, 0xCB, 0xCD, 0xC4, 0xEA, 0xB6, 0xC8, 0xD7, 0xDC, 0xBD, 0xE1, 0xB5, 0xC4,
        0xCD, 0xA8,
        0xD6, 0xAA, 0x0D, 0x0A, 0xC7, 0xEB, 0xE9, 0x46, 0x88, 0xD2, 0x86, 0xB4, 0xD4, 0xC4, 0xA1, 0xA3,
    ]

    @Test("are read in every encoding")
    func encodings() async throws {
        let utf8 = try await TemporaryFolder.item("a.txt", Self.notice)
        #expect(utf8.title == "关于报送年度总结的通知")
        #expect(utf8.details.document?.issuer == "宁澜市水务局")
        let units = Array(Self.notice.utf16)
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [
            [0xEF, 0xBB, 0xBF] + Array(Self.notice.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
            Array(Self.notice.replacing("\n", with: "\r\n").utf8),
        ] {
            let item = try await TemporaryFolder.item("a.txt", bytes: bytes)
            #expect(item.title == utf8.title)
            #expect(item.contentHTML == utf8.contentHTML)
        }
        let national = try await TemporaryFolder.item("a.txt", bytes: Self.notice18030)
        #expect(national.title == "关于报送年度总结的通知")
        #expect(national.contentHTML == "<p>请镕堃喆阅。</p>")
    }

    @Test("with a damaged place are used, and named")
    func damaged() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", bytes: Array(Self.notice.utf8.dropLast()) + [0xE6, 0x97])
        let record = try await folder.collect()
        #expect(record.items.count == 1)
        #expect(record.notes.map(\.code) == [.mislabelled])
    }

    @Test("that are text give paragraphs in which nothing is markup")
    func escaping() async throws {
        let item = try await TemporaryFolder.item("a.txt", "甲 & 乙\n\n<script>x</script>\n1 < 2")
        #expect(item.title == "甲 & 乙")
        #expect(item.contentHTML == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>1 &lt; 2</p>")
    }

    @Test("without a title have their file's name, where it is for people")
    func names() async throws {
        let sentence = "今天上午，市水务局召开会议。会议强调了安全。\n"
        #expect(try await TemporaryFolder.item("水务局安全会议.txt", sentence).title == "水务局安全会议")
        #expect(try await TemporaryFolder.item("t20261105_3152.txt", sentence).title == nil)
    }

    @Test("in Markdown have front matter")
    func frontMatter() async throws {
        let item = try await TemporaryFolder.item(
            "a.md",
            """
            ---
            title: 机关党建与业务融合办法
            date: 2026-11-05 09:30
            unit: 市直机关工委
            column: 融合制度
            track: 融合
            kind: policy
            number: 宁直工联发[2026]3号
            url: https://gongwei.ninglan.example/3.html
            author: 办公室
            tags: [融合, 党建]
            ---

            ## 一、总则

            | 会议 | 时间 |
            |---|---|
            | 例会 | 3~5日 |

            ~~作废~~ <b onclick="x">粗</b> [链接](javascript:x)
            """)
        #expect(item.title == "机关党建与业务融合办法")
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-05T01:30:00Z")
        #expect(item.details.unit == "市直机关工委")
        #expect(item.details.track == .fusion)
        #expect(item.details.kind == .policy)
        #expect(item.details.why.map(\.rule) == ["front-matter", "front-matter"])
        #expect(item.details.document?.number == "宁直工联发〔2026〕3号")
        #expect(item.url == "https://gongwei.ninglan.example/3.html")
        #expect(item.authors == [Author(name: "办公室")])
        #expect(item.tags == ["融合", "党建"])
        let html = try #require(item.contentHTML)
        #expect(html.contains("<h2>一、总则</h2>"))
        #expect(html.contains("<td>3~5日</td>"))
        #expect(html.contains("<del>作废</del>"))
        #expect(!html.contains("onclick") && !html.contains("javascript"))
    }

    @Test("in Markdown without a title take the first heading, and take it out of the text")
    func heading() async throws {
        let item = try await TemporaryFolder.item(
            "a.md", "# 关于*开展*检查的通知\n\n宁水发〔2026〕7号\n\n正文。\n\n宁澜市水务局\n\n2026年11月5日\n")
        #expect(item.title == "关于开展检查的通知")
        #expect(item.contentHTML?.contains("<h1>") == false)
        #expect(item.details.document?.number == "宁水发〔2026〕7号")
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-04T16:00:00Z")
    }

    @Test("in Markdown keep notes at the foot apart from the words they are on")
    func footnotes() async throws {
        let item = try await TemporaryFolder.item("a.md", "# 供暖安排\n\n燃料充足[^1]。\n\n[^1]: 不少于十五日用量。\n")
        let html = try #require(item.contentHTML)
        #expect(html.contains("燃料充足<sup"))
        #expect(html.contains("不少于十五日用量。"))
        #expect(!html.contains("^"))
    }

    @Test("with front matter that says nothing understandable are used, and named")
    func badFrontMatter() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "---\ntitle: 甲\ndate: 昨天\ntrack: 其他\n---\n正文")
        let record = try await folder.collect()
        #expect(record.items.first?.title == "甲")
        #expect(record.notes.map(\.code) == [.malformed, .malformed])
    }

    @Test("that are feeds give their entries")
    func feeds() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.xml",
            "<rss version='2.0'><channel><title>t</title><item><guid>1</guid><title>甲</title></item><item><guid>2</guid></item></channel></rss>"
        )
        try folder.write("b.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"3\"}]}")
        try folder.write("c.json", "{\"name\":\"package\"}")
        let record = try await folder.collect()
        #expect(record.items.map(\.id) == ["a.xml#1", "a.xml#2", "b.json#3"])
        #expect(record.failures.map(\.subject) == ["c.json"])
        #expect(record.failures.map(\.code) == [.notAFeed])
    }
}
