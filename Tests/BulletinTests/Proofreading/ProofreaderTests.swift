import JuheKit
import Testing

@testable import Bulletin

@Suite("The proofreader")
struct ProofreaderTests {
    @Test(
        "marks what is mechanically wrong, and says what is right",
        arguments: [
            // Document numbers
            ("宁直工发[2026]12号", "[2026]12号", "〔2026〕12号"), ("宁直工发（2026）012号", "（2026）012号", "〔2026〕12号"),
            ("宁政办发〔2026〕第3号", "〔2026〕第3号", "〔2026〕3号"), ("宁财绩【2026年】 7 号", "【2026年】 7 号", "〔2026〕7号"),
            // Pairs
            ("关于印发《实施方案的通知", "《实施方案", nil), ("工作要点》的通知", "工作要点》的通知", nil),
            // Width
            ("会议召开,市领导出席", "召开,市领", "召开，市领"), ("截至２０２６年", "２０２６", "2026"),
            ("市科协(机关)举办", "科协(机关", "科协（机关"), ("工作完成.下一步", "完成.下一", "完成。下一"),
            // Dates
            ("2026年04月05日前报送", "2026年04月05日", "2026年4月5日"), ("于09月3日", "09月3日", "9月3日"),
            ("2026年2月30日", "2026年2月30日", nil), ("13月1日", "13月1日", nil),
            // Order
            ("一、总体要求。三、保障措施", "三、", nil), ("1、明确责任。", "1、", "1."), ("（一）、加强领导", "（一）、", "（一）"),
            // Doubling
            ("认真做好的的工作", "的的", "的"), ("关于开展开展活动", "开展开展", "开展"),
            // Leaks
            ("联系人 13812345678", "13812345678", nil), ("手机138 1234 5678", "138 1234 5678", nil),
            ("身份证11010519491231002X", "11010519491231002X", nil), ("卡号6222020000000000004", nil, nil),
        ] as [(String, String?, String?)])
    func marks(_ text: String, _ found: String?, _ suggestion: String?) {
        let findings = Proofreader().findings(text)
        guard let found else { return }
        let finding = findings.first { $0.found.contains(found) || $0.found == found }
        #expect(finding != nil, "\(text): \(findings.map(\.found))")
        if let suggestion { #expect(finding?.suggestion == suggestion) }
    }

    @Test(
        "leaves alone what is right",
        arguments: [
            "宁直工发〔2026〕12号", "宁澜市人民政府公告（2026年第3号）", "《关于印发〈办法〉的通知》", "1)申请 2)受理", "2026年4月5日", "10月",
            "一、总体要求。二、重点任务。三、保障措施", "一件一件办，认认真真改", "电话0471-6945012", "http://a.ninglan.example/?a=1,2",
            "8:30开会，比分3:2", "的的确确", "编号202611240001234567", "见2026年版第3、4号楼", "（一）加强领导。（二）落实责任。",
            "一、甲。（一）乙。（二）丙。二、丁。（一）戊。", "关于转发《通知》的…",
        ])
    func clean(_ text: String) {
        let findings = Proofreader().findings(text)
        #expect(findings.isEmpty, "\(findings.map { "\($0.found): \($0.reason.zhHans)" })")
    }

    @Test("knows the office's own list, and names a line that is no pair")
    func list() throws {
        let list = try WordList("# 表\n帐号 → 账号\n党员大会 -> 支部党员大会\n\n")
        let reader = Proofreader(words: list)
        #expect(reader.findings("登录帐号").map(\.suggestion) == ["账号"])
        #expect(reader.findings("召开支部党员大会").isEmpty)
        #expect(reader.findings("召开党员大会").map(\.found) == ["党员大会"])
        let mistakes = #expect(throws: DraftMistakes.self) { try WordList("好 → 好\n没有箭头\n甲 → 乙\n甲 → 丙") }
        #expect(mistakes?.mistakes.map(\.line) == [1, 2, 4])
    }

    @Test("says where: entry, title, unit")
    func places() {
        let item = candidate(1, "关于印发《办法的通知", unit: "市人力资源与社会保障局").item
        let edition = TemplateExample.edition
        var changed = edition
        changed.sections = [
            EditionSection(
                kind: .policy,
                groups: [EditionSection.Group(track: .party, entries: [EditionEntry(item: item, state: .new)])])
        ]
        let findings = Proofreader(units: ["市人力资源和社会保障局"]).findings(PrintedEdition(changed))
        #expect(findings.contains { $0.place == "第1条 标题" && $0.reason.zhHans.contains("》") })
        #expect(findings.contains { $0.place == "第1条 单位" && $0.suggestion == "市人力资源和社会保障局" })
    }
}
