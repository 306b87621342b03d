import JuheKit
import Testing

@Suite("What people are told")
struct PhraseTests {
    @Test(
        "A length of time always has its number",
        arguments: [
            (0, "0 秒", "0 seconds"), (1, "1 秒", "1 second"), (59, "59 秒", "59 seconds"), (300, "5 分钟", "5 minutes"),
            (5_400, "2 小时", "2 hours"), (86_400 * 2, "2 天", "2 days"),
        ])
    func span(_ seconds: Int, _ chinese: String, _ english: String) {
        #expect(Phrase.span(seconds) == Phrase(chinese, en: english))
    }

    @Test("A part of a phrase is left out in both languages")
    func without() {
        let whole = Phrase("没有列表。可用它。", en: "no list; use it")
        #expect(whole.without(Phrase("可用它。", en: "; use it")) == Phrase("没有列表。", en: "no list"))
    }
}
