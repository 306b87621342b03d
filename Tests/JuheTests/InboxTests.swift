import Foundation
import Testing

@Suite("Files that need a look, from outside")
struct InboxTests {
    private static let folder = "- {id: laiwen, type: directory, path: inbox, unit_from_folder: true, submission: true}"
    private static let secret = "机密★1年\n\n宁澜市水务局文件\n宁水发〔2026〕7号\n\n关于某事的通知\n\n各科室：\n　　略。\n"

    private func office() throws -> Office {
        let office = try Office(sources: Self.folder)
        try office.write(Self.secret, to: "inbox/市水务局/a.txt")
        try office.write("突击队检查管网\n\n　　正文。\n\n报送单位：市民政局\n执笔人：王某\n", to: "inbox/市民政局/b.txt")
        return office
    }

    @Test("are held, listed, and let pass by a decision; nothing of them is stored before")
    func release() throws {
        let office = try office()
        let first = try office.program.run("run")
        #expect(first.status == 3)
        #expect(first.errors.contains("市水务局/a.txt"))
        #expect(first.errors.contains("机密★1年"))
        for file in ["var/juhe.sqlite", "var/juhe.sqlite-wal"] where office.exists(file) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(office.path)/\(file)"))
            #expect(bytes.range(of: Data("某事".utf8)) == nil)
        }
        // Told once, and nothing more under cron.
        let second = try office.program.run("run")
        #expect(second.errors.isEmpty)
        let list = try office.program.run("inbox", "list")
        #expect(list.output.contains("laiwen:市水务局/a.txt"))
        #expect(list.output.contains("laiwen:市民政局/b.txt"))
        #expect(list.output.contains("联系电话"))
        let rehearsed = try office.program.run("inbox", "release", "市水务局/a.txt", "--dry-run")
        #expect(rehearsed.status == 0)
        #expect(try office.program.run("inbox", "list", "--json").output.contains("\"state\":\"held\""))
        #expect(try office.program.run("inbox", "release", "市水务局/a.txt").status == 0)
        let third = try office.program.run("run")
        #expect(third.status == 0)
        let items = try office.program.run("items", "--json")
        #expect(items.output.contains("关于某事的通知"))
        #expect(items.output.contains("\"classification\":\"机密★1年\""))
        #expect(items.output.contains("\"sha256\""))
        #expect(items.output.contains("\"unit\":\"市水务局\""))
    }

    @Test("are passed over in silence once dropped")
    func drop() throws {
        let office = try office()
        _ = try office.program.run("run")
        #expect(try office.program.run("inbox", "drop", "laiwen:市水务局/a.txt").status == 0)
        let run = try office.program.run("run")
        #expect(run.status == 0)
        #expect(!(try office.program.run("inbox", "list").output.contains("a.txt")))
        #expect(try office.program.run("inbox", "list", "--all").output.contains("a.txt"))
    }

    @Test("are named rightly or not at all")
    func unknown() throws {
        let office = try office()
        _ = try office.program.run("run")
        let wrong = try office.program.run("inbox", "release", "没有.txt")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("没有.txt"))
        #expect(try office.program.run("inbox", "drop", "市民政局/b.txt").status == 64)
    }

    @Test("keep the telephone of a submission in the store and out of every output")
    func telephone() throws {
        let office = try Office(sources: Self.folder)
        try office.write(
            "突击队检查管网\n\n　　正文。\n\n报送单位：市民政局\n执笔人：王某\n联系电话：0471-7654321\n", to: "inbox/市民政局/b.txt")
        #expect(try office.program.run("run").status == 0)
        #expect(try office.program.run("items", "--json").output.contains("0471-7654321"))
        for file in try office.snapshot().keys where file.hasPrefix("out/") {
            #expect(!(try office.read(file).contains("7654321")), "\(file)")
        }
    }

    @Test("of old forms are named, with the program that hangs, and told once; the others come out")
    func hangingConverter() throws {
        let office = try Office(
            sources: "- {id: laiwen, type: directory, path: inbox, programs: [tools], convert_timeout: 1s}")
        try office.write("#!/bin/sh\nsleep 600\n", to: "tools/soffice")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(office.path)/tools/soffice")
        let old: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        try office.write(old, to: "inbox/旧.doc")
        try office.write("突击队检查管网\n\n　　正文。\n", to: "inbox/好.txt")
        let first = try office.program.run("run")
        #expect(first.status == 3)
        #expect(first.errors.contains("旧.doc") && first.errors.contains("soffice"), "\(first.errors)")
        #expect(try office.read("out/jianbao/latest.txt").contains("突击队检查管网"))
        #expect(try office.program.run("run").errors.isEmpty)
    }
}
