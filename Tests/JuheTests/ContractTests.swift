import Foundation
import Testing

@Suite("The command line is a contract")
struct ContractTests {
    @Test("A run under cron is silent, makes the bulletin, and a second run changes nothing")
    func quietAndRepeatable() throws {
        let office = try Office()
        let first = try office.program.run("run")
        #expect(first.status == 0)
        #expect(first.output.isEmpty && first.errors.isEmpty)
        let page = try office.read("out/jianbao/2026-001.html")
        #expect(page.contains("公告第2号") && page.contains("第1期"))
        #expect(try office.read("out/jianbao/latest.html") == page)
        #expect(try office.read("out/jianbao/latest.txt").contains("公告第3号"))
        for name in ["rss.xml", "atom.xml", "feed.json"] {
            #expect(try office.read("out/feeds/" + name).contains("公告第1号"))
        }

        let published = try office.snapshot().filter { $0.key.hasPrefix("out/") }
        let second = try office.program.run("run", "--json")
        #expect(second.status == 0 && second.errors.isEmpty)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(second.output.utf8)) as? [String: Any])
        #expect((report["editions"] as? [Any])?.isEmpty == true)
        let source = try #require((report["sources"] as? [[String: Any]])?.first)
        #expect(source["new"] as? Int == 0 && source["changed"] as? Int == 0)
        #expect(try office.snapshot().filter { $0.key.hasPrefix("out/") } == published)
        #expect(try office.program.run("run", "-v", "--language", "en").errors.contains("nothing has changed"))
    }

    @Test("What is new or changed makes the next edition; the old one is delivered again to the same bytes")
    func editions() throws {
        let office = try Office()
        _ = try office.program.run("run")
        let first = try office.read("out/jianbao/2026-001.html")
        try office.write(feed("公告", items: 2...4, note: "（修订）"), to: "a.xml")
        #expect(try office.program.run("run", "--now", "2026-11-25T08:00:00Z").status == 0)
        let second = try office.read("out/jianbao/2026-002.html")
        #expect(second.contains("公告第4号（修订）") && second.contains("公告第2号（修订）"))
        #expect(!second.contains("公告第1号"))
        #expect(second.contains("第2期"))

        try FileManager.default.removeItem(atPath: office.path + "/out/jianbao/2026-001.html")
        #expect(try office.program.run("issue", "--reissue", "1").status == 0)
        #expect(try office.read("out/jianbao/2026-001.html") == first)
        #expect(try office.read("out/jianbao/latest.html") == second)
        #expect(try office.program.run("issue", "--reissue", "9").status == 64)
    }

    @Test("A label corrected in the configuration reaches the items already there; sealed editions stay as they were")
    func relabelled() throws {
        let office = try Office()
        _ = try office.program.run("run")
        let first = try office.read("out/jianbao/2026-001.html")
        try office.configure(
            sources: "- {id: gonggao, type: feed, url: a.xml, track: fusion, kind: procedure, unit: 市残联}")
        #expect(try office.program.run("run").status == 0)
        let items = try office.program.run("items", "--json", "--track", "fusion").output
        #expect(items.split(separator: "\n").count == 3 && items.contains("市残联"))
        #expect(!office.exists("out/jianbao/2026-002.html"))
        try FileManager.default.removeItem(atPath: office.path + "/out/jianbao/2026-001.html")
        _ = try office.program.run("issue", "--reissue", "1")
        #expect(try office.read("out/jianbao/2026-001.html") == first)
    }

    @Test("An edition by dates does not take anything from the next regular one")
    func editionByDates() throws {
        let office = try Office()
        #expect(try office.program.run("collect").status == 0)
        #expect(try office.program.run("issue", "--since", "2026-11-01", "--until", "2026-11-03").status == 0)
        #expect(try office.program.run("run").status == 0)
        #expect(try office.read("out/jianbao/2026-002.html").contains("公告第1号"))
    }

    @Test("The next year counts from one again, the total goes on")
    func newYear() throws {
        let office = try Office()
        _ = try office.program.run("run", "--now", "2026-12-31T15:00:00Z")
        try office.write(feed("公告", items: 5...5), to: "a.xml")
        _ = try office.program.run("run", "--now", "2026-12-31T16:30:00Z")
        #expect(try office.read("out/jianbao/2027-001.html").contains("总第2期"))
    }

    @Test("Mistakes in the configuration: 78, all of them named, nothing touched")
    func configuration() throws {
        let office = try Office(sources: "- {id: a, type: feeed, url: a.xml}\n- {id: b, type: feed, ulr: a.xml}")
        let before = try office.snapshot()
        for command in ["run", "check", "items", "status"] {
            let outcome = try office.program.run(command, "--language", "en")
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("juhe.yaml:5:") && outcome.errors.contains("juhe.yaml:6:"))
            #expect(outcome.errors.contains("\"feed\"") && outcome.errors.contains("\"url\""))
        }
        #expect(try office.snapshot() == before)
    }

    @Test(
        "Usage mistakes: 64",
        arguments: [
            ["run", "--frobnicate"], ["frobnicate"], ["items", "-n", "0"], ["run", "--max-failures", "x"],
            ["issue", "--since", "gestern"],
        ])
    func usage(_ arguments: [String]) throws {
        let office = try Office()
        let program = office.program
        let outcome =
            arguments.count == 1
            ? try program.run(arguments[0])
            : arguments.count == 2
                ? try program.run(arguments[0], arguments[1])
                : try program.run(arguments[0], arguments[1], arguments[2])
        #expect(outcome.status == 64)
        #expect(!outcome.errors.isEmpty)
    }

    @Test("A dry run changes nothing, not even a time stamp, and says what would be")
    func dryRun() throws {
        let office = try Office()
        var before = try office.snapshot()
        let empty = try office.program.run("run", "--dry-run", "-v")
        #expect(empty.status == 0)
        #expect(empty.errors.contains("2026-001.html"))
        #expect(try office.snapshot() == before)
        #expect(!office.exists("var"))

        _ = try office.program.run("run")
        try office.write(feed("公告", items: 1...9), to: "a.xml")
        before = try office.snapshot()
        let outcome = try office.program.run("run", "--dry-run", "--json")
        #expect(outcome.output.contains(#""new":6"#))
        for command in ["collect", "issue", "deliver"] {
            #expect(try office.program.run(command, "--dry-run").status == 0)
        }
        #expect(try office.snapshot() == before)
    }

    @Test("A second run at the same time: 75, and it names the first")
    func locked() throws {
        let office = try Office()
        _ = try office.program.run("run")
        let file = open(office.path + "/var/juhe.sqlite.lock", O_RDWR)
        defer { close(file) }
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        "4711 2026-11-24T01:00:00Z\n".withCString { _ = pwrite(file, $0, strlen($0), 0) }
        let before = try office.snapshot()
        for arguments in [["run"], ["collect"], ["run", "--dry-run"]] {
            let outcome =
                arguments.count == 1
                ? try office.program.run(arguments[0]) : try office.program.run(arguments[0], arguments[1])
            #expect(outcome.status == 75)
            #expect(outcome.errors.contains("4711") && outcome.errors.contains("2026-11-24T01:00:00Z"))
        }
        #expect(try office.snapshot() == before)
    }

    @Test("A sink that cannot write: 5, and it is tried again until it can")
    func sinkFails() throws {
        let office = try Office()
        try office.write("这里是一个文件", to: "out")
        let failed = try office.program.run("run")
        #expect(failed.status == 5)
        #expect(failed.errors.contains("page") && failed.errors.contains("stream"))
        #expect(try office.program.run("status", "--json").output.contains(#""pending":3"#))
        try FileManager.default.removeItem(atPath: office.path + "/out")
        #expect(try office.program.run("deliver").status == 0)
        #expect(try office.read("out/jianbao/2026-001.html").contains("公告第1号"))
        #expect(try office.program.run("status", "--json").output.contains(#""pending":0"#))
    }

    @Test("A database that is none: an error, and the file is left as it is")
    func corruptStore() throws {
        let office = try Office()
        try office.write("这不是数据库", to: "var/juhe.sqlite")
        for command in ["run", "items", "status"] {
            let outcome = try office.program.run(command)
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("juhe.sqlite"))
        }
        #expect(try office.read("var/juhe.sqlite") == "这不是数据库")
    }

    @Test("Lists are JSON Lines of JSON Feed items, filtered as asked")
    func items() throws {
        let office = try Office()
        _ = try office.program.run("run")
        let lines = try office.program.run("items", "--json", "--kind", "policy", "-n", "2").output.split(
            separator: "\n")
        #expect(lines.count == 2)
        let item = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(item["id"] as? String == "公告-3")
        #expect(item["content_html"] as? String == "<p>正文3</p>")
        #expect((item["_juhe"] as? [String: Any])?["unit"] as? String == "市民政局")
        #expect(try office.program.run("items", "--track", "party").output.isEmpty)
        #expect(try office.program.run("items", "1").output.contains("正文"))
        #expect(try office.program.run("items", "99").status == 66)
        #expect(try office.program.run("sources", "--json").output.contains(#""state":"ok""#))
    }

    @Test("Preview shows a file without storing anything; parse and sanitize speak their formats")
    func preview() throws {
        let office = try Office()
        #expect(try office.program.run("preview", "a.xml").output.contains("公告第2号"))
        #expect(try office.program.run("preview", "gonggao", "--json").output.split(separator: "\n").count == 3)
        #expect(!office.exists("var"))
        #expect(try office.program.run("parse", "a.xml").output.contains(#""format":"rss20""#))
        #expect(try office.program.run("parse", "juhe.yaml").status == 4)
        #expect(try office.program.run("parse", "nothing.xml", "--language", "en").errors.contains("No such file"))
        let safe = try office.program.run(
            "sanitize", input: #"{"id":7,"html":"<b onclick=x>好</b><script>1</script>"}"# + "\n")
        #expect(safe.output == #"{"html":"<b>好</b>","id":7,"text":"好"}"# + "\n")
    }

    @Test("English on request, Chinese otherwise; version and help")
    func words() throws {
        let office = try Office()
        #expect(try office.program.run("--help").output.contains("采集"))
        #expect(try office.program.run("--help", environment: ["JUHE_LANG": "en"]).output.contains("collect, issue"))
        #expect(try office.program.run("--version").output.hasPrefix("0."))
        for command in [
            "run", "collect", "issue", "deliver", "items", "sources", "status", "preview", "parse", "opml", "check",
        ] {
            #expect(try office.program.run(command, "--help").output.contains("juhe \(command)"))
        }
    }
}
