import Configuration
import Foundation
import JuheKit
import Stream
import Testing

/// The shipped registers, read once for all tests.
let shipped: Result<Enrichment, any Error> = Result { Enrichment(try VocabularyFiles().load()) }

/// An item of which only this is known, understood by the shipped registers.
func understood(
    _ title: String?, text: String = "", unit: String? = nil, column: String? = nil, number: String? = nil,
    track: Track? = nil, published: Date? = nil
) throws -> ItemDetails {
    var item = Item(id: "1", title: title, contentText: text.isEmpty ? nil : text, datePublished: published)
    item.details = ItemDetails(
        unit: unit, track: track, column: column, document: number.map { OfficialDocument(number: $0) })
    try shipped.get().enrich(&item, text: text, now: Date(timeIntervalSince1970: 1_795_000_000))
    return item.details
}

/// The rows of a fixture, by the names in its first line.
private func rows(_ name: String) throws -> [[String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/\(name)")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let heads = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heads, $0)) }
}

@Suite("The shipped lexicon")
struct ShippedLexiconTests {
    @Test("Headlines that it knows: at least 98 of 100 right", arguments: ["headlines.tsv", "headlines-fresh.tsv"])
    func headlines(_ file: String) throws {
        let rows = try rows(file)
        let answers = try rows.map { (row: $0, given: try understood($0["title"] ?? "")) }
        let wrongTracks = answers.filter { ($0.given.track?.rawValue ?? "other") != $0.row["track"] }
        let kinds = answers.filter { Kind(rawValue: $0.row["kind"] ?? "") != nil }
        let wrongKinds = kinds.filter { $0.given.kind?.rawValue != $0.row["kind"] }
        #expect(wrongTracks.count * 50 <= rows.count, "\(wrongTracks.map { $0.row["title"] ?? "" })")
        #expect(wrongKinds.count * 50 <= kinds.count, "\(wrongKinds.map { $0.row["title"] ?? "" })")
    }

    @Test(
        "Bodies under titles that tell nothing, and under none", arguments: [true, false],
        ["bodies.tsv", "bodies-plain.tsv"])
    func bodies(_ hasTitle: Bool, _ file: String) throws {
        let rows = try rows(file)
        let wrong = try rows.filter { row in
            let given = try understood(hasTitle ? row["title"] : nil, text: row["text"] ?? "")
            return (given.track?.rawValue ?? "other") != row["track"]
                || Kind(rawValue: row["kind"] ?? "").map { $0 != given.kind } ?? false
        }
        #expect(wrong.count * 16 <= rows.count, "\(wrong.map { $0["text"] ?? "" })")
    }

    @Test(
        "Hard pairs",
        arguments: [
            ("党建经费报销流程", Track.party, Kind.procedure), ("《供热管理条例》解读", .business, .policy),
            ("党员突击队成立", .party, .update), ("市住建局把支部建在项目上", .fusion, .update),
            ("支部书记述职评议会召开", .party, .update), ("主题党日活动申报表填写须知", .party, .procedure),
            ("关于报送融合典型案例的通知", .fusion, .policy), ("关于在全市开展安全生产大检查的意见", .business, .policy),
            ("市税务局机关党支部召开党员大会", .party, .update), ("市气象局发布暴雨红色预警", .business, .update),
            ("中药材党参种植技术规范", .business, .policy), ("民主党派调研营商环境", .business, .update),
            ("全面禁止燃放烟花爆竹的通告（试行）", .business, .policy),
            // What is done for people tells how, unless somebody did it.
            ("采砂许可证延续", .business, .procedure), ("市水务局完成采砂许可证延续", .business, .update),
            ("党员纪念章补领", .party, .procedure), ("社区食堂就餐卡在哪里充值", .business, .procedure),
            ("场馆预约指引", .business, .procedure), ("口袋公园建设指引", .business, .policy),
            ("市总河长办向各旗县反馈巡河意见", .business, .update), ("宁澜湿地入选国家重要湿地名录", .business, .update),
            ("关于公布湿地名录的公告", .business, .policy), ("机关党支部慰问困难职工", .party, .update),
            // What is joined to a part of a procedure, and what a question asks for, are no papers.
            ("犬只登记办理时限及收费标准", .business, .procedure), ("机动车停放收费标准", .business, .policy),
            ("如何制订支部学习计划", .party, .procedure), ("支部学习计划", .party, .policy),
            // However many verbs a paper has; and what is done with a paper is none.
            ("关于深入开展廉洁文化进机关宣传月启动活动的方案", .party, .policy), ("市人大常委会审议《宁澜市供热条例》", .business, .update),
            ("市政府印发《宁澜市供热办法》", .business, .policy),
            // What stands in the name of a unit is whose it is.
            ("关于成立市旅游发展中心党支部的批复", .party, .policy), ("市旅游发展中心举办推介会", .business, .update),
            // Where the party meets at its own places; where it goes to the business.
            ("市林草局把党课开在革命旧址", .party, .update), ("市林草局把党课开在防火一线", .fusion, .update),
            // A squad that does the unit's work, and one that is founded; what the party learns stays the party's.
            ("市公安局党员先锋岗守护平安夜", .fusion, .update), ("市公安局党员先锋岗创建办法", .party, .policy),
            ("市公安局党员先锋队昼夜守平安", .fusion, .update), ("市公安局党员先锋队成立", .party, .update),
            ("市水利局党组传达学习防汛指示精神", .party, .update),
            ("市政府命名一批文明村镇", .business, .update), ("市直机关命名一批文明处室", .party, .update),

        ])
    func hardPairs(_ title: String, _ track: Track, _ kind: Kind) throws {
        let details = try understood(title)
        #expect(details.track == track && details.kind == kind, "\(details.why)")
    }

    @Test(
        "Notes of the office itself, and texts about nothing, stay unsorted",
        arguments: ["国庆节放假安排", "网站地图", "一二三", "", "？？？"])
    func unsorted(_ title: String) throws {
        let details = try understood(title)
        #expect(details.track == nil && details.kind == nil)
    }

    @Test("Titles that are names of columns count nothing beside a body", arguments: ["通知公告", "公告栏", "信息公开"])
    func columnNames(_ title: String) throws {
        let news = try understood(title, text: "昨天，市科协在广场举办科普集市，三千多名市民前来参观，现场气氛热烈。")
        #expect(news.track == .business && news.kind == .update)
        let rule = try understood(title, text: "各支部：党员应当按月交纳党费，不得拖欠。本规定自印发之日起施行。")
        #expect(rule.track == .party && rule.kind == .policy)
    }

    @Test("Every label says why: rule, words, points")
    func why() throws {
        let details = try understood("市财政局机关党支部开展主题党日活动")
        let track = try #require(details.why.first { $0.label == "track" })
        #expect(track.rule == "title" && track.words.contains("主题党日") && (track.points ?? 0) > 0)
        #expect(details.why.contains { $0.label == "kind" })
        let unit = try understood("工作掠影", unit: "市民政局")
        #expect(unit.why.contains { $0.rule == "unit" && $0.words == ["市民政局"] })
    }

    @Test("A label that the source gave stands; a document number makes policy; a column counts before the body")
    func evidence() throws {
        #expect(try understood("市财政局机关党支部开展主题党日活动", track: .business).track == .business)
        #expect(try understood("宁澜市民政局", number: "宁民发〔2026〕3号").kind == .policy)
        #expect(try understood("交接流程", number: "宁民发〔2026〕3号").kind == .procedure)
        let column = try understood("我们在路上", text: "企业办理许可证，企业办理许可证", column: "机关党建")
        #expect(column.track == .party && column.why.contains { $0.rule == "column-name" })
    }

    @Test("Brands, pairs, activities, topics and stages come from the registers")
    func registers() throws {
        let labels = try understood("市民政局“为民强政”品牌走进胜利社区", text: "开展志愿服务，召开动员会。").labels
        #expect(labels.contains(ItemLabel(.brand, "为民强政")) && labels.contains(ItemLabel(.pair, "胜利社区")))
        #expect(labels.contains(ItemLabel(.activity, "志愿服务")) && labels.contains(ItemLabel(.stage, "部署")))
        #expect(try understood("公路通车").labels.isEmpty)
    }
}
