import JuheKit
import Testing

@testable import Documents

@Suite("Word documents")
struct WordReaderTests {
    private let headings = """
        <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
        <w:style w:type="paragraph" w:styleId="x"><w:name w:val="自定标题"/><w:basedOn w:val="1"/></w:style>
        <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
        """

    @Test("keep headings by style, by its ancestors and by outline level")
    func heads() throws {
        let body =
            Fixtures.p("市水务局安全检查", "<w:pStyle w:val=\"t\"/>") + Fixtures.p("总体要求", "<w:pStyle w:val=\"1\"/>")
            + Fixtures.p("具体安排", "<w:pStyle w:val=\"x\"/>") + Fixtures.p("其他", "<w:outlineLvl w:val=\"2\"/>")
            + Fixtures.p("正文。")
        let reading = try Fixtures.read("a.docx", try Fixtures.word(body, styles: headings))
        #expect(reading.items.first?.title == "市水务局安全检查")
        #expect(reading.html == "<h1>总体要求</h1>\n<h1>具体安排</h1>\n<h3>其他</h3>\n<p>正文。</p>\n")
    }

    @Test("count lists: numbers and dots as HTML does, other numbers as words")
    func lists() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
            <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """
        func item(_ text: String, _ list: Int, _ level: Int) -> String {
            Fixtures.p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
        }
        let body =
            Fixtures.p("安全检查安排") + item("要求", 1, 0) + item("甲", 1, 1) + item("乙", 1, 1) + item("步骤", 1, 0)
            + item("丙", 1, 1) + item("先", 2, 0) + item("点", 2, 1) + item("后", 2, 0) + Fixtures.p("另起。")
            + item("再", 3, 0) + item("不编号的标题", 4, 0)
        let reading = try Fixtures.read("a.docx", try Fixtures.word(body, numbering: numbering))
        let html = reading.html
        #expect(html.contains("<p>一、要求</p>\n<p>（一）甲</p>\n<p>（二）乙</p>\n<p>二、步骤</p>\n<p>（一）丙</p>"))
        #expect(html.contains("<ol>\n<li>先<ul>\n<li>点</li>\n</ul>\n</li>\n<li>后</li>\n</ol>"))
        #expect(html.contains("<p>另起。</p>\n<ol>\n<li>再</li>"))
        #expect(html.contains("<p>不编号的标题</p>"))
    }

    @Test("keep tables with the cells that were merged in them")
    func tables() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Fixtures.p(text))</w:tc>"
        }
        let body = """
            \(Fixtures.p("名额分配表"))<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("单位", "<w:gridSpan w:val=\"2\"/>"))\(cell("名额"))</w:tr>
            <w:tr>\(cell("市直", "<w:vMerge w:val=\"restart\"/>"))\(cell("水务局"))\(cell("2"))</w:tr>
            <w:tr>\(cell("", "<w:vMerge/>"))\(cell("民政局"))\(cell("3"))</w:tr>
            <w:tr><w:trPr><w:del w:id="1"/></w:trPr>\(cell("删"))\(cell("去"))\(cell("行"))</w:tr></w:tbl>
            """
        let html = try Fixtures.read("a.docx", try Fixtures.word(body)).html
        #expect(html.contains("<tr><th colspan=\"2\">单位</th><th>名额</th></tr>"))
        #expect(
            html.contains("<tr><td rowspan=\"2\">市直</td><td>水务局</td><td>2</td></tr>\n<tr><td>民政局</td><td>3</td></tr>"))
        #expect(!html.contains("删"))
    }

    @Test("say what stands once changes are accepted, without hidden text and codes of fields")
    func changes() throws {
        let body = """
            \(Fixtures.p("修订稿"))<w:p><w:r><w:t>保留</w:t></w:r><w:ins w:id="1"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删除</w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第3页</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>。</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t>上半句</w:t></w:r></w:p>\(Fixtures.p("下半句。"))
            """
        let html = try Fixtures.read("a.docx", try Fixtures.word(body)).html
        #expect(html == "<p>保留新增第3页。</p>\n<p>上半句下半句。</p>\n")
    }

    @Test("keep notes, links, raised letters and text boxes; name pictures")
    func parts() throws {
        let body = """
            <w:p><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>\(Fixtures.p("宁澜市水务局文件"))</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(Fixtures.p("宁澜市水务局文件"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:p>
            \(Fixtures.p("宁水发[2026]7号"))\(Fixtures.p("关于安全检查的通知"))\(Fixtures.p("各科室："))
            <w:p><w:r><w:t>见</w:t></w:r><w:hyperlink r:id="rId4"><w:r><w:t>网页</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>，10m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId5"/></w:drawing></w:r></w:p>
            """
        let notes =
            "<w:footnotes SPACE><w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"2\">\(Fixtures.p(" 数据截至十月。"))</w:footnote></w:footnotes>"
        let reading = try Fixtures.read(
            "a.docx",
            try Fixtures.word(
                body,
                more: [
                    ("footnotes", "footnotes.xml", false),
                    ("hyperlink", "https://swj.ninglan.example/a?b=1&amp;c=2", true),
                    ("image", "media/image1.png", false),
                ], parts: [("word/footnotes.xml", notes)]))
        #expect(reading.items.first?.title == "关于安全检查的通知")
        #expect(reading.items.first?.details.document?.issuer == "宁澜市水务局")
        #expect(reading.items.first?.details.document?.number == "宁水发〔2026〕7号")
        #expect(
            reading.html.contains(
                "<p>见<a href=\"https://swj.ninglan.example/a?b=1&amp;c=2\">网页</a><sup>[1]</sup>，10m<sup>2</sup></p>\n<p>[1] 数据截至十月。</p>"
            ))
        #expect(reading.notes.contains { $0.phrase == .picturesLeftOut(1) })
    }

    @Test("leave headers out of the text and look for marks there")
    func margins() throws {
        let bytes = try Fixtures.word(
            Fixtures.p("会议安排") + Fixtures.p("周五开会。"), more: [("header", "header1.xml", false)],
            parts: [("word/header1.xml", "<w:hdr SPACE>\(Fixtures.p("机密★1年"))</w:hdr>")])
        let reading = try Fixtures.read("a.docx", bytes)
        #expect(!reading.html.contains("机密"))
        #expect(Gate(reading)?.rule == "secrecy")
    }

    @Test("with macros or templates elsewhere give their text and are named")
    func dangers() throws {
        let bytes = try Fixtures.word(
            Fixtures.p("会议安排") + Fixtures.p("周五开会。"),
            more: [("attachedTemplate", "http://evil.ninglan.example/t.dotm", true)],
            parts: [("word/vbaProject.bin", "x")])
        let reading = try Fixtures.read("a.docm", bytes)
        #expect(reading.items.count == 1)
        #expect(Set(reading.notes.map(\.phrase)) == [.hasMacros, .refersOutside])
    }

    @Test("that are something else are read as what they are")
    func otherForms() throws {
        let page = try Fixtures.read(
            "a.docx", "<html><head><title>关于检查的通知</title></head><body><p>请检查。</p></body></html>")
        #expect(page.items.first?.title == "关于检查的通知")
        #expect(page.notes.contains { $0.phrase == .otherForm("HTML") })
        let text = try Fixtures.read("a.docx", "关于检查的通知\n\n请检查。\n")
        #expect(text.items.first?.title == "关于检查的通知")
    }

    @Test("that are cut off or damaged are named", arguments: [10, 200, 700])
    func damaged(_ length: Int) throws {
        let bytes = try Fixtures.word(Fixtures.p("会议安排") + Fixtures.p("周五开会。"))
        #expect(throws: Failure.self) { try Fixtures.read("a.docx", Array(bytes.prefix(length))) }
        let broken = try Fixtures.word(Fixtures.p("会议安排") + "<w:p><w:r>")
        #expect(throws: Failure.self) { try Fixtures.read("a.docx", broken) }
    }

    @Test("nested without end are refused in time and memory")
    func deep() throws {
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 50_000)
        #expect(throws: Failure.self) { try Fixtures.read("a.docx", try Fixtures.word(open)) }
        let attributes = (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        #expect(throws: Failure.self) { try Fixtures.read("a.docx", try Fixtures.word("<w:p \(attributes)/>")) }
    }
}
