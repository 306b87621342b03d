import Bulletin
import CalendarSink
import Foundation
import FoundationXML
import JuheKit
import MailSink
import PageSink
import PdfSink
import TableSink
import Testing
import WordSink

/// Everything that an edition says, as it is printed: no form may lack any of it.
private func facts(_ edition: PrintedEdition) -> [String] {
    let masthead = edition.masthead
    var facts: [String?] = [masthead.title, masthead.issue, masthead.issuer, masthead.date, masthead.covers]
    facts += [edition.correction?.text, edition.leftOut]
    facts += edition.figures.flatMap { [$0.label, $0.value] }
    facts += edition.note
    facts += edition.highlights.flatMap { [$0.title, $0.unit, $0.track] }
    facts += edition.due.flatMap { [$0.date, $0.left, $0.what, $0.title, $0.url] + $0.facts }
    for section in edition.sections {
        facts.append(section.title)
        for group in section.groups {
            facts.append(group.title)
            for entry in group.entries {
                facts += [
                    "\(entry.number)", entry.title, entry.unit, entry.documentNumber, entry.validity, entry.state,
                ]
                facts += [entry.excerpt, entry.attachments, entry.remark, entry.url] + entry.standings
                facts += (entry.copies?.places ?? []).map(\.name) + [entry.copies?.rest]
            }
        }
    }
    facts += edition.changes.flatMap { [$0.title, $0.text] }
    facts += edition.contributions.flatMap { [$0.unit, "\($0.items)", "\($0.fusion)"] }
    for table in [edition.trend?.table, edition.circular, edition.matrix].compactMap(\.self) {
        facts += table.head + table.rows.joined() + table.remarks
    }
    facts += (edition.distribution + edition.imprint + edition.silent).flatMap { [$0.label, $0.text] }
    return facts.compactMap(\.self).filter { !$0.isEmpty }
}

/// Lines are broken anywhere, and Markdown escapes: neither is a fact.
private func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\\" }))
}

/// The text of a document of markup, its tags taken away.
private func unmarked(_ bytes: [UInt8], joining: String = "") -> String {
    final class Reader: NSObject, XMLParserDelegate {
        var text = ""
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            text += (attributes["href"] ?? "") + (attributes["Target"] ?? "")
        }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    _ = parser.parse()
    return reader.text
}

/// HTML of ours as text: its few entities and its tags are known.
private func untagged(_ html: String) -> String {
    let links = html.matches(of: /href="([^"]+)"/).map { String($0.1) }.joined(separator: "\n")
    let text =
        (html.replacing(/<style>[^<]*<\/style>/, with: "").replacing(/<[^>]*>/, with: "") + links)
    return unescaped(text)
}

/// Our few character references read.
private func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#96;", with: "`").replacing(
        "&quot;", with: "\""
    )
    .replacing("&#39;", with: "'").replacing("&emsp;", with: " ").replacing("&amp;", with: "&")
}

@Suite("Every form says the same")
struct FactsTests {
    @Test("page, Markdown and plain text", arguments: Form.allCases)
    func plain(_ form: Form) async throws {
        let text = try await form.render(SampleEdition.dressed)
        try expect(bare(form == .page ? untagged(text) : form == .markdown ? unescaped(text) : text))
    }

    @Test("Word")
    func word() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.dressed, by: WordSink(options: Options(["folder": .text("out")])))
        let package = OpenedPackage(desk.bytes(".docx"))
        let parts = ["word/document.xml", "word/_rels/document.xml.rels"]
        try expect(bare(parts.map { unmarked(Array(package.text($0).utf8)) }.joined()))
    }

    @Test("tables, in one workbook or in several CSV files")
    func tables() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.dressed, by: TableSink(options: Options(["folder": .text("out")])))
        let package = OpenedPackage(desk.bytes("012-c1.xlsx"))
        try expect(
            bare(package.parts.filter { $0.name.hasPrefix("xl/") }.map { unmarked($0.bytes) }.joined()))
        let files = desk.paths.filter { $0.hasSuffix(".csv") && $0.contains("012-c1") }
        #expect(files.count == 7)
        try expect(bare(files.map { desk.text($0) }.joined().replacing("\"\"", with: "\"")))
    }

    @Test("mail, as HTML and as plain text")
    func mail() async throws {
        let message = try await MailMessageText(SampleEdition.dressed)
        try expect(bare(untagged(message.html)))
        try expect(bare(message.text))
    }

    @Test("feeds of the editions: RSS, Atom, JSON Feed", arguments: ["rss.xml", "atom.xml", "feed.json"])
    func feeds(_ file: String) async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.dressed, by: feedSink())
        let bytes = desk.bytes("jiguan/\(file)")
        let text =
            file.hasSuffix("json")
            ? try #require(
                ((JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])?["items"] as? [[String: Any]])?
                    .first?[
                        "content_html"] as? String) : unmarked(bytes)
        try expect(bare(untagged(text)))
    }

    @Test("PDF", .enabled(if: Browser.path != nil && PdfText.isThere))
    func pdf() async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.dressed, by: PdfSink(options: Options(["folder": .text("out")])))
        let text = bare(try PdfText.of(desk.bytes(".pdf")))
        // Long ones may go over a page's end; addresses are behind the words.
        let missing = facts(PrintedEdition(SampleEdition.dressed)).filter {
            $0.count < 8 && !$0.hasPrefix("http") && !text.contains(bare($0))
        }
        #expect(missing == [])
    }

    private func expect(_ text: String, _ location: SourceLocation = #_sourceLocation) throws {
        let all = facts(PrintedEdition(SampleEdition.dressed))
        try #require(all.count > 250)
        let missing = all.filter { !text.contains(bare($0)) }
        #expect(missing == [], sourceLocation: location)
    }
}
