internal import Bulletin
internal import Configuration
internal import Fetching
internal import Foundation
package import JuheKit

/// A sink that is a few lines of YAML: a template, and a path to write or a webhook to post to.
package struct DeclarativeSink: EditionSink {
    private let plugin: ExternalPlugin
    private let options: Options
    private let settings: Options
    private let template: FormTemplate

    /// What stands under `sink:`.
    static let specs: [OptionSpec] = [
        OptionSpec(
            "template", .text, required: true,
            help: Phrase("模板（Mustache），或插件文件夹里的文件名", en: "a Mustache template, or a file in the folder")),
        OptionSpec(
            "form", .choice(FormTemplate.Form.allCases.map(\.rawValue)), fallback: "text",
            help: Phrase("写出的格式，决定怎样转义", en: "what is written, which decides the escaping")),
        OptionSpec("path", .text, help: Phrase("写到哪个文件；{stem} 是期号", en: "the file to write; {stem} is the issue")),
        OptionSpec("webhook", .text, help: Phrase("以 POST 发到哪个网址", en: "the address to post to")),
        OptionSpec("content_type", .text, help: Phrase("媒体类型", en: "the media type")),
        OptionSpec(
            "success", .text,
            help: Phrase("回答里必须有的文字，如 \"errcode\":0", en: "what the answer must contain, e.g. \"errcode\":0")),
        OptionSpec(
            "again", .texts, help: Phrase("回答里有这些文字时以后再试", en: "what in an answer means: try again later")),
    ]

    init(_ plugin: ExternalPlugin, _ declaration: Declaration, options: Options) throws {
        self.plugin = plugin
        self.options = options
        settings = try declaration.options(Self.specs, settings: plugin.description.texts(of: options))
        guard (settings["path"] == nil) != (settings["webhook"] == nil) else {
            throw Failure(.configuration, plugin.description.name, .sinkNeedsOneTarget)
        }
        let given = settings.text("template") ?? ""
        let file = plugin.description.folder + "/" + given
        let isFile = !given.contains("\n") && !given.contains("..") && FileManager.default.fileExists(atPath: file)
        let text = isFile ? try String(contentsOfFile: file, encoding: .utf8) : given
        template = try FormTemplate(
            text, name: isFile ? file : plugin.description.name,
            form: settings.text("form").flatMap(FormTemplate.Form.init(rawValue:)) ?? .text)
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        do {
            try plugin.requireTrust()
        } catch {
            throw Failure(error.code, context.sink, error.phrase, isTransient: true)
        }
        let bytes = template.render(PrintedEdition(edition))
        if let path = settings.text("path") {
            let name = path.replacing("{stem}", with: edition.fileStem)
            let absolute = name.hasPrefix("/") ? name : plugin.description.folder + "/" + name
            guard plugin.mayWrite(absolute, options) else {
                throw Failure(.permission, absolute, .writeForbidden(absolute))
            }
            return try context.publish(absolute, bytes)
        }
        guard !context.isRehearsal else { return }
        try await post(bytes, context)
    }

    private func post(_ bytes: [UInt8], _ context: SinkContext) async throws {
        let url = settings.text("webhook") ?? ""
        var request = FetchRequest(url: url)
        try RequestOptions.setWay(of: &request, options)
        request.hosts = plugin.hosts(options)
        request.body = FetchBody(contentType: settings.text("content_type") ?? template.mediaType, bytes: bytes)
        let answer = try await context.fetch(request)
        let text = String(decoding: answer.body.prefix(4_096), as: UTF8.self)
        let spoken = "HTTP \(answer.status) \(text.prefix(200))"
        let isLater =
            answer.status == 429 || answer.status >= 500 || settings.texts("again").contains { text.contains($0) }
        // HTTP 200 is no success where the channel has words of its own for it.
        guard (200..<300).contains(answer.status), settings.text("success").map({ text.contains($0) }) ?? true else {
            throw Failure(.sink, context.sink, .webhookRefused(spoken), isTransient: isLater)
        }
    }
}
