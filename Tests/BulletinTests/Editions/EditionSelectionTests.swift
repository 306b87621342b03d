import Bulletin
import JuheKit
import Testing

@Suite("What goes into an edition, and in which order")
struct EditionSelectionTests {
    private func numbers(_ draft: EditionDraft) -> [Int64] { draft.entries.map(\.number) }

    @Test("Sections of the bulletin's own come first; what none wants stands by kind")
    func sections() {
        var selection = EditionSelection()
        selection.sections = [SectionRule(title: "督查考核", filter: ItemFilter(words: ["督查"]))]
        let draft = EditionDraft(
            [candidate(1, "联合督查启动"), candidate(2, "停水公告", kind: .policy)], selection: selection)
        #expect(draft.sections.map(\.title) == ["督查考核", nil])
        #expect(draft.sections.map(\.kind) == [nil, .policy])
    }

    @Test("A section and a unit have their share; what weighs least stays out, and is remembered")
    func quotas() {
        var selection = EditionSelection()
        selection.perUnit = 2
        selection.ranking.rules = [ImportanceRule(filter: ItemFilter(words: ["重要"]), points: 50)]
        let draft = EditionDraft(
            [
                candidate(1, "重要的旧事", unit: "甲局", day: 1), candidate(2, "新事一", unit: "甲局", day: 8),
                candidate(3, "新事二", unit: "甲局", day: 9), candidate(4, "别的单位", unit: "乙局", day: 2),
            ], selection: selection)
        #expect(Set(numbers(draft)) == [1, 3, 4])
        #expect(draft.leftOut.map(\.entry.number) == [2])
        #expect(draft.leftOut.map(\.reason) == [.quota])
        selection.perUnit = nil
        selection.perSection = 1
        #expect(
            numbers(EditionDraft([candidate(1, "旧", day: 1), candidate(2, "新", day: 2)], selection: selection)) == [2])
    }

    @Test("What is pinned comes first and is never left out; what is excluded stays out")
    func byHand() {
        var selection = EditionSelection()
        selection.perSection = 1
        selection.pinned = [1]
        selection.excluded = [3]
        let draft = EditionDraft(
            [candidate(1, "旧", day: 1), candidate(2, "新", day: 2), candidate(3, "不收", day: 3)], selection: selection)
        #expect(numbers(draft) == [1])
        #expect(draft.leftOut.map(\.entry.number) == [3, 2])
        #expect(draft.leftOut.map(\.reason) == [.cut, .quota])
    }

    @Test("Importance orders a group when asked to; otherwise the newest comes first")
    func order() {
        var selection = EditionSelection()
        selection.ranking.rules = [ImportanceRule(filter: ItemFilter(units: ["市委办"]), points: 20)]
        let candidates = [candidate(1, "旧", unit: "市委办", day: 1), candidate(2, "新", unit: "乙局", day: 9)]
        #expect(numbers(EditionDraft(candidates, selection: selection)) == [2, 1])
        selection.order = .importance
        #expect(numbers(EditionDraft(candidates, selection: selection)) == [1, 2])
    }

    @Test("Highlights are the weightiest: fusion before many copies before mere novelty; a short edition has none")
    func highlights() {
        var selection = EditionSelection()
        selection.highlights = 3
        let title = "关于做好2026年冬季走访关爱工作的通知"
        var candidates = (10...20).map { candidate($0, "平常事\($0)", day: 9) }
        candidates.append(candidate(1, "把支部建在项目上", track: .fusion, day: 9))
        candidates.append(candidate(2, title, day: 8, story: 2))
        for copy in 3...6 { candidates.append(candidate(Int64(copy), title, source: "s\(copy)", day: 9, story: 2)) }
        let draft = EditionDraft(candidates, selection: selection)
        #expect(draft.highlights.prefix(2) == [1, 2])
        #expect(draft.highlights.count == 3)
        #expect(EditionDraft(Array(candidates.prefix(3)), selection: selection).highlights.isEmpty)
    }
}
