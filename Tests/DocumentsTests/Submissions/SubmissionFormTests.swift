import Extraction
import JuheKit
import Testing

@testable import Documents

@Suite("Submission forms")
struct SubmissionFormTests {
    private func form(_ text: String) -> SubmissionForm { SubmissionForm(TextLine.lines(of: text)) }

    @Test(
        "are read from lines, brackets and tables",
        arguments: [
            "报送单位：市水务局\n执笔人：王某\n联系电话：0471-1234567", "（报送单位：市水务局　执笔人：王某　联系电话：0471-1234567）",
            "报送单位\t市水务局\t执笔人\t王某\t联系电话\t0471-1234567", "供稿单位: 市水务局；撰稿人: 王某；电话: 0471-1234567。",
        ])
    func whole(_ text: String) {
        let form = form("党员突击队检查供水管网\n\n　　正文一段。\n\n\(text)\n")
        #expect(
            form.submission == Submission(unit: "市水务局", author: "王某", phone: "0471-1234567", missing: []))
    }

    @Test("say what is missing or is no telephone")
    func missing() {
        #expect(form("消息\n\n正文。\n执笔人：王某\n").submission.missing == ["unit", "phone"])
        #expect(form("消息\n\n正文。\n报送单位：市水务局\n执笔人：\n联系电话：见文末\n").submission.missing == ["author", "phone"])
        #expect(form("消息\n\n正文。\n").submission.missing == ["unit", "author", "phone"])
    }

    @Test("are no part of the text, and the telephone of a notice is no form")
    func text() throws {
        let text = "党员突击队检查供水管网\n\n　　正文一段。\n\n报送单位：市水务局\n执笔人：王某\n联系电话：0471-1234567\n"
        let reading = try Fixtures.read("a.txt", Array(text.utf8), isSubmission: true)
        #expect(reading.html == "<p>正文一段。</p>")
        #expect(reading.items.first?.details.unit == "市水务局")
        #expect(reading.items.first?.authors == [Author(name: "王某")])
        let notice = try Fixtures.read("a.txt", Array("通知\n\n正文。\n联系电话：0471-1234567\n".utf8), isSubmission: true)
        #expect(notice.html.contains("0471-1234567"))
    }
}
