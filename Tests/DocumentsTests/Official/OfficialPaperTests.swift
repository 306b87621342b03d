import Extraction
import JuheKit
import Testing

@testable import Documents

@Suite("Official documents in plain text")
struct OfficialPaperTests {
    @Test("are read from 份号 to 版记")
    func whole() throws {
        let text = OfficialText(
            """
            000018
            特急
            中共宁澜市委办公室
            宁澜市人民政府办公室　文件

            宁办发 [2026] 第 018 号　　　　签发人：×××
            ────────────────
            　　　　　关于进一步做好机关作风建设和
            　　　　　“窗口服务提升年”活动的通知

            各区县党委、人民政府，市直各单位：
            　　经市委、市政府同意，现将有关事项通知如下。
            　　一、总体要求
            　　服务窗口一律公开办理时限，材料一次告知，群众只跑一趟，这一行特别长并且在这里换行了所以没有写完
            就接着写在下一行。
            　　附件：1.任务清单
            　　　　　2.联系人名单

            中共宁澜市委办公室
            宁澜市人民政府办公室
            二〇二六年十一月五日

            （此件公开发布）

            抄送：市人大常委会办公室，市政协办公室。
            宁澜市委办公室　　　　　　　　　2026年11月6日印发
            """)
        #expect(text.title == "关于进一步做好机关作风建设和“窗口服务提升年”活动的通知")
        let document = try #require(text.document)
        #expect(document.number == "宁办发〔2026〕18号")
        #expect(document.issuer == "中共宁澜市委办公室、宁澜市人民政府办公室")
        #expect(document.date == "2026-11-05")
        #expect(document.addressee == "各区县党委、人民政府，市直各单位")
        #expect(text.paragraphs.first?.text == "各区县党委、人民政府，市直各单位：")
        #expect(text.paragraphs.contains { $0.text.hasSuffix("没有写完就接着写在下一行。") })
        #expect(text.paragraphs.contains { $0.text == "附件：1.任务清单" })
        #expect(text.paragraphs.contains { $0.text == "2.联系人名单" })
        #expect(text.paragraphs.last?.text == "（此件公开发布）")
        #expect(document.copyNumber == "000018")
        #expect(document.urgency == "特急")
        #expect(document.signatory == "×××")
        #expect(document.attachments == ["任务清单", "联系人名单"])
        #expect(document.note == "此件公开发布")
        #expect(document.copyTo == "市人大常委会办公室，市政协办公室")
        #expect(document.printer == "宁澜市委办公室")
        #expect(document.printed == "2026-11-06")
    }

    @Test(
        "have numbers in every bracket",
        arguments: [
            ("宁政办发〔2026〕35号", "宁政办发〔2026〕35号"), ("宁政办发[2026]35号", "宁政办发〔2026〕35号"),
            ("宁政办发（2026）第35号", "宁政办发〔2026〕35号"), ("宁政办发【2026】 035 号", "宁政办发〔2026〕35号"),
            ("宁政办发﹝2026﹞35号", "宁政办发〔2026〕35号"), ("宁政办发《2026》35号", "宁政办发〔2026〕35号"),
            ("宁政办发〔２０２６〕３５号", "宁政办发〔2026〕35号"), ("宁政办发〔26〕35号", nil),
            ("根据宁政办发〔2026〕35号文件", nil), ("2026年第6号", nil),
        ])
    func numbers(_ line: String, _ expected: String?) {
        #expect(DocumentNumber(line: line)?.text == expected)
    }

    @Test("of a series take its name")
    func series() throws {
        let text = OfficialText("宁澜市人民政府令\n\n第 12 号\n\n宁澜市供热管理办法\n\n　　第一条　为了供热。\n\n宁澜市人民政府\n2026年10月1日\n")
        #expect(text.document?.number == "宁澜市人民政府令第12号")
        #expect(text.document?.issuer == "宁澜市人民政府")
        #expect(text.title == "宁澜市供热管理办法")
    }

    @Test("taken from a web page have their number and date under the title")
    func fromPage() throws {
        let text = OfficialText(
            """
            关于开展冬季安全检查的通知
            发布时间：2026-11-05 09:30　　来源：宁澜市应急管理局　　字号：大 中 小

            各区县应急管理局：
            　　请于11月20日前完成检查。
            """)
        #expect(text.title == "关于开展冬季安全检查的通知")
        #expect(text.date?.text == "2026-11-05")
        #expect(text.origin == "宁澜市应急管理局")
        #expect(text.document?.addressee == "各区县应急管理局")
        #expect(text.paragraphs.count == 2)
    }

    @Test("carry other papers behind the signature")
    func carried() {
        let text = OfficialText(
            "关于印发《积分办法》的通知\n\n各支队：\n　　现印发给你们。\n\n宁澜市直机关工委\n2026年10月21日\n\n积分办法\n\n　　第一条　每小时一分。\n")
        #expect(text.paragraphs.filter(\.isHeading).map(\.text) == ["积分办法"])
        #expect(text.document?.date == "2026-10-21")
    }

    @Test("in the forms that offices send them")
    func forms() throws {
        let annex = OfficialText("附件1：\n\n宁澜市公园管理办法\n（征求意见稿）\n\n　　第一条　为了公园。\n\n— 2 —\n")
        #expect(annex.title == "宁澜市公园管理办法（征求意见稿）")
        #expect(annex.paragraphs.map(\.text) == ["第一条　为了公园。"])
        let letter = OfficialText("宁澜市水务局\n\n关于开展检查的函\n\n市住建局:\n　　请予支持。\n\n　　　　宁澜市水务局（盖章）\n　　　　2026年11月5日\n")
        #expect(letter.title == "关于开展检查的函")
        #expect(letter.document?.issuer == "宁澜市水务局")
        #expect(letter.document?.addressee == "市住建局")
        #expect(letter.document?.date == "2026-11-05")
        let oneLine = OfficialText("宁澜市水务局\n关于开展检查的通知\n各科室：\n　　请检查。\n　　宁澜市水务局　2026年11月5日\n")
        #expect(oneLine.title == "宁澜市水务局关于开展检查的通知")
        #expect(oneLine.document?.issuer == "宁澜市水务局")
    }

    @Test("do not take the days of a programme for their date")
    func programme() {
        let days = (1...9).map { "第\($0)天\n2026年11月\($0)日\n现场教学" }.joined(separator: "\n")
        #expect(OfficialText("培训班日程\n\n\(days)\n\n请按时参加。\n以上。\n谢谢。\n教务科\n").date == nil)
    }

    @Test("are not seen in other texts")
    func otherText() {
        let text = OfficialText("周五下午组织学习\n\n地点：三楼会议室。\n请带笔记本。\n")
        #expect(text.title == "周五下午组织学习")
        #expect(text.document == nil)
        #expect(text.paragraphs.map(\.text) == ["地点：三楼会议室。", "请带笔记本。"])
    }

    @Test("do not take a meeting's time for their own")
    func meetingTime() {
        let text = OfficialText("周五学习安排\n时间：2026年11月20日15:00\n地点：三楼会议室\n")
        #expect(text.date == nil)
        #expect(text.paragraphs.count == 2)
    }

    @Test("have no title where they begin with a sentence")
    func sentence() {
        #expect(OfficialText("今天上午，市水务局召开会议。会议强调了安全。\n").title == nil)
    }

    @Test("bear their secrecy above everything", arguments: ["机密★1年", "000012\n秘密", "绝密 特急"])
    func secrecy(_ head: String) {
        let text = OfficialText(head + "\n宁澜市人民政府办公室文件\n宁政办发〔2026〕1号\n\n关于某事的通知\n\n各区县：\n　　略。\n")
        #expect(text.secrecy != nil)
        #expect(text.title == "关于某事的通知")
    }
}
