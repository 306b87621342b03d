import Foundation
import JuheKit
import Testing

@testable import Documents

@Suite("Mail messages")
struct MailTests {
    @Test(
        "have header words of every encoding, the GB ones read as GB18030",
        arguments: [
            ("=?gb2312?B?ueLT2tnp3LSyyb2o?=", nil), ("=?UTF-8?B?5YWz5LqO?= =?UTF-8?B?5qOA5p+l?=", "关于检查"),
            ("=?utf-8?Q?=E5=85=B3=E4=BA=8E?= =?utf-8?q?_A_=E6=A3=80?=", "关于 A 检"), ("plain text", "plain text"),
            ("Re: =?GBK?B?zajWqg==?= 2026", "Re: 通知 2026"), ("=?eucgb2312_cn?b?zajWqg==?=", "通知"),
            ("=?utf-8*zh?B?5YWz?=", "关"),
            ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?utf-8?B?5YWz", "=?utf-8?B?5YWz"),
        ] as [(String, String?)])
    func words(_ raw: String, _ expected: String?) {
        let text = EncodedWords.decode(Array(raw.utf8))
        if let expected { #expect(text == expected) } else { #expect(!text.contains("\u{FFFD}")) }
    }

    @Test("join words that were cut in the middle of a character, and read bytes that name no encoding")
    func cut() {
        let bytes = Array("关于".utf8)
        let one = Data(bytes[..<4]).base64EncodedString()
        let two = Data(bytes[4...]).base64EncodedString()
        #expect(EncodedWords.decode(Array("=?utf-8?B?\(one)?=\r\n =?utf-8?B?\(two)?=".utf8)) == "关于")
        #expect(EncodedWords.decode([0xCD, 0xA8, 0xD6, 0xAA]) == "通知")
    }

    private func message(
        _ body: String, type: String, head: String = "Subject: =?UTF-8?B?5YWz5LqO5qOA5p+l55qE5Ye9?=\r\n"
    ) -> String {
        "From: =?GBK?B?zfXEsw==?= <wang@swj.ninglan.example>\r\nDate: Thu, 5 Nov 2026 09:30:00 +0800\r\n\(head)MIME-Version: 1.0\r\nContent-Type: \(type)\r\n\r\n\(body)"
    }

    @Test("give subject, sender, date, and of two forms of one text the HTML")
    func alternative() throws {
        let body = [
            "--b", "Content-Type: text/plain; charset=utf-8", "", "纯文本", "--b",
            "Content-Type: text/html; charset=utf-8", "",
            "<p>网页<b>文本</b></p>", "--b--", "",
        ].joined(separator: "\r\n")
        let reading = try Fixtures.read("a.eml", message(body, type: "multipart/alternative; boundary=b"))
        let item = try #require(reading.items.first)
        #expect(item.title == "关于检查的函")
        #expect(item.authors == [Author(name: "王某", url: "mailto:wang@swj.ninglan.example")])
        #expect(item.datePublished.map { Timestamp.text($0) } == "2026-11-05T01:30:00Z")
        #expect(reading.html.contains("<b>文本</b>"))
        #expect(!reading.html.contains("纯文本"))
    }

    @Test("make documents of their own of what is attached, by names of RFC 2231, and of messages inside")
    func attachments() throws {
        let csv = Data("标题,日期\n检查开始,2026-11-01\n".utf8).base64EncodedString()
        let body = [
            "--b", "Content-Type: text/plain; charset=\"gb2312\"", "Content-Transfer-Encoding: base64", "",
            Data([0xC7, 0xEB, 0xB2, 0xE9, 0xCA, 0xD5, 0xA1, 0xA3]).base64EncodedString(), "--b",
            "Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.csv", "", csv, "--b",
            "Content-Type: message/rfc822", "", "Subject: inner", "From: a@ninglan.example", "", "内层正文", "--b",
            "Content-Type: image/png; name=\"p.png\"", "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename=\"p.png\"", "", "iVBORw0KGgo=", "--b--", "",
        ].joined(separator: "\r\n")
        let reading = try Fixtures.read("a.eml", message(body, type: "multipart/mixed; boundary=\"b\""))
        #expect(reading.items.map(\.title) == ["关于检查的函", "检查开始", "inner"])
        #expect(reading.html.contains("请查收。"))
        #expect(reading.items[1].id == "a.eml!1-台账.csv#检查开始 2026-11-01")
        #expect(reading.failures.isEmpty)
        #expect(reading.notes.contains { $0.subject == "a.eml!p.png" })
    }

    @Test("cut off, empty, or nested without end harm nothing")
    func bad() throws {
        #expect(throws: Failure.self) { try Fixtures.read("a.eml", "\u{0}\u{1}") }
        let cut = try Fixtures.read(
            "a.eml", message("--b\r\nContent-Type: text/plain\r\n\r\nhalf", type: "multipart/mixed; boundary=b"))
        #expect(cut.html.contains("half"))
        var nested = "Subject: x\r\n\r\nend"
        for _ in 0..<200 { nested = "Content-Type: message/rfc822\r\nSubject: x\r\n\r\n" + nested }
        _ = try? Fixtures.read("a.eml", nested)
        let many = (0..<3_000).map { _ in "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" }.joined() + "--b--\r\n"
        let reading = try Fixtures.read("a.eml", message(many, type: "multipart/mixed; boundary=b"))
        #expect(reading.failures.contains { $0.code == .limit })
    }

    @Test("of the kind that browsers save pages in are read as pages")
    func webArchive() throws {
        let body = [
            "--b", "Content-Type: text/html; charset=\"gb2312\"", "Content-Transfer-Encoding: quoted-printable", "",
            "<html><head><title>=B9=D8=D3=DA=BC=EC=B2=E9=B5=C4=CD=A8=D6=AA</title></head><body><p>=C7=EB=BC=EC=B2=E9=A1=A3</p></body></html>",
            "--b--", "",
        ].joined(separator: "\r\n")
        let reading = try Fixtures.read(
            "a.mht", message(body, type: "multipart/related; boundary=b", head: "Subject: x\r\n"))
        #expect(reading.items.first?.title == "关于检查的通知")
        #expect(reading.html.contains("请检查。"))
    }
}
