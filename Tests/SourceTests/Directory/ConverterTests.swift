import Foundation
import Glibc
import JuheKit
import Testing

@testable import DirectorySource

@Suite("Documents that other programs read for us")
struct ConverterTests {
    private static let notice = """
        <p align="center"><font size="5">宁澜市水务局文件</font></p><p align="center">宁水发〔2026〕7号</p>
        <p align="center"><b>关于开展供水管网检查的通知</b></p><p>各科室、各直属单位：</p>
        <p>　　为保障冬季供水安全，现就管网检查有关事项通知如下。</p>
        <table border="1"><tr><td>单位</td><td>管段</td><td>里程</td></tr><tr><td>城东水厂</td><td>宁河路</td><td>十二公里</td></tr>
        <tr><td>城西水厂</td><td>澜山街</td><td>九公里</td></tr></table>
        <p>　　请各单位认真组织检查，发现问题及时处理。</p><p align="right">宁澜市水务局</p><p align="right">2026年11月5日</p>
        """

    private func check(_ item: Item) throws {
        #expect(item.title == "关于开展供水管网检查的通知")
        #expect(item.details.document?.number == "宁水发〔2026〕7号")
        #expect(item.details.document?.issuer == "宁澜市水务局")
        #expect(item.details.document?.date == "2026-11-05")
        let html = try #require(item.contentHTML)
        #expect(html.contains("现就管网检查有关事项通知如下。"))
        #expect(html.contains("发现问题及时处理。"))
        #expect(!html.contains("宁水发"))
    }

    @Test(
        "in old Word, under the names of Word and of WPS, keep title, text and table",
        .enabled(if: OfficePrograms.have("soffice"), "LibreOffice is not installed: libreoffice-writer-nogui"))
    func word() async throws {
        let bytes = try OfficePrograms.office(Self.notice, as: "doc")
        try #require(bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]))
        let folder = try TemporaryFolder()
        try folder.write("a.doc", bytes: bytes)
        try folder.write("b.wps", bytes: bytes + [0])
        let record = try await folder.collect()
        #expect(record.failures.isEmpty, "\(record.failures)")
        #expect(record.items.map(\.id) == ["a.doc", "b.wps"])
        for item in record.items {
            try check(item)
            let html = item.contentHTML ?? ""
            #expect(html.contains("<table>"))
            let cells = html.replacing("</p>", with: "").replacing("<p>", with: "")
            for cell in ["单位", "管段", "里程", "城东水厂", "宁河路", "十二公里", "城西水厂", "澜山街", "九公里"] {
                #expect(cells.contains(">\(cell)</td>") || cells.contains(">\(cell)</th>"), "\(cell)")
            }
        }
    }

    @Test(
        "in OpenDocument keep title, text and table",
        .enabled(if: OfficePrograms.have("soffice"), "LibreOffice is not installed: libreoffice-writer-nogui"))
    func openDocument() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.odt", bytes: try OfficePrograms.office(Self.notice, as: "odt"))
        let record = try await folder.collect()
        #expect(record.failures.isEmpty, "\(record.failures)")
        let text = try #require(record.items.first)
        #expect(text.id == "a.odt")
        try check(text)
        #expect(text.contentHTML?.contains("<table>") == true)
    }

    @Test(
        "in OpenDocument that are lists give a row each",
        .enabled(if: OfficePrograms.haveSheets, "LibreOffice's sheets are not installed: libreoffice-calc-nogui"))
    func openDocumentSheet() async throws {
        let folder = try TemporaryFolder()
        try folder.write("list.csv", "标题,单位\n检查管网,市水务局\n慰问老人,市民政局\n")
        try OfficePrograms.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder.path)/.profile", "--headless",
                "--infilter=CSV:44,34,76", "--convert-to", "ods", "list.csv",
            ], in: folder.path)
        try folder.remove("list.csv")
        folder.touch("list.ods", age: 60)
        let record = try await folder.collect()
        #expect(record.failures.isEmpty, "\(record.failures)")
        #expect(record.items.map(\.title) == ["检查管网", "慰问老人"])
    }

    @Test(
        "in old Word keep their text where only a small converter is installed",
        .enabled(
            if: OfficePrograms.have("soffice") && (OfficePrograms.have("antiword") || OfficePrograms.have("catdoc")),
            "LibreOffice, and antiword or catdoc, are not installed"))
    func small() async throws {
        let bytes = try OfficePrograms.office(Self.notice, as: "doc")
        for program in ["antiword", "catdoc"] where OfficePrograms.have(program) {
            let folder = try TemporaryFolder()
            let programs = try TemporaryFolder()
            try programs.link(program, to: "/usr/bin/\(program)")
            try folder.write("a.doc", bytes: bytes)
            let record = try await folder.collect(["programs": .list([.text(programs.path)])])
            #expect(record.failures.isEmpty, "\(program): \(record.failures)")
            try check(try #require(record.items.first))
            #expect(record.items.first?.contentHTML?.contains("十二公里") == true)
        }
    }

    @Test(
        "as scanned pages are recognized, and say that they were",
        .enabled(
            if: OfficePrograms.have("soffice", "pdftoppm", "tesseract"),
            "LibreOffice, poppler-utils or tesseract-ocr is not installed"))
    func scan() async throws {
        let scanned = try OfficePrograms.scan(try OfficePrograms.office(Self.notice, as: "pdf"))
        let folder = try TemporaryFolder()
        try folder.write("扫描/20261105.pdf", bytes: scanned)
        let record = try await folder.collect()
        #expect(record.failures.isEmpty, "\(record.failures)")
        let item = try #require(record.items.first)
        #expect(item.title?.contains("管网检查的通知") == true)
        let text = (item.contentHTML ?? "").filter { !$0.isWhitespace }
        #expect(text.contains("保障冬季供水安全"))
        #expect(text.contains("发现问题及时处理"))
        #expect(item.details.document?.date == "2026-11-05")
        #expect(record.notes.contains { $0.phrase == .recognizedText && $0.subject == "扫描/20261105.pdf" })
    }

    // MARK: - Programs that are not there, or bad

    /// An old Word file as far as its first bytes tell.
    private static let old: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)

    /// Reads a bad document beside a good one, with the programs of a folder.
    private func collect(
        _ name: String, _ bytes: [UInt8], programs: [String: String] = [:], links: [String] = [], timeout: Double = 60
    ) async throws -> RecordingHost.Record {
        let folder = try TemporaryFolder()
        let shelf = try TemporaryFolder()
        for (name, script) in programs {
            try shelf.write(name, "#!/bin/sh\n" + script + "\n")
            chmod("\(shelf.path)/\(name)", 0o755)
        }
        for name in links { try shelf.link(name, to: "/usr/bin/\(name)") }
        try folder.write("好.txt", "好消息")
        try folder.write(name, bytes: bytes)
        let record = try await folder.collect([
            "programs": .list([.text(shelf.path)]), "convert_timeout": .number(timeout),
        ])
        #expect(record.items.contains { $0.title == "好消息" })
        return record
    }

    @Test("are named with what to install where no program reads them")
    func absent() async throws {
        let word = try await collect("旧.doc", Self.old)
        #expect(word.failures.map(\.subject) == ["旧.doc"])
        #expect(word.failures.map(\.code) == [.plugin])
        #expect(word.failures.first?.phrase.zhHans.contains("请安装 libreoffice-writer-nogui") == true)
        let sheet = try await collect("旧.xls", Self.old + "Workbook".utf8.flatMap { [$0, 0] })
        #expect(sheet.failures.first?.phrase.zhHans.contains("libreoffice-calc-nogui") == true)
        let pdf = try await collect("文.pdf", Array("%PDF-1.4\n".utf8))
        #expect(pdf.failures.map(\.subject) == ["文.pdf"])
        #expect(pdf.failures.first?.phrase.zhHans.contains("poppler-utils") == true)
    }

    @Test(
        "as scanned pages are named with what to install where nothing recognizes letters",
        .enabled(if: OfficePrograms.have("pdftotext", "pdftoppm"), "poppler-utils is not installed"))
    func noRecognition() async throws {
        let page = OfficePrograms.pdf([
            Array("<</Type/Catalog/Pages 2 0 R>>".utf8), Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
            Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".utf8),
        ])
        let record = try await collect("扫描.pdf", page, links: ["pdftotext", "pdfinfo", "pdftoppm"])
        #expect(record.failures.map(\.subject) == ["扫描.pdf"])
        #expect(record.failures.first?.phrase.zhHans.contains("tesseract-ocr-chi-sim") == true)
        // Installed, but nobody taught it Chinese.
        let untaught = try await collect(
            "扫描.pdf", page, programs: ["tesseract": "echo \"Failed loading language 'chi_sim'\" >&2; exit 1"],
            links: ["pdftotext", "pdfinfo", "pdftoppm"])
        #expect(untaught.failures.first?.phrase.zhHans.contains("tesseract-ocr-chi-sim") == true)
    }

    @Test("are given up, and named with the program, where it hangs", .timeLimit(.minutes(10)))
    func hang() async throws {
        for name in ["soffice", "antiword"] {
            let record = try await collect("旧.doc", Self.old, programs: [name: "sleep 600"], timeout: 0.5)
            #expect(record.failures.map(\.subject) == ["旧.doc"])
            #expect(record.failures.map(\.code) == [.timeout])
            #expect(record.failures.first?.phrase.zhHans.contains(name) == true)
        }
    }

    @Test(
        "are named with the program where it floods, breaks off, refuses, or writes something else",
        .timeLimit(.minutes(10)),
        arguments: [
            ("soffice", "yes 满满满满满满满满", Failure.Code.tooLarge), ("antiword", "cat /dev/zero", .tooLarge),
            ("soffice", "kill -SEGV $$", .malformed), ("catdoc", "kill -ABRT $$", .malformed),
            ("antiword", "echo 'not a Word document' >&2; exit 1", .malformed), ("soffice", "exit 0", .malformed),
            ("soffice", "echo nonsense > \"$HOME/document.docx\"", .malformed),
            ("soffice", "ln -s /etc/passwd \"$HOME/document.docx\"", .malformed),
            ("soffice", "head -c 1000000000 /dev/zero > \"$HOME/document.docx\"", .malformed),
        ])
    func bad(_ program: String, _ script: String, _ code: Failure.Code) async throws {
        let record = try await collect("旧.doc", Self.old, programs: [program: script], timeout: 20)
        #expect(record.failures.map(\.subject) == ["旧.doc"])
        #expect(record.failures.map(\.code) == [code], "\(record.failures)")
    }

    @Test("are read by the next program where the first one fails")
    func next() async throws {
        let record = try await collect(
            "旧.doc", Self.old,
            programs: [
                "soffice": "exit 1", "antiword": "exit 1",
                "catdoc": "printf '关于检查的通知\\n\\n各科室：\\n　　请检查。\\n'",
            ])
        #expect(record.failures.isEmpty, "\(record.failures)")
        #expect(record.items.first { $0.id == "旧.doc" }?.title == "关于检查的通知")
    }

    @Test("go to programs that see nothing of our environment and reach no network")
    func walls() async throws {
        setenv("JUHE_CANARY", "secret", 1)
        let record = try await collect(
            "旧.doc", Self.old,
            programs: ["antiword": "printf '环境\\n\\n'; env; printf '\\n网络\\n\\n'; cut -d: -f1 /proc/net/dev"])
        let text = record.items.first { $0.id == "旧.doc" }?.contentHTML ?? ""
        #expect(text.contains("PATH="))
        #expect(!text.contains("CANARY"))
        #expect(!text.contains("eth"))
    }
}
