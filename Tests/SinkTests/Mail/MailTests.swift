import Foundation
import JuheKit
import MailSink
import Testing

@Suite("The mail message")
struct MailTests {
    private func message(_ edition: Edition) async throws -> [UInt8] {
        let desk = Desk()
        let options = Options([
            "folder": .text("out"), "from": .text("jianbao@ninglan.example"),
            "to": .list([.text("dangwei@ninglan.example")]),
        ])
        try await desk.deliver(edition, by: MailSink(options: options))
        #expect(desk.paths.last == "out/jiguan/latest.eml")
        return desk.bytes(".eml")
    }

    @Test("A fixed edition is the same bytes for ever")
    func golden() async throws {
        let parts = try await MailMessageText(SampleEdition.dressed)
        try Golden.expect(parts.html, equals: "dressed.mail.html")
        let bytes = try await message(SampleEdition.small)
        let again = try await message(SampleEdition.small)
        #expect(bytes == again && bytes.count > 10_000)
    }

    @Test("Headers as RFC 5322 and 2047 have them; lines end with CRLF and are short; nothing but ASCII")
    func form() async throws {
        let bytes = try await message(SampleEdition.dressed)
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            #expect(line.last == 0x0D && line.count <= 78 && line.dropLast().allSatisfy { $0 != 0x0D && $0 < 0x80 })
        }
        let headers = MailMessageText(bytes).headers
        func header(_ name: String) -> [String] {
            headers.filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        }
        for name in ["From", "To", "Subject", "Date", "Message-Id", "MIME-Version", "Content-Type"] {
            #expect(header(name).count == 1, "\(name)")
        }
        #expect(header("Date") == ["Date: Tue, 24 Nov 2026 01:30:00 +0000"])
        #expect(header("Message-Id")[0].hasSuffix("<jiguan-2026-012-c1@ninglan.example>"))
        #expect(header("From")[0].hasSuffix("<jianbao@ninglan.example>"))
        // Every encoded word is decoded by itself: none is cut inside a character.
        let words = header("Subject")[0].matches(of: /=\?UTF-8\?B\?([^?]+)\?=/.ignoresCase())
        #expect(!words.isEmpty)
        var subject = ""
        for word in words {
            #expect(word.0.count <= 75)
            subject += String(data: try #require(Data(base64Encoded: String(word.1))), encoding: .utf8) ?? "!"
        }
        #expect(subject.hasPrefix("宁澜机关工作简报"))
    }

    @Test("The HTML has nothing that mail programs take away")
    func kept() async throws {
        let html = try await MailMessageText(SampleEdition.dressed).html
        for tag in ["<style", "<script", "<img", "<link", "class=", "<svg", "url(", "position:", "display:"] {
            #expect(!html.contains(tag), "\(tag)")
        }
        #expect(html.utf8.count < 100_000)
    }

    @Test("A hostile title puts no header into the message, no tag into its HTML", arguments: HostileTests.titles)
    func hostile(title: String) async throws {
        var edition = SampleEdition.small
        edition.masthead.title = title
        edition.masthead.issuer = title
        edition.sections[0].groups[0].entries[0].item.title = title
        let harmless = try await MailMessageText(SampleEdition.small)
        let parts = try await MailMessageText(edition)
        #expect(
            parts.headers.map { $0.prefix { $0 != ":" } } == harmless.headers.map { $0.prefix { $0 != ":" } })
        #expect(parts.html.count { $0 == "<" } == harmless.html.count { $0 == "<" })
    }

    @Test(
        "An address that is none is refused",
        arguments: ["甲 <a@b.example>", "a@b@c", "a@b.example\r\nBcc: x@y", "@b", ""])
    func address(text: String) {
        #expect(throws: Failure.self) {
            try MailSink(options: Options(["folder": .text("out"), "from": .text(text)]))
        }
    }
}
