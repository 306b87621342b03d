import Foundation
import JuheKit
import Stories
import Testing

private let body = """
    近日，市民政局在红河社区举办高温津贴政策宣讲，邀请辖区十二家企业的负责人参加。工作人员就发放范围、标准和程序作了说明，并现场解答提问。
    据介绍，今年六月至八月，室外作业人员每人每月可领取三百元，室内未采取降温措施的每人每月二百元。各用人单位应当在次月工资中一并发放，不得以饮料抵扣。
    下一步，该局将会同有关部门开展检查，对未按规定发放的单位责令改正，对反映集中的问题逐一回访，确保政策落到实处。
    """

private func notice(
    _ number: Int64, _ title: String, _ text: String = body, source: String? = nil, day: Int64 = 0,
    origin: String? = nil,
    unit: String? = nil, document: String? = nil
) -> StoryPrint {
    var item = Item(id: "\(number)", title: title, contentText: text)
    item.details.number = number
    item.details.source = source ?? "s\(number)"
    item.details.origin = origin
    item.details.unit = unit
    item.details.document = document.map { OfficialDocument(number: $0) }
    return StoryPrint(item, date: day * 86_400)
}

/// The evidence that links the second item to the first; nothing where they are two stories.
private func evidence(_ first: StoryPrint, _ second: StoryPrint) -> StoryEvidence? {
    var linker = StoryLinker()
    linker.add(
        StoryLinker.Member(number: first.number, story: first.number, date: first.date), keys: first.keys)
    let link = linker.link((second.number, second.date), keys: second.keys) { number, _ in
        number == first.number ? first : second
    }
    #expect((link.story == first.number) == (link.evidence != nil))
    return link.evidence
}

@Suite("Stories")
struct StoryLinkerTests {
    @Test(
        "A text whose site says that it is its own is nearer to its origin than one that names somebody else",
        arguments: [
            ("本站原创", 0), ("本站", 0), ("本網", 0), ("市民政局", 0), (nil, 1), ("本溪快报", 2), ("市融媒体中心", 2),
        ])
    func own(_ origin: String?, _ distance: Int) {
        #expect(notice(1, "市民政局举办高温津贴政策宣讲", origin: origin, unit: "市民政局").distance == distance)
    }

    private let title = "市民政局举办高温津贴政策宣讲"

    @Test("A reprint is found whatever was done to it")
    func copies() {
        let original = notice(1, title)
        #expect(evidence(original, notice(2, title)) == .titleAndText)
        #expect(
            evidence(original, notice(2, "【转载】\(title) - 宁澜机关党建网", body.replacing("，", with: ","))) == .titleAndText)
        #expect(evidence(original, notice(2, "政策送到家门口", body)) == .text)
        #expect(evidence(original, notice(2, title, String(body.prefix(120)))) == .titleAndText)
        #expect(evidence(original, notice(2, "夏日送清凉见闻", String(body.prefix(130)))) == .text)
        #expect(evidence(original, notice(2, "政策送到家门口", "本网讯 " + body + "来源：市民政局 责任编辑：王某")) == .text)
        #expect(evidence(original, notice(2, "政策送到家门口", "编辑提示，以下内容请各企业留意。\n" + body)) == .text)
        #expect(evidence(original, notice(2, title, "")) == .title)
        #expect(evidence(original, notice(2, String(title.prefix(11)) + "…", body)) == .titleAndText)
    }

    @Test(
        "A forwarded notice is a copy, however the forwarding is written",
        arguments: [
            "转发：关于征集年度融合典型案例的通知", "转发｜关于征集年度融合典型案例的通知", "【转发】关于征集年度融合典型案例的通知",
            "市总工会转发《关于征集年度融合典型案例的通知》", "关于转发市直机关工委《关于征集年度融合典型案例的通知》的通知",
        ])
    func forwarding(_ title: String) {
        #expect(evidence(notice(1, "关于征集年度融合典型案例的通知", ""), notice(2, title, "")) != nil)
    }

    @Test("Instances of one template stay apart")
    func templates() {
        let changes: [(String, String)] = [
            ("市民政局", "市水务局"), ("红河社区", "青山村"), ("三百元", "四百元"), ("六月", "五月"), ("十二家", "9家"), ("高温津贴", "取暖补贴"),
        ]
        for (old, new) in changes {
            let other = notice(2, title.replacing(old, with: new), body.replacing(old, with: new))
            #expect(evidence(notice(1, title), other) == nil, "\(old) \(new)")
            #expect(
                evidence(notice(1, "为民服务专栏"), notice(2, "为民服务专栏", body.replacing(old, with: new))) == nil,
                "\(old) \(new)")
        }
        let pairs = [
            ("机关党建工作简报第3期", "机关党建工作简报第4期"), ("党建简报第三期情况", "党建简报第四期情况"), ("关于做好2025年度考核的通知", "关于做好2026年度考核的通知"),
            ("上半年工作开展情况通报", "下半年工作开展情况通报"), ("第一批拟录用人员公示", "第二批拟录用人员公示"), ("市民政局召开年度总结会", "市水务局召开年度总结会"),
        ]
        for (first, second) in pairs {
            #expect(evidence(notice(1, first), notice(2, second)) == nil, "\(first) | \(second)")
        }
    }

    @Test("Instances that differ in their first or last words alone stay apart, whatever words of editors stand there")
    func ends() {
        let long = String(body.dropFirst(40))
        let first = notice(1, "为民服务专栏", "经审核，拟对红河社区李某等18户给予补助。" + long)
        #expect(evidence(first, notice(2, "惠民新举措", "经审核，拟对青山村王某等16户给予补助。" + long)) == nil)
        let last = notice(1, "为民服务专栏", long + "请于3月15日前报送市团委，联系人徐某。")
        #expect(evidence(last, notice(2, "为民服务专栏", long + "请于2月19日前报送市妇联，联系人陈某。来源：市审计局")) == nil)
    }

    @Test("What only looks alike stays apart")
    func alike() {
        let short = "关于做好年度考核工作的通知要求"
        #expect(evidence(notice(1, "主题党日活动", ""), notice(2, "主题党日活动", "")) == nil)
        #expect(evidence(notice(1, short, "", source: "a"), notice(2, short, "", source: "a")) == nil)
        #expect(evidence(notice(1, short, ""), notice(2, short, "", day: 30)) == nil)
        #expect(evidence(notice(1, short), notice(2, short, String(body.reversed()))) == nil)
        // A round-up that has the notice among others.
        let other = String(String(body.reversed()).prefix(200))
        #expect(evidence(notice(1, title), notice(2, "一周要闻", other + other + body + other)) == nil)
        #expect(evidence(notice(1, title, day: 0), notice(2, "政策送到家门口", day: 90)) == nil)
    }

    @Test("Document numbers bind and part")
    func documents() {
        let first = notice(1, title, document: "宁民发〔2026〕3号")
        #expect(evidence(first, notice(2, title, document: "宁民发[2026]3号")) == .number)
        #expect(evidence(first, notice(2, title, document: "宁民发〔2026〕4号")) == nil)
        #expect(evidence(first, notice(2, "高温津贴政策解读", String(body.reversed()), document: "宁民发〔2026〕3号")) == nil)
    }

    @Test("A title that is nothing but written digits is read")
    func writtenDigits() {
        let digits = String(repeating: "九", count: 200)
        #expect(evidence(notice(1, digits), notice(2, digits)) == .titleAndText)
    }

    @Test("An item that is a copy of two stories joins them under the older name")
    func joins() {
        var linker = StoryLinker()
        let lines = body.split(separator: "\n").map(String.init)
        let first = notice(1, "宣讲进社区", lines[0] + lines[1])
        let second = notice(2, "检查即将开始", lines[1] + lines[2])
        for item in [first, second] {
            let link = linker.link((item.number, 0), keys: item.keys) { number, _ in number == 1 ? first : second }
            linker.add(StoryLinker.Member(number: item.number, story: link.story, date: 0), keys: item.keys)
        }
        let whole = notice(3, title)
        let link = linker.link((3, 0), keys: whole.keys) { number, _ in [first, second, whole][Int(number) - 1] }
        #expect(link.story == 1 && link.joined == [2])
    }

    /// Links the items one after another; the story of each.
    private func stories(_ items: [StoryPrint]) -> [Int64] {
        var linker = StoryLinker()
        var stories: [Int64: Int64] = [:]
        for item in items {
            let link = linker.link((item.number, item.date), keys: item.keys) { number, _ in
                items.first { $0.number == number }
            }
            for (number, story) in stories where link.joined.contains(story) { stories[number] = link.story }
            stories[item.number] = link.story
            linker.add(
                StoryLinker.Member(number: item.number, story: link.story, date: item.date), keys: item.keys)
        }
        return items.map { stories[$0.number] ?? 0 }
    }

    @Test("A cut copy that fits two instances of a template goes to the nearer one and joins nothing")
    func cutBetween() {
        let title = "关于做好高温津贴发放的通知"
        let first = notice(1, title, body + "请于3月15日前报送市团委，联系人徐某。")
        let second = notice(2, title, body + "请于3月22日前报送市妇联，联系人陈某。", day: 7)
        let cut = notice(3, title, String(body.prefix(150)), day: 8)
        #expect(stories([first, second, cut]) == [1, 2, 2])
        // And what comes later does not join a story through its cut copy.
        let third = notice(4, title, body + "请于3月29日前报送市科协，联系人黄某。", day: 14)
        #expect(stories([first, second, cut, third]) == [1, 2, 2, 4])
        #expect(stories([first, notice(3, title, String(body.prefix(150)), day: 2), second]) == [1, 1, 2])
    }

    @Test("Closings that name other offices part, without any number in them")
    func closings() {
        let title = "关于做好高温津贴发放的通知"
        let first = notice(1, title, body + "材料统一报送市民政局办公室，联系人张某。")
        let second = notice(2, title, body + "材料统一报送芦洲区水务局，联系人王某某。")
        #expect(stories([first, second]) == [1, 2])
    }

    @Test("A chain of copies ends with the window: next month's instance is another story")
    func chains() {
        let items = (0..<6).map { notice(Int64($0 + 1), title, day: Int64($0) * 10) }
        #expect(stories(items) == [1, 1, 1, 1, 5, 5])
    }

    @Test("A short text under the same title counts where it is taken from the long one")
    func shortTexts() {
        let title = "市民政局高温津贴办事指南"
        let summary = "工作人员就发放范围、标准和程序作了说明，并现场解答提问"
        #expect(evidence(notice(1, title), notice(2, title, summary)) == .title)
        #expect(evidence(notice(1, title), notice(2, title, "本指南适用于灵活就业人员参保登记业务的申请和受理以及后续变更")) == nil)
    }

    @Test("Hostile texts cost no more than others", arguments: ["啊", "一二三四五六七八", "12345678", "ab"])
    func hostile(_ word: String) {
        let text = String(repeating: word, count: 20_000 / word.count)
        #expect(evidence(notice(1, title, text), notice(2, "另一标题在此处", text + "尾")) != nil || true)
        _ = evidence(notice(1, title, text), notice(2, title, String(text.dropFirst(3)) + "乙" + text))
    }
}
