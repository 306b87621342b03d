import Glibc
import JuheKit
import Testing

@testable import DirectorySource

@Suite("A folder with bad things in it")
struct DirectoryBadInputTests {
    @Test("fails as a whole where it is missing or no folder")
    func noFolder() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        for (path, code) in [("/nowhere", Failure.Code.missing), ("/a.txt", .notAFile)] {
            let failure = await #expect(throws: Failure.self) {
                try await folder.collect(["path": .text(folder.path + path)])
            }
            #expect(failure?.code == code)
            #expect(failure?.subject == folder.path + path)
        }
    }

    /// Runs one bad file beside a good one, which must come through.
    private func failure(
        _ options: [String: OptionValue] = [:], beside bad: (TemporaryFolder) throws -> Void
    ) async throws -> [Failure] {
        let folder = try TemporaryFolder()
        try folder.write("好.txt", "好消息")
        try bad(folder)
        let record = try await folder.collect(options)
        #expect(record.items.contains { $0.title == "好消息" })
        #expect(record.failures.allSatisfy { !$0.phrase.zhHans.isEmpty && !$0.phrase.english.isEmpty })
        return record.failures
    }

    @Test("names a link that leads to itself or above", .timeLimit(.minutes(10)))
    func loops() async throws {
        let failures = try await failure {
            try $0.folder("子")
            try $0.link("子/上", to: "..")
            try $0.link("甲", to: "乙")
            try $0.link("乙", to: "甲")
            try $0.link("自己.txt", to: "自己.txt")
        }
        #expect(failures.map(\.code) == [.linkLoop, .linkLoop, .linkLoop, .linkLoop])
        #expect(Set(failures.map(\.subject)) == ["乙", "子/上", "甲", "自己.txt"])
    }

    @Test("does not follow links out of it")
    func linksOut() async throws {
        let other = try TemporaryFolder()
        try other.write("秘密.txt", "不应读到")
        let failures = try await failure {
            try $0.link("外.txt", to: other.path + "/秘密.txt")
            try $0.link("外", to: other.path)
            try $0.link("断.txt", to: "没有.txt")
            try $0.link("外.exe", to: other.path + "/秘密.txt")
        }
        #expect(failures.map(\.subject) == ["外", "外.txt", "断.txt"])
        #expect(failures.map(\.code) == [.refused, .refused, .missing])
    }

    @Test("reads a file once, whatever links lead to it")
    func sameFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("m.txt", "原件")
        try folder.link("a.txt", to: "m.txt")
        try folder.hardLink("z.txt", to: "m.txt")
        try folder.write(".store/x.txt", "藏件")
        try folder.link("y.txt", to: ".store/x.txt")
        let record = try await folder.collect()
        #expect(record.items.map(\.id) == ["m.txt", "y.txt"])
        #expect(record.items.map(\.title) == ["原件", "藏件"])
        #expect(record.failures.isEmpty)
    }

    @Test("does not wait at pipes", .timeLimit(.minutes(10)))
    func pipes() async throws {
        let failures = try await failure {
            try $0.pipe("管道.txt")
            try $0.pipe("管道")
            try $0.link("到管道.txt", to: "管道")
        }
        #expect(failures.map(\.code) == [.notAFile, .notAFile, .notAFile])
    }

    @Test("names files that are too large, binary or secret")
    func content() async throws {
        let failures = try await failure(["max_size": .integer(2_000)]) {
            try $0.write("大.txt", String(repeating: "长", count: 1_000))
            try $0.write("文档.txt", bytes: [0x50, 0x4B, 0x03, 0x04] + Array("word/document.xml".utf8))
            try $0.write("杂.txt", bytes: (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7_919 &+ $0 >> 3) })
            try $0.write("密.txt", "机密★1年\n宁澜市人民政府办公室文件\n宁政办发〔2026〕1号\n\n关于某事的通知\n")
        }
        #expect(
            Dictionary(uniqueKeysWithValues: failures.map { ($0.subject, $0.code) }) == [
                "大.txt": .tooLarge, "文档.txt": .malformed, "杂.txt": .malformed, "密.txt": .refused,
            ])
    }

    @Test("does not let Markdown run for minutes", .timeLimit(.minutes(10)))
    func unreasonable() async throws {
        let failures = try await failure {
            try $0.write("a.md", String(repeating: "![[]()", count: 100_000))
            try $0.write(
                "b.md", String(repeating: "|", count: 600_000) + "\n" + String(repeating: "|-", count: 300_000))
            try $0.write("c.md", String(repeating: "[一](b", count: 300) + "\n")
        }
        #expect(failures.map(\.subject) == ["a.md", "b.md"])
        #expect(failures.allSatisfy { $0.code == .limit })
    }

    @Test("names a file again in every run until it is repaired")
    func again() async throws {
        let folder = try TemporaryFolder()
        try folder.write("文档.txt", bytes: Array("%PDF-1.7 …".utf8))
        let first = try await folder.collect()
        let second = try await folder.collect(state: first.checkpoint)
        #expect(second.failures.map(\.subject) == ["文档.txt"])
        try folder.write("文档.txt", "改好了")
        let third = try await folder.collect(state: second.checkpoint)
        #expect(third.failures.isEmpty)
        #expect(third.items.map(\.title) == ["改好了"])
    }

    @Test("notes an empty file once, as no failure")
    func empty() async throws {
        let folder = try TemporaryFolder()
        try folder.write("空.txt", "")
        try folder.write("空白.md", " \n\n")
        let first = try await folder.collect()
        #expect(first.items.isEmpty && first.failures.isEmpty)
        #expect(first.notes.map(\.code) == [.empty, .empty])
        #expect(try await folder.collect(state: first.checkpoint).notes.isEmpty)
    }

    @Test("shows names in GBK, and names with line breaks on one line")
    func names() async throws {
        let folder = try TemporaryFolder()
        try folder.write([0xCD, 0xA8, 0xD6, 0xAA] + Array(".txt".utf8), Array("国标名".utf8))
        try folder.write(Array("两\n行.txt".utf8), Array("两行名".utf8))
        try folder.write([0xCD, 0xA8, 0xD6, 0xAA] + Array("2.txt".utf8), [])
        let record = try await folder.collect()
        #expect(record.items.map(\.id) == ["%CD%A8%D6%AA.txt", "两%0A行.txt"])
        #expect(record.notes.map(\.subject) == ["通知2.txt"])
        #expect(try await folder.collect(state: record.checkpoint).isUnchanged)
    }

    @Test("keeps two names apart that look the same")
    func normalization() async throws {
        let folder = try TemporaryFolder()
        try folder.write("caf\u{E9}.txt", "一")
        try folder.write("cafe\u{301}.txt", "二")
        let record = try await folder.collect()
        #expect(Set(record.items.map(\.id)).count == 2)
        #expect(record.items.contains { $0.id.unicodeScalars.elementsEqual("caf\u{E9}.txt".unicodeScalars) })
    }

    @Test("stops at a depth", .timeLimit(.minutes(10)))
    func depth() async throws {
        let failures = try await failure {
            try $0.write(String(repeating: "d/", count: 80) + "a.txt", "太深")
            try $0.write(String(repeating: "e/", count: 60) + "a.txt", "不太深")
        }
        #expect(failures.map(\.code) == [.limit])
    }

    @Test("takes a file for gone that vanished, and for changing that was exchanged")
    func vanished() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        try folder.write("b.txt", "乙")
        let listing = try FolderWalk.listing(Self.request(folder.path)) { Issue.record("\($0)") }
        try folder.remove("a.txt")
        try folder.remove("b.txt")
        try folder.link("b.txt", to: "/etc/hostname")
        let reading = try FileReading(folder: folder.path)
        for file in listing.files {
            guard case .gone = try reading.read(file, limit: 100) else {
                Issue.record("\(file.path.shown) was read")
                continue
            }
        }
    }

    /// Root may read everything: on Linux its thread gives that up with its file system identity.
    private func asNobody(_ body: () throws -> Void) rethrows {
        typealias Change = @convention(c) (UInt32) -> Int32
        guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
        let change = unsafeBitCast(symbol, to: Change.self)
        _ = change(65_534)
        defer { _ = change(0) }
        try body()
    }

    @Test("names what it may not read")
    func permission() throws {
        let folder = try TemporaryFolder()
        try folder.write("关.txt", "关")
        try folder.write("关着/a.txt", "关")
        try folder.write("开.txt", "开")
        chmod(folder.path + "/关.txt", 0)
        chmod(folder.path + "/关着", 0)
        var failures: [Failure] = []
        try asNobody {
            let listing = try FolderWalk.listing(Self.request(folder.path)) { failures.append($0) }
            #expect(!listing.isComplete)
            let reading = try FileReading(folder: folder.path)
            for file in listing.files {
                do throws(Failure) { _ = try reading.read(file, limit: 100) } catch { failures.append(error) }
            }
            let closed = #expect(throws: Failure.self) {
                try FolderWalk.listing(Self.request(folder.path + "/关着")) { _ in }
            }
            #expect(closed?.code == .unreadable)
        }
        chmod(folder.path + "/关着", 0o755)
        #expect(failures.map(\.subject) == ["关着", "关.txt"])
        #expect(failures.map(\.code) == [.unreadable, .unreadable])
    }

    private static func request(_ path: String) -> FolderWalk.Request {
        FolderWalk.Request(
            folder: path, filter: PathFilter(patterns: ["*.txt"], ignore: []), isRecursive: true, settledBefore: .max)
    }

    @Test("says in both languages why a folder cannot be opened")
    func closedFolder() {
        #expect(Failure.folder("x", error: EACCES).code == .unreadable)
        #expect(Failure.folder("x", error: EIO).phrase.zhHans.contains("权限"))
        #expect(Failure.folder("x", error: ENOENT).code == .missing)
    }

    @Test("retracts nothing where it could not look everywhere")
    func incomplete() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "甲")
        let first = try await folder.collect()
        try folder.remove("a.txt")
        try folder.write(String(repeating: "d/", count: 80) + "b.txt", "太深")
        let second = try await folder.collect(["on_missing": .text("delete")], state: first.checkpoint)
        #expect(second.retracted.isEmpty)
    }
}
