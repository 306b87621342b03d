import JuheKit
import Testing

@testable import MarkdownSink

@Suite("Markdown of foreign text")
struct MarkdownTests {
    @Test(
        "stays text",
        arguments: [
            ("普通标题（2026年）", "普通标题（2026年）"), ("a*b_c`d", "a\\*b\\_c\\`d"), ("[x](y)", "\\[x\\](y)"),
            ("<b>&amp;", "&lt;b&gt;&amp;amp;"), ("a|b", "a\\|b"),
            ("#1 @all ~~x~~ $y$", "\\#1 \\@all \\~\\~x\\~\\~ \\$y\\$"),
            ("http://a.example", "http\\://a.example"), ("www.a.example", "www\\.a.example"), ("09:30", "09:30"),
            (":smile:", "\\:smile:"), ("a\\b", "a\\\\b"), ("a\nb", "a b"),
        ])
    func text(text: String, expected: String) {
        #expect(Markdown.text(text) == expected)
    }

    @Test(
        "begins no list, rule or heading",
        arguments: [
            ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("+ a", "\\+ a"), ("===", "\\==="),
            ("2026年", "2026年"), ("", ""),
        ])
    func lineStart(text: String, expected: String) {
        #expect(Markdown.lineStart(text) == expected)
    }

    @Test("becomes a link that ends where it should")
    func link() {
        #expect(Markdown.link("题", to: nil) == "题")
        #expect(Markdown.link("a]b", to: "https://a.example/x") == "[a\\]b](https://a.example/x)")
        #expect(Markdown.link("题", to: "https://a.example/(x") == "[题](<https://a.example/(x>)")
        #expect(Markdown.link("题", to: "https://a.example/?a=1&copy=2") == "[题](https://a.example/?a=1&amp;copy=2)")
    }

    @Test("begins no list in a list", arguments: ["1. 甲", "- 乙", "+ 丙", "3) 丁"])
    func nested(title: String) async throws {
        let entry = EditionEntry(item: Item(id: "1", title: title), state: .new)
        let text = try await Form.markdown.render(SampleEdition.of([entry]))
        #expect(text.contains("\n1. \(Markdown.lineStart(title))"))
    }

    @Test("has the anchors of GitHub")
    func anchor() {
        #expect(Markdown.anchor("一、政策规定") == "一政策规定")
        #expect(Markdown.anchor("1. Policies and rules") == "1-policies-and-rules")
    }
}
