import Markup
import Testing

@Suite("Whatever goes in, what comes out is in the little language, and the text around an attack stays")
struct HTMLAttackGrammarTests {
    private static let policies = [HTMLPolicy(), HTMLPolicy.asPublished]

    /// Attacks with an end: what follows is the article's.
    @Test(
        "Attacks by kind",
        arguments: [
            ("mutations", AttackCases.mutations), ("addresses", AttackCases.addresses), ("styles", AttackCases.styles),
            ("attributes", AttackCases.attributes),
        ])
    func closed(kind: String, cases: [String]) {
        #expect(cases.count >= 50)
        for policy in Self.policies {
            let sanitizer = HTMLSanitizer(policy: policy)
            for html in cases {
                for base in [nil, "http://a.ninglan.example/b/"] {
                    let output = sanitizer.sanitize("<p>前文</p>" + html + "<p>后文</p>", base: base).html
                    #expect(OutputGrammar.faults(in: output) == [], "\(html) gave \(output)")
                    #expect(output.hasPrefix("<p>前文</p>"), "\(html) gave \(output)")
                    #expect(output.contains("<p>后文</p>"), "\(html) gave \(output)")
                }
            }
        }
    }

    @Test("Attacks without an end, alone and one in another")
    func open() {
        let all = AttackCases.shapes + AttackCases.mutations
        for policy in Self.policies {
            let sanitizer = HTMLSanitizer(policy: policy)
            for (index, html) in all.enumerated() {
                let other = all[(index * 7 + 3) % all.count]
                for text in [html, html + other, html.dropLast() + other, "<table><tr>\(html)<select>\(other)"] {
                    let output = sanitizer.sanitize("<p>前文</p>" + text).html
                    #expect(OutputGrammar.faults(in: output) == [], "\(text) gave \(output)")
                    #expect(output.hasPrefix("<p>前文</p>"), "\(text) gave \(output)")
                    #expect(sanitizer.sanitize(output).html == output, "\(text) gave \(output)")
                }
            }
        }
    }

    @Test("Readers are not counted, unless somebody wants to see the text as it was published")
    func pixels() {
        let sanitizer = HTMLSanitizer()
        for html in AttackCases.shapes where html.hasPrefix("<img src=//") {
            #expect(!sanitizer.sanitize(html, base: "http://a.ninglan.example/").html.contains("<img"), "\(html)")
        }
    }

    @Test("The grammar sees what is dangerous")
    func grammar() {
        for html in AttackCases.mutations { #expect(OutputGrammar.faults(in: html) != [], "\(html)") }
        for html in [
            "<p onclick=\"f\">甲</p>", "<p id=\"x\">甲</p>", "<a href=\"javascript:f\">甲</a>", "<p>甲", "<p lang=zh>甲</p>",
            "<p style=\"position: fixed\">甲</p>", "<a href=\"http://a.ninglan.example/\" target=\"_blank\">甲</a>",
            "<br/>",
            "<p title=\"<b>\">甲</p>", "<b><p></b></p>", "甲&nbsp;乙", "<img src=\"data:x\">",
        ] { #expect(OutputGrammar.faults(in: html) != [], "\(html)") }
        #expect(OutputGrammar.faults(in: "<p lang=\"zh\">甲 &amp; 乙<br></p>") == [])
    }
}
