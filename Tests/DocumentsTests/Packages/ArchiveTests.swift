import JuheKit
import Testing

@testable import Documents

@Suite("Packages of documents")
struct ArchiveTests {
    private let notice = Array("关于检查的通知\n\n各科室：\n　　请检查。\n".utf8)

    @Test("give each document an item, and name what leads out or is no document")
    func documents() throws {
        let inner = try Fixtures.zip(files: [("内/通知二.txt", notice)])
        let bytes = try Fixtures.zip(files: [
            ("水务局/通知.txt", notice), ("../evil.txt", notice), ("/etc/evil.txt", notice), ("C:\\evil.txt", notice),
            ("__MACOSX/._a.txt", notice), ("~$a.docx", notice), ("内层.zip", inner), ("图.png", [0x89, 0x50, 0x4E, 0x47]),
            ("坏.docx", Array("PK\u{3}\u{4}broken".utf8)), ("空.txt", []),
        ])
        let reading = try Fixtures.read("a.zip", bytes)
        #expect(reading.items.map(\.id) == ["a.zip!水务局/通知.txt", "a.zip!内层.zip!内/通知二.txt"])
        #expect(reading.failures.count { $0.phrase == .nameLeadsOut } == 3)
        #expect(reading.failures.contains { $0.subject == "a.zip!坏.docx" })
        #expect(reading.notes.contains { $0.subject == "a.zip!图.png" })
    }

    @Test("in packages in packages end somewhere")
    func nested() throws {
        var bytes = try Fixtures.zip(files: [("a.txt", notice)])
        for level in 0..<8 { bytes = try Fixtures.zip(files: [("\(level).zip", bytes)]) }
        let reading = try Fixtures.read("a.zip", bytes)
        #expect(reading.items.isEmpty)
        #expect(reading.failures.map(\.code) == [.limit])
    }

    @Test("larger than allowed are left where they are")
    func bomb() throws {
        let limits = Archive.Limits(entries: 10, entryBytes: 2_000, bytes: 5_000, ratio: 2, ratioBytes: 1_000)
        func problem(_ files: [(String, [UInt8])]) throws -> Archive.Problem? {
            let bytes = try Fixtures.zip(files: files)
            do throws(Archive.Problem) {
                try Archive(bytes, limits: limits).forEach { _, _ in }
                return nil
            } catch {
                return error
            }
        }
        #expect(try problem([("a", [UInt8](repeating: 0, count: 3_000))]) == .tooLarge(Array("a".utf8)))
        #expect(
            try problem((0..<4).map { ("\($0)", [UInt8](repeating: 0, count: 1_500)) }) == .tooLarge(Array("3".utf8)))
        #expect(try problem((0..<11).map { ("\($0)", []) }) == .tooManyEntries(limit: 10))
        #expect(try problem([("a", [1, 2, 3])]) == nil)
    }

    @Test("locked by a password are named")
    func encrypted() throws {
        var bytes = try Fixtures.zip(files: [("a.txt", notice)])
        // Bit 0 of the flags, in the entry's own header and in the directory at the end.
        let directory = try #require(bytes.firstRange(of: [0x50, 0x4B, 0x01, 0x02]))
        bytes[6] |= 1
        bytes[directory.lowerBound + 8] |= 1
        let reading = try Fixtures.read("a.zip", bytes)
        #expect(reading.failures.map(\.phrase) == [.encryptedDocument])
    }

    @Test("cut off keep what came before", arguments: [30, 400])
    func cut(_ missing: Int) throws {
        let bytes = try Fixtures.zip(files: (0..<20).map { ("\($0).txt", notice + Array("\($0)".utf8)) })
        let reading = try? Fixtures.read("a.zip", Array(bytes.dropLast(missing)))
        #expect(reading == nil || !(reading?.failures.isEmpty ?? true) || reading?.items.isEmpty == false)
    }
}
