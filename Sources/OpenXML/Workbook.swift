/// Tables as a SpreadsheetML package (ECMA-376 part 1 §18), a sheet each.
package struct Workbook {
    private let tables: [Sheet]
    private let properties: DocumentProperties

    /// A workbook of tables.
    package init(_ tables: [Sheet], properties: DocumentProperties) {
        self.tables = tables
        self.properties = properties
    }

    /// The whole file.
    package func bytes() throws(OpenXMLError) -> [UInt8] {
        var package = OpenXMLPackage()
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        package.relate("", to: Self.workbook, as: "officeDocument")
        package.add(properties)
        var sheets = ""
        for (index, table) in tables.enumerated() {
            let id = package.relate(Self.workbook, to: "worksheets/sheet\(index + 1).xml", as: "worksheet")
            sheets += "<sheet name=\"\(XMLText.escaped(table.name))\" sheetId=\"\(index + 1)\" r:id=\"\(id)\"/>"
            package.add("xl/worksheets/sheet\(index + 1).xml", type: type + "worksheet+xml", xml: Self.sheet(table))
        }
        package.relate(Self.workbook, to: "styles.xml", as: "styles")
        package.add("xl/styles.xml", type: type + "styles+xml", xml: Self.styles)
        package.add(
            Self.workbook, type: type + "sheet.main+xml",
            xml:
                "<workbook \(Self.main) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<sheets>\(sheets)</sheets></workbook>")
        return try package.bytes()
    }

    private static let workbook = "xl/workbook.xml"
    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

    /// A sheet: the head stays in view and can be used to filter. Texts stand in the cells themselves (§18.3.1.53), so
    /// that nothing in them is ever taken for a formula.
    private static func sheet(_ table: Sheet) -> String {
        let columns = table.widths.enumerated().map {
            "<col min=\"\($0.offset + 1)\" max=\"\($0.offset + 1)\" width=\"\($0.element)\" customWidth=\"1\"/>"
        }
        let head = row(1, table.head.map(Sheet.Cell.text), style: 1)
        let rows = table.rows.enumerated().map { row($0.offset + 2, $0.element, style: 2) }
        let last = "\(letters(table.head.count))\(table.rows.count + 1)"
        return "<worksheet \(main)><dimension ref=\"A1:\(last)\"/><sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<cols>\(columns.joined())</cols><sheetData>\(head)\(rows.joined())</sheetData>"
            + "<autoFilter ref=\"A1:\(last)\"/></worksheet>"
    }

    private static func row(_ number: Int, _ cells: [Sheet.Cell], style: Int) -> String {
        let cells = cells.enumerated().map { index, cell in
            let place = "r=\"\(letters(index + 1))\(number)\" s=\"\(style)\""
            return switch cell {
            case .number(let number): "<c \(place)><v>\(number)</v></c>"
            case .text(let text):
                "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.escaped(text))</t></is></c>"
            }
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    /// A column's letters: A, B, …, Z, AA.
    private static func letters(_ column: Int) -> String {
        var rest = column
        var name = ""
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    /// Plain cells, heads in bold on a wash, texts wrapped at the top of their cells.
    private static let styles = """
        <styleSheet \(main)><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/>\
        <name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFAF8F4"/>\
        </patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
        <alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """
}
