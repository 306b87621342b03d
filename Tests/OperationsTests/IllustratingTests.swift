import Bulletin
import Configuration
import Foundation
import JuheKit
import Operations
import Store
import Testing

/// Answers with what is written down for an address.
private struct Shelf: Fetcher {
    var files: [String: [UInt8]]

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        guard let file = files[request.url],
            !request.url.contains("intranet") || request.allowedNetworks == ["10.1.2.3"]
        else {
            throw Failure(.httpStatus, request.url, Phrase("没有", en: "not there"))
        }
        guard file.count <= request.maximumBytes else {
            throw Failure(.tooLarge, request.url, Phrase("太大", en: "too large"))
        }
        return FetchResponse(status: 200, url: request.url, headers: [], body: file)
    }
}

@Suite("Pictures for an edition")
struct IllustratingTests {
    private static func png(width: UInt8, high: UInt8 = 1) -> [UInt8] {
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, high, width, 0,
            0, 1, 0,
        ]
    }

    private func entry(_ number: Int64, _ address: String?, html: String? = nil) -> EditionEntry {
        var item = Item(id: "\(number)", title: "第\(number)条")
        item.image = address
        item.contentHTML = html
        item.details.number = number
        return EditionEntry(item: item, state: .new)
    }

    private func draft(_ entries: [EditionEntry], highlights: [Int64] = []) -> EditionDraft {
        let group = EditionSection.Group(track: .party, entries: entries)
        return EditionDraft(
            sections: [EditionSection(kind: .update, groups: [group])], leftOut: [], highlights: highlights, note: [])
    }

    @Test("Highlights come first; what is no picture, too small, too large or not there is passed over")
    func choice() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-pictures-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/a.sqlite")
        let shelf = Shelf(files: [
            "https://a.example/1.png": Self.png(width: 0), "https://a.example/2.png": Array("<html>".utf8),
            "https://a.example/3.png": Self.png(width: 9, high: 0),
            "https://a.example/4.png": Self.png(width: 0) + [UInt8](repeating: 0, count: 1_000_000),
            "https://a.example/6.png?a=1&b=2": Self.png(width: 44),
        ])
        let html = "<p><img src=\"https://a.example/6.png?a=1&amp;b=2\" alt=\"党员&quot;突击队&quot;\"></p>"
        let entries = [
            entry(1, "https://a.example/1.png"), entry(2, "https://a.example/2.png"),
            entry(3, "https://a.example/3.png"), entry(4, "https://a.example/4.png"),
            entry(5, "https://a.example/5.png"), entry(6, "https://a.example/6.png?a=1&b=2", html: html),
            entry(7, "file:///etc/passwd"), entry(8, nil),
        ]
        let made = try await Illustrating(store: store, fetcher: shelf).pictures(
            of: draft(entries, highlights: [6]), most: 5)
        #expect(made.kept.map(\.item) == [6, 1])
        #expect(made.kept.map(\.alternative) == ["党员\"突击队\"", "第1条"])
        #expect(made.kept[0].width == 300 && made.kept[0].height == 256)
        #expect(try store.file(made.kept[0].digest)?.content == Self.png(width: 44))
        #expect(made.failures.map(\.code) == [.malformed, .malformed, .tooLarge, .httpStatus])
        let one = try await Illustrating(store: store, fetcher: shelf).pictures(of: draft(entries), most: 1)
        #expect(one.kept.map(\.item) == [1])
    }

    @Test("A picture is fetched with what its own source may reach in the office's network, and with no more")
    func grants() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-pictures-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/a.sqlite")
        let address = "http://intranet.ninglan.example/1.png"
        let shelf = Shelf(files: [address: Self.png(width: 0)])
        var entries = [entry(1, address), entry(2, address), entry(3, address)]
        entries[0].item.details.source = "public"
        entries[1].item.details.source = "oa"
        let made = try await Illustrating(
            store: store, fetcher: shelf, ways: ["oa": SourceWay(networks: ["10.1.2.3"]), "public": SourceWay()]
        )
        .pictures(of: draft(entries), most: 5)
        #expect(made.kept.map(\.item) == [2] && made.failures.count == 2)
    }
}
