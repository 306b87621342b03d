package import JuheKit
internal import Bulletin

/// The bulletin as plain text in the shape of a paper 简报, for terminals, intranet mail and archives.
package struct TextSink: Sink {
    package static let manifest = PluginManifest(
        name: "text", title: Phrase("纯文本简报", en: "Bulletin as plain text"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "width", .integer(40...200), fallback: "76",
                help: Phrase(
                    "每行宽度，半角计；一个汉字占两格。", en: "Columns in a line; a Chinese character takes two.")),
        ])

    private let folder: String
    private let width: Int

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        width = options.integer("width") ?? 76
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let text = TextBulletin(PrintedEdition(edition), width: width).text
        try EditionFiles.publish(Array(text.utf8), of: edition, folder: folder, suffix: "txt", context)
    }
}
