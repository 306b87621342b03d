import Foundation
import Testing

@Suite("The lexicon on the command line")
struct RulesTests {
    private static let plain = "- {id: gonggao, type: feed, url: a.xml}"

    @Test("Items are labelled on the way in, and say why")
    func labels() throws {
        let office = try Office(sources: Self.plain)
        try office.write(feed("市民政局关于调整低保标准的公告", items: 1...1), to: "a.xml")
        #expect(try office.program.run("run").status == 0)
        let item = try office.program.run("items", "--json").output
        #expect(
            item.contains(#""track":"business""#) && item.contains(#""kind":"policy""#) && item.contains(#""points":"#))
    }

    @Test("A changed lexicon labels what is stored anew; a correction stays and is exported")
    func relabelling() throws {
        let office = try Office(sources: Self.plain, more: "lexicon: words.yaml")
        try office.write("track: {party: {3: [公告]}}", to: "words.yaml")
        #expect(try office.program.run("run").status == 0)
        #expect(try office.program.run("items", "--track", "party", "--json").output.split(separator: "\n").count == 3)
        #expect(try office.program.run("items", "label", "1", "--track", "fusion", "--by", "王").status == 0)
        try office.write("track: {business: {3: [公告]}}", to: "words.yaml")
        let test = try office.program.run("rules", "test")
        #expect(test.status == 0 && test.output.contains("会变 2 条"))
        #expect(try office.program.run("run").status == 0)
        #expect(
            try office.program.run("items", "--track", "business", "--json").output.split(separator: "\n").count == 2)
        #expect(try office.program.run("items", "--track", "fusion", "--json").output.split(separator: "\n").count == 1)
        let export = try office.program.run("rules", "export").output
        #expect(export.hasPrefix("track\tkind\ttitle") && export.contains("fusion\t"))
        #expect(try office.program.run("items", "label", "99", "--track", "party").status == 66)
        #expect(try office.program.run("items", "label", "1").status == 64)
    }

    @Test("Labelled headlines are counted; an unsorted one is wrong unless it should be")
    func headlines() throws {
        let office = try Office()
        try office.write(
            "track\tkind\ttitle\r\nparty\tupdate\t党员突击队成立\nbusiness\tpolicy\t网站地图\nother\tnone\t国庆放假安排\n", to: "h.tsv")
        let result = try office.program.run("rules", "test", "h.tsv", "--json")
        #expect(result.status == 0 && result.output.contains(#""right":2"#) && result.output.contains(#""all":3"#))
        try office.write("a\tb\n1\t2\n", to: "bad.tsv")
        #expect(try office.program.run("rules", "test", "bad.tsv").status == 66)
        #expect(try office.program.run("rules", "test", "missing.tsv").status == 66)
    }

    @Test("A mistake in the lexicon stops a run before anything is touched")
    func mistakes() throws {
        let office = try Office(sources: Self.plain, more: "lexicon: words.yaml")
        try office.write("track: {partty: {3: [公告]}}", to: "words.yaml")
        for command in ["check", "run"] {
            let result = try office.program.run(command)
            #expect(result.status == 78 && result.errors.contains("words.yaml:1"))
        }
        #expect(!office.exists("out"))
    }
}
