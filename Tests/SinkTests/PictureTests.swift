import Bulletin
import Foundation
import JuheKit
import MailSink
import PageSink
import Testing
import WordSink

@Suite("Pictures that are kept with an edition")
struct PictureTests {
    /// A white PNG of 320 by 200 pixels is not needed: its head is.
    private static let file = Data(
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0x40, 0, 0, 0,
            0xC8, 8, 2,
        ])

    private func edition(_ file: Data = file, type: String = "image/png", words: String = "活动现场") -> Edition {
        var edition = SampleEdition.small
        edition.dressing.pictures = [
            Edition.Picture(
                item: edition.entries[1].number, type: type, width: 320, height: 200, alternative: words, content: file)
        ]
        return edition
    }

    @Test("The page has it in itself, with words for those who do not see it, and allows no other")
    func page() async throws {
        let page = try await Form.page.render(edition())
        #expect(page.contains("src=\"data:image/png;base64,\(Self.file.base64EncodedString())\""))
        #expect(page.contains("width=\"320\" height=\"200\" alt=\"活动现场\""))
        #expect(page.contains("img-src data:;") && !page.contains("<img class=\"picture\" src=\"http"))
        #expect(try await Form.page.render(SampleEdition.small).contains("img-src &#39;none&#39;"))
    }

    @Test("Plain text and Markdown say what it shows", arguments: [Form.text, .markdown])
    func words(_ form: Form) async throws {
        #expect(try await form.render(edition()).contains("〔配图：活动现场〕"))
    }

    @Test("Word has it as a part, in its own proportions")
    func word() async throws {
        let desk = Desk()
        try await desk.deliver(edition(), by: WordSink(options: Options(["folder": .text("out")])))
        let package = OpenedPackage(desk.bytes(".docx"))
        #expect(package.parts.first { $0.name == "word/media/picture2.png" }?.bytes == Array(Self.file))
        #expect(
            package.text("[Content_Types].xml").contains(
                "PartName=\"/word/media/picture2.png\" ContentType=\"image/png\""))
        let document = package.text("word/document.xml")
        #expect(document.contains("cx=\"3048000\" cy=\"1905000\"") && document.contains("descr=\"活动现场\""))
    }

    @Test("The message carries it, and its HTML names it")
    func mail() async throws {
        let desk = Desk()
        let options = Options(["folder": .text("out"), "from": .text("jianbao@ninglan.example")])
        try await desk.deliver(edition(), by: MailSink(options: options))
        let text = desk.text(".eml")
        #expect(text.contains("multipart/related") && text.contains("Content-Id: <picture2>"))
        #expect(text.replacingOccurrences(of: "\r\n", with: "").contains(Self.file.base64EncodedString()))
        #expect(MailMessageText(desk.bytes(".eml")).html.contains("src=\"cid:picture2\""))
        let again = Desk()
        try await again.deliver(edition(), by: MailSink(options: options))
        #expect(again.bytes(".eml") == desk.bytes(".eml"))
    }

    @Test("What is not the picture it says it is, is not printed; its words put no tag into the page")
    func hostile() async throws {
        for (file, type) in [
            (Data("<svg onload=alert(1)>".utf8), "image/svg+xml"), (Self.file, "text/html"), (Data(), "image/png"),
        ] {
            #expect(!(try await Form.page.render(edition(file, type: type))).contains("<img"))
        }
        let page = try await Form.page.render(edition(words: "\"><script>alert(1)</script>"))
        #expect(!page.contains("<script"))
    }
}
