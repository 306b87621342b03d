package import Foundation
package import JuheKit
package import OpenXML

/// A table by itself as a document of the office, e.g. that of reports and adoption (信息报送采用情况通报): a web page, a Word file.
package struct TableDocument {
    private let table: PrintedEdition.Table
    private let issuer: String
    private let date: Date
    private let words: PrintedEdition.Words
    private let zone: Zone

    /// A table with who publishes it and when.
    package init(
        _ circular: Edition.Circular, title: String, issuer: String, at date: Date, zone: Zone, _ language: Language
    ) {
        table = PrintedEdition.Table(circular) { _ in title }
        self.issuer = PlainLine.make(issuer, limit: PrintedEdition.Limit.name) ?? ""
        self.date = date
        self.zone = zone
        words = PrintedEdition.Words(language: language)
    }

    private var day: String { words(.day(zone.civilTime(date))) }

    /// The page, complete in itself.
    package func page() throws -> [UInt8] {
        let template = try HTMLTemplate(
            String(decoding: PackageResources.circular_mustache, as: UTF8.self), name: "circular.mustache")
        // Wide tables want the sheet's whole width, and a wide page of paper.
        let style =
            String(decoding: PackageResources.page_css, as: UTF8.self)
            + ".sheet { max-width: 1200px; } @page { size: A4 landscape; }\n"
        return template.render(
            fields: table.templateFields.merging([
                "language": words.language == .zhHans ? "zh-CN" : "en", "style": style,
                "policy": StylePolicy.contentSecurityPolicy(style: style), "issuer": issuer, "date": day,
                "isoDate": zone.civilTime(date).isoDate,
                "words": [
                    "skip": words(.skipToContent), "top": words(.backToTop), "largeText": words(.largeText),
                ],
            ]) { own, _ in own })
    }

    /// The Word file, across the page.
    package func word() throws(OpenXMLError) -> [UInt8] {
        let title = WordXML.paragraph(
            "Masthead", WordXML.run(table.title, points: TextWidth.largest(for: table.title, among: 22...32)))
        let imprint = WordXML.paragraph("Caption", WordXML.run("\(issuer)　\(day)"))
        let body =
            title + imprint + WordBody.grid(table, width: WordStyles.acrossWidth)
            + (table.remarks.isEmpty ? [""] : table.remarks).map { WordXML.paragraph("TableRemark", WordXML.run($0)) }
            .joined()
        return try WordBulletin.package(
            DocumentProperties(
                title: table.title, creator: issuer, created: Timestamp.text(date),
                language: words.language == .zhHans ? "zh-CN" : "en"),
            header: "\(table.title)　\(issuer)", section: WordStyles.across
        ) { _ in body }
    }
}
