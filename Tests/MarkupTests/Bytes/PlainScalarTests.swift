import Testing

@testable import Markup

@Suite("Texts that need no cleaning")
struct PlainScalarTests {
    @Test(
        "One line of plain scalars with single spaces between them",
        arguments: ["宁", "关于开展检查的通知", "第 3 号", "a b", "，。《》", "é宁é", "2026年“十五五”规划"])
    func plain(_ text: String) {
        let count = text.unicodeScalars.count
        #expect(PlainScalar.isLine(text, limit: count))
        #expect(PlainScalar.isLine(text, limit: 1_000))
        #expect(!PlainScalar.isLine(text, limit: count - 1))
    }

    @Test(
        "Spaces at the ends, doubled or of another kind, controls, marks and rare planes are looked at closely",
        arguments: [" 宁", "宁 ", "宁  澜", "宁\u{3000}澜", "宁\n", "宁\u{200B}澜", "か\u{3099}", "𠮷", "e\u{301}", "宁澜\t市"])
    func other(_ text: String) {
        #expect(!PlainScalar.isLine(text, limit: 1_000))
    }

    @Test("A text far longer than the limit is none, whatever it is made of")
    func long() {
        #expect(!PlainScalar.isLine(String(repeating: "宁", count: 500), limit: 120))
        #expect(!PlainScalar.isLine(String(repeating: "a", count: 121), limit: 120))
        #expect(PlainScalar.isLine(String(repeating: "宁", count: 120), limit: 120))
        #expect(PlainScalar.isLine("", limit: 0))
    }
}
