import Markup
import Testing

@Suite("Character references")
struct CharacterReferencesTests {
    @Test(
        "In text",
        arguments: [
            ("&amp;lt;", "&lt;"), ("宁澜&middot;市", "宁澜·市"), ("&nbsp;", "\u{A0}"), ("&nbsp", "\u{A0}"),
            ("&notit;", "¬it;"), ("&notin;", "∉"), ("&NotEqualTilde;", "≂\u{338}"), ("&amp", "&"), ("&AMP;", "&"),
            ("&Amp;", "&Amp;"), ("&", "&"), ("&;", "&;"), ("& ", "& "), ("&#;", "&#;"), ("&#x;", "&#x;"),
            ("&#65", "A"), ("&#65;", "A"), ("&#x41", "A"), ("&#X41;b", "Ab"), ("&#0;", "\u{FFFD}"),
            ("&#x80;", "€"), ("&#146;", "’"), ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"),
            ("&#99999999999999999999;", "\u{FFFD}"), ("&#x1F600;", "😀"), ("&#0000000000000065;", "A"),
            ("&CounterClockwiseContourIntegral;", "∳"),
            ("&CounterClockwiseContourIntegralx;", "&CounterClockwiseContourIntegralx;"),
            ("&frac12;&frac12x", "½½x"), ("&copy=1", "©=1"), ("&copyx", "©x"), ("&javascript&colon;", "&javascript:"),
            ("&lt&gt", "<>"), ("&bne;", "=\u{20E5}"), ("&&amp;&", "&&&"),
        ])
    func text(source: String, expected: String) {
        #expect(CharacterReferences.decoded(source) == expected)
        #expect(Array(CharacterReferences.decoded(source).utf8) == Array(expected.utf8))
    }

    @Test(
        "In attributes",
        arguments: [
            ("?a=1&copy=2", "?a=1&copy=2"), ("?a&copyx", "?a&copyx"), ("?a&copy;", "?a©"), ("?a&copy", "?a©"),
            ("?a&copy&b", "?a©&b"), ("?a&lang=zh", "?a&lang=zh"), ("&notit;", "&notit;"), ("&#x26;", "&"),
        ])
    func attributes(source: String, expected: String) {
        #expect(CharacterReferences.decoded(source, in: .attribute) == expected)
    }

    @Test("Names for readers of XML")
    func names() {
        #expect(CharacterReferences.codePoints(named: "hellip".utf8)?.first == 0x2026)
        #expect(CharacterReferences.codePoints(named: "fjlig".utf8)?.second == 0x6A)
        #expect(CharacterReferences.codePoints(named: "Ningshi".utf8) == nil)
    }
}
