import Testing

@testable import Markup

@Suite("Counting bytes of a kind")
struct ByteCountTests {
    private static let text = "宁澜市<b>2026</b>年“é”、𠮷 tail"

    @Test("A text has the scalars that it has, however long it is", arguments: [0, 1, 15, 16, 63, 64, 65, 500])
    func scalars(_ characters: Int) {
        for start in 0..<7 {
            let part = String(
                String.UnicodeScalarView(
                    (start..<start + characters).map {
                        Array(Self.text.unicodeScalars)[$0 % Self.text.unicodeScalars.count]
                    }))
            #expect(Bytes.scalars(in: part) == characters)
        }
    }

    @Test(
        "More ideographs than so many: exactly from one more on, wherever they stand",
        arguments: [0, 1, 20, 21, 63, 120])
    func ideographs(_ count: Int) {
        for markup in ["", "<p class=\"long enough to fill a block by itself, and more\">", "é𠮷"] {
            let text = markup + String(repeating: "宁" + markup, count: count)
            #expect(!Bytes.hasIdeographs(text, moreThan: count))
            if count > 0 { #expect(Bytes.hasIdeographs(text, moreThan: count - 1)) }
        }
    }
}
