import Testing

@testable import Bulletin

@Suite("One line of foreign text")
struct PlainLineTests {
    @Test(
        "is cleaned",
        arguments: [
            ("  关于\n报送\r\n总结\t的　通知 ", "关于 报送 总结 的 通知"),
            ("甲\u{202E}乙\u{2066}丙\u{200B}丁\u{FEFF}", "甲乙丙丁"),
            ("a\u{0}b\u{7F}c\u{85}d\u{2028}e", "a b c d e"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
            ("\u{301}a", "a"),
            ("a\u{FFF9}b\u{E0041}", "ab"),
        ])
    func clean(text: String, expected: String) {
        #expect(PlainLine.make(text, limit: 80) == expected)
    }

    @Test("is nothing where nothing is left", arguments: ["", " \n ", "\u{202E}\u{202C}", "\u{301}\u{302}"])
    func nothing(text: String) {
        #expect(PlainLine.make(text, limit: 80) == nil)
    }

    @Test("keeps exactly the limit and says where it was cut")
    func limit() {
        let eighty = String(repeating: "字", count: 80)
        #expect(PlainLine.make(eighty, limit: 80) == eighty)
        #expect(PlainLine.make(eighty + " \n", limit: 80) == eighty)
        let cut = PlainLine.make(eighty + "字", limit: 80) ?? ""
        #expect(cut.unicodeScalars.count == 80)
        #expect(cut.hasSuffix("字……"))
        #expect(PlainLine.make("ab cd", limit: 4) == "ab…")
    }

    @Test("does not grow with combining marks")
    func towers() {
        let tower = "字" + String(repeating: "\u{301}", count: 10_000)
        let line = PlainLine.make(String(repeating: tower, count: 100), limit: 80) ?? ""
        #expect(line.utf8.count <= 80 * (3 + 2 * PlainLine.marksPerLetter))
        #expect(PlainLine.excerpt(String(repeating: tower, count: 100), limit: 80)?.utf8.count ?? 0 <= 80 * 9)
    }

    @Test("ends with a sentence where one ends late enough")
    func sentence() {
        let first = String(repeating: "字", count: 60) + "。"
        #expect(PlainLine.excerpt(first + String(repeating: "句", count: 60), limit: 80) == first)
        let early = "短。" + String(repeating: "长", count: 100)
        #expect(PlainLine.excerpt(early, limit: 80)?.hasSuffix("…") == true)
        #expect(PlainLine.excerpt("短。", limit: 80) == "短。")
    }

    @Test("opens a text as a title")
    func opening() {
        let letter = "群众来信：建议在公园东门增设坡道，并把夜间照明延长到二十二点，方便下夜班的居民。"
        #expect(PlainLine.opening(letter, limit: 24) == "群众来信：建议在公园东门增设坡道")
        #expect(PlainLine.opening("一句话没有标点", limit: 36) == "一句话没有标点")
    }
}
