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
        #expect(try juhe(office, "issue", "list", "--discarded", "--json").output.isEmpty)
        #expect(try juhe(office, "issue", "list", "--json").output.contains(#""stage":"draft""#))
        let discarded = try juhe(
            office, "issue", "discard", "-v", "--by", "王编辑", "--note", "选题重复", "--now", "2026-11-24T02:00:00Z")
        #expect(discarded.status == 0 && discarded.errors.contains("discarded"), "\(discarded.errors)")
        #expect(try juhe(office, "issue", "list", "--json").output.isEmpty)
        #expect(try juhe(office, "issue", "discard").status == 64)
        // That it was there stays in the ledger: who took it out, when and why.
        let trace = try juhe(office, "issue", "list", "--discarded", "--json").output
        for part in [
            #""number":1"#, #""stage":"draft""#, #""discarded_by":"王编辑""#, #""note":"选题重复""#, #""items":3"#,
            #""discarded_at":"2026-11-24T02:00:00Z""#, #""last_step":""#,
        ] { #expect(trace.contains(part), "\(trace)") }
        #expect(try juhe(office, "issue", "list", "--discarded").output.contains("王编辑"))

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

    @Test("So it is with the templates that are built in: after an upgrade the edition is printed as before")
    func builtInTemplate() throws {
        let office = try Office()
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        let first = try office.read("out/jianbao/2026-001.html")
        // What a Juhe with another template would have kept.
        let sqlite = Process()
        sqlite.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        sqlite.arguments = [
            "-c",
            """
            import sqlite3
            db = sqlite3.connect("\(office.path)/var/juhe.sqlite")
            for digest, text in db.execute("SELECT digest, content FROM edition_file").fetchall():
                if b'<header class="masthead' in text:
                    db.execute("UPDATE edition_file SET content = ? WHERE digest = ?", (text.replace(b"<h1>", b"<h1>OLD "), digest))
            db.commit()
            """,
        ]
        try sqlite.run()
        sqlite.waitUntilExit()
        #expect(try juhe(office, "issue", "reissue", "1", "--year", "2026").status == 0)
        let again = try office.read("out/jianbao/2026-001.html")
        #expect(again != first && again.replacing("<h1>OLD ", with: "<h1>") == first)
        #expect(try juhe(office, "archive", "jianbao", "1", "--year", "2026", "--to", "kept").status == 0)
        #expect(try office.read("kept/jianbao-2026-001/page/2026-001.html").contains("<h1>OLD "))
    }

    @Test("The archive has the page of the office's own template")
    func archivedTemplate() throws {
        let office = try office("template: page.mustache")
        try office.write("<!DOCTYPE html><p>本单位 {{masthead.issue}}</p>", to: "page.mustache")
        _ = try juhe(office, "run", "--now", "2026-11-24T01:00:00Z")
        #expect(try juhe(office, "archive", "jianbao", "1", "--year", "2026", "--to", "kept").status == 0)
        #expect(
            try office.read("kept/jianbao-2026-001/page/2026-001.html") == office.read("out/jianbao/2026-001.html"))
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
