import Markup
import Testing

/// What is plain is cut on its bytes, what is not on its characters: both must cut alike.
@Suite("Excerpts, the short way and the long one")
struct HTMLExcerptTests {
    @Test(
        "Alike in Chinese characters and in ones that have marks",
        arguments: [
            ("甲乙。丙丁戊己", 4), ("甲乙。丙丁戊己", 5), ("甲乙。丙丁戊己", 7), ("甲乙 丙丁。  戊己庚", 6), ("甲乙丙 丁", 4), ("甲！乙", 2),
        ])
    func alike(_ text: String, _ characters: Int) {
        let marked = text.replacing("丁", with: "e\u{301}").replacing("甲", with: "o\u{308}")
        let plain = HTMLText.excerpt(text, characters: characters)
        let long = HTMLText.excerpt(marked, characters: characters)
        #expect(plain == long.replacing("e\u{301}", with: "丁").replacing("o\u{308}", with: "甲"))
    }

    @Test("A letter and its mark are one character, at the very end too")
    func marks() {
        #expect(HTMLText.excerpt("abce\u{301}", characters: 4) == "abce\u{301}")
        #expect(HTMLText.excerpt("abcde\u{301}", characters: 4) == "abc…")
        #expect(HTMLText.excerpt("甲乙丙👨‍👩‍👧", characters: 4) == "甲乙丙👨‍👩‍👧")
        #expect(HTMLText.excerpt("甲乙丙丁\u{3099}", characters: 4) == "甲乙丙丁\u{3099}")
    }
}
