import JuheKit
import Testing
import TextSink

@testable import Bulletin

@Suite("Plain text in columns")
struct TextColumnsTests {
    @Test(
        "counts columns",
        arguments: [("abc", 3), ("简报", 4), ("（新）", 6), ("e\u{301}", 1), ("“引”", 6), ("", 0), ("👍", 2), ("ｱ", 1)])
    func measure(text: String, columns: Int) {
        #expect(TextColumns.measure(text) == columns)
    }

    @Test("keeps within its width, whatever the width", arguments: [40, 60, 76, 120])
    func width(width: Int) async throws {
        let desk = Desk()
        let options = Options(["folder": .text("out"), "width": .integer(width)])
        try await desk.deliver(SampleEdition.full, by: TextSink(options: options))
        for line in desk.text("latest.txt").split(separator: "\n") where !line.contains("https://") {
            #expect(TextColumns.measure(String(line)) <= width, "\(line)")
        }
    }

    @Test("begins no line with a stop and ends none with an opening mark")
    func punctuation() async throws {
        let text = try await Form.text.render(SampleEdition.full)
        for line in text.split(separator: "\n") {
            let words = line.drop { $0 == " " }
            #expect(!"，。、；：？！）》〕”".contains(words.first ?? " "), "\(line)")
            #expect(!"（《〔“".contains(words.last ?? " "), "\(line)")
        }
    }

    @Test("breaks between Chinese characters and between words, never within a word")
    func breaks() {
        let columns = TextColumns(width: 16)
        #expect(columns.wrapped("关于做好工作的通知。", lead: "  ") == ["  关于做好工作的", "  通知。"])
        #expect(columns.wrapped("alpha beta gamma delta") == ["alpha beta gamma", "delta"])
        #expect(columns.wrapped(String(repeating: "x", count: 40)).allSatisfy { $0.utf8.count <= 16 })
        #expect(columns.wrapped("") == [])
    }

    @Test("spreads two texts, below each other where both do not fit")
    func spread() {
        let columns = TextColumns(width: 12)
        #expect(columns.spread("左", "右") == ["左        右"])
        #expect(columns.spread("很长的左边", "右边") == ["很长的左边", "        右边"])
        #expect(columns.spread("左", "右", fill: ".") == ["左 ...... 右"])
    }
}
