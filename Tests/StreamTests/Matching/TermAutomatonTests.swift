import Testing

@testable import Stream

private func found(_ words: [String], in text: String, limit: Int = .max) -> [String] {
    let automaton = TermAutomaton(words.map { ($0, 1) }, families: 1)
    return automaton.scan(text, limit: limit)[0].map { words[$0.term] }
}

@Suite("Finding many words in one pass")
struct TermAutomatonTests {
    @Test("The longer word masks the shorter one in it")
    func longest() {
        #expect(found(["党", "党员", "党员大会", "大会"], in: "召开党员大会") == ["党员大会"])
        #expect(found(["税务", "市税务局"], in: "市税务局开展税务稽查") == ["市税务局", "税务"])
        #expect(found(["党组织", "组织生活会"], in: "党组织生活会") == ["组织生活会"])
    }

    @Test("Of two that overlap and are equally long the first stays")
    func overlap() { #expect(found(["组建", "建党"], in: "组建党员突击队") == ["组建"]) }

    @Test("A word that begins inside another that fails is found all the same")
    func suffixes() {
        #expect(found(["支部建在链上", "建在项目", "项目"], in: "支部建在项目上") == ["建在项目"])
        #expect(found(["甲甲乙"], in: "甲甲甲甲乙") == ["甲甲乙"])
    }

    @Test("Words of one character are found beside longer ones, before and behind what begins no word")
    func single() {
        #expect(found(["税", "党建"], in: "税、党和税，党建税") == ["税", "税", "党建", "税"])
        #expect(found(["党", "党建工作", "工"], in: "党建工地的党") == ["党", "工", "党"])
    }

    @Test("Case, width, spaces and quotation marks do not count")
    func folding() {
        #expect(found(["党建+", "三会一课", "5G"], in: "“党建＋就业”，“三会 一课”，５ｇ") == ["党建+", "三会一课", "5G"])
    }

    @Test("Hostile texts: empty, endless marks, characters beyond the plane, a limit inside a character")
    func hostile() {
        #expect(found(["党"], in: "").isEmpty)
        #expect(found([], in: "党建").isEmpty && found(["", "  "], in: "  ").isEmpty)
        #expect(found(["党建"], in: "党" + String(repeating: "\u{0301}", count: 50_000) + "建").isEmpty)
        #expect(found(["党建"], in: "𠮷党建😀") == ["党建"])
        for limit in 0...7 { #expect(found(["党建"], in: "党建业务", limit: limit) == (limit >= 4 ? ["党建"] : [])) }
    }

    @Test(
        "What else stands in a text is seen on the way, behind the limit too",
        arguments: [
            "各单位：请于11月30日前报送", "宁直工发〔2026〕12号", "第号", "《办法》", "名单:甲(乙)", "x[1]", "自即日起至月底截止", "——", "５号",
            "没有什么", "“引号”、顿号", "",
        ])
    func marks(_ text: String) {
        let automaton = TermAutomaton([("截止", 1), ("号", 1), ("报送", 1)], families: 1)
        for limit in 0...text.utf8.count { #expect(automaton.scan(text, limit: limit).marks == TextMarks(of: text)) }
    }

    @Test("Families are searched independently")
    func families() {
        let words = [("申请", UInt8(0b11)), ("申请表", UInt8(0b10))]
        let matches = TermAutomaton(words, families: 2).scan("入党申请表")
        #expect(matches[0].map(\.term) == [0] && matches[1].map(\.term) == [1])
    }

    @Test("It finds what a search word by word finds", arguments: 0..<40)
    func againstPlainSearch(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let letters = ["甲", "乙", "丙"]
        let words = Set((0..<12).map { _ in (0...random(4)).map { _ in letters[random(3)] }.joined() }).sorted()
        let text = (0..<60).map { _ in letters[random(3)] }
        let automaton = TermAutomaton(words.map { ($0, 1) }, families: 1)
        var expected = LongestMatches()
        for end in 1...text.count {
            let longest = words.indices.filter { index in
                words[index].count <= end && text[(end - words[index].count)..<end].joined() == words[index]
            }.max { words[$0].count < words[$1].count }
            if let longest {
                expected.add(TermMatch(term: longest, start: end - words[longest].count, end: end))
            }
        }
        #expect(automaton.scan(text.joined())[0] == expected.matches)
    }
}
