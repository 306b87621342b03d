import Foundation
import JuheKit
import Testing

@testable import Documents

@Suite("Lists in workbooks and plain text")
struct SheetTests {
    private static let styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/></cellXfs>"

    @Test("give an item a row, by the words at the head")
    func rows() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c></row>
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c><c r="E2" t="s"><v>5</v></c><c r="F2" t="s"><v>6</v></c></row>
            <row r="3"><c r="A3"><v>1</v></c><c r="B3" t="inlineStr"><is><r><t>关于检查</t></r><r><t>的通知</t></r></is></c><c r="C3" s="2"><v>46331</v></c><c r="D3" t="str"><v>市水务局</v></c><c r="E3" t="s"><v>7</v></c><c r="F3" s="4"><v>0.125</v></c></row>
            <row r="5"><c r="B5" t="inlineStr"><is><t>消息一则</t></is></c><c r="C5" s="3"><v>46332.395833333</v></c></row>
            <row r="6"><c r="A6" t="inlineStr"><is><t>合计</t></is></c><c r="B6"><v>2</v></c></row>
            """
        let reading = try Fixtures.read(
            "台账.xlsx",
            try Fixtures.workbook(
                rows, shared: ["十一月台账", "序号", "标题", "日期", "报送单位", "文号", "完成率", "宁水发(2026)7号"], styles: Self.styles,
                merges: "<mergeCells><mergeCell ref=\"A1:F1\"/></mergeCells>",
                more: "<sheet name=\"底稿\" sheetId=\"2\" state=\"hidden\" r:id=\"rId4\"/>"))
        #expect(reading.items.map(\.title) == ["关于检查的通知", "消息一则"])
        let first = try #require(reading.items.first)
        #expect(first.id == "台账.xlsx#台账/关于检查的通知 2026-11-05")
        #expect(first.datePublished.map { Timestamp.text($0) } == "2026-11-04T16:00:00Z")
        #expect(first.details.unit == "市水务局")
        #expect(first.details.document?.number == "宁水发〔2026〕7号")
        #expect(first.contentHTML?.contains("<tr><td>完成率</td><td>12.50%</td></tr>") == true)
        #expect(reading.items.last?.datePublished.map { Timestamp.text($0) } == "2026-11-06T01:30:00Z")
        #expect(reading.notes.contains { $0.phrase == .hiddenSheet("底稿") })
    }

    @Test("have heads of two rows and cells merged down")
    func merged() throws {
        let csvRows: [[String]] = [
            ["单位", "信息", "信息"], ["单位", "标题", "日期"], ["市水务局", "检查开始", "2026-11-01"], ["", "检查结束", "2026-11-03"],
        ]
        var sheet = Sheet(rows: csvRows)
        sheet.merges = [Sheet.Merge(rows: 2...3, columns: 0...0)]
        let mapping = try #require(ColumnMapping(sheet.filled, configured: [:]))
        #expect(mapping.firstRow == 2)
        #expect(sheet.filled[3][0] == "市水务局")
        #expect(mapping.value(.unit, sheet.filled[3]) == "市水务局")
        #expect(mapping.value(.title, sheet.filled[3]) == "检查结束")
    }

    @Test("are mapped by configuration where the heads are the office's own")
    func configured() throws {
        let text = "工作事由,办结于,经办科室\n完成管网改造,2026/11/5,工程科\n"
        let reading = try Fixtures.read(
            "a.csv", Array(text.utf8), columns: ["title": "工作事由", "date": "办结于", "unit": "经办科室"])
        #expect(reading.items.map(\.title) == ["完成管网改造"])
        #expect(reading.items.first?.details.unit == "工程科")
        #expect(reading.items.first?.datePublished.map { Timestamp.text($0) } == "2026-11-04T16:00:00Z")
    }

    @Test("without such heads are one table")
    func table() throws {
        let reading = try Fixtures.read("全市供热面积统计.csv", "区县,面积\n东城,120\n西城,98\n")
        #expect(reading.items.count == 1)
        #expect(reading.items.first?.title == "全市供热面积统计")
        #expect(reading.html.contains("<tr><td>东城</td><td>120</td></tr>"))
    }

    @Test(
        "in plain text are read with quotation marks, in any encoding and with any delimiter",
        arguments: ["标题,日期\n\"检查，\"\"一\"\"\n次\",2026-11-01\n", "标题\t日期\n\"检查，\"\"一\"\"\n次\"\t2026-11-01\n"])
    func delimited(_ text: String) throws {
        let reading = try Fixtures.read("a.csv", text)
        #expect(reading.items.map(\.title) == ["检查，\"一\"\n次"])
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Fixtures.read("a.csv", wide).items.count == 1)
    }

    @Test("keep two rows of one name apart, and each the same name when the list is sorted anew")
    func identity() throws {
        let one = try Fixtures.read("a.csv", "标题,日期\n主题党日,2026-11-01\n学习,2026-11-02\n主题党日,2026-11-01\n")
        let two = try Fixtures.read("a.csv", "标题,日期\n学习,2026-11-02\n主题党日,2026-11-01\n主题党日,2026-11-01\n")
        #expect(Set(one.items.map(\.id)) == Set(two.items.map(\.id)))
        #expect(Set(one.items.map(\.id)).count == 3)
    }

    @Test(
        "show numbers as people see them",
        arguments: [
            ("13800138000", 0, "13800138000"), ("1.3800138E10", 0, "13800138000"), ("0.1", 0, "0.1"),
            ("46331", 1, "2026-11-05"), ("1", 1, "1900-01-01"), ("61", 1, "1900-03-01"),
            ("46331.5", 3, "2026-11-05 12:00"),
            ("0.28", 4, "28.00%"), ("0.28125", 4, "28.125%"), ("文字", 1, "文字"), ("-1", 1, "-1"), ("1e300", 0, "1e300"),
        ])
    func numbers(_ value: String, _ style: Int, _ expected: String) throws {
        let rows = "<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(value)</v></c></row>"
        let html = try Fixtures.read("全年工作统计.xlsx", try Fixtures.workbook(rows, styles: Self.styles)).html
        #expect(html.contains("<td>\(expected)</td>"))
    }
}
