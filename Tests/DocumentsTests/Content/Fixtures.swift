import Extraction
import Foundation
import JuheKit

@testable import Documents
@testable import OpenXML

/// Documents made for tests, part by part.
enum Fixtures {
    static let now = Date(timeIntervalSince1970: 1_795_000_000)

    /// A package of parts.
    static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
        try ZipFile.bytes(of: parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    /// A package of files of any bytes.
    static func zip(files: [(String, [UInt8])]) throws -> [UInt8] {
        try ZipFile.bytes(of: files.map { (name: $0.0, bytes: $0.1) })
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static func relations(_ relations: [(type: String, target: String, isExternal: Bool)]) -> String {
        let lines = relations.enumerated().map { number, relation in
            let mode = relation.isExternal ? " TargetMode=\"External\"" : ""
            return
                "<Relationship Id=\"rId\(number + 1)\" Type=\"\(office)/\(relation.type)\" Target=\"\(relation.target)\"\(mode)/>"
        }
        return
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(lines.joined())</Relationships>"
    }

    /// A Word document with this body; `rId1` is the styles, `rId2` the numbering, then what is given.
    static func word(
        _ body: String, styles: String = "", numbering: String = "",
        more: [(type: String, target: String, isExternal: Bool)] = [], parts: [(String, String)] = []
    ) throws -> [UInt8] {
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(office)\""
        let names =
            "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\" xmlns:v=\"urn:v\""
        return try zip(
            [
                ("[Content_Types].xml", "<Types/>"),
                ("_rels/.rels", relations([("officeDocument", "word/document.xml", false)])),
                ("word/document.xml", "<w:document \(space) \(names)><w:body>\(body)<w:sectPr/></w:body></w:document>"),
                (
                    "word/_rels/document.xml.rels",
                    relations([("styles", "styles.xml", false), ("numbering", "numbering.xml", false)] + more)
                ),
                ("word/styles.xml", "<w:styles \(space)>\(styles)</w:styles>"),
                ("word/numbering.xml", "<w:numbering \(space)>\(numbering)</w:numbering>"),
            ] + parts.map { ($0.0, $0.1.replacing("<w:", with: "<w:").replacing("SPACE", with: space)) })
    }

    /// A paragraph of Word, with properties.
    static func p(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    /// A workbook with one sheet.
    static func workbook(
        _ rows: String, shared: [String] = [], styles: String = "", merges: String = "", more: String = ""
    ) throws -> [UInt8] {
        try zip([
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml", false)])),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>\(more)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("worksheet", "worksheets/sheet1.xml", false), ("sharedStrings", "sharedStrings.xml", false),
                    ("styles", "styles.xml", false), ("worksheet", "worksheets/sheet2.xml", false),
                ])
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData>\(merges)</worksheet>"),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>隐藏</t></is></c></row></sheetData></worksheet>"
            ),
            ("xl/sharedStrings.xml", "<sst>\(shared.map { "<si><t>\($0)</t></si>" }.joined())</sst>"),
            ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
        ])
    }

    /// An OFD package of pages; each page is the XML inside its layer.
    static func ofd(_ pages: [String], template: String = "", bodies: Int = 1) throws -> [UInt8] {
        let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
        func page(_ layer: String, _ head: String = "") -> String {
            "<ofd:Page \(space)>\(head)<ofd:Content><ofd:Layer>\(layer)</ofd:Layer></ofd:Content></ofd:Page>"
        }
        var parts: [(String, String)] = []
        var list = ""
        for body in 0..<bodies {
            list +=
                "<ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_\(body)/Document.xml</ofd:DocRoot></ofd:DocBody>"
            let entries = pages.indices.map { "<ofd:Page ID=\"\($0 + 10)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }
            parts.append(
                (
                    "Doc_\(body)/Document.xml",
                    "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"1\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>\(entries.joined())</ofd:Pages></ofd:Document>"
                ))
            parts.append(("Doc_\(body)/Tpls/Tpl_0/Content.xml", page(template)))
            for (number, layer) in pages.enumerated() {
                parts.append(
                    (
                        "Doc_\(body)/Pages/Page_\(number)/Content.xml",
                        page(layer, number == 0 ? "<ofd:Template TemplateID=\"1\"/>" : "")
                    ))
            }
        }
        return try zip([("OFD.xml", "<ofd:OFD \(space)>\(list)</ofd:OFD>")] + parts)
    }

    /// A text object of OFD: letters of one size at one height.
    static func text(_ text: String, x: Double, y: Double, size: Double = 5) -> String {
        let count = text.unicodeScalars.count
        return
            "<ofd:TextObject Boundary=\"\(x) \(y) 150 8\" Size=\"\(size)\"><ofd:TextCode X=\"0\" Y=\"\(size)\" DeltaX=\"g \(max(count - 1, 1)) \(size)\">\(text)</ofd:TextCode></ofd:TextObject>"
    }

    /// What is read from a file.
    static func read(
        _ name: String, _ bytes: [UInt8], columns: [String: String] = [:], isSubmission: Bool = false
    ) throws -> DocumentReading {
        var settings = DocumentSettings(source: SourceProfile(id: "folder"), now: now)
        settings.columns = columns
        settings.isSubmission = isSubmission
        return try DocumentReader(
            DocumentFile(name: name, subject: name, identifier: name, bytes: bytes), settings: settings
        ).read()
    }

    static func read(_ name: String, _ text: String) throws -> DocumentReading { try read(name, Array(text.utf8)) }
}

extension DocumentReading {
    /// The HTML of the first item.
    var html: String { items.first?.contentHTML ?? "" }
}
