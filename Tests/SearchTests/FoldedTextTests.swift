import Search
import Testing

@Suite("Folded text")
struct FoldedTextTests {
    @Test(
        "Width, case and traditional forms are folded; what stands between words is one space",
        arguments: [
            ("ＡＢＣ１２３", "abc123"), ("黨建業務", "党建业务"), ("党建，业务", "党建 业务"), ("  党　建 ", "党 建"),
            ("GB/T 9704—2012", "gb t 9704 2012"), ("e\u{301}", "e"), ("“三会一课”", "三会一课"), ("Ünïversität", "ünïversität"),
            ("后面\u{200B}紧跟", "后面紧跟"), ("", ""), ("！？。", ""), ("①𠀀㐀", "①𠀀㐀"), ("かな한글", "かな한글"),
        ])
    func folds(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
        #expect(FoldedText(folded).string == folded)
    }

    @Test(
        "A document number is the same in any brackets",
        arguments: [
            "宁直工发〔2026〕12号", "宁直工发[2026]12号", "宁直工发（2026）12号", "宁直工发(2026)12号", "宁直工发【2026】12号",
            "宁直工发［2026］12号", "宁直工发 〔2026〕 12 号", "宁直工發〔２０２６〕１２號", "宁直工发〔 2026 〕12号",
        ])
    func numbers(_ number: String) {
        #expect(FoldedText(number).string == "宁直工发2026 12号")
    }

    @Test("Other brackets part words, and folding again changes nothing")
    func brackets() {
        for text in ["党建（业务）", "A(2026)1", "第（12）号", "〔2026", "工作（2026年）", "(2026)", "a〔2026〕b〔1999〕c"] {
            let once = FoldedText(text)
            #expect(FoldedText(once.string) == once, "\(text)")
        }
        #expect(!FoldedText("党建（业务）").contains(FoldedText("建业")))
    }

    @Test("Ideographs are found anywhere, other words whole or by their beginning")
    func contains() {
        let text = FoldedText("关于Web服务2026年停机的通知")
        #expect(text.contains(FoldedText("服务")) && text.contains(FoldedText("web服")))
        #expect(
            !text.contains(FoldedText("eb")) && !text.contains(FoldedText("we")) && !text.contains(FoldedText("202")))
        #expect(text.contains(FoldedText("we"), isPrefix: true) && text.contains(FoldedText("202"), isPrefix: true))
        #expect(!text.contains(FoldedText("eb"), isPrefix: true))
    }

    @Test("Words are ideographs and runs of letters")
    func words() {
        #expect(FoldedText("党建App 2.0版").words == ["党", "建", "app", "2", "0", "版"])
    }
}

@Suite("Highlights")
struct HighlightedTests {
    private func phrases(_ words: String...) -> [SearchQuery.Words] {
        words.map { SearchQuery.Words(text: FoldedText($0), isPrefix: false, field: nil) }
    }

    @Test("Matches are marked in the text as it was written")
    func marks() {
        let marked = Highlighted("加強ＷＥＢ黨建", phrases: phrases("党建", "web"))
        #expect(marked.text(before: "[", after: "]") == "加強[ＷＥＢ][黨建]")
    }

    @Test("HTML is escaped byte by byte")
    func escapes() {
        let marked = Highlighted("<b>党建\"\u{301}&", phrases: phrases("党建"))
        #expect(marked.html == "&lt;b&gt;<mark>党建</mark>&quot;\u{301}&amp;")
    }

    @Test("A snippet shows where most of the words stand together")
    func snippet() {
        let text = "甲。" + String(repeating: "无关的文字。", count: 80) + "甲与乙在一起。" + String(repeating: "尾声。", count: 80)
        let snippet = Highlighted(snippetOf: text, phrases: phrases("甲", "乙"))
        let shown = snippet.text(before: "[", after: "]")
        #expect(shown.contains("[甲]与[乙]") && shown.hasPrefix("…") && shown.hasSuffix("…"))
        #expect(Highlighted(snippetOf: "没有", phrases: phrases("甲")).text(before: "[", after: "]") == "没有")
    }
}
