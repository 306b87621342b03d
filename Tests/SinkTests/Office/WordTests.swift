import Foundation
import JuheKit
import Testing
import WordSink

@Suite("The Word document")
struct WordTests {
    private func package(_ edition: Edition) async throws -> OpenedPackage {
        OpenedPackage(try await bytes(edition))
    }

    private func bytes(_ edition: Edition) async throws -> [UInt8] {
        let desk = Desk()
        try await desk.deliver(edition, by: WordSink(options: Options(["folder": .text("out")])))
        return desk.bytes(".docx")
    }

    @Test("A fixed edition is the same bytes for ever")
    func golden() async throws {
        try Golden.expect(
            try await package(SampleEdition.small).text("word/document.xml"), equals: "small.document.xml")
        #expect(try await bytes(SampleEdition.small) == bytes(SampleEdition.small))
    }

    @Test("Every part is well-formed XML, named in the content types, and reached by a relationship", arguments: 0..<5)
    func parts(_ index: Int) async throws {
        let edition = [
            SampleEdition.full, SampleEdition.small, SampleEdition.english, SampleEdition.single, SampleEdition.empty,
        ][index]
        let package = try await package(edition)
        #expect(package.broken.isEmpty)
        #expect(package.parts.first?.name == "[Content_Types].xml")
        let types = package.text("[Content_Types].xml")
        let links = package.text("_rels/.rels") + package.text("word/_rels/document.xml.rels")
        for part in package.parts where !part.name.hasSuffix(".rels") && part.name != "[Content_Types].xml" {
            #expect(types.contains("PartName=\"/\(part.name)\""))
            let name = try #require(part.name.split(separator: "/").last)
            #expect(links.contains("\(name)\""), "\(part.name)")
        }
    }

    @Test("Every style that the document uses is defined; every link it names has an address")
    func references() async throws {
        let package = try await package(SampleEdition.full)
        let document = package.text("word/document.xml")
        let styles = package.text("word/styles.xml")
        for match in document.matches(of: /w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/) {
            #expect(styles.contains("w:styleId=\"\(match.1)\""), "\(match.1)")
        }
        let relations = package.text("word/_rels/document.xml.rels")
        for match in document.matches(of: /r:id="([^"]+)"/) { #expect(relations.contains("Id=\"\(match.1)\"")) }
        for match in document.matches(of: /PAGEREF (\S+)/) {
            #expect(document.contains("w:bookmarkStart w:id=\"") && document.contains("w:name=\"\(match.1)\""))
        }
    }

    @Test("No entry, unit or addressee is missing")
    func complete() async throws {
        let edition = SampleEdition.full
        let document = try await package(edition).text("word/document.xml")
        for entry in edition.entries {
            guard let title = entry.item.title, !title.contains("<"), title.unicodeScalars.count <= 200 else {
                continue
            }
            #expect(document.contains(title))
        }
        for name in edition.masthead.toPeers { #expect(document.contains(name)) }
        for share in edition.contributions { #expect(document.contains(share.unit)) }
    }

    @Test("Properties stand in the order that Word demands (ECMA-376 part 1, §17), whichever there are")
    func order() async throws {
        let orders: [String: [String]] = [
            "pPr": [
                "pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "shd", "tabs", "spacing", "ind", "jc",
                "outlineLvl",
            ],
            "rPr": ["rStyle", "rFonts", "b", "color", "spacing", "sz", "szCs", "lang"],
            "tblPr": [
                "tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
            ],
            "tcPr": ["tcW", "shd", "vAlign"], "trPr": ["cantSplit", "tblHeader"],
            "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "titlePg"],
            "style": ["name", "basedOn", "qFormat", "pPr", "rPr", "tblPr"],
            "pBdr": ["top", "left", "bottom", "right"],
            "settings": ["zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang"],
        ]
        let package = try await package(SampleEdition.dressed)
        for part in package.parts where part.name.hasPrefix("word/") && part.name.hasSuffix(".xml") {
            for (parent, child, before) in ChildOrder.steps(in: part.bytes) {
                guard let order = orders[parent] else { continue }
                let place = try #require(order.firstIndex(of: child), "\(child) in \(parent)")
                if let before, let last = order.firstIndex(of: before) {
                    #expect(last <= place, "\(child) after \(before)")
                }
            }
        }
    }
}
