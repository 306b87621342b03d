import Foundation
import JuheKit
import Testing
import Versions

@Suite("Differences of sequences")
struct SequenceDifferenceTests {
    @Test("Applied to the old sequence, the steps give the new one")
    func applies() {
        var random = SystemRandomNumberGenerator()
        for round in 0..<600 {
            let alphabet = 1...(round % 7 + 1)
            let old = (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: alphabet, using: &random) }
            let new = (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: alphabet, using: &random) }
            var (made, x, y) = ([Int](), 0, 0)
            for step in SequenceDifference.steps(from: old, to: new) {
                switch step {
                case .same(let count):
                    #expect(Array(old[x..<x + count]) == Array(new[y..<y + count]))
                    made += old[x..<x + count]
                    (x, y) = (x + count, y + count)
                case .removed(let count): x += count
                case .added(let count):
                    made += new[y..<y + count]
                    y += count
                }
            }
            #expect(made == new && x == old.count && y == new.count)
        }
    }

    @Test("It is the shortest way, and a bounded one")
    func shortest() {
        var differences = 0
        for step in SequenceDifference.steps(from: Array("ABCABBA"), to: Array("CBABAC")) {
            switch step {
            case .same: break
            case .removed(let count), .added(let count): differences += count
            }
        }
        #expect(differences == 5)
        let (old, new) = (Array(0..<20_000), Array(20_000..<40_000))
        #expect(SequenceDifference.steps(from: old, to: new) == [.removed(20_000), .added(20_000)])
    }
}

@Suite("Differences of versions")
struct VersionDifferenceTests {
    private func item(_ html: String, title: String = "办事指南", _ change: (inout Item) -> Void = { _ in }) -> Item {
        var item = Item(id: "1", title: title, contentHTML: html)
        change(&item)
        return item
    }

    private let guide = """
        <h2>一、办理条件</h2><p>年满60周岁。</p><h2>二、申请材料</h2><p>身份证原件。</p><p>户口簿复印件。</p>
        <p>办理时限：10个工作日</p><p>咨询电话：0000-5550 1234</p><p>办理地点：政务大厅三楼12号窗口</p><p>收费标准：不收费</p>
        """

    @Test(
        "A clerk reads which matter changed, and how",
        arguments: [
            ("10个工作日", "4个工作日", Subject.timeLimit, "办理时限“10个工作日”改为“4个工作日”"),
            ("1234", "4321", .phone, "联系电话“5550 1234”改为“5550 4321”"),
            ("12号", "15号", .place, "办理地点“大厅三楼12号窗口”改为“大厅三楼15号窗口”"),
            ("<p>户口簿复印件。</p>", "<p>户口簿复印件。</p><p>近期照片两张。</p>", .materials, "新增申请材料“近期照片两张。”"),
            ("<p>身份证原件。</p>", "", .materials, "删去申请材料“身份证原件。”"),
            ("60周岁", "65周岁", .conditions, "办理条件“年满60周岁”改为“年满65周岁”"),
            ("不收费", "每件20元", .fee, "收费"),
        ])
    func subjects(_ old: String, _ new: String, _ subject: Subject, _ line: String) throws {
        let difference = VersionDifference(from: item(guide), to: item(guide.replacingOccurrences(of: old, with: new)))
        #expect(difference.changes.map(\.subject) == [subject])
        let said = try #require(difference.line)
        #expect(said.zhHans.contains(line) || said.zhHans.contains(String(line.prefix(4))), "\(said.zhHans)")
        #expect(!difference.html(.zhHans).isEmpty && !difference.text(.zhHans).isEmpty)
    }

    @Test(
        "What a page says about itself is no change",
        arguments: [
            "浏览次数：123次", "<span>阅读量</span>：<span>9,876</span>", "打印时间：2026年11月25日 10:12:33", "【字号：大 中 小】 【打印本页】 【关闭窗口】",
            "当前位置：首页 &gt; 办事 &gt; 指南", "上一篇：关于供暖的通知", "来源：市民政局 浏览次数：55", "今天是2026年11月25日 星期三",
        ])
    func noise(_ line: String) {
        let (old, new) = (
            item(guide + "<p>\(line)</p>"),
            item(
                guide
                    + "<p>\(line.replacingOccurrences(of: "5", with: "77").replacingOccurrences(of: "3", with: "42").replacingOccurrences(of: "供暖", with: "供水").replacingOccurrences(of: "9,876", with: "9,901"))</p>"
            )
        )
        #expect(VersionDifference(from: old, to: new).isEmpty)
        #expect(PageNoise.removed(from: "阅读量化考核办法") == "阅读量化考核办法")
        #expect(PageNoise.removed(from: "来源：市民政局 浏览次数：55") == "来源：市民政局")
    }

    @Test("Title, number, validity and attachments are compared as well")
    func head() {
        let new = item(guide, title: "办事指南（2026年版）") { item in
            item.attachments = [Attachment(url: "https://a.example/1.pdf", mimeType: "application/pdf")]
            item.details.document = OfficialDocument(validity: "已废止")
        }
        let difference = VersionDifference(from: item(guide), to: new)
        #expect(difference.changes.map(\.subject) == [.title, .document, .attachment])
    }

    @Test("The runs give both lines again, and HTML is escaped")
    func runs() {
        var random = SystemRandomNumberGenerator()
        let words = ["<b>", "12.5%", "办理", "\"\u{301}", "工作日", "A4", " ", "&", "、", "0000-1234"]
        for _ in 0..<300 {
            func line() -> String {
                (0..<Int.random(in: 0...12, using: &random)).map { _ in words.randomElement()! }.joined()
            }
            let (old, new) = (line(), line())
            let runs = WordDifference(from: old, to: new).runs
            #expect(runs.filter { $0.state != .added }.map(\.text).joined() == old)
            #expect(runs.filter { $0.state != .removed }.map(\.text).joined() == new)
            let page = VersionDifference(from: Item(id: "1", contentText: old), to: Item(id: "1", contentText: new))
                .html(.zhHans)
            #expect(
                !page.contains("<b>") && !page.utf8.contains(0x22)
                    || page.contains("class=\"difference\"") && !page.contains("<b>"))
        }
    }

    @Test("Every line of both versions is in one edit, in order")
    func lines() {
        var random = SystemRandomNumberGenerator()
        let lines = ["甲乙丙丁", "甲乙丙戊", "一二三四", "一二三五", "电话：1", "电话：2"]
        for _ in 0..<400 {
            let old = (0..<Int.random(in: 0...10, using: &random)).map { _ in lines.randomElement()! }
            let new = (0..<Int.random(in: 0...10, using: &random)).map { _ in lines.randomElement()! }
            var (before, after) = ([String](), [String]())
            for edit in LineEdit.edits(from: old, to: new) {
                switch edit {
                case .same(let index):
                    before.append(old[index])
                    after.append(old[index])
                case .removed(let index): before.append(old[index])
                case .added(let index): after.append(new[index])
                case .changed(let index, let place, let words):
                    before.append(words.runs.filter { $0.state != .added }.map(\.text).joined())
                    after.append(words.runs.filter { $0.state != .removed }.map(\.text).joined())
                    #expect(before.last == old[index] && after.last == new[place])
                }
            }
            #expect(before == old && after == new)
        }
    }
}
