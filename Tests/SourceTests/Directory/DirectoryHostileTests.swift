import Foundation
import Glibc
import JuheKit
import Loopback
import Testing

@testable import DirectorySource

@Suite("A folder of hostile documents")
struct DirectoryHostileTests {
    /// What is said of bad files that lie beside a good one, which must come through.
    private func failures(
        _ options: [String: OptionValue] = [:], _ prepare: (TemporaryFolder) throws -> Void
    ) async throws -> (codes: [String: Failure.Code], record: RecordingHost.Record) {
        let folder = try TemporaryFolder()
        try folder.write("好.txt", "好消息")
        try prepare(folder)
        let record = try await folder.collect(options)
        #expect(record.items.contains { $0.title == "好消息" })
        return (Dictionary(record.failures.map { ($0.subject, $0.code) }) { first, _ in first }, record)
    }

    @Test("opens no device", .enabled(if: geteuid() == 0, "only root may make a device"))
    func device() async throws {
        let made = try await failures { folder in
            try #require(mknod(folder.path + "/零.txt", S_IFCHR | 0o666, 0x105) == 0)
            try folder.link("到零.pdf", to: "零.txt")
        }
        #expect(made.codes == ["零.txt": .notAFile, "到零.pdf": .notAFile])
    }

    @Test("does not read a PDF of 300 MB into memory", .timeLimit(.minutes(10)))
    func huge() async throws {
        let made = try await failures { folder in
            try folder.write("巨.pdf", "%PDF-1.7\n")
            try #require(truncate(folder.path + "/巨.pdf", 300 << 20) == 0)
            folder.touch("巨.pdf", age: 60)
        }
        #expect(made.codes == ["巨.pdf": .tooLarge])
        #expect(made.record.failures.first?.phrase.zhHans.contains("max_size") == true)
    }

    @Test("unpacks no bomb: one that grows a thousandfold, one of packages in packages", .timeLimit(.minutes(10)))
    func bombs() async throws {
        let made = try await failures { folder in
            let shell = """
                truncate -s 300M zeros.txt && tar czf 弹.tgz zeros.txt && tar cf 层.tar 弹.tgz \
                && gzip -c 层.tar > 层.tgz && rm zeros.txt 层.tar && touch -d '1 hour ago' *.tgz
                """
            try OfficePrograms.run("env", ["sh", "-c", shell], in: folder.path)
        }
        #expect(made.codes["弹.tgz"] == .limit)
        #expect(made.record.failures.contains { $0.subject == "层.tgz!弹.tgz" && $0.code == .limit })
        #expect(made.record.items.count == 1)
    }

    @Test("names what is locked by a password: PDF, Office, OFD")
    func encrypted() async throws {
        let bytes = "<\(String(repeating: "a7", count: 32))>"
        let pdf = OfficePrograms.pdf(
            [
                Array("<</Type/Catalog/Pages 2 0 R>>".utf8), Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
                Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".utf8),
                Array("<</Filter/Standard/V 1/R 2/P -4/O\(bytes)/U\(bytes)>>".utf8),
            ], trailer: "/Encrypt 4 0 R/ID[<00><00>]")
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        let made = try await failures { folder in
            try folder.write("锁.pdf", bytes: pdf)
            try folder.write("锁.docx", bytes: compound + "EncryptedPackage".utf8.flatMap { [$0, 0] })
        }
        #expect(made.codes["锁.docx"] == .refused)
        if OfficePrograms.have("pdftotext") { #expect(made.codes["锁.pdf"] == .refused) }
        for failure in made.record.failures { #expect(failure.phrase.zhHans.contains("密码"), "\(failure)") }
    }

    @Test("never fetches what a document of an old form refers to", .timeLimit(.minutes(10)))
    func remote() async throws {
        let server = try FaultServer { _ in .text("") }
        let address = server.url("/remote.png")
        let rtf = """
            {\\rtf1\\ansi{\\*\\template \(address)}{\\field{\\*\\fldinst INCLUDEPICTURE "\(address)" \\\\d}}
            {\\field{\\*\\fldinst INCLUDETEXT "\(address)"}} Inspection plan of the waterworks.\\par}
            """
        let html =
            "<html><body><img src=\"\(address)\"><link rel=\"stylesheet\" href=\"\(address)\"><p>检查方案如下。</p></body></html>"
        let made = try await failures { folder in
            try folder.write("a.rtf", rtf)
            try folder.write("b.doc", html)
        }
        #expect(made.record.items.contains { $0.id == "b.doc" })
        #expect(server.asked.isEmpty)
    }
}
