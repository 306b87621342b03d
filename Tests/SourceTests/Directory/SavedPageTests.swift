import JuheKit
import Testing

@testable import DirectorySource

@Suite("Saved web pages")
struct SavedPageTests {
    private static func page(head: String, body: String) -> String {
        """
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">\(head)</head><body>
        <ul class="nav"><li><a href="/">首页</a></li><li><a href="/1/">政务公开</a></li></ul>
        \(body)
        <div class="foot">主办：宁澜市水务局　2020-01-01</div></body></html>
        """
    }

    private static let article =
        "<div class='TRS_Editor'><p>宁水发〔2026〕7号</p><p>各区县水务局：</p><p>请做好冬季供水安全检查，<a href='./P1.docx'>附件</a>。</p></div>"

    @Test("tell what they are in their meta tags")
    func metaTags() async throws {
        let item = try await TemporaryFolder.item(
            "202611/t20261101_7.html",
            Self.page(
                head: """
                    <title>短标题 - 宁澜市水务局</title><META NAME="articletitle" content="关于做好冬季供水安全检查的通知">
                    <meta name="PubDate" content="2026-11-05 16:30"><meta name="ContentSource" content="市水务局">
                    <meta name="ColumnName" content="通知公告"><meta name="ColumnType" content="办事服务">
                    <meta name="Url" content="https://swj.ninglan.example/tz/202611/t20261101_7.html">
                    <meta name="Keywords" content="供水,安全;检查"><meta name="Author" content="办公室">
                    """, body: Self.article))
        #expect(item.title == "关于做好冬季供水安全检查的通知")
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-05T08:30:00Z")
        #expect(item.url == "https://swj.ninglan.example/tz/202611/t20261101_7.html")
        #expect(item.contentBase == item.url)
        #expect(item.details.origin == "市水务局")
        #expect(item.details.column == "通知公告")
        #expect(item.details.kind == .procedure)
        #expect(item.details.why == [Reason(label: "kind", rule: "column-type", words: ["办事服务"])])
        #expect(item.details.document?.number == "宁水发〔2026〕7号")
        #expect(item.tags == ["供水", "安全", "检查"])
        #expect(item.authors == [Author(name: "办公室")])
        let html = try #require(item.contentHTML)
        #expect(html.contains("冬季供水安全检查") && html.contains("./P1.docx"))
        #expect(!html.contains("首页") && !html.contains("主办"))
    }

    @Test("without meta tags have their heading, and the date under it")
    func noMetaTags() async throws {
        let item = try await TemporaryFolder.item(
            "a.html",
            Self.page(
                head: "<title>关于供水安全的通知_通知公告_宁澜市水务局</title>",
                body:
                    "<h1>关于供水安全的通知</h1><div>发布时间：2026-11-05 09:30　来源：市水务局　字号：大 中 小</div>" + Self.article))
        #expect(item.title == "关于供水安全的通知")
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-05T01:30:00Z")
        #expect(item.details.origin == "市水务局")
        #expect(item.url == nil)
        #expect(item.details.kind == nil)
    }

    @Test(
        "without a heading have their document's title without the site",
        arguments: [
            "关于供水安全的通知 - 宁澜市水务局", "关于供水安全的通知_通知公告_宁澜市水务局", "关于供水安全的通知｜宁澜市水务局", "关于供水安全的通知",
        ])
    func titles(_ title: String) async throws {
        let item = try await TemporaryFolder.item(
            "tz/t20261105_7.html", Self.page(head: "<title>\(title)</title>", body: Self.article))
        #expect(item.title == "关于供水安全的通知")
        #expect(item.datePublished.map(Timestamp.text) == "2026-11-04T16:00:00Z")
    }

    @Test("do not take the masthead for the title")
    func masthead() async throws {
        let item = try await TemporaryFolder.item(
            "a.html",
            Self.page(
                head: "<title>宁澜市水务局 - 关于供水安全的通知</title>", body: "<h1>关于供水安全的通知</h1>" + Self.article))
        #expect(item.title == "关于供水安全的通知")
    }

    @Test("are undated where nothing says when they were published")
    func undated() async throws {
        let item = try await TemporaryFolder.item("a.html", Self.page(head: "<title>通知公告</title>", body: Self.article))
        #expect(item.datePublished == nil)
    }

    @Test("leave the kind to the source where it has one")
    func sourceKind() async throws {
        let item = try await TemporaryFolder.item(
            "a.html", Self.page(head: "<meta name='ColumnType' content='办事服务'>", body: Self.article),
            source: SourceProfile(id: "folder", kind: .policy))
        #expect(item.details.kind == nil)
    }

    @Test("labelled gb2312 are read as GB18030, and whatever they are labelled where the bytes say otherwise")
    func encodings() async throws {
        // 镕堃喆, of which gb2312 knows only the first: "<meta charset=gb2312><title>镕堃喆同志</title>".
        let label = Array("<meta charset=gb2312><title>".utf8)
        let words: [UInt8] = [0xE9, 0x46, 0x88, 0xD2, 0x86, 0xB4, 0xCD, 0xAC, 0xD6, 0xBE]
        let tail = Array("</title><p>".utf8) + words + Array("</p>".utf8)
        #expect(try await TemporaryFolder.item("a.html", bytes: label + words + tail).title == "镕堃喆同志")
        let wrong = Array("<meta charset=utf-8><title>".utf8)
        let common: [UInt8] = [0xB9, 0xD8, 0xD3, 0xDA, 0xB1, 0xA8, 0xCB, 0xCD, 0xD7, 0xDC, 0xBD, 0xE1]
        #expect(
            try await TemporaryFolder.item("a.html", bytes: wrong + common + Array("</title><p>x</p>".utf8)).title
                == "关于报送总结")
        let other = Array("<meta charset=gbk><title>关于报送总结的通知</title><p>正文。</p>".utf8)
        #expect(try await TemporaryFolder.item("a.html", bytes: other).title == "关于报送总结的通知")
    }

    @Test("without a word are noted")
    func emptyPage() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", "<html><body><div id=app></div><script>render()</script></body></html>")
        let record = try await folder.collect()
        #expect(record.items.isEmpty)
        #expect(record.notes.map(\.code) == [.empty])
    }

    @Test("of an office program has its title in the first paragraph, not in the first numbered heading")
    func officeProgram() async throws {
        let html =
            "<html><head><title></title></head><body><p class=\"title\">冬季清雪工作方案</p><h1>一、总体要求</h1><p>坚持以雪为令。</p><h1>二、责任分工</h1></body></html>"
        let item = try await TemporaryFolder.item("a.html", html)
        #expect(item.title == "冬季清雪工作方案")
        #expect(item.contentHTML?.contains("一、总体要求") == true)
    }
}
