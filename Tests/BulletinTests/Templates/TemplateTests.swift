import JuheKit
import Testing

@testable import Bulletin

@Suite("Templates of an office's own")
struct TemplateTests {
    private func mistakes(_ text: String) -> [TemplateCheck.Mistake] {
        TemplateCheck.mistakes(Template(text: text, name: "a.mustache"))
    }

    @Test("The built-in template passes, and every name of the model is explained in both languages")
    func model() {
        #expect(TemplateCheck.mistakes(BulletinPage.builtIn).isEmpty)
        let fields = TemplateModel.fields
        #expect(fields.count > 90)
        for field in fields { #expect(!field.help.zhHans.isEmpty && !field.help.english.isEmpty, "\(field.path)") }
        let known = Set(fields.map(\.path))
        #expect(
            TemplateWords.help.keys.allSatisfy {
                known.contains($0) || $0.contains(".bars[].") || $0.contains("remarks")
            })
    }

    @Test("A mistake is named with its line")
    func lines() {
        #expect(mistakes("<h1>{{masthead.title}}</h1>\n{{#sections}}{{sectionTitle}}{{/sections}}").isEmpty)
        #expect(mistakes("甲\n乙{{titel}}").map(\.line) == [2])
        #expect(mistakes("{{titel}}").first?.phrase.english.contains("\"title\"") == true)
        #expect(mistakes("\n{{#sections}}\n{{#groups}}\n{{/sections}}").map(\.line) == [2, 4])
        #expect(mistakes("{{/groups}}").map(\.line) == [1])
        #expect(mistakes("a\n\n{{title").map(\.line) == [3])
    }

    @Test(
        "Text is always escaped: what would print it raw is refused",
        arguments: [
            "{{{title}}}", "{{&title}}", "{{% CONTENT_TYPE: TEXT}}", "{{=<% %>=}}", "{{>other}}",
            "{{#upper(title)}}x{{/upper(title)}}",
        ])
    func unescaped(_ text: String) { #expect(!mistakes(text).isEmpty) }

    @Test("An office's own template makes the page")
    func own() throws {
        let page = try BulletinPage(template: Template(text: "<p>{{masthead.issue}}</p>", name: "a.mustache"))
        #expect(String(decoding: page.bytes(TemplateExample.edition), as: UTF8.self) == "<p>第2期（更正）（总第2期）</p>")
    }
}
