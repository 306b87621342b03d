import JuheKit
import Testing

@Suite("Hostile items")
struct HostileTests {
    static let titles = [
        "<script>alert(1)</script>", "\"onmouseover=\"alert(1)", "\"\u{301}onmouseover=alert(1) x=\"\u{301}",
        "]]><script>alert(1)</script>", "甲\u{202E}乙", "a\nb\r\nc\u{2028}d", "](javascript:alert(1))", "`<img src=x>`",
        "</title></style></head><b>", "{{masthead.title}}{{{x}}}", "<!--", "&lt;b&gt;",
        "*a* _b_ ~c~ # | @all www.a.example",
        String(repeating: "长", count: 10_000), "字" + String(repeating: "\u{301}", count: 10_000),
    ]

    private func edition(_ title: String) -> Edition {
        var details = ItemDetails(unit: title, track: .party, kind: .update)
        details.document = OfficialDocument(number: title, validity: title)
        let item = Item(
            id: "1", title: title, url: "https://a.example/?q=" + String(title.unicodeScalars.prefix(40)),
            summary: "别的" + title,
            details: details)
        let copy = EditionEntry.Copy(number: 2, publisher: title, url: "javascript:alert(1)")
        var edition = SampleEdition.of([EditionEntry(item: item, state: .new, copies: [copy])])
        edition.masthead.title = title
        edition.masthead.issuer = title
        edition.masthead.toSuperiors = [title]
        edition.contributions = [Edition.Contribution(unit: title, items: 1, fusion: 0)]
        edition.sources.silent = [Edition.SourceTally.Silence(source: title, reason: title)]
        return edition
    }

    @Test("put no tag, no attribute and no template into the page", arguments: titles)
    func page(title: String) async throws {
        let page = try await Form.page.render(edition(title))
        let harmless = try await Form.page.render(edition("题"))
        // Whatever the texts are, the page has the same tags, and every attribute is closed where it was opened.
        #expect(Self.skeleton(page) == Self.skeleton(harmless))
        #expect(!page.contains("javascript:") || title.contains("javascript:"))
        #expect(!page.contains("href=\"javascript:"))
        #expect(page.utf8.count < 100_000)
    }

    @Test("put no markup into Markdown", arguments: titles)
    func markdown(title: String) async throws {
        let text = try await Form.markdown.render(edition(title))
        let harmless = try await Form.markdown.render(edition("题"))
        #expect(text.utf8.split(separator: 10).count == harmless.utf8.split(separator: 10).count)
        #expect(!text.utf8.contains(UInt8(ascii: "<")) || text.contains("](<https://"))
        #expect(!text.contains("](javascript:"))
        #expect(text.utf8.count < 100_000)
    }

    @Test("put no line and no direction into plain text", arguments: titles)
    func text(title: String) async throws {
        let text = try await Form.text.render(edition(title))
        #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x2028 || $0.value == 0x0D })
        #expect(text.utf8.count < 100_000)
    }

    /// The page's tags with their attribute names, values left out.
    private static func skeleton(_ page: String) -> [String] {
        var tags: [String] = []
        var tag: [UInt8]?
        var isQuoted = false
        for byte in page.utf8 {
            if tag == nil, byte == UInt8(ascii: "<") {
                tag = []
            } else if tag != nil, byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: ">"), let name = tag {
                tags.append(String(decoding: name, as: UTF8.self))
                tag = nil
            } else if !isQuoted {
                tag?.append(byte)
            }
        }
        return tags
    }
}
