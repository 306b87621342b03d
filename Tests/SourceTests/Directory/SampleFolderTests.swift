import Foundation
import JuheKit
import Testing

@testable import DirectorySource

@Suite("The sample folders of this repository")
struct SampleFolderTests {
    private static var notices: String {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.appendingPathComponent("Feeds/samples/notices").path
    }

    @Test("are read whole: titles, dates, texts, and the documents by their numbers")
    func samples() async throws {
        let host = RecordingHost()
        let source = try DirectorySource(options: Options(["path": .text(Self.notices)]))
        let later = Date(timeIntervalSinceNow: 86_400)
        try await source.collect(
            SourceContext(source: SourceProfile(id: "notices"), now: later, state: nil, host: host))
        let record = host.record
        #expect(record.failures.isEmpty && record.notes.isEmpty)
        #expect(record.items.count == 45)
        for item in record.items {
            #expect(item.datePublished != nil, "\(item.id)")
            #expect((item.title ?? "").count >= 8 && item.title?.contains("\u{FFFD}") == false, "\(item.id)")
            #expect((item.contentHTML ?? "").count >= 100 && item.contentHTML?.contains("首页") == false, "\(item.id)")
            guard item.id.hasSuffix(".txt") else { continue }
            let document = try #require(item.details.document, "\(item.id)")
            #expect(document.number?.hasSuffix("号") == true && document.issuer != nil && document.date != nil)
        }
    }
}
