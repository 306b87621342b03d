package import JuheKit
internal import Bulletin

/// The bulletin as GitHub-flavoured Markdown, for wikis, repositories and group robots.
package struct MarkdownSink: Sink {
    package static let manifest = PluginManifest(
        name: "markdown", title: Phrase("Markdown 简报", en: "Bulletin as Markdown"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                ))
        ])

    private let folder: String

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let text = MarkdownBulletin(PrintedEdition(edition)).text
        try EditionFiles.publish(Array(text.utf8), of: edition, folder: folder, suffix: "md", context)
    }
}
