import Testing

@testable import Fetching

@Suite("robots.txt (RFC 9309)")
struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8)) }

    @Test(
        "The longest rule decides, and of two as long the one that allows",
        arguments: [
            ("Disallow: /", "/", false), ("Disallow:", "/", true), ("Disallow: /a", "/b", true),
            ("Disallow: /a", "/abc", false), ("Disallow: /a/", "/a", true), ("Allow: /a\nDisallow: /", "/a/b", true),
            ("Disallow: /\nAllow: /a", "/a/b", true), ("Allow: /a\nDisallow: /a/b", "/a/b/c", false),
            ("Disallow: /a\nAllow: /a", "/a", true), ("Disallow: /*.pdf$", "/x/y.pdf", false),
            ("Disallow: /*.pdf$", "/x/y.pdf?z", true), ("Disallow: /*.pdf", "/x/y.pdf?z", false),
            ("Disallow: /a*b*c", "/a1b2c3", false), ("Disallow: /a*b*c", "/a1c2b3", true),
            ("Disallow: /$", "/", false), ("Disallow: /$", "/index.html", true), ("Disallow: *", "/x", false),
            ("Disallow: /*?", "/x?y", false), ("Disallow: /*?", "/x", true), ("Disallow: /A", "/a", true),
            ("Disallow: /%E9%80%9A", "/%e9%80%9a%e7%9f%a5", false), ("Disallow: /通知", "/%e9%80%9a%e7%9f%a5/1", false),
            ("Disallow: /%7Ejoe", "/~joe/x", false), ("Disallow: /a%2Fb", "/a/b", true),
            ("Disallow: /a*a$", "/a", true), ("Disallow: /*a$", "/aXa", false), ("Disallow: /", "/robots.txt", true),
        ])
    func longest(_ lines: String, _ path: String, _ allows: Bool) {
        #expect(rules("User-agent: *\n\(lines)").allows(path, agent: "Juhe/1.0") == allows)
    }

    @Test("Own rules replace those for all; several groups of one name are one; names have no version and no case")
    func groups() {
        let text = """
            \u{FEFF}# first
            User-agent: *
            Disallow: /
            User-Agent: other
            user-agent: JUHE/2
            Disallow: /one   # a comment

            Sitemap: https://a.test/map.xml
            User-agent: juhe
            Disallow: /two
            Nonsense
            """
        let rules = rules(text.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(rules.allows("/", agent: "Juhe/1.0"))
        #expect(!rules.allows("/one", agent: "Juhe/1.0"))
        #expect(!rules.allows("/two", agent: "juhe (+https://ninglan.example)"))
        #expect(!rules.allows("/one", agent: "Other"))
        #expect(rules.allows("/two", agent: "Other"))
        #expect(!rules.allows("/", agent: "Mozilla/5.0"))
    }

    @Test(
        "Nothing, garbage and rules without a group allow everything",
        arguments: ["", "\u{0}\u{1}", "Disallow: /", ":"])
    func nothing(_ text: String) {
        #expect(rules(text).allows("/x", agent: "Juhe/1.0"))
    }

    @Test("A pause is the group's own; nonsense is none")
    func pause() {
        let rules = rules("User-agent: juhe\nCrawl-delay: 2.5\nUser-agent: *\nCrawl-delay: -1\nCrawl-delay: x")
        #expect(rules.pause(agent: "Juhe/1.0") == 2.5)
        #expect(rules.pause(agent: "Other") == nil)
    }

    @Test("Rules that would take for ever are read in time: many stars, many rules")
    func hostile() {
        let pattern = "/" + String(repeating: "a*", count: 250)
        let rules = rules("User-agent: *\n" + String(repeating: "Disallow: \(pattern)b\n", count: 900))
        #expect(rules.allows("/" + String(repeating: "a", count: 5_000), agent: "Juhe/1.0"))
    }
}

extension String {
    fileprivate func replacingOccurrences(of old: Character, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
