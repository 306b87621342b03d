import Bulletin
import Foundation
import JuheKit
import Testing

@Suite("A draft as a plain text")
struct DraftTextTests {
    private let draft: EditionDraft = {
        var selection = EditionSelection()
        selection.excluded = [5]
        var draft = EditionDraft(
            [
                candidate(1, "关于开展督查的通知", unit: "市民政局", kind: .policy, day: 4),
                candidate(2, "甲 | 乙", unit: "市科协", kind: .policy, day: 3),
                candidate(3, "支部结对", track: .fusion, day: 2), candidate(4, "换届", day: 1), candidate(5, "不收的", day: 1),
            ], selection: selection)
        draft.note = ["本期刊发四条。"]
        draft.highlights = [3]
        return draft
    }()

    private var edition: Edition {
        EditionLayout(
            draft,
            EditionLayout.Frame(
                masthead: Edition.Masthead(title: "简报", issuer: "工委"), window: Edition.Window(after: 0, through: 9),
                sources: Edition.SourceTally())
        ).edition(
            EditionLayout.Identity(
                bulletin: "b", year: 2026, number: 3, total: 9, sealedAt: Date(timeIntervalSince1970: 1_000_000)),
            items: draft.entries.map(\.item))
    }

    private var text: String { DraftText(draft, of: edition).text }

    private func read(_ text: String) throws -> EditionDraft {
        try DraftReader.read(text, draft: draft, of: edition, titles: ["督查考核"])
    }

    private func mistakes(_ text: String) -> [DraftMistake] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? DraftMistakes)?.mistakes ?? []
        }
    }

    @Test("Written and read back unchanged it says the same")
    func roundTrip() throws {
        #expect(text.contains("# 简报 第3期（总第9期） 草稿"))
        #expect(text.contains("[1] 关于开展督查的通知 | 市民政局 | "))
        #expect(try read(text) == draft)
        #expect(try read(text.replacing("\n", with: "\r\n")) == draft)
        #expect(try read("\u{FEFF}" + text) == draft)
    }

    @Test("Order, section, title, remark, note and highlights are the editor's")
    func edited() throws {
        let edited = try read(
            """
            编者按：请各单位参考。
            第二段。
            要闻：4、1
            == 动态更新
            -- 党建
            [4] 某支部换届
            > 程序规范，
            > 可供参考。
            [1] 关于开展督查的通知
            == 督查考核
            [3] 支部结对 | 改了这里不算
            == 不收录
            [5] 不收的
            """)
        #expect(edited.note == ["请各单位参考。", "第二段。"])
        #expect(edited.highlights == [4, 1])
        #expect(edited.entries.map(\.number) == [4, 1, 3])
        #expect(edited.entries.map(\.headline) == ["某支部换届", nil, nil])
        #expect(edited.entries[0].remark == "程序规范， 可供参考。")
        #expect(edited.sections.map(\.title) == [nil, "督查考核"])
        // An entry without a track above it keeps its own.
        #expect(edited.sections[1].groups.map(\.track) == [.fusion])
        #expect(edited.leftOut.map(\.entry.number) == [5, 2])
        #expect(edited.leftOut.map(\.reason) == [.cut, .cut])
    }

    @Test("Every mistake is named by its line, and all of them at once")
    func named() throws {
        let found = mistakes(
            """
            要闻：99 x
            [1] 在栏目之外
            == 政策规订
            -- 党健
            [1] 关于开展督查的通知
            [77] 没有的
            [2]
            [3] 支部结对
            [3] 支部结对
            乱写一行
            >
            """)
        #expect(found.map(\.line) == [1, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11])
        #expect(found[3].phrase.zhHans.contains("政策规定"))
        #expect(found[8].phrase.zhHans.contains("第 8 行"))
    }

    @Test("An English draft is understood as well")
    func english() throws {
        var english = edition
        english.masthead.language = .english
        let text = DraftText(draft, of: english).text
        #expect(text.contains("== Policies and rules"))
        #expect(try DraftReader.read(text, draft: draft, of: english) == draft)
    }

    @Test(
        "Whatever is handed in, nothing breaks",
        arguments: ["", "\u{0}", "[", "[]", "==", "--", "[１] 全角", "［1］ 全角括号", ">>>>"])
    func hostile(_ text: String) { _ = mistakes(text) }
}
