import FeedSink
import JuheKit
import MarkdownSink
import PageSink
import Testing
import TextSink

/// Every form a bulletin comes in.
enum Form: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case page = "html"
    case markdown = "md"
    case text = "txt"

    var testDescription: String { rawValue }

    func sink() throws -> any Sink {
        let options = Options(["folder": .text("out")])
        return switch self {
        case .page: try PageSink(options: Options(["folder": .text("out"), "archive": .boolean(false)]))
        case .markdown: try MarkdownSink(options: options)
        case .text: try TextSink(options: options)
        }
    }

    /// The edition in this form.
    func render(_ edition: Edition) async throws -> String {
        let desk = Desk()
        try await desk.deliver(edition, by: sink())
        return desk.text(".\(rawValue)")
    }
}

/// The feed sink with settings for tests.
func feedSink(_ more: [String: OptionValue] = [:]) throws -> FeedSink {
    let options: [String: OptionValue] = [
        "folder": .text("feeds"), "home": .text("https://www.ninglan.example/"),
        "address": .text("https://www.ninglan.example/feeds"),
    ]
    return try FeedSink(options: Options(options.merging(more) { _, new in new }))
}
