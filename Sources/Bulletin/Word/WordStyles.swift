/// The look of a printed bulletin: fonts are named, never shipped (GB/T 9704-2012 §5.2.2 and the custom of bulletins).
enum WordStyles {
    /// Widths in twentieths of a point: A4 with the margins of GB/T 9704-2012 §5.2.1 leaves 156 mm for the text.
    static let textWidth = 8_844

    /// The page: A4, top 37 mm, left 28 mm, right 26 mm, bottom 35 mm.
    static let section = """
        <w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>
        """

    /// The same page laid on its side, for wide tables.
    static let across = """
        <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
        <w:pgMar w:top="1588" w:right="1984" w:bottom="1474" w:left="2098" w:header="851" w:footer="1000" w:gutter="0"/>
        """
    /// The width of its text.
    static let acrossWidth = 12_756

    /// `word/styles.xml`.
    static let xml = """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:docDefaults><w:rPrDefault><w:rPr>\(fonts(Font.fangsong))<w:sz w:val="32"/><w:szCs w:val="32"/>\
        <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>\
        \(paragraphs.map(\.xml).joined())\
        \(character("Link", "<w:color w:val=\"12305E\"/>"))\
        \(character("State", "<w:color w:val=\"1B4F86\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"))\
        \(character("Facts", fonts(Font.kai) + "<w:b w:val=\"0\"/><w:color w:val=\"595959\"/>" + size(14)))\
        \(character("Mark", "<w:b/><w:color w:val=\"C4000F\"/>"))\
        \(character("Party", "<w:color w:val=\"AD1A12\"/>"))\(character("Business", "<w:color w:val=\"1B4F86\"/>"))\
        \(character("Fusion", "<w:color w:val=\"7D4A00\"/>"))\
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" \
        w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" \
        w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
        <w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="TableNormal"/>\
        <w:tblPr><w:tblBorders>\(["top", "left", "bottom", "right", "insideH", "insideV"].map(rule).joined())</w:tblBorders>\
        </w:tblPr></w:style></w:styles>
        """

    /// `word/fontTable.xml`: what may stand in where an office does not own a font.
    static let fontTable = """
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        \(font(Font.title, "华文中宋"))\(font(Font.fangsong, "仿宋"))\(font(Font.kai, "楷体"))\(font(Font.hei, "SimHei"))</w:fonts>
        """

    private enum Font {
        static let title = "方正小标宋简体"
        static let fangsong = "仿宋_GB2312"
        static let kai = "楷体_GB2312"
        static let hei = "黑体"
    }

    private struct Paragraph {
        var id: String
        var name: String
        var properties = ""
        var look = ""

        var xml: String {
            let isDefault = id == "Normal" ? " w:default=\"1\"" : ""
            let base = id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>"
            return
                "<w:style w:type=\"paragraph\"\(isDefault) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(base)<w:qFormat/>"
                + "<w:pPr>\(properties)</w:pPr><w:rPr>\(look)</w:rPr></w:style>"
        }
    }

    private static var paragraphs: [Paragraph] {
        [
            Paragraph(id: "Normal", name: "Normal"),
            Paragraph(
                id: "Masthead", name: "Title",
                properties:
                    "<w:spacing w:before=\"0\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                look: fonts(Font.title) + "<w:b/><w:color w:val=\"C4000F\"/><w:spacing w:val=\"40\"/>" + size(42)),
            Paragraph(id: "IssueNumber", name: "Issue number", properties: "<w:jc w:val=\"center\"/>"),
            Paragraph(
                id: "Imprint", name: "Imprint",
                properties: """
                    <w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="6" w:color="C4000F"/></w:pBdr>\
                    <w:tabs><w:tab w:val="right" w:pos="\(textWidth)"/></w:tabs><w:spacing w:before="120" w:after="320"/>
                    """, look: size(14)),
            Paragraph(
                id: "ImprintIssuer", name: "Imprint issuer", properties: "<w:keepNext/><w:spacing w:before=\"120\"/>",
                look: size(14)),
            Paragraph(
                id: "Caption", name: "Overview",
                properties: "<w:spacing w:before=\"80\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
                look: fonts(Font.kai) + size(14)),
            Paragraph(
                id: "ContentsHead", name: "Contents heading",
                properties: "<w:keepNext/><w:spacing w:before=\"240\"/><w:jc w:val=\"center\"/>", look: fonts(Font.hei)),
            Paragraph(
                id: "Contents1", name: "toc 1",
                properties: "<w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"\(textWidth)\"/></w:tabs>"),
            Paragraph(
                id: "Contents2", name: "toc 2",
                properties:
                    "<w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"\(textWidth)\"/></w:tabs><w:ind w:left=\"640\"/>",
                look: fonts(Font.kai) + size(14)),
            Paragraph(
                id: "Heading1", name: "heading 1",
                properties: "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
                look: fonts(Font.hei) + "<w:color w:val=\"C4000F\"/>" + size(18)),
            Paragraph(
                id: "Heading2", name: "heading 2",
                properties: "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
                look: fonts(Font.kai) + "<w:b/>"),
            Paragraph(
                id: "EntryTitle", name: "Entry title",
                properties: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\"/>", look: "<w:b/>"),
            Paragraph(
                id: "EntryFacts", name: "Entry facts",
                properties: "<w:keepNext/><w:spacing w:line=\"460\" w:lineRule=\"exact\"/>",
                look: fonts(Font.kai) + "<w:color w:val=\"595959\"/>" + size(14)),
            Paragraph(
                id: "EntryText", name: "Entry text",
                properties: "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>"),
            Paragraph(
                id: "Note", name: "Editor's note",
                properties: "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                look: fonts(Font.kai)),
            Paragraph(
                id: "EntryCopies", name: "Entry copies",
                properties: "<w:spacing w:line=\"460\" w:lineRule=\"exact\"/><w:ind w:left=\"320\"/>",
                look: fonts(Font.kai) + size(14)),
            Paragraph(
                id: "TableHead", name: "Table head",
                properties: "<w:keepNext/><w:spacing w:line=\"420\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                look: fonts(Font.hei) + size(11)),
            Paragraph(
                id: "TableText", name: "Table text",
                properties: "<w:spacing w:line=\"420\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", look: size(12)),
            Paragraph(
                id: "TableRemark", name: "Table remark", properties: "<w:spacing w:before=\"80\"/>",
                look: fonts(Font.kai) + size(14)),
            Paragraph(
                id: "ColophonFirst", name: "Colophon first",
                properties: colophon(
                    "<w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"000000\"/></w:pBdr>",
                    before: 480),
                look: size(14)),
            Paragraph(id: "Colophon", name: "Colophon", properties: colophon("", before: 0), look: size(14)),
            Paragraph(
                id: "ColophonLast", name: "Colophon last", properties: imprint(topRule: 6, before: 0), look: size(14)),
            // Where nobody receives it by name, the imprint stands alone.
            Paragraph(
                id: "ColophonOnly", name: "Colophon only", properties: imprint(topRule: 12, before: 480), look: size(14)
            ),
            Paragraph(
                id: "Silent", name: "Silent", properties: "<w:spacing w:line=\"420\" w:lineRule=\"exact\"/>",
                look: fonts(Font.kai) + "<w:color w:val=\"595959\"/>" + size(12)),
            // A picture needs a line as high as itself.
            Paragraph(
                id: "Picture", name: "Picture",
                properties:
                    "<w:spacing w:before=\"80\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>"
            ),
            Paragraph(
                id: "Header", name: "header",
                properties: """
                    <w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="8C8C8C"/></w:pBdr>\
                    <w:tabs><w:tab w:val="right" w:pos="\(textWidth)"/></w:tabs>\
                    <w:spacing w:line="240" w:lineRule="auto"/>
                    """, look: fonts(Font.kai) + "<w:color w:val=\"595959\"/>" + size(11)),
            Paragraph(
                id: "Footer", name: "footer",
                properties: "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                look: fonts("宋体") + size(14)),
        ]
    }

    private static func colophon(_ border: String, before: Int) -> String {
        "<w:keepNext/><w:keepLines/>" + border
            + "<w:spacing w:before=\"\(before)\" w:line=\"480\" w:lineRule=\"exact\"/><w:ind w:left=\"960\" w:right=\"320\" w:hanging=\"640\"/>"
    }

    private static func imprint(topRule: Int, before: Int) -> String {
        """
        <w:pBdr><w:top w:val="single" w:sz="\(topRule)" w:space="4" w:color="000000"/>\
        <w:bottom w:val="single" w:sz="12" w:space="4" w:color="000000"/></w:pBdr>\
        <w:tabs><w:tab w:val="right" w:pos="\(textWidth - 320)"/></w:tabs>\
        <w:spacing w:before="\(before)" w:line="480" w:lineRule="exact"/><w:ind w:left="320" w:right="320"/>
        """
    }

    private static func character(_ id: String, _ look: String) -> String {
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"\(id)\"><w:name w:val=\"\(id)\"/><w:rPr>\(look)</w:rPr></w:style>"
    }

    private static func fonts(_ name: String) -> String {
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"\(name)\" w:cs=\"Times New Roman\"/>"
    }

    /// Points as Word writes them: in halves.
    private static func size(_ points: Int) -> String {
        "<w:sz w:val=\"\(points * 2)\"/><w:szCs w:val=\"\(points * 2)\"/>"
    }

    private static func rule(_ side: String) -> String {
        "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8C8C8C\"/>"
    }

    private static func font(_ name: String, _ substitute: String) -> String {
        "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(substitute)\"/></w:font>"
    }
}
