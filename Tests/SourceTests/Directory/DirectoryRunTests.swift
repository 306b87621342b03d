import Foundation
import JuheKit
import Testing

@testable import DirectorySource

@Suite("A folder from run to run")
struct DirectoryRunTests {
    private static let delete: [String: OptionValue] = ["on_missing": .text("delete")]

    @Test("gives one item per file, sorted, with its path as identifier")
    func firstRun() async throws {
        let folder = try TemporaryFolder()
        try folder.write("b.txt", "乙")
        try folder.write("子文件夹/a.md", "# 甲")
        try folder.write("a.txt", "甲")
        try folder.write("a.exe", "%PDF-1.7")
        let record = try await folder.collect()
        #expect(record.items.map(\.id) == ["a.txt", "b.txt", "子文件夹/a.md"])
        #expect(record.items.map(\.title) == ["甲", "乙", "甲"])
        #expect(record.failures.isEmpty)
        #expect(!record.isUnchanged)
    }

    @Test("says so where nothing changed, and reads nothing")
    func unchanged() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect()
        let second = try await folder.collect(state: first.checkpoint)
        #expect(second.isUnchanged)
        #expect(second.items.isEmpty)
        #expect(second.checkpoint == nil)
    }

    @Test("gives a changed file again under the same identifier")
    func changed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "通知一")
        try folder.write("b.txt", "通知二")
        let first = try await folder.collect()
        try folder.write("a.txt", "通知三", age: 60)
        let second = try await folder.collect(state: first.checkpoint)
        #expect(second.items.map(\.id) == ["a.txt"])
        #expect(second.items.first?.title == "通知三")
        #expect(!second.isUnchanged)
    }

    @Test("takes a touched file for unchanged, and remembers its new time")
    func touched() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect()
        folder.touch("a.txt", age: 60)
        let second = try await folder.collect(state: first.checkpoint)
        #expect(second.items.isEmpty)
        #expect(second.isUnchanged)
        #expect(second.checkpoint != nil && second.checkpoint != first.checkpoint)
    }

    @Test("reads everything again where the source's zone changed")
    func zoneChanged() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect()
        let second = try await folder.collect(state: first.checkpoint, source: SourceProfile(id: "folder", zone: .utc))
        #expect(second.items.count == 1)
    }

    @Test("keeps the item of a file that is gone, unless told otherwise")
    func missing() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        try folder.write("b.txt", "乙")
        let first = try await folder.collect()
        try folder.remove("b.txt")
        #expect(try await folder.collect(state: first.checkpoint).retracted.isEmpty)
        let second = try await folder.collect(Self.delete, state: first.checkpoint)
        #expect(second.retracted == ["b.txt"])
        #expect(!second.isUnchanged)
        let third = try await folder.collect(Self.delete, state: second.checkpoint)
        #expect(third.retracted.isEmpty)
        #expect(third.isUnchanged)
    }

    @Test("retracts the item of the last file too, but not where another folder came in its place")
    func unmounted() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect(Self.delete)
        try folder.remove("a.txt")
        #expect(try await folder.collect(Self.delete, state: first.checkpoint).retracted == ["a.txt"])
        let other = try TemporaryFolder()
        let failure = await #expect(throws: Failure.self) {
            try await other.collect(Self.delete, state: first.checkpoint)
        }
        #expect(failure?.code == .missing)
    }

    @Test("takes a file that was written just now, and waits for one that is still growing")
    func waiting() async throws {
        let folder = try TemporaryFolder()
        try folder.write("old.txt", "旧通知")
        for name in ["fresh.txt", "growing.txt"] {
            try Data("新通知".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
        }
        let path = folder.path + "/growing.txt"
        // Somebody writes on until the source has looked.
        let writer = Task.detached {
            guard let file = FileHandle(forWritingAtPath: path) else { return }
            while !Task.isCancelled {
                file.seekToEndOfFile()
                file.write(Data("，还在写".utf8))
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        let record = try await folder.collect()
        writer.cancel()
        #expect(record.items.map(\.id) == ["fresh.txt", "old.txt"])
        #expect(record.notes.map(\.subject) == ["growing.txt"])
        #expect(record.failures.isEmpty)
    }

    @Test("knows a renamed file as another one")
    func renamed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect(Self.delete)
        try folder.remove("a.txt")
        try folder.write("b.txt", "甲")
        let second = try await folder.collect(Self.delete, state: first.checkpoint)
        #expect(second.items.map(\.id) == ["b.txt"])
        #expect(second.retracted == ["a.txt"])
    }

    @Test(
        "starts anew from a state that it does not understand", arguments: ["", "{\"etag\":1}", "directory/0 a b c\nx"])
    func foreignState(_ state: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let record = try await folder.collect(state: state)
        #expect(record.items.count == 1)
        #expect(!record.isUnchanged)
    }

    @Test("remembers any name")
    func state() throws {
        var state = DirectoryState(settings: 7, folder: FoundFile.Inode(device: 1, number: .max))
        for name: [UInt8] in [
            Array("通知 100%.txt".utf8), [0xCD, 0xA8, 0x2E, 0x0A, 0x25, 0x34, 0x31], Array("a b/c".utf8),
        ] {
            state.marks[RelativePath(name)] = DirectoryState.Mark(
                size: 3, modified: -1, hash: ContentHash(of: name))
        }
        #expect(DirectoryState(state.text) == state)
    }

    @Test("reads subfolders unless told otherwise, and what is asked for")
    func options() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        try folder.write("2026/b.txt", "乙")
        try folder.write("2026/c.log", "丙")
        try folder.write("草稿/d.txt", "丁")
        let flat = try await folder.collect(["recursive": .boolean(false)])
        #expect(flat.items.map(\.id) == ["a.txt"])
        let some = try await folder.collect([
            "patterns": .list([.text("2026/**"), .text("草稿/*")]), "ignore": .list([.text("草稿/")]),
        ])
        #expect(some.items.map(\.id) == ["2026/b.txt", "2026/c.log"])
    }

    @Test("takes ten thousand files, and no more than allowed")
    func many() async throws {
        let folder = try TemporaryFolder()
        for number in 0..<10_000 { try folder.write("\(1_000_000 + number).txt", "通知\(number)") }
        let first = try await folder.collect()
        #expect(first.items.count == 10_000)
        let state = try #require(first.checkpoint)
        #expect(state.utf8.count < 700_000)
        let second = try await folder.collect(state: state)
        #expect(second.isUnchanged)
        let limited = try await folder.collect(["max_files": .integer(10)])
        #expect(limited.items.map(\.id).last == "1000009.txt")
        #expect(limited.failures.map(\.code) == [.limit])
    }
}
