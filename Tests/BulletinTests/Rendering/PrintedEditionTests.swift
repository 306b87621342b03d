import FoundationEssentials
import JuheKit
import Testing

@testable import Bulletin

@Suite("An edition in words")
struct PrintedEditionTests {
    private func edition(
        _ entries: [EditionEntry], language: Language = .zhHans, zone: String = "Asia/Shanghai"
    ) -> Edition {
        Edition(
            bulletin: "b",
            masthead: Edition.Masthead(
                title: "宁澜工作简报", issuer: "宁澜市机关工委", toSuperiors: ["市委办"], toSubordinates: ["甲支部", "乙支部"],
                editor: "综合科", language: language, zone: zone),
            year: 2026, number: 12, total: 128, sealedAt: instant("2026-11-23T18:30:00Z"),
            window: Edition.Window(
                after: 0, through: 1, from: instant("2026-11-20T00:00:00Z"), until: instant("2026-11-23T00:00:00Z")),
            sections: entries.isEmpty
                ? []
                : [EditionSection(kind: .policy, groups: [EditionSection.Group(track: .fusion, entries: entries)])],
            sources: Edition.SourceTally(
                subscribed: 3, silent: [Edition.SourceTally.Silence(source: "水务局", reason: "HTTP 404")]),
            contributions: [Edition.Contribution(unit: "财政局", items: 2, fusion: 1)])
    }

    private func instant(_ text: String) -> Date { Timestamp.instant(text) ?? .distantPast }

    private func entry(_ item: Item, copies: [String] = []) throws -> PrintedEdition.Entry {
        let cited = EditionEntry(
            item: item, state: .new, copies: copies.map { EditionEntry.Copy(number: 1, publisher: $0, url: nil) })
        return try #require(PrintedEdition(edition([cited])).sections.first?.groups.first?.entries.first)
    }

    @Test("has its masthead in Chinese, dated in the office's zone")
    func masthead() {
        let printed = PrintedEdition(edition([]))
        #expect(printed.masthead.number == "第12期")
        #expect(printed.masthead.total == "总第128期")
        #expect(printed.masthead.date == "2026年11月24日")
        #expect(printed.masthead.isoDate == "2026-11-24")
        #expect(printed.masthead.covers == "收录2026年11月20日至2026年11月23日发布的信息")
        #expect(printed.distribution.map(\.label) == ["报", "发"])
        #expect(printed.distribution.last?.text == "甲支部、乙支部")
        #expect(printed.imprint.last == PrintedEdition.Line(label: "责任编辑", text: "综合科"))
        #expect(printed.language == "zh-CN")
    }

    @Test("has it in English too")
    func english() {
        let printed = PrintedEdition(edition([], language: .english, zone: "UTC"))
        #expect(printed.masthead.number == "No. 12")
        #expect(printed.masthead.date == "23 November 2026")
        #expect(printed.figures.map(\.label).first == "Entries")
    }

    @Test("counts")
    func figures() {
        let item = Item(id: "1", title: "题")
        let copies = [EditionEntry.Copy(number: 2, publisher: "甲", url: nil)]
        let printed = PrintedEdition(
            edition([EditionEntry(item: item, state: .new, copies: copies), EditionEntry(item: item, state: .changed)]))
        let figures = Dictionary(uniqueKeysWithValues: printed.figures.map { ($0.code, $0.value) })
        #expect(
            figures == [
                "entries": "2", "new": "1", "changed": "1", "party": "0", "business": "0", "fusion": "2", "copies": "1",
                "sources": "2/3",
            ])
        #expect(printed.sections.first?.title == "政策规定")
        #expect(printed.sections.first?.ordinal == "一、")
        #expect(printed.sections.first?.groups.first?.title == "融合")
    }

    @Test("dates entries by the day, with the year only where it is another")
    func dates() throws {
        #expect(try entry(Item(id: "1", datePublished: instant("2026-11-22T20:00:00Z"))).date == "11月23日")
        #expect(try entry(Item(id: "1", datePublished: instant("2025-12-31T10:00:00Z"))).date == "2025年12月31日")
        var undated = Item(id: "1", title: "题")
        #expect(try entry(undated).date == nil)
        undated.details.firstSeen = instant("2026-11-22T01:00:00Z")
        #expect(try entry(undated).date == "11月22日收录")
        var future = undated
        future.datePublished = instant("2031-01-01T00:00:00Z")
        future.details.flags = [.futureDate]
        #expect(try entry(future).date == "11月22日收录")
    }

    @Test("reads well without title, address, text")
    func bare() throws {
        let bare = try entry(Item(id: "1"))
        #expect(bare.title == "（无标题）")
        #expect(bare.excerpt == nil)
        let text = try entry(Item(id: "1", contentText: "请各支部于月底前完成自查，自查表报机关党委。"))
        #expect(text.title == "请各支部于月底前完成自查，自查表报机关党委" || text.title == "请各支部于月底前完成自查")
    }

    @Test("says first what ends a document; several that only forward it are counted")
    func standings() throws {
        func standing(_ relation: DocumentReference.Relation, _ number: String) -> DocumentStanding {
            DocumentStanding(relation, isPassive: true, number: number, title: nil)
        }
        var cited = EditionEntry(item: Item(id: "1", title: "通知"), state: .new)
        cited.standings = [
            standing(.forwards, "甲〔2026〕1号"), standing(.amends, "乙〔2026〕2号"), standing(.forwards, "丙〔2026〕3号"),
            standing(.repeals, "丁〔2026〕4号"),
        ]
        func printed() throws -> PrintedEdition.Entry {
            try #require(PrintedEdition(edition([cited])).sections.first?.groups.first?.entries.first)
        }
        #expect(try printed().standings == ["已废止，见丁〔2026〕4号", "已修订，见乙〔2026〕2号", "另有2份转发文件"])
        #expect(try printed().endings == 1)
        cited.standings = [standing(.forwards, "甲〔2026〕1号")]
        #expect(try printed().standings == ["另见转发甲〔2026〕1号"] && printed().endings == 0)
    }

    @Test("does not grow long by the cells of a table, and cuts Chinese with six points")
    func excerpts() throws {
        #expect(try entry(Item(id: "1", title: "分布图", summary: "街道 | 数量 | 事项 | 甲 | 9 | 86")).excerpt == nil)
        let long = String(repeating: "很长的一句话，", count: 20)
        let excerpt = try #require(try entry(Item(id: "1", title: "题", summary: long)).excerpt)
        #expect(excerpt.hasSuffix("……") && excerpt.unicodeScalars.count <= 80)
    }

    @Test("does not say the title twice")
    func repeated() throws {
        #expect(try entry(Item(id: "1", title: "会议通知", summary: "会议通知")).excerpt == nil)
        #expect(try entry(Item(id: "1", title: "会议通知", summary: "会议通知：定于周五召开。")).excerpt == "定于周五召开。")
        #expect(try entry(Item(id: "1", title: "会议", summary: "定于周五召开。")).excerpt == "定于周五召开。")
        #expect(try entry(Item(id: "1", title: "会议通知…", summary: "会议通知定于周五召开。")).excerpt == "……定于周五召开。")
        #expect(try entry(Item(id: "1", title: "会议…", summary: "会议…")).excerpt == nil)
    }

    @Test("names the others that published the same, each once")
    func copies() throws {
        let item = Item(id: "1", title: "题")
        #expect(try entry(item, copies: []).copies == nil)
        #expect(try entry(item, copies: ["甲"]).copies?.line == "也发布于：甲")
        #expect(try entry(item, copies: ["甲", "乙", "甲"]).copies?.line == "另有2个单位转发：甲、乙")
        let many = (1...12).map { "单位\($0)" }
        #expect(try entry(item, copies: many).copies?.line.hasPrefix("另有12个单位转发：单位1、") == true)
        #expect(try entry(item, copies: many).copies?.line.hasSuffix("单位8等") == true)
    }

    @Test("stays small whatever comes in")
    func bounded() throws {
        let huge = String(repeating: "长\u{301}\u{302}\u{303}\u{304}", count: 10_000)
        let printed = try entry(Item(id: "1", title: huge, summary: "别的" + huge))
        #expect(printed.title.unicodeScalars.count <= 200 * 4)
        #expect((printed.excerpt ?? "").utf8.count <= 80 * 9)
    }
}
