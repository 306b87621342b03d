package import Foundation
internal import JuheKit
package import OpenXML

/// An edition as a WordprocessingML package (ECMA-376): what the Word sink publishes, and what LibreOffice prints to PDF.
package struct WordBulletin {
    private let edition: PrintedEdition
    private let sealedAt: Date
    private var words: PrintedEdition.Words { edition.words }

    /// An edition with the time of its seal, which is the file's own.
    package init(_ edition: PrintedEdition, sealedAt: Date) {
        self.edition = edition
        self.sealedAt = sealedAt
    }

    /// The whole file.
    package func bytes() throws(OpenXMLError) -> [UInt8] {
        let masthead = edition.masthead
        let line = WordXML.run("\(masthead.title)　\(masthead.issue)") + WordXML.tab + WordXML.run(masthead.date)
        return try Self.package(
            DocumentProperties(
                title: "\(masthead.title) \(masthead.number)", creator: masthead.issuer,
                created: Timestamp.text(sealedAt), language: edition.language),
            header: line, section: WordStyles.section
        ) { package in
            var pictures: [String: String] = [:]
            for picture in edition.sections.flatMap(\.groups).flatMap(\.entries).compactMap(\.picture) {
                let file = "media/\(picture.name).\(PictureHead.suffix(of: picture.type))"
                pictures[picture.name] = package.relate(Self.document, to: file, as: "image")
                package.add("word/" + file, type: picture.type, bytes: picture.content)
            }
            return WordBody(edition, pictures: pictures).xml {
                package.relate(Self.document, to: $0, as: "hyperlink", isExternal: true)
            }
        }
    }

    /// A file with our styles, a head on every page but the first, and page numbers.
    ///
    /// - Parameters:
    ///   - header: the runs of the head.
    ///   - section: the size and the margins of the page.
    ///   - body: gives the paragraphs and tables, and adds to the package what they refer to.
    static func package(
        _ properties: DocumentProperties, header: String, section: String,
        body: (inout OpenXMLPackage) -> String
    ) throws(OpenXMLError) -> [UInt8] {
        var package = OpenXMLPackage()
        package.relate("", to: Self.document, as: "officeDocument")
        package.add(properties)
        let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        for (target, kind, xml) in [
            ("styles.xml", "styles", WordStyles.xml), ("fontTable.xml", "fontTable", WordStyles.fontTable),
            ("settings.xml", "settings", Self.settings), ("footer1.xml", "footer", Self.footer),
            ("header1.xml", "header", Self.header(header)),
        ] {
            package.relate(Self.document, to: target, as: kind)
            package.add("word/" + target, type: "\(type)\(kind)+xml", xml: xml)
        }
        let body = body(&package)
        package.add(
            Self.document, type: type + "document.main+xml",
            xml: """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\(body)\
                <w:sectPr><w:headerReference w:type="default" r:id="\(Self.headerRelation)"/>\
                <w:footerReference w:type="default" r:id="\(Self.footerRelation)"/>\
                <w:footerReference w:type="first" r:id="\(Self.footerRelation)"/>\(section)<w:titlePg/></w:sectPr>\
                </w:body></w:document>
                """)
        return try package.bytes()
    }

    private static let document = "word/document.xml"
    /// The fourth and the fifth part that the document was related to above.
    private static let footerRelation = "rId4"
    private static let headerRelation = "rId5"

    private static func header(_ runs: String) -> String {
        """
        <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        \(WordXML.paragraph("Header", runs))</w:hdr>
        """
    }

    /// — 1 —, as GB/T 9704-2012 §7.5 has it.
    private static let footer = """
        <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        \(WordXML.paragraph("Footer", WordXML.run("— ") + WordXML.field("PAGE", shown: "1") + WordXML.run(" —")))</w:ftr>
        """

    private static let settings = """
        <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>\
        <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
        w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """
}
