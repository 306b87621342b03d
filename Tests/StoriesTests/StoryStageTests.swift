import Foundation
import JuheKit
import Store
import Testing

@Suite("Stories in the store")
final class StoryStageTests {
    private let folder = NSTemporaryDirectory() + "juhe-stories-" + UUID().uuidString
    private let store: SQLiteStore
    private let now = Date(timeIntervalSince1970: 1_795_600_000)

    init() throws { store = try SQLiteStore(path: folder + "/s.sqlite") }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func ingest(_ source: String, _ id: String, _ title: String, day: Double = 0, retract: [String] = []) throws
    {
        let item = Item(id: id, title: title, datePublished: now + day * 86_400)
        _ = try store.ingest(
            [
                SourceBatch(
                    source: source, items: [NormalizedItem(item: item, identity: id, fingerprint: Array(title.utf8))],
                    retracted: retract)
            ],
            at: now)
    }

    private func stories() throws -> [Int64?] {
        let places = try store.stories(of: [1, 2, 3, 4])
        return [1, 2, 3, 4].map { places[$0]?.story }
    }

    @Test("Copies that come later join the story, which keeps its name; an edited item stays; a deleted one leaves")
    func incremental() throws {
        let title = "关于开展年度融合典型案例征集的通知"
        try ingest("a", "1", title)
        #expect(try store.updateStories() == 1)
        try ingest("b", "2", "【转载】" + title, day: -1)
        try ingest("c", "3", "关于公布年度考核结果的通报")
        #expect(try store.updateStories() == 2)
        #expect(try stories() == [1, 1, 3, nil])
        #expect(try store.updateStories() == 0)
        try ingest("a", "1", "更正：" + title)
        try ingest("d", "4", title, day: 2)
        _ = try store.updateStories()
        #expect(try stories() == [1, 1, 3, 1])
        #expect(try store.story(1).map(\.number) == [2, 1, 4])
        try ingest("e", "5", "其他事项的通知内容", retract: [])
        _ = try store.ingest([SourceBatch(source: "b", items: [], retracted: ["2"])], at: now)
        _ = try store.updateStories()
        #expect(try stories() == [1, nil, 3, 1])
    }

    @Test("Among thousands that come at once, copies find an original that was there, and one that comes with them")
    func many() throws {
        let known = "关于开展年度融合典型案例征集的通知"
        let fresh = "关于做好冬季供热保障工作的紧急通知"
        try ingest("a", "1", known)
        #expect(try store.updateStories() == 1)
        let titles = (2...5_200).map { number in
            switch number {
            case 2: known
            case 3, 5_200: fresh
            default: "第\(number)号公告其内容与别的公告毫无关系\(number * 7_919)"
            }
        }
        let items = zip(2..., titles).map { number, title in
            NormalizedItem(
                item: Item(id: "\(number)", title: title, datePublished: now + Double(number)), identity: "\(number)",
                fingerprint: Array("\(number)".utf8))
        }
        _ = try store.ingest(
            [
                SourceBatch(source: "b", items: Array(items.dropLast()), retracted: []),
                SourceBatch(source: "c", items: Array(items.suffix(1)), retracted: []),
            ], at: now)
        #expect(try store.updateStories() == 5_199)
        let places = try store.stories(of: [1, 2, 3, 4, 5_200])
        #expect([1, 2, 3, 4, 5_200].map { places[$0]?.story } == [1, 1, 3, 4, 3])
    }

    @Test("A copy finds its original among few of many years and among all there is", arguments: [0, 400])
    func amongOthers(apart: Double) throws {
        let title = "关于开展年度融合典型案例征集的通知"
        for other in 0..<8 {
            try ingest("z", "z\(other)", "第\(other)号公告的内容是\(other * 7_919)", day: -apart - Double(other))
        }
        try ingest("a", "1", title, day: -1)
        try ingest("y", "y", title, day: -600)
        _ = try store.updateStories()
        try ingest("b", "2", title)
        #expect(try store.updateStories() == 1)
        let places = try store.stories(of: [9, 10, 11])
        #expect([9, 10, 11].map { places[$0]?.story } == [9, 10, 9])
    }

    @Test("An item that was edited before it had a story gets one")
    func editedAtOnce() throws {
        let title = "关于开展年度融合典型案例征集的通知"
        try ingest("a", "1", title)
        try ingest("b", "2", "暂定")
        try ingest("b", "2", title)
        _ = try store.updateStories()
        #expect(try stories() == [1, 1, nil, nil])
    }

    @Test("A copy that comes together with an edit of its original, and is older, finds it")
    func withEdit() throws {
        let title = "关于开展年度融合典型案例征集的通知"
        try ingest("a", "1", title + "（试行）")
        _ = try store.updateStories()
        try ingest("b", "2", title, day: -3)
        try ingest("a", "1", title)
        _ = try store.updateStories()
        #expect(try stories() == [1, 1, nil, nil])
        #expect(try store.story(1).map(\.partner) == [1, nil])
    }

    @Test("Who was alone keeps its story when it is edited into somebody else's words")
    func aloneAndEdited() throws {
        let title = "关于开展年度融合典型案例征集的通知"
        try ingest("a", "1", title)
        try ingest("b", "2", "关于公布年度考核结果的通报")
        _ = try store.updateStories()
        try ingest("b", "2", title)
        _ = try store.updateStories()
        #expect(try stories() == [1, 2, nil, nil])
        #expect(try store.story(2).map(\.number) == [2])
    }
}
