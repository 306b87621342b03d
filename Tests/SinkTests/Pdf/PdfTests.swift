import Foundation
import JuheKit
import PdfSink
import Testing

/// LibreOffice, where it is installed.
private let libreOffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

@Suite("The PDF")
struct PdfTests {
    @Test(
        "A4, bookmarks, the edition's date; the same edition is the same bytes", .enabled(if: Browser.path != nil))
    func printed() async throws {
        let sink = try PdfSink(options: Options(["folder": .text("out")]))
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: sink)
        #expect(desk.paths == ["out/jiguan/2026-012.pdf", "out/jiguan/latest.pdf"])
        let bytes = desk.bytes("2026-012.pdf")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(bytes.starts(with: "%PDF-".utf8))
        #expect(text.contains("/Outlines"))
        #expect(text.contains("(D:20261124013000"))
        #expect(text.firstMatch(of: /MediaBox \[0 0 59[45][.0-9]* 84[12][.0-9]*\]/) != nil)
        let again = Desk()
        try await again.deliver(SampleEdition.small, by: sink)
        #expect(again.bytes("2026-012.pdf") == bytes)
    }

    @Test(
        "LibreOffice makes the same bytes each time as well", .enabled(if: libreOffice != nil))
    func office() async throws {
        let program = try #require(libreOffice)
        let sink = try PdfSink(
            options: Options(["folder": .text("out"), "program": .text(program), "timeout": .number(600)]))
        let desk = Desk()
        try await desk.deliver(SampleEdition.single, by: sink)
        let bytes = desk.bytes("latest.pdf")
        let again = Desk()
        try await again.deliver(SampleEdition.single, by: sink)
        #expect(bytes.starts(with: "%PDF-".utf8) && again.bytes("latest.pdf") == bytes)
    }

    @Test("Without a program to print with, the delivery fails with words that say so")
    func missing() async throws {
        let sink = try PdfSink(options: Options(["folder": .text("out"), "program": .text("/nowhere/chromium")]))
        let failure = await #expect(throws: Failure.self) { try await Desk().deliver(SampleEdition.small, by: sink) }
        #expect(failure?.code == .sink && failure?.phrase.english.contains("/nowhere/chromium") == true)
    }
}
