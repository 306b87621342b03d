import Foundation
import Testing

@Suite("What the ledger keeps, and what it gives back")
struct EditionKeepingTests {
    private func office(_ settings: String) throws -> Office {
        let office = try Office()
        let text = try office.read("juhe.yaml").replacingOccurrences(
            of: "start: 3650d, sinks:", with: "start: 3650d, \(settings), sinks:")
        try office.write(text, to: "juhe.yaml")
        return office
    }

    private func juhe(_ office: Office, _ arguments: String...) throws -> Program.Outcome {
        try office.program.run(list: arguments + ["--language", "en"], environment: [:])
    }

    @Test("A draft that is discarded leaves its number and its items to the next edition; one that is out stays")
    func discard() throws {
        let office = try office("review: {unattended: draft}")
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        #expect(try juhe(office, "issue", "discard", "--dry-run").status == 0)
        #expect(try juhe(office, "issue", "list", "--json").output.contains(#""stage":"draft""#))
        let discarded = try juhe(office, "issue", "discard", "-v")
        #expect(discarded.status == 0 && discarded.errors.contains("discarded"), "\(discarded.errors)")
        #expect(try juhe(office, "issue", "list", "--json").output.isEmpty)
        #expect(try juhe(office, "issue", "discard").status == 64)

        _ = try juhe(office, "run", "--now", "2026-11-25T01:00:00Z")
        let line = try juhe(office, "issue", "list", "--json").output
        #expect(line.contains(#""number":1"#) && line.contains(#""items":3"#))
        for person in ["张三", "李四", "王五"] { _ = try juhe(office, "issue", "pass", "--by", person) }
        #expect(try juhe(office, "issue", "release", "--by", "王五").status == 0)
        #expect(try juhe(office, "issue", "discard", "1", "--year", "2026").status == 64)
        #expect(office.exists("out/jianbao/2026-001.html"))
    }

    @Test("A sealed edition is printed from the template it was sealed with, whatever became of the file")
    func template() throws {
        let office = try office("template: page.mustache")
        try office.write("<!DOCTYPE html><p>旧版 {{masthead.issue}}</p>", to: "page.mustache")
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        let first = try office.read("out/jianbao/2026-001.html")
        #expect(first.contains("旧版"))
        try office.write("<!DOCTYPE html><p>新版 {{masthead.issue}}</p>", to: "page.mustache")
        try FileManager.default.removeItem(atPath: office.path + "/out/jianbao/2026-001.html")
        #expect(try juhe(office, "issue", "reissue", "1", "--year", "2026").status == 0)
        #expect(try office.read("out/jianbao/2026-001.html") == first)
        #expect(try juhe(office, "issue", "preview", "1", "--year", "2026", "--form", "page").output == first)
        try office.write(feed("公告", items: 1...4), to: "a.xml")
        _ = try juhe(office, "run", "--now", "2026-11-25T01:00:00Z")
        #expect(try office.read("out/jianbao/2026-002.html").contains("新版"))
    }

    @Test("An edit takes the template of today")
    func editedTemplate() throws {
        let office = try office("review: {unattended: draft}, template: page.mustache")
        try office.write("<!DOCTYPE html><p>旧版</p>", to: "page.mustache")
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        try office.write("<!DOCTYPE html><p>新版</p>", to: "page.mustache")
        #expect(try juhe(office, "issue", "edit", "--write", "draft.txt").status == 0)
        #expect(try juhe(office, "issue", "edit", "--read", "draft.txt").status == 0)
        for person in ["张三", "李四", "王五"] { _ = try juhe(office, "issue", "pass", "--by", person) }
        #expect(try juhe(office, "issue", "release", "--by", "王五").status == 0)
        #expect(try office.read("out/jianbao/2026-001.html").contains("新版"))
    }

    @Test("Proof asks every address where it is told to, and names those that lead nowhere")
    func links() throws {
        let office = try Office()
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        #expect(!(try juhe(office, "issue", "proof", "1", "--year", "2026").output.contains("mzj.ninglan.example")))
        let proof = try juhe(office, "issue", "proof", "1", "--year", "2026", "--links", "--json")
        // The hosts are invented: none of them answers.
        for number in 1...3 { #expect(proof.output.contains("https://mzj.ninglan.example/\(number).html")) }
    }
}
