import FoundationEssentials
import JuheKit
import Testing

@testable import Bulletin

@Suite("HTML templates")
struct HTMLTemplateTests {
    private let attribute = "<a title=\"{{masthead.title}}\">{{masthead.title}}</a>"

    private func render(_ template: String, title: String) throws -> String {
        let edition = Edition(
            bulletin: "b", masthead: Edition.Masthead(title: title, issuer: ""), year: 2026, number: 1, total: 1,
            sealedAt: Date(timeIntervalSince1970: 1_795_000_000), window: Edition.Window(after: 0, through: 0),
            sections: [],
            sources: Edition.SourceTally(), contributions: [])
        let bytes = try HTMLTemplate(template, name: "t").render(PrintedEdition(edition))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "escape byte by byte, whatever marks follow",
        arguments: ["\"", "'", "<", ">", "&", "`"],
        ["", "\u{301}", "\u{338}", "\u{FE0F}", "\u{20DD}", "\u{301}\u{302}\u{303}", "\u{200D}"])
    func marks(special: String, mark: String) throws {
        let text = try render(attribute, title: "x" + special + mark + "onmouseover=alert(1) y")
        let inner = text.utf8.filter { "\"'<>`".utf8.contains($0) }
        #expect(String(decoding: inner, as: UTF8.self) == "<\"\"><>")
    }

    @Test("keep the escaper inside sections and inverted sections")
    func nested() throws {
        let text = try render(
            "{{#masthead}}{{title}}{{/masthead}}{{^hasSilent}}{{masthead.title}}{{/hasSilent}}", title: "\"\u{301}<")
        #expect(text == "&quot;\u{301}&lt;&quot;\u{301}&lt;")
    }

    @Test("do not look further out for what an entry lacks")
    func absent() throws {
        let entry = EditionEntry(item: Item(id: "1", title: "题"), state: .new)
        var edition = Edition(
            bulletin: "b", masthead: Edition.Masthead(title: "报", issuer: ""), year: 2026, number: 1, total: 1,
            sealedAt: Date(timeIntervalSince1970: 1_795_000_000), window: Edition.Window(after: 0, through: 0),
            sections: [],
            sources: Edition.SourceTally(), contributions: [])
        edition.sections = [EditionSection(kind: nil, groups: [EditionSection.Group(track: nil, entries: [entry])])]
        let template = try HTMLTemplate(
            "{{#sections}}{{#groups}}{{#entries}}[{{title}}{{#url}}!{{/url}}{{url}}{{#excerpt}}!{{/excerpt}}]{{/entries}}"
                + "{{/groups}}{{/sections}}", name: "t")
        let text = String(decoding: template.render(PrintedEdition(edition), adding: ["url": "outer"]), as: UTF8.self)
        #expect(text == "[题]")
    }

    @Test("name the template that is wrong")
    func wrong() {
        let failure = #expect(throws: Failure.self) { try HTMLTemplate("{{#open}}", name: "page.mustache") }
        #expect(failure?.code == .configuration)
        #expect(failure?.subject == "page.mustache")
    }

    @Test(
        "hash their style as SHA-256",
        arguments: [
            ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
            (String(repeating: "a", count: 200), "wqkI2Y9d+Yet5BtfziEwZ++8wh7yJAISpB5UtefCiuU="),
        ])
    func hash(text: String, expected: String) {
        #expect(StylePolicy.contentSecurityPolicy(style: text).contains("'sha256-\(expected)'"))
    }
}
