import Foundation
import JuheKit
import TableSink
import Testing

@Suite("The tables")
struct TableTests {
    private func deliver(_ edition: Edition, _ formats: [String] = []) async throws -> Desk {
        let desk = Desk()
        let list = OptionValue.list(formats.map(OptionValue.text))
        try await desk.deliver(
            edition, by: TableSink(options: Options(["folder": .text("out"), "formats": list])))
        return desk
    }

    @Test("A fixed edition is the same bytes for ever")
    func golden() async throws {
        let desk = try await deliver(SampleEdition.small)
        try Golden.expect(desk.text(".csv"), equals: "small.csv")
        let package = OpenedPackage(desk.bytes(".xlsx"))
        try Golden.expect(package.text("xl/worksheets/sheet1.xml"), equals: "small.sheet1.xml")
        try Golden.expect(package.text("xl/worksheets/sheet2.xml"), equals: "small.sheet2.xml")
        #expect(package.broken.isEmpty)
    }

    @Test("Only the formats that were asked for are written")
    func formats() async throws {
        #expect(try await deliver(SampleEdition.small, ["csv"]).paths.allSatisfy { $0.hasSuffix(".csv") })
        #expect(try await deliver(SampleEdition.empty, ["xlsx"]).paths.count == 2)
    }

    @Test("Excel reads the CSV: a byte order mark, CRLF, a row for every entry")
    func csv() async throws {
        let bytes = try await deliver(SampleEdition.full).bytes(".csv")
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "\r\n").count == SampleEdition.full.entries.count + 2)
    }

    @Test(
        "A title that a spreadsheet would run stays a title",
        arguments: ["=HYPERLINK(\"http://x.example\",\"a\")", "+1+1", "-2", "@SUM(A1)"])
    func formulas(_ title: String) async throws {
        var entry = try #require(SampleEdition.small.entries.first)
        entry.item.title = title
        let desk = try await deliver(SampleEdition.of([entry]))
        #expect(
            !desk.text(".csv").contains(",\(title.prefix(1))") && !desk.text(".csv").contains("\"\(title.prefix(1))"))
        #expect(desk.text(".csv").contains("'\(title.prefix(1))"))
        let sheet = OpenedPackage(desk.bytes(".xlsx")).text("xl/worksheets/sheet1.xml")
        #expect(!sheet.contains("<f>") && sheet.contains("t=\"inlineStr\""))
    }
}
