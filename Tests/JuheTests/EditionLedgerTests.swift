import Foundation
import Testing

@Suite("Editions in the ledger, from the draft to the archive")
struct EditionLedgerTests {
    private static let review =
        "review: {unattended: draft, first: [张三], second: [李四], final: [王五], secret: \"${env:KEY}\"}"

    /// An office whose bulletin has more settings.
    private func office(_ settings: String) throws -> Office {
        let office = try Office()
        let text = try office.read("juhe.yaml").replacingOccurrences(
            of: "start: 3650d, sinks:", with: "start: 3650d, \(settings), sinks:")
        try office.write(text, to: "juhe.yaml")
        return office
    }

    private func juhe(_ office: Office, _ arguments: String...) throws -> Program.Outcome {
        try run(office, arguments)
    }

    private func run(
        _ office: Office, _ arguments: [String], environment: [String: String] = ["KEY": "canary-9"]
    ) throws
        -> Program.Outcome
    {
        try office.program.run(list: arguments + ["--language", "en"], environment: environment)
    }

    @Test("list and show say what the ledger has: numbers, window, versions, fingerprints, who and when")
    func ledger() throws {
        let office = try Office()
        _ = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        let line = try juhe(office, "issue", "list", "--json").output
        for part in [
            #""number":1"#, #""total":1"#, #""after":0"#, #""through":3"#, #""stage":"released""#, #""items":3"#,
        ] {
            #expect(line.contains(part), "\(part)")
        }
        let shown = try juhe(office, "issue", "show", "1", "--year", "2026")
        #expect(shown.output.contains("Window: 0–3") && shown.output.contains("page sent"))
        let object = try #require(
            try JSONSerialization.jsonObject(
                with: Data(try juhe(office, "issue", "show", "1", "--year", "2026", "--json").output.utf8))
                as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(items.count == 3 && items.allSatisfy { ($0["fingerprint"] as? String)?.utf8.count == 64 })
        #expect((object["ledger"] as? [String: Any])?["configuration"] as? String != "")
        #expect(try juhe(office, "issue", "show", "9", "--year", "2026").status == 64)
    }

    @Test("A supplement is numbered apart and leaves the next regular edition as it would have been")
    func supplement() throws {
        let office = try Office()
        _ = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        let made = try juhe(
            office, "issue", "supplement", "--item", "1", "--item", "2", "--note", "专刊。", "--now",
            "2026-11-25T01:00:00Z")
        #expect(made.status == 0, "\(made.errors)")
        #expect(try juhe(office, "deliver").status == 0)
        let page = try office.read("out/jianbao/2026-s01.html")
        #expect(page.contains("增刊第1期") && page.contains("专刊。") && !page.contains("总第"))
        #expect(try office.read("out/jianbao/latest.html") == office.read("out/jianbao/2026-001.html"))
        try office.write(feed("公告", items: 3...5), to: "a.xml")
        _ = try office.program.run("run", "--now", "2026-11-26T01:00:00Z")
        #expect(try office.read("out/jianbao/2026-002.html").contains("总第2期"))
        #expect(try juhe(office, "issue", "supplement").status == 64)
    }

    @Test("A correction refers to the original, which stays byte for byte; latest moves to the correction")
    func correction() throws {
        let office = try Office()
        _ = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        let original = try office.read("out/jianbao/2026-001.html")
        try office.write(feed("公告", items: 1...3, note: "（改）"), to: "a.xml")
        #expect(try juhe(office, "collect").status == 0)
        let made = try juhe(
            office, "issue", "correct", "1", "--year", "2026", "--reason", "第1条标题有误。", "--now", "2026-11-25T01:00:00Z")
        #expect(made.status == 0, "\(made.errors)")
        _ = try juhe(office, "deliver")
        #expect(try office.read("out/jianbao/2026-001.html") == original)
        let corrected = try office.read("out/jianbao/2026-001-c1.html")
        #expect(corrected.contains("第1期（更正）") && corrected.contains("第1条标题有误。") && corrected.contains("（改）"))
        #expect(try office.read("out/jianbao/latest.html") == corrected)
        #expect(try juhe(office, "issue", "list", "--json").output.contains(#""revision":1"#))
    }

    @Test("An empty window makes no edition and says so; where it is wanted, one a day")
    func empty() throws {
        let office = try office("when_empty: issue")
        _ = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        #expect(try juhe(office, "issue", "--json", "--now", "2026-11-24T09:00:00Z").output.contains(#""editions":[]"#))
        #expect(try juhe(office, "issue", "--json", "--now", "2026-11-25T01:00:00Z").output.contains(#""number":2"#))
        #expect(try juhe(office, "issue", "--json", "--now", "2026-11-25T02:00:00Z").output.contains(#""editions":[]"#))
        let plain = try Office()
        _ = try plain.program.run("run")
        #expect(try juhe(plain, "issue", "-v").errors.contains("nothing new"))
    }

    @Test("Three reviews by three persons, then out; a run by cron stops at the draft and says nothing")
    func review() throws {
        let office = try office(Self.review)
        let run = try run(office, ["run", "--now", "2026-11-24T01:00:00Z"])
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        #expect(!office.exists("out/jianbao/2026-001.html"))
        #expect(try juhe(office, "issue", "release").status != 0)
        #expect(try juhe(office, "issue", "pass", "--by", "赵六").errors.contains("may not pass"))
        #expect(try juhe(office, "issue", "pass", "--by", "张三").status == 0)
        #expect(try juhe(office, "issue", "pass", "--by", "张三").status != 0)
        #expect(try juhe(office, "issue", "pass", "--by", "李四").status == 0)
        #expect(try juhe(office, "issue", "release", "--by", "王五").status != 0)

        // What comes in meanwhile waits for the next edition.
        try office.write(feed("公告", items: 1...4), to: "a.xml")
        #expect(try self.run(office, ["run", "--json"]).output.contains(#""editions":[]"#))

        #expect(try juhe(office, "issue", "pass", "--by", "王五").status == 0)
        #expect(try juhe(office, "issue", "release", "--by", "王五").status == 0)
        let page = try office.read("out/jianbao/2026-001.html")
        #expect(page.contains("审核：张三、李四") && page.contains("签发：王五") && !page.contains("公告第4号"))
        #expect(try juhe(office, "issue", "edit", "1", "--year", "2026", "--write", "-").status == 64)
        let shown = try juhe(office, "issue", "show", "1", "--year", "2026")
        #expect(shown.output.contains("the ledger of the review holds") && !shown.output.contains("canary"))
        // With another secret the signatures do not hold.
        let other = try self.run(office, ["issue", "show", "1", "--year", "2026"], environment: ["KEY": "other"])
        #expect(other.output.contains("signature"))
        #expect(try self.run(office, ["run", "--json"]).output.contains(#""number":2"#))
    }

    @Test("An edit goes out as text and comes back; every mistake is named; the review begins anew")
    func editing() throws {
        let office = try office(Self.review)
        _ = try run(office, ["run", "--now", "2026-11-24T01:00:00Z"])
        _ = try juhe(office, "issue", "pass", "--by", "张三")
        #expect(try juhe(office, "issue", "edit").status == 64)
        #expect(try juhe(office, "issue", "edit", "--write", "draft.txt").status == 0)
        let text = try office.read("draft.txt")
        #expect(text.contains("== 政策规定") && text.contains("[3] 公告第3号"))
        try office.write(text + "\n[77] 没有\n乱写\n", to: "wrong.txt")
        let wrong = try juhe(office, "issue", "edit", "--read", "wrong.txt")
        #expect(wrong.status == 65 && wrong.errors.contains("wrong.txt:") && wrong.errors.contains("2 mistakes"))

        let edited = text.replacingOccurrences(of: "[3] 公告第3号", with: "[3] 第三号公告")
            .replacingOccurrences(of: "编者按：", with: "编者按：请各单位阅知。")
            .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("[1]") }.joined(
                separator: "\n")
        try office.write(edited, to: "draft.txt")
        let read = try juhe(office, "issue", "edit", "--read", "draft.txt", "--by", "王编辑", "-v")
        #expect(read.status == 0 && read.errors.contains("2 items, 1 left out"), "\(read.errors)")
        #expect(try juhe(office, "issue", "edit", "--read", "draft.txt", "-v").errors.contains("nothing new"))
        for person in ["张三", "李四", "王五"] { #expect(try juhe(office, "issue", "pass", "--by", person).status == 0) }
        #expect(try juhe(office, "issue", "release").status == 0)
        let page = try office.read("out/jianbao/2026-001.html")
        #expect(page.contains("第三号公告") && page.contains("请各单位阅知。") && page.contains("另有1条信息未编入本期。"))
        #expect(!page.contains("公告第1号"))
    }

    @Test("Content that was changed behind the review's back stops it")
    func tampered() throws {
        let office = try office(Self.review)
        _ = try run(office, ["run", "--now", "2026-11-24T01:00:00Z"])
        _ = try juhe(office, "issue", "pass", "--by", "张三")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3;c=sqlite3.connect('\(office.path)/var/juhe.sqlite');"
                + "c.execute(\"UPDATE edition SET layout=replace(layout,'机关党建简报','假简报')\");c.commit()",
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return }
        #expect(try juhe(office, "issue", "pass", "--by", "李四").errors.contains("not what was reviewed"))
    }

    @Test("Preview shows the next edition and seals nothing; proof names what to look at")
    func previewAndProof() throws {
        let office = try Office()
        try office.write(feed("关于印发《办法的通知", items: 1...2), to: "a.xml")
        _ = try office.program.run("collect")
        let preview = try juhe(office, "issue", "preview")
        #expect(preview.output.contains("第1期（总第1期）"))
        #expect(preview.errors.contains("entry 1, title") || preview.errors.contains("第1条 标题"))
        #expect(try juhe(office, "issue", "preview", "--form", "page").output.hasPrefix("<!DOCTYPE html>"))
        #expect(try juhe(office, "issue", "list", "--json").output.isEmpty)
        #expect(try juhe(office, "issue", "proof", "--json").output.contains("》"))
        #expect(try juhe(office, "issue", "model").output.contains("masthead.title"))
    }

    @Test("stats counts what was reported and adopted, as a table, CSV, JSON and Excel")
    func statistics() throws {
        let office = try Office()
        _ = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        let table = try juhe(office, "stats", "--period", "2026-11")
        #expect(table.output.contains("市民政局") && table.output.contains("100.0%"))
        let json = try juhe(office, "stats", "--period", "2026-11", "--json").output
        #expect(json.contains(#""submitted":3"#) && json.contains(#""adopted":3"#) && json.contains(#""total":9"#))
        #expect(try juhe(office, "stats", "--period", "2026-11", "--csv").output.contains("市民政局,"))
        #expect(try juhe(office, "stats", "--period", "2026-11", "--xlsx", "a.xlsx").status == 0)
        #expect(office.exists("a.xlsx"))
        let files = try juhe(
            office, "stats", "--period", "2026-11", "--page", "a.html", "--word", "a.docx", "--now",
            "2026-11-24T01:00:00Z")
        #expect(files.status == 0, "\(files.errors)")
        let page = try office.read("a.html")
        #expect(page.contains("信息报送采用情况通报") || page.contains("Reports and their adoption (November 2026)"))
        #expect(page.contains("市民政局</td>") && page.contains("100.0%") && page.hasSuffix("</html>\n"))
        // Nothing in the package is compressed.
        #expect(try office.read("a.docx").contains("市民政局"))
        #expect(try juhe(office, "stats", "--fusion", "--period", "2026-11").output.contains("0/3 0.0%"))
        #expect(try juhe(office, "stats", "--period", "2026-13").status == 64)
        try office.write("points: {submited: 1}\n", to: "rules.yaml")
        let wrong = try juhe(office, "stats", "--period", "2026-11", "--rules", "rules.yaml")
        #expect(wrong.status == 78 && wrong.errors.contains("rules.yaml:1:") && wrong.errors.contains("submitted"))
    }

    @Test("A template of the office's own is checked before anything runs, and makes the page")
    func template() throws {
        let office = try office("template: page.mustache")
        try office.write("<html><body>\n{{masthead.titel}}\n</body></html>\n", to: "page.mustache")
        let wrong = try juhe(office, "check")
        #expect(wrong.status == 78 && wrong.errors.contains("page.mustache:2"))
        try office.write("<html><body>{{masthead.title}}</body></html>\n", to: "page.mustache")
        #expect(try juhe(office, "run").status == 0)
        #expect(try office.read("out/jianbao/latest.html") == "<html><body>机关党建简报</body></html>\n")
    }
}
