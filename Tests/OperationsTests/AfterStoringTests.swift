import Foundation
import JuheKit
import Store
import Testing

@testable import Operations

@Suite("What sources do once they know that their items are stored", .timeLimit(.minutes(10)))
struct AfterStoringTests {
    private struct NoNetwork: Fetcher {
        func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
            throw Failure(.unreachable, request.url, .unknownHost(""))
        }
    }

    /// Brings an item, and takes its time afterwards.
    private struct Hanging: ItemSource {
        let isStored: AsyncStream<Void>.Continuation
        let isReleased: AsyncStream<Void>

        func collect(_ context: SourceContext) async throws {
            context.emit([Item(id: "1", title: "通知")])
            context.afterStoring { _ in
                isStored.finish()
                for await _ in isReleased {}
                return [Failure(.plugin, "hanging", .pluginTooSlow(1))]
            }
        }
    }

    /// Brings an item once another source's is stored.
    private struct Late: ItemSource {
        let begin: AsyncStream<Void>

        func collect(_ context: SourceContext) async throws {
            for await _ in begin {}
            context.emit([Item(id: "1", title: "公告")])
        }
    }

    @Test("A program that hangs then holds up no other source, and what it says at last is in the report")
    func hanging() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/juhe-after-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/juhe.sqlite")
        let (isStored, stored) = AsyncStream.makeStream(of: Void.self)
        let (isReleased, release) = AsyncStream.makeStream(of: Void.self)
        let collection = Collection(store: store, fetcher: NoNetwork(), now: Date(timeIntervalSince1970: 1_795_564_800))
        let targets = [
            Collection.Target(
                profile: SourceProfile(id: "hanging"), plugin: Hanging(isStored: stored, isReleased: isReleased)),
            Collection.Target(profile: SourceProfile(id: "late"), plugin: Late(begin: isStored)),
        ]
        let report = try await collection.run(targets) { entry in
            if entry.profile.id == "late" { release.finish() }
        }
        #expect(report.entries.map(\.count.new) == [1, 1])
        #expect(report.entries.map { $0.notes.map(\.phrase) } == [[.pluginTooSlow(1)], []])
    }
}
