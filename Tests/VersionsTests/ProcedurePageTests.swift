import JuheKit
import Testing
import Versions

private let procedure = [
    "一、办理条件", "1.本市户籍；", "2.年满60周岁；", "二、申请材料", "1.居民身份证复印件1份；", "2.户口簿复印件1份；", "3.近期免冠照片2张。", "三、办理时限",
    "自受理之日起20个工作日内办结。", "四、办理地点", "澄波路8号政务服务中心二楼12号窗口", "五、办公时间", "周一至周五 上午9:00—12:00，下午13:30—17:00（节假日除外）",
    "六、收费标准", "不收费。", "七、咨询电话", "0000-5550123（工作日）", "八、办理流程", "申请→受理→审核→发证",
]
private let rows = [
    "办理条件 | 年满60周岁", "申请材料 | 1.身份证；2.户口簿", "承诺办结时限 | 10个工作日", "办理地点 | 二楼12号窗口", "监督投诉电话 | 0000-5550199",
    "收费标准 | 不收费",
]

/// Pages that say how something is done, before and after: what a clerk is to read of it was written down first.
@Suite("What changed in a procedure")
struct ProcedurePageTests {
    private static func text(_ lines: [String], _ edits: [String: [String]] = [:]) -> String {
        lines.flatMap { edits[$0] ?? [$0] }.joined(separator: "\n")
    }

    private static func difference(_ old: String, _ new: String) -> VersionDifference {
        VersionDifference(from: Item(id: "1", contentText: old), to: Item(id: "1", contentText: new))
    }

    private func said(_ difference: VersionDifference) -> [String] {
        difference.changes.map { "\($0.subject.rawValue) \($0.kind.rawValue)" }
    }

    @Test(
        "Each change stands under its matter, once, in words",
        arguments: [
            (procedure[8], ["自受理之日起10个工作日内办结。"], ["time_limit changed"], "“自受理之日起20个工作日内办结”改为“自受理之日起10个工作日内办结”"),
            (procedure[16], ["0000-5559876（工作日）"], ["phone changed"], "联系电话“0000-5550123”改为“0000-5559876”"),
            (procedure[10], ["望海大道199号市民之家一楼综合窗口"], ["place changed"], "办理地点“"),
            (procedure[2], ["2.年满65周岁；"], ["conditions changed"], "办理条件“年满60周岁”改为“年满65周岁”"),
            (procedure[14], ["工本费每证10元。"], ["fee changed"], "收费“不收费”改为“工本费每证10元”"),
            (procedure[14], ["每证20元，低保对象免收。"], ["fee changed"], "收费"),
            (
                procedure[12], ["周一至周五 上午8:30—12:00，下午13:30—17:30（节假日除外）"], ["hours changed"],
                "办理时间“上午9:00”改为“上午8:30”，“17:00”改为“17:30”"
            ), (procedure[18], ["申请→受理→审核→公示→发证"], ["steps changed"], "办理流程增加“公示→”"),
            (procedure[4], ["1.居民身份证复印件2份；"], ["materials changed"], "“居民身份证复印件1份”改为“居民身份证复印件2份”"),
            (procedure[17], ["八、办理依据", "《老年人优待办法》", "九、办理流程"], ["basis added"], "新增办理依据“《老年人优待办法》”"),
        ] as [(String, [String], [String], String)])
    func changes(_ line: String, _ new: [String], _ expected: [String], _ summary: String) throws {
        let difference = Self.difference(Self.text(procedure), Self.text(procedure, [line: new]))
        #expect(said(difference) == expected)
        #expect(try #require(difference.line).zhHans.contains(summary), "\(difference.line?.zhHans ?? "")")
        let html = difference.html(.zhHans)
        #expect(
            html.contains("<ins>")
                && (expected[0].hasSuffix("added") || html.contains("<del>") || summary.contains("增加")))
    }

    @Test("A list that lost or got an entry has not changed in the others, nor have the chapters behind one that went")
    func numbers() {
        let shorter = Self.text(procedure, ["2.户口簿复印件1份；": [], "3.近期免冠照片2张。": ["2.近期免冠照片2张。"]])
        #expect(said(Self.difference(Self.text(procedure), shorter)) == ["materials removed"])
        #expect(said(Self.difference(shorter, Self.text(procedure))) == ["materials added"])
        let free = Self.text(
            procedure, ["六、收费标准": [], "不收费。": [], "七、咨询电话": ["六、咨询电话"], "八、办理流程": ["七、办理流程"]])
        let difference = Self.difference(Self.text(procedure), free)
        #expect(said(difference) == ["fee removed"])
        #expect(difference.text(.zhHans) == ["收费 · 删去", "  [-不收费。-]"])
    }

    @Test(
        "Rows of a table name their own matter",
        arguments: [
            ("承诺办结时限 | 10个工作日", "承诺办结时限 | 5个工作日", "time_limit changed"),
            ("办理地点 | 二楼12号窗口", "办理地点 | 三楼1号窗口", "place changed"),
            ("监督投诉电话 | 0000-5550199", "监督投诉电话 | 0000-5550888", "phone changed"),
            ("申请材料 | 1.身份证；2.户口簿", "申请材料 | 1.身份证", "materials changed"),
            ("收费标准 | 不收费", "收费标准 | 不收费\n网上办理 | 宁澜政务服务网可办", "steps added"),
            ("收费标准 | 不收费", "收费标准 | 不收费\n备注 | 可代办", "other added"),
        ])
    func tables(_ old: String, _ new: String, _ expected: String) {
        #expect(said(Self.difference(Self.text(rows), Self.text(rows, [old: [new]]))) == [expected])
    }

    @Test(
        "Other ways of writing are no change",
        arguments: [
            procedure.map { "　　" + $0.replacing("；", with: "; ").replacing("（", with: "(").replacing("）", with: ")") },
            procedure.map { $0 == "四、办理地点" ? "四、办理地点：澄波路8号政务服务中心二楼12号窗口" : $0 }.filter {
                $0 != "澄波路8号政务服务中心二楼12号窗口"
            }, procedure + ["更新时间：2026-11-20 10:00", "浏览次数：1234", "上一篇：高龄津贴怎么领"],
            procedure.map { $0.hasPrefix("一、") ? "（一）办理条件" : $0 },
        ])
    func same(_ new: [String]) {
        #expect(said(Self.difference(Self.text(procedure + ["更新时间：2026-10-08"]), Self.text(new))) == [])
    }

    @Test("Numbers in Chinese are numbers; steps are numbered; a row is named by its first cell; a question is told of")
    func words() {
        let days = Self.difference("三、办结时限\n二十个工作日", "三、办结时限\n十个工作日")
        #expect(days.line?.zhHans == "办理时限“二十个工作日”改为“十个工作日”")
        let steps = Self.difference(
            "办理流程：\n第一步：申请\n第二步：发证", "办理流程：\n第一步：申请\n第二步：公示三天\n第三步：发证")
        #expect(said(steps) == ["steps added"] && steps.line?.zhHans == "新增办理流程“公示三天”")
        let rows = Self.difference("类别 | 元/月\n90—99周岁 | 200", "类别 | 元/月\n90—99周岁 | 300")
        #expect(rows.line?.zhHans == "正文“90—99周岁 | 200”改为“90—99周岁 | 300”")
        let question = Self.difference("常见问题", "常见问题\n问：丢了怎么补？\n答：到窗口补领。")
        #expect(question.text(.zhHans).joined().contains("问：丢了怎么补？"))
    }

    @Test("Questions and answers, sections in brackets, one long paragraph")
    func forms() {
        let questions = Self.difference(
            "问：需要什么材料？\n答：身份证和一张照片。\n问：多久能办好？\n答：20天。\n问：在哪里办？\n答：社区。",
            "问：需要什么材料？\n答：身份证。\n问：多久能办好？\n答：当场办结。\n问：在哪里办？\n答：社区服务站。")
        #expect(said(questions) == ["materials changed", "time_limit changed", "place changed"])
        let sections = Self.difference(
            "（一）申请条件\n1．具有本市户籍。\n（二）办结期限\n当场办结\n（三）收费依据及标准\n每证20元",
            "（一）申请条件\n1．具有本市户籍或者持有居住证。\n（二）办结期限\n3个工作日\n（三）收费依据及标准\n每证5元")
        #expect(said(sections) == ["conditions changed", "time_limit changed", "fee changed"])
        let paragraph = "申请人年满60周岁，持身份证、户口簿到街道提出申请，街道在5个工作日内完成初审，联系电话5550123。"
        let phone = Self.difference(paragraph, paragraph.replacing("5550123", with: "5550999"))
        #expect(said(phone) == ["phone changed"])
        let several = Self.difference(
            paragraph, paragraph.replacing("、户口簿", with: "").replacing("5个", with: "3个"))
        #expect(said(several) == ["other changed"])
        #expect(several.line?.zhHans == "正文删去“、户口簿”，“街道在5个工作日内完成初审”改为“街道在3个工作日内完成初审”")
    }
}
