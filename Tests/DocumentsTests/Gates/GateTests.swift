import Extraction
import JuheKit
import Testing

@testable import Documents

@Suite("Gates")
struct GateTests {
    private func mark(_ text: String, name: String = "通知.txt") -> String? {
        SecrecyMark.find(lines: TextLine.lines(of: text), margins: [], fileName: name)
    }

    @Test(
        "hold papers with a mark of secrecy",
        arguments: [
            "机密★1年", "绝密", "秘　密", "秘密★长期", "机密☆６个月", "【机密】", "（秘密）", "密级：秘密", "密级:机密★3年", "000012　机密★1年　特急",
            "机密　特急", "内部资料", "内部资料　注意保存", "内部资料，请勿外传", "（内部文件，阅后收回）", "内部参阅", "工作秘密", "秘密等级：秘密", "密级：内部",
        ])
    func marks(_ line: String) {
        #expect(mark("\(line)\n宁澜市水务局文件\n宁水发〔2026〕7号\n关于检查的通知\n") != nil)
    }

    @Test(
        "let pass what only speaks of secrets",
        arguments: [
            "关于做好机密文件管理工作的通知", "　　严守党和国家的秘密，不得泄露机密。", "保守国家秘密法宣传", "秘密", "机密岗位人员名单", "一、机密级文件的传阅",
            "密级：公开", "密级：无", "内部资料管理办法", "商业秘密保护", "内部控制制度", "注意保存环境湿度", "1\t机密\t3份",
        ])
    func sentences(_ line: String) {
        let head = (1...15).map { "第\($0)行正文。" }.joined(separator: "\n")
        #expect(mark(line == "秘密" ? head + "\n" + line : "关于检查的通知\n" + line + "\n") == nil)
    }

    @Test("know a mark with its star wherever it stands alone")
    func starred() {
        let head = (1...40).map { "第\($0)行正文。" }.joined(separator: "\n")
        #expect(mark(head + "\n机密★1年\n") != nil)
    }

    @Test(
        "look at names of files",
        arguments: [
            ("【机密】检查方案.docx", true), ("检查方案（秘密）.pdf", true), ("机密-检查.txt", true), ("绝密关于检查.doc", true),
            ("内部资料_检查.docx", true),
            ("保守国家秘密法解读.docx", false), ("机密文件管理办法.pdf", true), ("秘密战线故事.docx", false), ("检查.docx", false),
        ])
    func names(_ name: String, _ isMarked: Bool) {
        #expect((mark("正文。", name: name) != nil) == isMarked)
    }

    @Test(
        "hold papers with people's numbers",
        arguments: [
            ("身份证：110101199003074530。", PersonalData.Kind.identityNumber), ("１１０１０１１９９００３０７４５３０", .identityNumber),
            ("11010519491231002X", .identityNumber), ("卡号6222 0212 3456 7890 128", .bankCard),
            ("62220212345678904", nil),
            ("110101199003074531", nil), ("编号110101199003074530001", nil), ("91150100MA0N000000", nil),
            ("A110101199003074530", nil), ("合同号2026110512345678", nil), ("联系电话：13800138000", nil),
            ("电话0471-1234567、0471-7654321、0471-1111111", nil), ("110101199013074530", nil),
        ] as [(String, PersonalData.Kind?)])
    func numbers(_ text: String, _ expected: PersonalData.Kind?) {
        #expect(PersonalData.find(in: text) == expected)
    }

    /// Numbers that end in the right check digit.
    private func checked(_ start: String) -> String {
        for last in 0...9 {
            let number = start + "\(last)"
            let digits = number.compactMap(\.wholeNumberValue).reversed().enumerated()
            let sum = digits.reduce(0) {
                $0 + ($1.offset % 2 == 0 ? $1.element : $1.element * 2 - ($1.element > 4 ? 9 : 0))
            }
            if sum % 10 == 0 { return number }
        }
        return start
    }

    @Test("know bank cards by issuer, length, check digit and the words around them")
    func cards() {
        let union = checked("622202123456789012")
        #expect(union.count == 19)
        #expect(PersonalData.find(in: "收款人张某 \(union)") == .bankCard)
        #expect(PersonalData.find(in: "卡号：\(checked("622848123456789"))") == .bankCard)
        #expect(PersonalData.find(in: "姓名\t开户行\t账号\n张某\t宁澜银行\t\(checked("601382123456789012"))") == .bankCard)
        #expect(PersonalData.find(in: "银行卡：\(checked("453242123456789"))") == .bankCard)
        // Long numbers of offices that are right by chance.
        for (name, number) in [
            ("合同编号：", union), ("订单号", union), ("索引号：", checked("622026110512345")), ("流水号 ", union),
            ("项目代码：", checked("622611051234567890")), ("统一编号为", checked("453242123456789")),
            ("水表户号", union), ("", checked("2026110512345678")), ("", checked("453242123456789")),
            ("第", checked("62202611051234567")), ("", checked("601382123456789012")),
            ("", checked("15010020261105123")),
        ] { #expect(PersonalData.find(in: "\(name)\(number)。") == nil, "\(name)\(number)") }
        #expect(PersonalData.find(in: "62220212345678901\(union.last == "0" ? 1 : 0)") == nil)
    }

    @Test("tell a list of people from the telephones of a notice")
    func mobiles() {
        let people = "张某\t13800138001\n李某\t13800138002\n王某\t13800138003\n"
        #expect(PersonalData.find(in: people) == .mobileList)
        #expect(PersonalData.find(in: "联系人：张某，13800138001；李某，13800138002；王某，13800138003。") == nil)
        #expect(PersonalData.find(in: "联系人：张某 13800138001\n联系人：李某 13800138002\n联系人：王某 13800138003\n") == nil)
        #expect(PersonalData.find(in: "报名：13800138001\n\n另一段。\n咨询：13800138002") == nil)
        let many = (1...9).map { "第\($0)段提到1380013800\($0)。\n中间。" }.joined(separator: "\n")
        #expect(PersonalData.find(in: many) == .mobileList)
    }

    @Test("see a list whose rows are items, and what lies in packages")
    func rows() throws {
        let list = "标题,单位,电话\n慰问张某,民政局,13800138001\n慰问李某,民政局,13800138002\n慰问王某,民政局,13800138003\n"
        #expect(Gate(try Fixtures.read("a.csv", list))?.rule == "mobile-list")
        let zip = try Fixtures.zip(files: [("a/【秘密】方案.txt", Array("检查方案\n\n正文。\n".utf8))])
        #expect(Gate(try Fixtures.read("a.zip", zip))?.rule == "secrecy")
        #expect(Gate(try Fixtures.read("a.txt", "检查方案\n\n正文。\n")) == nil)
    }
}
