import Markup
import Testing

@Suite("Words looked for together")
struct WordSetTests {
    private let words: [StaticString] = ["失败", "无法查看", "已停", "链接已", "链"]

    @Test(
        "They are found wherever they stand",
        arguments: ["失败", "加载失败。", "abc无法查看", "无法无法查看", "😀已停", "链", "é链接"])
    func found(_ text: String) { #expect(WordSet(words).stands(in: text)) }

    @Test(
        "Pieces of words, and texts that are too short, are none",
        arguments: ["", "a", "失", "败失", "无法", "无法查", "已经停", "失\u{301}败", "404 &#x5931;"])
    func missing(_ text: String) { #expect(!WordSet(words).stands(in: text)) }
}
