import Foundation
import GRDB
import JuheKit
import Search
import Store
import Testing

@Suite("The word index")
final class SearchIndexTests {
    private let folder = NSTemporaryDirectory() + "juhe-search-" + UUID().uuidString
    private let store: SQLiteStore
    private let now = Date(timeIntervalSince1970: 1_795_600_000)

    init() throws { store = try SQLiteStore(path: folder + "/juhe.sqlite") }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func item(
        _ id: String, _ title: String, _ text: String = "", day: Int = 0, _ change: (inout Item) -> Void = { _ in }
    )
        -> NormalizedItem
    {
        var item = Item(id: id, title: title, contentText: text, datePublished: now - Double(day) * 86_400)
        change(&item)
        let print = Array("\(item.title ?? "")|\(item.contentText ?? "")|\(item.details.document?.number ?? "")".utf8)
        return NormalizedItem(item: item, identity: id, fingerprint: print)
    }

    private func ingest(_ items: [NormalizedItem], retracted: [String] = []) throws {
        _ = try store.ingest([SourceBatch(source: "s", items: items, retracted: retracted)], at: now)
    }

    private func found(_ text: String, order: SearchOrder = .newest, limit: Int = 100_000) throws -> [String] {
        try store.search(try query(text), order: order, limit: limit, now: now).map(\.item.id)
    }

    @Test("What the index finds is what LIKE finds, for every word of two characters")
    func equalsLike() throws {
        var random = SeededRandom(seed: 7)
        let characters = Array("党建业务工作通知社保医保机关支部，。 \n市")
        var items: [NormalizedItem] = []
        for number in 0..<600 {
            func text(_ count: Int) -> String {
                String((0..<count).map { _ in characters.randomElement(using: &random)! })
            }
            items.append(
                item(
                    "\(number)", text(6), text(Int.random(in: 0...60, using: &random)),
                    day: Int.random(in: 0...40, using: &random)))
        }
        try ingest(items)
        #expect(try store.updateIndex() == 600)
        let queue = try DatabaseQueue(path: folder + "/juhe.sqlite")
        for first in characters.prefix(17) {
            for second in characters.prefix(17) where first != "，" && second != "，" {
                let like = try queue.read { db in
                    try String.fetchAll(
                        db,
                        sql: """
                            SELECT feed_id FROM item WHERE title LIKE ?1 OR text LIKE ?1
                            ORDER BY sort_date DESC, number DESC
                            """, arguments: ["%\(first)\(second)%"])
                }
                #expect(try found("\(first)\(second)") == like, "\(first)\(second)")
                #expect(try found("\(first)\(second)", limit: 7) == Array(like.prefix(7)))
            }
        }
    }

    @Test(
        "What another process took in between is found too, and so is what was edited or withdrawn before it was indexed"
    )
    func otherWriter() throws {
        try ingest([item("1", "关于报送总结的通知"), item("2", "关于召开会议的通知")])
        let other = try SQLiteStore(path: folder + "/juhe.sqlite")
        _ = try other.ingest([SourceBatch(source: "t", items: [item("3", "关于安全检查的通知")])], at: now)
        try ingest([item("2", "关于推迟会议的通告"), item("4", "关于表彰先进的通知")], retracted: ["1"])
        _ = try store.updateIndex()
        #expect(try Set(found("通知")) == ["3", "4"] && found("通告") == ["2"] && found("总结").isEmpty)
        #expect(try found("会议") == ["2"] && other.updateIndex() == 0)
    }

    @Test("A document number that is read anew is found, and the old one no longer; labels are found at once")
    func readAnew() throws {
        try ingest([
            item("1", "关于报送总结的通知") { $0.details.document = OfficialDocument(number: "宁直工发〔2026〕3号") },
            item("2", "关于召开会议的通知"),
        ])
        _ = try store.updateIndex()
        var read = try store.items(ItemQuery(limit: 10)).filter { $0.id == "1" }
        read[0].details.document?.number = "宁直工发〔2026〕5号"
        read[0].details.labels = [ItemLabel(.activity, "主题党日"), ItemLabel(.brand, "为民 强政")]
        try store.relabel(read)
        #expect(try found("number:宁直工发[2026]5号") == ["1"])
        #expect(try found("number:宁直工发[2026]3号").isEmpty)
        #expect(try found("活动:主题党日 报送") == ["1"] && found("品牌:\"为民 强政\"") == ["1"])
        #expect(try found("阶段:主题党日").isEmpty && found("通知 -活动:主题党日") == ["2"])
        #expect(try store.updateIndex() == 0)
    }

    @Test("The index and the matcher without one give the same answer to random queries")
    func equalsMatcher() throws {
        var random = SeededRandom(seed: 11)
        let words = ["党建", "社保", "通知", "web", "2026", "A4", "市", "支部，业务", "宁直工发[2026]3号", "培训"]
        let terms =
            words + [
                "unit:民政", "领域:党建", "kind:policy", "date:近9天", "标题:通知", "文号:宁直工发(2026)3号", "标签:公告", "we*", "有:附件",
                "source:s", "活动:主题党日", "topic:公告",
            ]
        var items: [NormalizedItem] = []
        for number in 0..<300 {
            func pick(_ count: Int) -> String {
                (0..<count).map { _ in words.randomElement(using: &random)! }.joined(
                    separator: ["", " ", "，"].randomElement(using: &random)!)
            }
            items.append(
                item("\(number)", pick(2), pick(5), day: Int.random(in: 0...30, using: &random)) { item in
                    item.details.unit = ["市民政局", "市科协", nil].randomElement(using: &random)!
                    item.details.track = [.party, .business, nil].randomElement(using: &random)!
                    item.details.kind = [.policy, nil].randomElement(using: &random)!
                    item.details.labels = [[ItemLabel(.activity, "主题党日"), ItemLabel(.topic, "公告")], []]
                        .randomElement(using: &random)!
                    item.tags = [["公告"], []].randomElement(using: &random)!
                    if Bool.random(using: &random) { item.details.document = OfficialDocument(number: "宁直工发〔2026〕3号") }
                    if Bool.random(using: &random) {
                        item.attachments = [Attachment(url: "https://a.example/1.pdf", mimeType: "application/pdf")]
                    }
                })
        }
        try ingest(items)
        _ = try store.updateIndex()
        let all = try store.items(ItemQuery(limit: 1_000))
        func make(_ depth: Int) -> String {
            switch Int.random(in: 0..<(depth > 2 ? 1 : 5), using: &random) {
            case 1: "(\(make(depth + 1)) OR \(make(depth + 1)))"
            case 2: "-(\(make(depth + 1)))"
            case 3: "\(make(depth + 1)) \(make(depth + 1))"
            default: terms.randomElement(using: &random)!
            }
        }
        for _ in 0..<400 {
            let text = make(0)
            let parsed = try query(text)
            let expected = all.filter(parsed.matches).map(\.id)
            #expect(
                try store.search(parsed, order: .newest, limit: 1_000, now: now).map(\.item.id) == expected, "\(text)")
            #expect(Set(try found(text, order: .relevance)) == Set(expected), "\(text)")
            var listing = ItemQuery(limit: 1_000)
            listing.matching = parsed
            #expect(try store.items(listing).map(\.id) == expected, "\(text)")
        }
    }

    @Test("A changed item is found by its new words only, a retracted one not at all, a label given later at once")
    func keepsStep() throws {
        try ingest([item("1", "关于社保的通知"), item("2", "关于医保的通知")])
        _ = try store.updateIndex()
        try ingest([item("1", "关于公积金的通知")], retracted: ["2"])
        #expect(try found("医保").isEmpty)
        #expect(try store.changesToIndex() == 2)
        #expect(try store.updateIndex() == 2)
        #expect(try store.updateIndex() == 0)
        #expect(try found("社保").isEmpty && found("公积金") == ["1"] && found("通知") == ["1"])
    }

    @Test("A missing or damaged index is noticed and made anew")
    func recovers() throws {
        try ingest([item("1", "关于社保的通知")])
        #expect(try store.updateIndex() == 1)
        try DatabaseQueue(path: folder + "/juhe.sqlite").write { db in try db.execute(sql: "DELETE FROM search_data") }
        #expect(throws: Failure.self) { try found("社保") }
        #expect(try store.rebuildIndex() == 1)
        #expect(try found("社保") == ["1"])
        try DatabaseQueue(path: folder + "/juhe.sqlite").write { db in
            try db.execute(sql: "DELETE FROM counter WHERE name = 'search_format'")
        }
        #expect(try store.changesToIndex() > 0)
        #expect(try store.updateIndex() == 1)
        #expect(try found("社保") == ["1"])
    }

    @Test("Titles outrank texts, newer ones come first among equals")
    func ranks() throws {
        try ingest([
            item("text", "工作动态", "一年来的高温津贴情况" + String(repeating: "其他内容", count: 50)),
            item("old", "高温津贴发放通知", "高温津贴", day: 400), item("title", "高温津贴发放通知", "高温津贴", day: 3),
        ])
        _ = try store.updateIndex()
        #expect(try found("高温津贴", order: .relevance) == ["title", "old", "text"])
        #expect(try found("高温津贴") == ["text", "title", "old"])
    }

    @Test("Of texts that say something as often, the shorter one ranks higher")
    func ranksShorterFirst() throws {
        try ingest([
            item("long", "工作动态", "高温津贴" + String(repeating: "其他内容", count: 200), day: 3),
            item("short", "工作动态", "高温津贴已经发放", day: 3),
            item("middle", "工作动态", "高温津贴" + String(repeating: "其他内容", count: 20), day: 3),
        ])
        _ = try store.updateIndex()
        #expect(try found("高温津贴", order: .relevance) == ["short", "middle", "long"])
    }

    @Test(
        "Nothing in a query reaches the database as anything but words",
        arguments: [
            "\"\" OR 1=1", "'; DROP TABLE item; --", "title:\"a\" NEAR(b)", "unit:\"' OR '1'='1\"", "search MATCH 'x'",
            "a\u{0}b", "{title}:x",
            "x\") OR (\"y", "^党建", "党 NEAR/2 建", "rowid:1",
        ])
    func injection(_ text: String) throws {
        try ingest([item("1", "党建")])
        _ = try store.updateIndex()
        if let parsed = try? query(text) {
            #expect(
                try store.search(parsed, order: .newest, limit: 10, now: now).map(\.item.id)
                    == (parsed.matches(try store.items(ItemQuery())[0]) ? ["1"] : []))
        }
        #expect(try found("党建") == ["1"])
    }

    @Test("The stream of an edition is searched as it stood then")
    func asOf() throws {
        try ingest([item("1", "社保通知"), item("2", "医保通知")])
        let then = try store.watermark()
        try ingest([item("1", "改了题目"), item("3", "社保公告")])
        #expect(try store.items(asOf: then, matching: try query("社保"), limit: 10).map(\.title) == ["社保通知"])
        #expect(try store.items(asOf: store.watermark(), matching: try query("社保"), limit: 10).map(\.id) == ["3"])
    }
}

/// SplitMix64: the same texts in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
