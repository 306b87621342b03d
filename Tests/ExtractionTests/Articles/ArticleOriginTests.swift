import JuheKit
import Testing

@testable import Extraction

@Suite("Where an article comes from")
struct ArticleOriginTests {
    private func read(_ info: String, head: String = "") -> Item {
        var entry = ExtractedItem(url: "https://mzj.ninglan.example/tzgg/31.html")
        entry.item.title = "关于做好冬季社会救助工作的通知"
        let html =
            "<head><title>关于做好冬季社会救助工作的通知</title>\(head)</head><h1>关于做好冬季社会救助工作的通知</h1>\(info)<div class=TRS_Editor><p>请认真落实各项救助政策。</p></div>"
        ArticlePage(html, address: "https://mzj.ninglan.example/tzgg/31.html").complete(
            &entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    @Test(
        "is the site by its name where a page only says that the text is its own",
        arguments: ["本站", "本站原创", "原创", "本网"])
    func own(_ word: String) {
        let info = "<p>发布时间：2026-11-05　来源：\(word)</p>"
        #expect(read(info).details.origin == nil)
        #expect(read(info, head: "<meta name=SiteName content=宁澜市民政局>").details.origin == "宁澜市民政局")
        let tag = "<meta name=ContentSource content=\(word)>"
        #expect(read("<p>2026-11-05　来源：宁澜晚报</p>", head: tag).details.origin == "宁澜晚报")
    }

    @Test(
        "may have a space in its name, and ends before the next label",
        arguments: [
            ("来源：宁澜日报 澜河晚报　发布时间：2026-11-05", "宁澜日报 澜河晚报"),
            ("Source: City News Office | Date: 2026-11-05", "City News Office"),
            ("Source: Xinhua Date: 2026-11-05", "Xinhua"), ("Source: Ninglan Daily Print", "Ninglan Daily"),
            ("市民政局 2026-11-05 09:30 【字体：大 中 小】", "市民政局"), ("来源：宁澜日报 张某 2026-11-05", "宁澜日报"),
            ("【发布时间】2026-11-05 09:30 【来源】市民政局 【字号】大 中 小", "市民政局"),
            ("来源：市民政局 政策发布 2026-11-05", "市民政局"),
        ])
    func spaces(_ info: String, _ expected: String) { #expect(read("<p>\(info)</p>").details.origin == expected) }

    @Test("stands beside the reporter; a line in the heading is no part of the title")
    func beside() {
        #expect(read("<p>2026-11-05 来源：宁澜日报 记者：某甲</p>").authors.map(\.name) == ["某甲"])
        var entry = ExtractedItem(url: "https://mzj.ninglan.example/tzgg/31.html")
        entry.item.title = "关于做好冬季…"
        ArticlePage(
            "<title>关于做好冬季社会救助工作的通知</title><h1>关于做好冬季社会救助工作的通知<span>发布时间：2026-11-05　来源：市民政局</span></h1><div class=TRS_Editor><p>请认真落实。</p></div>",
            address: nil
        ).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.title == "关于做好冬季社会救助工作的通知")
        #expect(entry.item.details.origin == "市民政局")
    }

    @Test("is not who issued a document: who did comes before who published it, and before the office charged with it")
    func issuers() {
        func issuer(_ labels: String...) -> String? {
            let cells = zip(labels, ["应急科", "市政务公开办", "市人民政府"]).filter { !$0.0.isEmpty }
            let rows = cells.map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }.joined()
            return read("<table><tr><td>索引号</td><td>15/7</td></tr>\(rows)</table>").details.document?.issuer
        }
        #expect(issuer("责任部门", "发布机构", "发文机关") == "市人民政府")
        #expect(issuer("责任部门", "公开主体") == "市政务公开办")
        #expect(issuer("责任部门") == "应急科")
    }
}
