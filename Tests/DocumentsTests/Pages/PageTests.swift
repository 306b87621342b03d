import ChildProcess
import JuheKit
import Testing

@testable import Documents

@Suite("Pages of text at places")
struct PageTests {
    private func line(_ text: String, x: Double = 20, y: Double, size: Double = 5) -> PageText.Piece {
        PageText.Piece(x: x, y: y, width: Double(text.unicodeScalars.count) * size, height: size, text: text)
    }

    private func html(_ pages: [[PageText.Piece]]) -> String {
        PageLayout.content(of: pages.map { PageText(width: 210, height: 297, pieces: $0) }).blocks.html
    }

    @Test("join lines that were full, over pages too, without numbers of pages and running heads")
    func paragraphs() {
        let full = String(repeating: "文", count: 30)
        let html = html([
            [
                line("宁澜简报", x: 90, y: 10), line("首段" + full.dropLast(4), x: 30, y: 50), line(full, y: 59),
                line("段尾。", y: 68),
                line("次段" + full.dropLast(4), x: 30, y: 77), line("— 1 —", x: 95, y: 285),
            ], [line("宁澜简报", x: 90, y: 10), line("接上页。", y: 50), line("— 2 —", x: 95, y: 285)],
        ])
        #expect(html == "<p>首段\(full.dropLast(4))\(full)段尾。</p>\n<p>次段\(full.dropLast(4))接上页。</p>\n")
    }

    @Test("are in the order of their places, not of the file")
    func order() {
        #expect(html([[line("后。", y: 60), line("先。", y: 50)]]) == "<p>先。</p>\n<p>后。</p>\n")
    }

    @Test("have tables where several parts stand below one another")
    func table() {
        let html = html([
            [
                line("名额如下。", y: 40), line("单位", y: 60), line("名额", x: 100, y: 60), line("水务局", y: 72),
                line("2", x: 102, y: 72), line("民政局", y: 84), line("3", x: 102, y: 84), line("请照此办理。", y: 110),
            ]
        ])
        #expect(html.contains("<tr><td>水务局</td><td>2</td></tr>\n<tr><td>民政局</td><td>3</td></tr>"))
        #expect(html.contains("<p>名额如下。</p>"))
        #expect(html.hasSuffix("<p>请照此办理。</p>\n"))
    }

    @Test("have tables that lines are drawn around, with merged cells, cells of several lines, and over pages")
    func ruled() {
        func level(_ y: Double, _ from: Double, _ to: Double) -> PageRule? { PageRule((from, y), (to, y)) }
        func upright(_ x: Double, _ from: Double, _ to: Double) -> PageRule? { PageRule((x, from), (x, to)) }
        var first = PageText(width: 210, height: 297)
        first.pieces = [
            line("如下表。", y: 40), line("区域", x: 22, y: 58), line("任务", x: 80, y: 53), line("新建", x: 62, y: 63),
            line("改建", x: 112, y: 63), line("城东新区", x: 22, y: 74), line("分局", x: 22, y: 80), line("3", x: 70, y: 74),
            line("5", x: 120, y: 74),
        ]
        first.rules = [
            level(50, 20, 160), level(61, 60, 160), level(71, 20, 60), level(71, 60, 160), level(88, 20, 160),
            upright(20, 50, 88), upright(60, 50, 88), upright(110, 61, 88), upright(160, 50, 88),
        ].compactMap { $0 }
        var second = PageText(width: 210, height: 297)
        second.pieces = [
            line("城西区", x: 22, y: 44), line("2", x: 70, y: 44), line("7", x: 120, y: 44), line("请照此办理。", y: 70),
        ]
        second.rules = [
            level(40, 20, 160), level(54, 20, 160), upright(20, 40, 54), upright(60, 40, 54), upright(110, 40, 54),
            upright(160, 40, 54),
        ].compactMap { $0 }
        let html = PageLayout.content(of: [first, second]).blocks.html
        #expect(
            html == """
                <p>如下表。</p>
                <table>
                <tr><td rowspan="2">区域</td><td colspan="2">任务</td></tr>
                <tr><td>新建</td><td>改建</td></tr>
                <tr><td>城东新区<br>分局</td><td>3</td><td>5</td></tr>
                <tr><td>城西区</td><td>2</td><td>7</td></tr>
                </table>
                <p>请照此办理。</p>

                """)
    }

    @Test("of PDF have the tables that it draws, where poppler is installed", arguments: [true, false])
    func drawnTable(_ isStroked: Bool) throws {
        try #require(SystemProgram.path(of: "pdftocairo") != nil, "poppler-utils is not installed")
        let table = try Fixtures.read("a.pdf", PDFFixture.table(isStroked: isStroked)).html
        #expect(
            table.contains(
                """
                <tr><td rowspan="2">District</td><td colspan="2">Tasks</td></tr>
                <tr><td>New</td><td>Old</td></tr>
                <tr><td>East</td><td>3</td><td>5</td></tr>
                """))
    }

    @Test("of OFD are read with their templates, by places and runs of distances")
    func ofd() throws {
        let bytes = try Fixtures.ofd(
            [
                Fixtures.text("各科室：", x: 28, y: 120) + Fixtures.text("关于安全检查的通知", x: 60, y: 90, size: 7)
                    + Fixtures.text("请于周五前检查完毕。", x: 38, y: 130) + Fixtures.text("宁水发〔2026〕7号", x: 80, y: 60)
            ], template: Fixtures.text("宁澜市水务局文件", x: 50, y: 30, size: 10))
        let reading = try Fixtures.read("a.ofd", bytes)
        #expect(reading.items.first?.title == "关于安全检查的通知")
        #expect(reading.items.first?.details.document?.number == "宁水发〔2026〕7号")
        #expect(reading.items.first?.details.document?.issuer == "宁澜市水务局")
        #expect(reading.html == "<p>各科室：</p>\n<p>请于周五前检查完毕。</p>\n")
        #expect(OFDText.steps("10 g 3 5.64 2") == [10, 5.64, 5.64, 5.64, 2])
        #expect(OFDText.steps("g 99999999 1").count <= 20_000)
    }

    @Test("of OFD have the tables that it draws, merged cells included")
    func drawnOFD() throws {
        func path(_ x: Double, _ y: Double, _ data: String) -> String {
            "<ofd:PathObject Boundary=\"\(x) \(y) 140 40\" LineWidth=\"0.3\"><ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>"
        }
        let lines =
            path(30, 60, "M 0 0 L 140 0 L 140 30 L 0 30 C") + path(30, 70, "S 40 0 M 40 0 L 140 0")
            + path(30, 80, "M 0 0 L 140 0")
            + path(70, 60, "M 0 0 L 0 30") + path(120, 70, "M 0 0 L 0 20")
        let words =
            Fixtures.text("植树任务表", x: 80, y: 40, size: 7) + Fixtures.text("区县", x: 32, y: 67)
            + Fixtures.text("任务", x: 110, y: 62) + Fixtures.text("计划", x: 72, y: 72)
            + Fixtures.text("完成", x: 122, y: 72)
            + Fixtures.text("城东区", x: 32, y: 82) + Fixtures.text("100", x: 72, y: 82)
            + Fixtures.text("98", x: 122, y: 82)
            + Fixtures.text("请抓紧推进。", x: 30, y: 110)
        let reading = try Fixtures.read("a.ofd", try Fixtures.ofd([lines + words]))
        #expect(reading.items.first?.title == "植树任务表")
        #expect(
            reading.html.contains(
                """
                <tr><td rowspan="2">区县</td><td colspan="2">任务</td></tr>
                <tr><td>计划</td><td>完成</td></tr>
                <tr><td>城东区</td><td>100</td><td>98</td></tr>
                """), "\(reading.html)")
    }

    @Test("of OFD: several documents, and pages that are missing")
    func several() throws {
        let two = try Fixtures.read("a.ofd", try Fixtures.ofd([Fixtures.text("一则消息。", x: 28, y: 50)], bodies: 2))
        #expect(two.items.map(\.id) == ["a.ofd", "a.ofd#2"])
        #expect(throws: Failure.self) { try Fixtures.read("a.ofd", try Fixtures.zip([("OFD.xml", "<OFD/>")])) }
    }

    @Test("of OFD: encrypted and damaged ones are named")
    func badOFD() throws {
        let locked = try Fixtures.zip([
            ("OFD.xml", "<OFD/>"), ("Encryptions.xml", "<Encryptions/>"), ("EncryptEntries.dat", "x"),
        ])
        let failure = #expect(throws: Failure.self) { try Fixtures.read("a.ofd", locked) }
        #expect(failure?.phrase == .encryptedDocument)
        let whole = try Fixtures.ofd([Fixtures.text("一则消息。", x: 28, y: 50)])
        for length in [40, whole.count / 2] {
            #expect(throws: Failure.self) { try Fixtures.read("a.ofd", Array(whole[..<length])) }
        }
    }

    @Test("of PDF are read through poppler, where it is installed")
    func pdf() throws {
        try #require(SystemProgram.path(of: "pdftotext") != nil, "poppler-utils is not installed")
        let reading = try Fixtures.read("a.pdf", PDFFixture.bytes)
        #expect(reading.items.first?.title == "Inspection Plan")
        #expect(reading.html.contains("Second line of text."))
    }

    @Test("of PDF: damaged and empty ones are named")
    func badPDF() throws {
        try #require(SystemProgram.path(of: "pdftotext") != nil, "poppler-utils is not installed")
        #expect(throws: Failure.self) { try Fixtures.read("a.pdf", "%PDF-1.7\nnothing\n") }
        let failure = #expect(throws: Failure.self) { try Fixtures.read("a.pdf", PDFFixture.blank) }
        #expect(failure?.code == .empty)
    }
}

/// A PDF written by hand.
enum PDFFixture {
    static var bytes: [UInt8] {
        document(
            "BT /F1 24 Tf 72 720 Td (Inspection Plan) Tj ET BT /F1 12 Tf 72 680 Td (First line.) Tj 0 -18 Td (Second line of text.) Tj ET"
        )
    }
    /// A table with merged cells, its borders drawn as lines or as narrow boxes.
    static func table(isStroked: Bool) -> [UInt8] {
        let level = [(700, 72, 400), (680, 172, 400), (660, 72, 400), (640, 72, 400)]
        let upright = [(72, 640, 700), (172, 640, 700), (286, 640, 680), (400, 640, 700)]
        let borders =
            level.map { isStroked ? "\($0.1) \($0.0) m \($0.2) \($0.0) l S" : "\($0.1) \($0.0) \($0.2 - $0.1) 1 re f" }
            + upright.map {
                isStroked ? "\($0.0) \($0.1) m \($0.0) \($0.2) l S" : "\($0.0) \($0.1) 1 \($0.2 - $0.1) re f"
            }
        let words = [
            ("Tasks of the year", 72, 740), ("District", 80, 676), ("Tasks", 250, 686), ("New", 180, 666),
            ("Old", 300, 666),
            ("East", 80, 646), ("3", 180, 646), ("5", 300, 646), ("Work them off.", 72, 600),
        ].map { "BT /F1 10 Tf \($0.1) \($0.2) Td (\($0.0)) Tj ET" }
        return document((borders + words).joined(separator: "\n"))
    }
    static var blank: [UInt8] { document("") }

    private static func document(_ content: String) -> [UInt8] {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
