import Foundation
import Testing

private func notices(_ items: (title: String, text: String)...) -> String { notices(all: items) }

private func notices(all items: [(title: String, text: String)]) -> String {
    let entries = items.enumerated().map { index, item in
        "<item><title>\(item.title)</title><guid>\(index)</guid><link>https://a.ninglan.example/\(index)</link>"
            + "<pubDate>Thu, 05 Nov 2026 08:00:00 +0800</pubDate><description>\(item.text)</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>通知</title>\(entries.joined())</channel></rss>"
}

@Suite("Deadlines and documents on the command line")
struct DeadlineTests {
    @Test("What is due is listed, exported, and stands in the bulletin in every form")
    func due() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局}")
        try office.write(
            notices(("关于报送年度总结的通知", "请于11月30日前将年度总结报送市直机关工委办公室。联系人：王老师　联系电话：0479-1234567")), to: "a.xml")
        #expect(try office.program.run("run", "--now", "2026-11-24T01:00:00Z").status == 0)
        let list = try office.program.run("deadlines", "--now", "2026-11-24T01:00:00Z").output
        #expect(list.contains("2026-11-30 截止  报送年度总结 → 市直机关工委办公室（王老师 0479-1234567）"))
        let json = try office.program.run("deadlines", "--json", "--now", "2026-11-24T01:00:00Z").output
        #expect(json.contains(#""at":"2026-11-30T15:59:59Z""#) && json.contains(#""whole_day":true"#))
        #expect(
            try office.program.run("deadlines", "--ics", "d.ics", "--alarm", "2h", "--now", "2026-11-24T01:00:00Z")
                .status
                == 0)
        let calendar = try office.read("d.ics")
        #expect(calendar.contains("DTSTART;VALUE=DATE:20261130\r\n") && calendar.contains("TRIGGER:-PT2H\r\n"))
        #expect(try office.program.run("deadlines", "--now", "2026-12-01T01:00:00Z").output.isEmpty)
        #expect(try office.program.run("deadlines", "--alarm", "soon").status == 64)
        for file in ["latest.html", "latest.txt"] {
            let bulletin = try office.read("out/jianbao/" + file)
            #expect(bulletin.contains("临近截止") && bulletin.contains("还有6天") && bulletin.contains("报送年度总结"))
        }
    }

    @Test("Of many tasks the nearest twenty are printed, and how many more there are is said", arguments: [20, 23])
    func many(_ count: Int) throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局}")
        let all = (1...count).map { ("关于报送第\($0)号材料的通知", "请于12月\($0 % 5 + 1)日前将第\($0)号材料报送市局办公室。") }
        try office.write(notices(all: all), to: "a.xml")
        #expect(try office.program.run("run", "--now", "2026-11-24T01:00:00Z").status == 0)
        for file in ["latest.html", "latest.txt"] {
            let bulletin = try office.read("out/jianbao/" + file)
            #expect(bulletin.components(separatedBy: "还有").count - 1 == 20, "\(bulletin)")
            #expect(bulletin.contains("临近截止的事项另有3项未列出。") == (count == 23))
        }
        let list = try office.program.run("deadlines", "--now", "2026-11-24T01:00:00Z").output
        #expect(list.components(separatedBy: "截止").count - 1 == count)
    }

    @Test("What one document asks for is said once, by the document itself, however many forward it in other words")
    func forwarded() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局, kind: policy}")
        try office.write(
            notices(
                ("转发《关于做好走访工作的通知》（宁民发〔2026〕61号）", "现将宁民发〔2026〕61号转发给你们，请结合实际抓好落实。请于11月30日前报送走访情况。联系电话：0999-5550001。"),
                ("关于做好走访工作的通知（宁民发〔2026〕61号）", "各县区：入冬以来气温骤降，请于11月30日前报送走访情况。联系电话：0999-5550002。")), to: "a.xml")
        #expect(try office.program.run("run", "--now", "2026-11-24T01:00:00Z").status == 0)
        let text = try office.read("out/jianbao/latest.txt")
        #expect(text.components(separatedBy: "（还有6天）").count == 2, "\(text)")
        #expect(text.contains("0999-5550002") && !text.contains("联系：0999-5550001"), "\(text)")
    }

    @Test("24时 is the end of its day, 下班前 is when the office says, a year without holidays is told")
    func times() throws {
        let office = try Office(
            sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局, kind: policy}", more: "closing: \"17:15\"")
        try office.write(
            notices(
                ("关于报送总结的通知", "请于11月30日24时前将年度总结报送办公室。"), ("关于反馈意见的通知", "请于11月27日下班前反馈意见。"),
                ("关于整改的通知", "请于60个工作日内提交整改报告。")), to: "a.xml")
        let run = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        #expect(run.status == 0 && run.errors.contains("缺少 2027 年的节假日表"))
        let due = try office.program.run("deadlines", "--now", "2026-11-24T01:00:00Z")
        #expect(due.output.contains("2026-11-30 24:00 截止") && due.output.contains("2026-11-27 17:15 截止"))
        #expect(due.errors.contains("缺少 2027 年的节假日表"))
        #expect(try office.read("out/jianbao/latest.txt").contains("24:00"))
        let shown = try office.program.run("items", "show", "1", "2", "3").output
        #expect(shown.contains("按工作日计算的期限没有算出"))
        #expect(try office.program.run("run", "--now", "2026-11-24T02:00:00Z").errors.isEmpty)
        try office.configure(sources: "- {id: a, type: feed, url: a.xml}", more: "closing: \"25:00\"")
        #expect(try office.program.run("check").status == 78)
    }

    @Test("A repealed document says so, with the paper that repealed it")
    func repealed() throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局}")
        try office.write(notices(("宁澜市养犬管理办法", "第一条 为加强管理，制定本办法。")), to: "a.xml")
        #expect(try office.program.run("run").status == 0)
        try office.write(
            notices(("宁澜市养犬管理办法", "第一条 为加强管理，制定本办法。"), ("关于废止《宁澜市养犬管理办法》的决定", "自发布之日起施行。")), to: "a.xml")
        #expect(try office.program.run("run").status == 0)
        #expect(try office.program.run("items", "show", "1").output.contains("已废止，见《关于废止《宁澜市养犬管理办法》的决定》"))
        #expect(try office.read("out/jianbao/latest.html").contains("废止《宁澜市养犬管理办法》"))
    }

    @Test(
        "Documents tell how they stand to each other, from either side",
        arguments: [
            ("关于转发《宁澜市养犬管理办法》的通知", "请遵照执行。", "转发自《宁澜市养犬管理办法》", "另见转发"),
            ("关于印发《宁澜市养犬管理办法》的通知", "现印发给你们。", "印发《宁澜市养犬管理办法》", "印发文件"),
            ("关于修订《宁澜市养犬管理办法》的决定", "自发布之日起施行。", "修订《宁澜市养犬管理办法》", "已修订，见"),
            ("《宁澜市养犬管理办法》政策解读", "办法共三章。", "解读《宁澜市养犬管理办法》", "另见解读"),
            ("宁澜市犬只登记细则", "第一条 根据《宁澜市养犬管理办法》，制定本细则。", "依据《宁澜市养犬管理办法》", "宁澜市养犬管理办法"),
            ("宁澜市文明养犬规定", "本规定自发布之日起施行，《宁澜市养犬管理办法》同时废止。", "废止《宁澜市养犬管理办法》", "已废止，见"),
        ])
    func standing(_ title: String, _ text: String, _ own: String, _ other: String) throws {
        let office = try Office(sources: "- {id: a, type: feed, url: a.xml, unit: 市民政局}")
        try office.write(notices(("宁澜市养犬管理办法", "第一条 为加强管理，制定本办法。"), (title, text)), to: "a.xml")
        #expect(try office.program.run("run").status == 0)
        let shown = try office.program.run("items", "show", "2").output
        #expect(shown.contains(own), "\(shown)")
        #expect(try office.program.run("items", "show", "1").output.contains(other))
    }
}
