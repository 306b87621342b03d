import CalendarSink
import FeedSink
import Foundation
import JuheKit
import MailSink
import MarkdownSink
import PageSink
import PdfSink
import TableSink
import Testing
import TextSink
import WordSink

@Suite("Sample configurations and READMEs")
struct SampleConfigurationTests {
    static let folders: [(String, PluginManifest)] = [
        ("Page", PageSink.manifest), ("Markdown", MarkdownSink.manifest), ("Text", TextSink.manifest),
        ("Feed", FeedSink.manifest), ("Pdf", PdfSink.manifest), ("Word", WordSink.manifest),
        ("Table", TableSink.manifest), ("Mail", MailSink.manifest), ("Calendar", CalendarSink.manifest),
    ]

    private static let sinks = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/Sinks")

    @Test("name the type and every option", arguments: folders)
    func complete(folder: String, manifest: PluginManifest) throws {
        let place = Self.sinks.appending(path: folder)
        let sample = try String(contentsOf: place.appending(path: "sample.yaml"), encoding: .utf8)
        let readme = try String(contentsOf: place.appending(path: "README.md"), encoding: .utf8)
        #expect(sample.contains("\n    type: \(manifest.name)\n"))
        for option in manifest.options {
            // One that must not stand beside others, or refers to a secret, is shown behind a #.
            #expect(
                sample.contains("\n    \(option.key): ") || sample.contains("\n    # \(option.key): "), "\(option.key)")
            #expect(readme.contains("| `\(option.key)` |"), "\(option.key)")
        }
    }
}
