internal import OpenXML

/// Pieces of WordprocessingML (ECMA-376 part 1 §17). Texts are foreign and escaped here; styles are ours.
enum WordXML {
    /// A paragraph in a style, around runs.
    static func paragraph(_ style: String, _ runs: String, properties: String = "") -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(runs)</w:p>"
    }

    /// A stretch of text, in a character style where one is named.
    static func run(_ text: String, style: String? = nil) -> String {
        guard !text.isEmpty else { return "" }
        return "<w:r>\(look(style))<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
    }

    /// A stretch of text at a size of its own.
    static func run(_ text: String, points: Int) -> String {
        let size = "<w:rPr><w:sz w:val=\"\(points * 2)\"/><w:szCs w:val=\"\(points * 2)\"/></w:rPr>"
        return "<w:r>\(size)<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
    }

    /// The end of a line within a paragraph.
    static let lineBreak = "<w:r><w:br/></w:r>"

    /// A step to the next tab stop.
    static let tab = "<w:r><w:tab/></w:r>"

    /// A link to an address, by the identifier of its relationship.
    static func link(_ text: String, relation: String) -> String {
        "<w:hyperlink r:id=\"\(relation)\" w:history=\"1\">\(run(text, style: "Link"))</w:hyperlink>"
    }

    /// A link to a bookmark of the document itself.
    static func link(toBookmark name: String, _ runs: String) -> String {
        "<w:hyperlink w:anchor=\"\(name)\" w:history=\"1\">\(runs)</w:hyperlink>"
    }

    /// Runs that a contents line can point at. Identifiers count from 1 through the document.
    static func bookmark(_ name: String, id: Int, _ runs: String) -> String {
        "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(name)\"/>\(runs)<w:bookmarkEnd w:id=\"\(id)\"/>"
    }

    /// A field that a reader works out anew, with what is shown until then.
    static func field(_ code: String, shown: String) -> String {
        "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>"
            + "<w:r><w:instrText xml:space=\"preserve\"> \(code) </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run(shown))"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    /// A table with thin rules; the first row is repeated on every page.
    ///
    /// - Parameters:
    ///   - widths: the columns, in twentieths of a point.
    ///   - rows: cells by row, the first one the head.
    ///   - leading: the column that is set flush left.
    ///   - mark: what a cell says that is to stand out.
    static func table(widths: [Int], rows: [[String]], leading: Int? = nil, mark: String? = nil) -> String {
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let lines = rows.enumerated().map { index, cells in
            let head = index == 0 ? "<w:tblHeader/>" : ""
            let cells = zip(widths, cells).enumerated().map { column, cell in
                let align = index > 0 && column == leading ? "<w:jc w:val=\"left\"/>" : ""
                let shade = index == 0 ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FAF8F4\"/>" : ""
                return
                    "<w:tc><w:tcPr><w:tcW w:w=\"\(cell.0)\" w:type=\"dxa\"/>\(shade)<w:vAlign w:val=\"center\"/></w:tcPr>"
                    + paragraph(
                        index == 0 ? "TableHead" : "TableText",
                        run(cell.1, style: mark != nil && cell.1 == mark ? "Mark" : nil), properties: align) + "</w:tc>"
            }
            return "<w:tr><w:trPr><w:cantSplit/>\(head)</w:trPr>\(cells.joined())</w:tr>"
        }
        let total = widths.reduce(0, +)
        return "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"\(total)\" w:type=\"dxa\"/>"
            + "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
            + "<w:tblGrid>\(grid)</w:tblGrid>\(lines.joined())</w:tbl>"
    }

    /// A picture in the line (DrawingML, ECMA-376 part 1 §20.4.2.8), at most 11 by 7.5 cm.
    static func picture(_ picture: PrintedPicture, relation: String) -> String {
        // 9,525 units of DrawingML are a pixel of a screen.
        let size = picture.size(within: (3_960_000, 2_700_000), unit: 9_525)
        let extent = "cx=\"\(size.width)\" cy=\"\(size.height)\""
        let number = picture.name.drop { !$0.isNumber }
        let names = "id=\"\(number)\" name=\"\(picture.name)\" descr=\"\(XMLText.escaped(picture.alternative))\""
        let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return """
            <w:r><w:drawing><wp:inline \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            distT="0" distB="0" distL="0" distR="0"><wp:extent \(extent)/><wp:docPr \(names)/>\
            <a:graphic xmlns:a="\(main)"><a:graphicData uri="\(kind)"><pic:pic xmlns:pic="\(kind)">\
            <pic:nvPicPr><pic:cNvPr \(names)/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="\(relation)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext \(extent)/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
            </wp:inline></w:drawing></w:r>
            """
    }

    private static func look(_ style: String?) -> String {
        style.map { "<w:rPr><w:rStyle w:val=\"\($0)\"/></w:rPr>" } ?? ""
    }
}
