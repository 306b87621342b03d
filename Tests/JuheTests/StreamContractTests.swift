import Foundation
import Testing

/// A line of JSON as a dictionary.
private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
}

private func objects(_ output: String) throws -> [[String: Any]] { try output.split(separator: "\n").map(object) }

/// A JSON Feed of procedures and news.
private func list(_ items: (id: String, title: String, html: String)..., day: Int = 2) throws -> [UInt8] {
    let entries = items.map { item in
        [
            "id": item.id, "title": item.title, "content_html": item.html,
            "url": "https://a.ninglan.example/\(item.id).html",
            "date_published": "2026-11-0\(day)T09:00:00+08:00",
        ]
    }
    let feed: [String: Any] = ["version": "https://jsonfeed.org/version/1.1", "title": "事项", "items": entries]
    return Array(try JSONSerialization.data(withJSONObject: feed))
}

private let guide = """
    <p>申请条件：年满六十周岁的本市户籍老人可以申请老年人优待证。</p><p>申请材料：身份证原件、近期照片一张。</p>
    <p>办理时限：十个工作日。办理地点：各社区服务站，周一至周五上午九时至十一时三十分受理，节假日除外。</p><p>咨询电话：0479-5550303</p>
    """

@Suite("The stream on the command line")
struct StreamContractTests {
    @Test("search: exit codes, the shape of --json, both languages")
    func search() throws {
        let office = try Office()
        #expect(try office.program.run("search", "公告").status == 66)
        #expect(try office.program.run("run").status == 0)
        let found = try office.program.run("search", "公告")
        #expect(found.status == 0 && found.output.contains("【公告】第3号") && found.errors.isEmpty)
        let lines = try objects(try office.program.run("search", "--json", "--rank", "公告", "第2号").output)
        let line = try #require(lines.first)
        #expect(lines.count == 1 && (line["_juhe"] as? [String: Any])?["unit"] as? String == "市民政局")
        let marks = try #require(line["_search"] as? [String: Any])
        #expect((marks["title"] as? String)?.contains("<mark>公告</mark>") == true && marks["score"] is Double)
        let nothing = try office.program.run("search", "没有这样的字")
        #expect(nothing.status == 0 && nothing.output.isEmpty && nothing.errors.isEmpty)
        let wrong = try office.program.run("search", "(公告")
        #expect(wrong.status == 64 && wrong.errors.contains("第 1 个字"))
        #expect(try office.program.run("search", "--language", "en", "(公告").errors.contains("character 1"))
        #expect(try office.program.run("search").status == 64)
        try office.write("公告\n第2号 公告\n", to: "queries.txt")
        let measured = try objects(try office.program.run("search", "--measure", "queries.txt").output)
        #expect(measured.map { $0["found"] as? Int } == [3, 1] && measured.allSatisfy { $0["newest"] is Double })
        #expect(try office.program.run("search", "--measure", "missing.txt").status == 66)
    }

    @Test("Labels of the registers are filters, in items, in search and in bulletins; corrections are found at once")
    func labels() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.json}")
        try office.write(
            list(
                ("1", "市民政局党支部开展主题党日", "<p>党员参加志愿服务。</p>"),
                ("2", "市水务局召开防汛动员会", "<p>部署巡堤。</p>")), to: "a.json")
        #expect(try office.program.run("run").status == 0)
        func numbers(_ arguments: String...) throws -> [String] {
            let outcome = try office.program.run(list: arguments + ["--json"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try objects(outcome.output).compactMap { $0["id"] as? String }
        }
        #expect(try numbers("items", "--label", "主题党日") == ["1"])
        #expect(try numbers("items", "--label", "活动:主题党日", "--label", "志愿服务") == ["1"])
        #expect(try numbers("items", "--label", "stage:主题党日").isEmpty)
        #expect(try numbers("items", "--label", "阶段:部署") == ["2"])
        #expect(try numbers("search", "activity:主题党日") == ["1"])
        #expect(try numbers("search", "防汛 阶段:部署") == ["2"])
        #expect(try numbers("search", "防汛 -活动:主题党日") == ["2"])
        #expect(try numbers("search", "领域:融合").isEmpty)
        #expect(try office.program.run("items", "label", "2", "--track", "fusion", "--by", "王老师").status == 0)
        #expect(try numbers("search", "防汛 领域:融合") == ["2"])
        try office.configure(
            sources: "- {id: a, type: feed, url: a.json}",
            more: "registers: registers.yaml")
        try office.write("activities:\n  - {name: 巡堤行动, words: [巡堤]}\n", to: "registers.yaml")
        #expect(try office.program.run("collect").status == 0)
        #expect(try numbers("search", "活动:巡堤行动") == ["2"])
        #expect(try numbers("search", "防汛 领域:融合") == ["2"])
    }

    @Test("items why: rules, story and its evidence; reprints stand in the JSON of items")
    func why() throws {
        let office = try Office(
            sources: "- {id: a, type: feed, url: a.json, unit: 市民政局}\n- {id: b, type: feed, url: b.json, unit: 市妇联}")
        try office.write(list(("1", "老年人优待证怎么办", guide)), to: "a.json")
        try office.write(list(("2", "【转载】老年人优待证怎么办", guide), day: 3), to: "b.json")
        #expect(try office.program.run("run").status == 0)
        let said = try office.program.run("items", "why", "2")
        #expect(said.status == 0 && said.output.contains("市民政局") && said.output.contains("市妇联"))
        let english = try office.program.run("items", "why", "2", "--language", "en").output
        #expect(english != said.output && english.contains("市民政局"))
        let report = try object(try office.program.run("items", "why", "2", "--json").output)
        let members = try #require(report["members"] as? [[String: Any]])
        #expect(Set(report.keys) == ["number", "why", "story", "members"] && members.count == 2)
        #expect(members.contains { $0["evidence"] as? String == "title+text" && $0["partner"] is Int })
        let items = try objects(try office.program.run("items", "--json").output)
        let stories = items.compactMap { ($0["_juhe"] as? [String: Any])?["story"] as? [String: Any] }
        #expect(stories.count == 2)
        let publishers = stories.compactMap { ($0["reprints"] as? [[String: Any]])?.first?["publisher"] as? String }
        #expect(Set(publishers) == ["市民政局", "市妇联"])
        #expect(try office.program.run("items", "why", "99").status == 66)
    }

    @Test("items history and diff: what a clerk would call a change, and nothing that a page says of itself")
    func versions() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.json}")
        func publish(_ html: String) throws -> Int32 {
            try office.write(list(("1", "老年人优待证怎么办", html)), to: "a.json")
            return try office.program.run("run").status
        }
        #expect(try publish(guide + "<p>浏览次数：15</p>") == 0)
        #expect(try publish(guide + "<p>浏览次数：2671</p>") == 0)
        #expect(try objects(try office.program.run("items", "history", "1", "--json").output).count == 1)
        #expect(try publish(guide + "<p>打印时间：2026-11-05 08:12</p><p>上一篇：无</p><p>字号：大 中 小</p>") == 0)
        #expect(
            try office.program.run("items", "diff", "1", "--json").output.contains("changes\":[]"))
        #expect(try objects(try office.program.run("issue", "list", "--json").output).count == 1, "no news")
        #expect(try publish(guide.replacing("十个工作日", with: "五个工作日")) == 0)
        #expect(try objects(try office.program.run("issue", "list", "--json").output).count == 2)
        let history = try office.program.run("items", "history", "1")
        #expect(history.status == 0 && history.output.contains("时限"))
        let diff = try office.program.run("items", "diff", "1", "--from", "1")
        #expect(diff.status == 0 && diff.output.contains("时限") && diff.output.contains("个工作日"))
        let html = try office.program.run("items", "diff", "1", "--from", "1", "--html").output
        #expect(html.contains("<ins>") && html.contains("<del>"))
        let report = try object(try office.program.run("items", "diff", "1", "--from", "1", "--json").output)
        #expect(Set(report.keys).isSuperset(of: ["number", "from", "to", "changes"]))
        #expect((report["changes"] as? [Any])?.count == 1)
        let english = try office.program.run("items", "history", "1", "--language", "en").output
        #expect(english != history.output && english.hasPrefix("v1"))
        let same = try office.program.run("items", "diff", "1", "--from", "1", "--to", "1", "--language", "en")
        #expect(same.status == 0 && same.output.contains("no difference"))
        #expect(try office.program.run("items", "diff", "1", "--from", "9").status == 66)
        #expect(try office.program.run("items", "history", "9").status == 66)
    }

    @Test("prune and archive: exit codes, dry run, what they say")
    func keeping() throws {
        let office = try Office(more: "retention: {policy: 30d}")
        #expect(try office.program.run("prune").status == 66)
        #expect(try office.program.run("archive", "jianbao", "1", "--to", "kept").status == 66)
        #expect(try office.program.run("run", "--now", "2026-11-05T08:00:00Z").status == 0)
        let rehearsal = try office.program.run("prune", "--dry-run", "--now", "2028-01-01T00:00:00Z", "--json")
        #expect(rehearsal.status == 0, "\(rehearsal.errors)")
        #expect(!(try object(rehearsal.output)).isEmpty)
        #expect(try office.program.run("search", "公告", "--json").output.split(separator: "\n").count == 3)
        let english = try office.program.run("prune", "-v", "--now", "2028-01-01T00:00:00Z", "--language", "en")
        #expect(english.status == 0 && english.errors.utf8.allSatisfy { $0 < 0x80 } && !english.errors.isEmpty)
        let archived = try office.program.run("archive", "jianbao", "1", "--to", "kept", "--year", "2026", "-v")
        #expect(archived.status == 0, "\(archived.errors)")
        let folder = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: office.path + "/kept")
                .first { $0.hasSuffix("SHA256SUMS") })
        #expect(try office.read("kept/" + folder).contains("items.jsonl"))
        #expect(try office.program.run("archive", "jianbao", "9", "--to", "kept", "--year", "2026").status == 66)
    }

    @Test("Killed while it indexes: nothing is lost, and the next search is right")
    func killed() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, kind: policy, track: party}")
        try office.write(feed("公告", items: 1...3_000), to: "a.xml")
        for step in 1...12 {
            try office.program.runAndKill("collect", after: 0.08 * Double(step))
            // Everything anew, so that each kill finds the index at work.
            if step % 3 == 0 { try office.program.runAndKill("search", "--rebuild", after: 0.05 * Double(step)) }
        }
        #expect(try office.program.run("collect").status == 0)
        for (query, count) in [("公告", 3_000), ("正文", 3_000), ("第77号", 1), ("公告 -第77号", 2_999)] {
            let found = try office.program.run("search", "--json", "-n", "10000", query)
            #expect(found.status == 0 && found.output.split(separator: "\n").count == count, "\(query)")
        }
    }
}
