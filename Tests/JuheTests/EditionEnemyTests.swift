import Foundation
import Testing

@Suite("Editions, whatever happens to them")
struct EditionEnemyTests {
    private func editions(_ office: Office) throws -> [[String: Any]] {
        try office.program.run("issue", "list", "--json").output.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test("A clock that goes backwards loses no item and repeats none, over the turn of a year too")
    func clock() throws {
        let office = try Office()
        for (last, now) in [(3, "2026-11-24T01:00:00Z"), (4, "2026-11-20T01:00:00Z"), (5, "2025-12-31T01:00:00Z")] {
            try office.write(feed("公告", items: 1...last), to: "a.xml")
            #expect(try office.program.run("run", "--now", now).status == 0)
        }
        let list = try editions(office)
        #expect(list.map { $0["total"] as? Int } == [3, 2, 1])
        #expect(list.map { $0["number"] as? Int } == [1, 2, 1] && list.map { $0["items"] as? Int } == [1, 1, 3])
        #expect(try office.read("out/jianbao/2026-002.txt").contains("公告第4号"))
        let page = try office.read("out/jianbao/2025-001.txt")
        #expect(page.contains("公告第5号") && !page.contains("公告第4号"))
    }

    @Test("Of two that seal at once one does, and the other says who holds the lock or that nothing is new")
    func twoSeals() throws {
        let office = try Office()
        #expect(try office.program.run("collect").status == 0)
        let runs = try (0..<4).map { _ in try office.program.start(["issue"], saying: "/dev/null") }
        runs.forEach { $0.waitUntilExit() }
        #expect(
            Set(runs.map(\.terminationStatus)).isSubset(of: [0, 75]) && runs.contains { $0.terminationStatus == 0 })
        #expect(try editions(office).count == 1)
    }

    @Test("A release that is killed at any moment is out whole or not at all, and delivered once it is")
    func killedRelease() throws {
        let office = try Office()
        let text = try office.read("juhe.yaml").replacing(
            "start: 3650d, sinks:", with: "start: 3650d, review: {unattended: draft}, sinks:")
        try office.write(text, to: "juhe.yaml")
        #expect(try office.program.run("run", "--now", "2026-11-24T01:00:00Z").status == 0)
        for person in ["张三", "李四", "王五"] {
            for step in 0..<4 {
                try office.program.runAndKill("issue", "pass", "--by", person, after: 0.01 * Double(step))
            }
            _ = try office.program.run("issue", "pass", "--by", person)
        }
        for step in 0..<12 {
            try office.program.runAndKill("issue", "release", "--by", "王五", after: 0.008 * Double(step))
        }
        _ = try office.program.run("issue", "release", "--by", "王五")
        #expect(try office.program.run("deliver").status == 0)
        let list = try editions(office)
        #expect(list.count == 1 && list.first?["stage"] as? String == "released")
        let shown = try office.program.run("issue", "show", "1", "--year", "2026", "--language", "en").output
        #expect(shown.contains("the ledger of the review holds") && shown.contains("page sent"), "\(shown)")
        let page = try office.read("out/jianbao/2026-001.html")
        #expect(page.contains("审核：张三、李四") && page.contains("签发：王五"))
    }

    @Test("A note with markup, controls and bidi marks is text, in every form that the office has")
    func note() throws {
        let office = try Office()
        _ = try office.program.run("collect")
        let note = "<script>alert(1)</script>\u{202E}反\u{0007} {{masthead.title}} [x](javascript:y)"
        #expect(try office.program.run("issue", "seal", "--note", note, "--now", "2026-11-24T01:00:00Z").status == 0)
        #expect(try office.program.run("deliver").status == 0)
        for name in ["html", "txt"] {
            let text = try office.read("out/jianbao/2026-001.\(name)")
            #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 7 })
            #expect(text.contains("{{masthead.title}}") && (name == "txt" || !text.contains("<script")))
        }
    }
}
