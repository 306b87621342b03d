import Foundation
import Glibc
import JuheKit
import Testing

@testable import OpenXML
@testable import DirectorySource

@Suite("A folder of documents that need a look")
struct DirectoryInboxTests {
    private let secret = "机密★1年\n\n宁澜市水务局文件\n宁水发〔2026〕7号\n\n关于某事的通知\n\n各科室：\n　　略。\n"

    @Test("holds back what bears a mark, names file and rule, and stores nothing of it")
    func hold() async throws {
        let folder = try TemporaryFolder()
        try folder.write("市水务局/a.txt", secret)
        try folder.write("b.txt", "会议安排\n\n周五开会。\n")
        let record = try await folder.collect()
        #expect(record.items.map(\.title) == ["会议安排"])
        #expect(record.failures.map(\.subject) == ["市水务局/a.txt"])
        let held = try #require(record.held.first)
        #expect(held.rule == "secrecy")
        #expect(held.state == .held)
        #expect(held.hash.utf8.count == 64)
        #expect(record.checkpoint?.contains("某事") == false)
    }

    @Test("says it again while nobody decided, and nothing once it was dropped")
    func drop() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", secret)
        let first = try await folder.collect()
        var held = try #require(first.held.first)
        let second = try await folder.collect(state: first.checkpoint, held: [held])
        #expect(second.failures.map(\.subject) == ["a.txt"])
        #expect(second.items.isEmpty)
        held.state = .dropped
        let third = try await folder.collect(state: first.checkpoint, held: [held])
        #expect(third.failures.isEmpty)
        #expect(third.items.isEmpty)
        // The same content under another name is dropped as well.
        try folder.write("b.txt", secret)
        let fourth = try await folder.collect(state: first.checkpoint, held: [held])
        #expect(fourth.failures.isEmpty && fourth.items.isEmpty)
    }

    @Test("takes what was released, by its content")
    func release() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", secret)
        let first = try await folder.collect()
        var held = try #require(first.held.first)
        held.state = .released
        let second = try await folder.collect(state: first.checkpoint, held: [held])
        #expect(second.items.map(\.title) == ["关于某事的通知"])
        #expect(second.failures.isEmpty)
        let third = try await folder.collect(state: second.checkpoint, held: [held])
        #expect(third.items.isEmpty && third.failures.isEmpty)
        // Another content is judged anew.
        try folder.write("a.txt", secret + "　　另有一句。\n", age: 10)
        let fourth = try await folder.collect(state: second.checkpoint, held: [held])
        #expect(fourth.items.isEmpty)
        #expect(fourth.held.first?.state == .held)
        #expect(fourth.retracted == ["a.txt"])
    }

    @Test("takes a file off the list when it was mended or is gone")
    func mended() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", secret)
        let first = try await folder.collect()
        try folder.write("a.txt", "关于某事的通知\n\n各科室：\n　　略。\n", age: 10)
        let second = try await folder.collect(state: first.checkpoint, held: first.held)
        #expect(second.settled == ["a.txt"])
        #expect(second.items.count == 1)
        try folder.remove("a.txt")
        let third = try await folder.collect(state: first.checkpoint, held: first.held)
        #expect(third.settled == ["a.txt"])
    }

    @Test("lists submissions with something missing, and takes them all the same")
    func incomplete() async throws {
        let folder = try TemporaryFolder()
        try folder.write("市水务局/a.txt", "突击队检查管网\n\n　　正文。\n\n执笔人：王某\n")
        let options: [String: OptionValue] = ["submission": .boolean(true), "unit_from_folder": .boolean(true)]
        let record = try await folder.collect(options)
        #expect(record.items.first?.details.unit == "市水务局")
        #expect(record.held.map(\.state) == [.incomplete])
        #expect(record.held.first?.rule == "unit,phone")
        #expect(record.held.first?.unit == "市水务局")
        #expect(record.notes.contains { $0.subject == "市水务局/a.txt" })
        try folder.write(
            "市水务局/a.txt", "突击队检查管网\n\n　　正文。\n\n报送单位：市水务局\n执笔人：王某\n联系电话：0471-1234567\n", age: 10)
        let second = try await folder.collect(options, state: record.checkpoint, held: record.held)
        #expect(second.settled == ["市水务局/a.txt"])
        #expect(second.held.isEmpty)
    }
}

@Suite("A folder's files and what becomes of them")
struct DirectoryFilesTests {
    private let notice = "关于检查的通知\n\n各科室：\n　　请检查。\n"

    @Test("are one item under several names, whichever comes first")
    func copies() async throws {
        let folder = try TemporaryFolder()
        try folder.write("b.txt", notice)
        let first = try await folder.collect()
        #expect(first.items.count == 1)
        try folder.write("a.txt", notice)
        let second = try await folder.collect(state: first.checkpoint)
        #expect(second.items.isEmpty)
        #expect(second.notes.map(\.subject) == ["a.txt"])
        // Moved to another place it is still the same.
        try folder.remove("b.txt")
        try folder.remove("a.txt")
        try folder.write("c/d.txt", notice)
        let third = try await folder.collect(state: second.checkpoint)
        #expect(third.items.isEmpty)
        #expect(third.retracted.isEmpty)
    }

    @Test("that were copies come back where their original was deleted")
    func orphanedCopy() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", notice)
        try folder.write("b.txt", notice)
        let options: [String: OptionValue] = ["on_missing": .text("delete")]
        let first = try await folder.collect(options)
        #expect(first.items.map(\.id) == ["a.txt"])
        try folder.remove("a.txt")
        let second = try await folder.collect(options, state: first.checkpoint)
        #expect(second.retracted == ["a.txt"])
        #expect(second.items.map(\.id) == ["b.txt"])
    }

    @Test("of many items lose none of them when a row or the whole file is taken away", arguments: ["keep", "delete"])
    func rows(_ missing: String) async throws {
        // What a list has reported stays reported: rows are moved to next month's list, packages are cleared away.
        let folder = try TemporaryFolder()
        let options: [String: OptionValue] = ["on_missing": .text(missing)]
        try folder.write("台账.csv", "标题,单位\n检查管网,水务局\n慰问老人,民政局\n")
        let first = try await folder.collect(options)
        #expect(first.items.map(\.id) == ["台账.csv#检查管网", "台账.csv#慰问老人"])
        try folder.write("台账.csv", "标题,单位\n慰问老人,民政局\n植树,林草局\n", age: 60)
        let second = try await folder.collect(options, state: first.checkpoint)
        #expect(second.items.map(\.id) == ["台账.csv#慰问老人", "台账.csv#植树"])
        #expect(second.retracted.isEmpty)
        try folder.remove("台账.csv")
        let third = try await folder.collect(options, state: second.checkpoint)
        #expect(!third.retracted.contains { $0.contains("#") })
    }

    @Test("lose no paper when it is taken out of its package or its mail", arguments: ["keep", "delete"])
    func members(_ missing: String) async throws {
        let folder = try TemporaryFolder()
        let options: [String: OptionValue] = ["on_missing": .text(missing)]
        let (one, other) = ("关于检查管网的通知\n请各科室检查管网。\n", "关于慰问老人的通知\n请各科室慰问老人。\n")
        func mail(_ papers: [String]) -> String {
            let parts = papers.enumerated().map { number, paper in
                "--b\r\nContent-Type: text/plain; charset=utf-8; name=\"\(number).txt\"\r\n"
                    + "Content-Disposition: attachment; filename=\"\(number).txt\"\r\n\r\n\(paper)\r\n"
            }
            return "Subject: papers\r\nFrom: a@ninglan.example\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n两份材料请查收，请各科室按时办理。\r\n" + parts.joined()
                + "--b--\r\n"
        }
        func pack(_ papers: [String]) throws -> [UInt8] {
            try ZipFile.bytes(of: papers.enumerated().map { (name: "\($0).txt", bytes: Array($1.utf8)) })
        }
        try folder.write("报送.zip", bytes: pack([one, other]))
        try folder.write("报送.eml", mail([one, other]))
        let first = try await folder.collect(options)
        try folder.write("报送.zip", bytes: pack([one]), age: 60)
        try folder.write("报送.eml", mail([one]), age: 60)
        let second = try await folder.collect(options, state: first.checkpoint)
        #expect(first.items.count > second.items.count)
        #expect(first.items.contains { $0.title == "关于慰问老人的通知" } && second.retracted.isEmpty)
    }

    @Test("say where they come from")
    func provenance() async throws {
        let folder = try TemporaryFolder()
        try folder.write("市水务局/二科/a.txt", notice)
        let record = try await folder.collect(["unit_from_folder": .boolean(true)])
        let file = try #require(record.items.first?.details.file)
        #expect(file.path == "市水务局/二科/a.txt")
        #expect(file.size == notice.utf8.count)
        #expect(file.sha256.utf8.count == 64)
        #expect(file.owner != nil)
        #expect(file.received == TemporaryFolder.now.addingTimeInterval(-3_600))
        #expect(record.items.first?.details.unit == "市水务局")
    }

    @Test("that a program has open to write wait for the next run")
    func open() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", notice)
        let writer = Glibc.open(folder.path + "/a.txt", O_WRONLY | O_CLOEXEC)
        defer { close(writer) }
        let record = try await folder.collect()
        #expect(record.items.isEmpty)
        #expect(record.notes.map(\.subject) == ["a.txt"])
    }

    @Test("are moved away in the run after, when their items are stored", arguments: ["move", "delete"])
    func after(_ choice: String) async throws {
        let folder = try TemporaryFolder()
        let archive = try TemporaryFolder()
        try folder.write("市水务局/a.txt", notice)
        try folder.write("b.txt", "机密★1年\n\n关于某事的通知\n\n各科室：\n　　略。\n")
        let options: [String: OptionValue] = ["after": .text(choice), "after_folder": .text(archive.path + "/taken")]
        let first = try await folder.collect(options)
        #expect(access(folder.path + "/市水务局/a.txt", F_OK) == 0)
        let rehearsed = try await folder.collect(options, state: first.checkpoint, held: first.held, isRehearsal: true)
        #expect(rehearsed.items.isEmpty)
        #expect(access(folder.path + "/市水务局/a.txt", F_OK) == 0)
        let second = try await folder.collect(options, state: first.checkpoint, held: first.held)
        #expect(access(folder.path + "/市水务局/a.txt", F_OK) != 0)
        #expect((access(archive.path + "/taken/市水务局/a.txt", F_OK) == 0) == (choice == "move"))
        #expect(second.retracted.isEmpty)
        // What is held stays where it is; what comes again is known.
        #expect(access(folder.path + "/b.txt", F_OK) == 0)
        try folder.write("市水务局/a.txt", notice, age: 5)
        let third = try await folder.collect(options, state: second.checkpoint, held: first.held)
        #expect(third.items.isEmpty)
    }

    @Test(
        "are not moved into the folder itself, nor counted as missing",
        arguments: [
            ["after": OptionValue.text("move")], ["after": .text("move"), "after_folder": .text("/inbox/taken")],
            ["after": .text("delete"), "on_missing": .text("delete")],
        ])
    func mistakes(_ options: [String: OptionValue]) {
        #expect(throws: Failure.self) {
            try DirectorySource(options: Options(options.merging(["path": .text("/inbox")]) { $1 }))
        }
    }
}
