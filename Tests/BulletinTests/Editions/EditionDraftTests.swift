import Bulletin
import Foundation
import JuheKit
import Testing

private let day: Double = 86_400

func candidate(
    _ number: Int64, _ title: String, source: String = "a", unit: String? = nil, track: Track? = .party,
    kind: Kind? = .update, day index: Double = 1, flags: [ItemFlag] = [], story: Int64? = nil, distance: Int = 1
) -> EditionDraft.Candidate {
    let date = Date(timeIntervalSince1970: index * day)
    var item = Item(id: "\(number)", title: title, url: "https://a.example/\(number)", datePublished: date)
    item.details = ItemDetails(unit: unit ?? source, track: track, kind: kind)
    item.details.number = number
    item.details.source = source
    item.details.flags = flags
    return EditionDraft.Candidate(item: item, sortDate: date, state: .new, story: story, distance: distance)
}

@Suite("Drafting an edition")
struct EditionDraftTests {
    @Test("Sections by kind, groups by track with fusion first, entries newest first; nothing is lost")
    func grouping() {
        let draft = EditionDraft([
            candidate(1, "甲", track: .party, kind: .update, day: 1), candidate(2, "乙", track: .fusion, kind: .update),
            candidate(3, "丙", track: .party, kind: .update, day: 3), candidate(4, "丁", track: nil, kind: nil),
            candidate(5, "戊", track: .business, kind: .policy),
        ])
        #expect(draft.sections.map(\.kind) == [.policy, .update, nil])
        #expect(draft.sections[1].groups.map(\.track) == [.fusion, .party])
        #expect(draft.sections[1].groups[1].entries.map { $0.item.details.number } == [3, 1])
        #expect(draft.entries.count == 5)
    }

    @Test(
        "The items of one story are one entry that names the others; its head is the most original, then the earliest")
    func folding() {
        let draft = EditionDraft([
            candidate(1, "转发甲", source: "b", unit: "鹿洲区", day: 3, story: 2, distance: 2),
            candidate(2, "甲", source: "a", unit: "市民政局", day: 2, story: 2, distance: 0),
            candidate(3, "甲。", source: "c", unit: "市残联", day: 1, story: 2), candidate(4, "甲", day: 1),
        ])
        #expect(draft.entries.map(\.item.details.number) == [2, 4])
        #expect(draft.entries[0].copies.map(\.publisher) == ["市残联", "鹿洲区"])
    }

    @Test("The first edition reaches back from the newest date a source gave; undated items are in")
    func reach() {
        let draft = EditionDraft(
            [
                candidate(1, "旧", day: 1), candidate(2, "新", day: 50), candidate(3, "近", day: 45),
                candidate(4, "无日期", day: 400, flags: [.undated]), candidate(5, "未来", day: 900, flags: [.futureDate]),
            ], selection: reaching(10 * day))
        #expect(Set(draft.entries.compactMap(\.item.details.number)) == [2, 3, 4, 5])
        #expect(draft.span.until == Date(timeIntervalSince1970: 50 * day))
    }

    @Test("A selection by track, kind and source takes just that")
    func selection() {
        let all = [
            candidate(1, "甲", track: .party, kind: .policy), candidate(2, "乙", track: nil, kind: .policy),
            candidate(3, "丙", source: "b", track: .party, kind: .policy),
        ]
        var selection = EditionSelection()
        selection.filter = ItemFilter(tracks: [.party], sources: ["a"])
        let draft = EditionDraft(all, selection: selection)
        #expect(draft.entries.compactMap(\.item.details.number) == [1])
        #expect(EditionDraft([], selection: EditionSelection()).isEmpty)
    }

    @Test("Contributions count entries by unit, fusion apart, most first")
    func contributions() {
        let draft = EditionDraft([
            candidate(1, "甲", unit: "市科协"), candidate(2, "乙", unit: "市民政局", track: .fusion),
            candidate(3, "丙", unit: "市民政局"),
        ])
        #expect(
            draft.contributions == [
                Edition.Contribution(unit: "市民政局", items: 2, fusion: 1),
                Edition.Contribution(unit: "市科协", items: 1, fusion: 0),
            ])
    }

    @Test("A layout comes back from the ledger as the edition it was")
    func layout() throws {
        let draft = EditionDraft([
            candidate(1, "甲", track: .fusion), candidate(2, "乙", kind: .policy),
            candidate(3, "关于做好冬季供暖报停工作的通知", day: 2, story: 3),
            candidate(4, "关于做好冬季供暖报停工作的通知", source: "b", day: 3, story: 3),
        ])
        let masthead = Edition.Masthead(title: "简报", issuer: "工委", toPeers: ["市委宣传部"])
        let layout = EditionLayout(
            draft,
            EditionLayout.Frame(
                masthead: masthead, window: Edition.Window(after: 0, through: 9),
                sources: Edition.SourceTally(subscribed: 3)))
        let json = try layout.json()
        let again = try EditionLayout(json: json)
        #expect(try again.json() == json)
        #expect(again.citations.map(\.number) == draft.entries.compactMap(\.item.details.number))
        let edition = again.edition(
            EditionLayout.Identity(
                bulletin: "b", year: 2026, number: 1, total: 1, sealedAt: Date(timeIntervalSince1970: 0)),
            items: draft.entries.map(\.item))
        #expect(edition.sections == draft.sections)
        #expect(edition.masthead == masthead)
        #expect(edition.contributions == draft.contributions)
    }

    @Test("A layout of the first Juhe, which knew no notes and no highlights, is still read")
    func oldLayout() throws {
        let json = """
            {"contributions":[],"masthead":{"issuer":"工委","language":"zh-Hans","title":"简报","toPeers":[],"toSubordinates":[],\
            "toSuperiors":[],"zone":"Asia/Shanghai"},"sections":[{"groups":[{"entries":[{"copies":[],"number":7,"state":"new",\
            "version":1}],"track":"party"}],"kind":"policy"}],"sources":{"silent":[],"subscribed":1},\
            "window":{"after":0,"through":3}}
            """
        let layout = try EditionLayout(json: json)
        #expect(layout.citations.map(\.number) == [7])
        #expect(try layout.json() == json)
    }

    private func reaching(_ seconds: Double) -> EditionSelection {
        var selection = EditionSelection()
        selection.reach = seconds
        return selection
    }
}
