package import JuheKit
internal import Bulletin
internal import OpenXML

/// The bulletin as a Word document, in the look of an office's printed bulletin.
package struct WordSink: Sink {
    package static let manifest = PluginManifest(
        name: "word", title: Phrase("Word 简报", en: "Bulletin as a Word document"),
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
        let bytes: [UInt8]
        do {
            bytes = try WordBulletin(PrintedEdition(edition), sealedAt: edition.sealedAt).bytes()
        } catch {
            throw Failure(.sink, context.sink, .packageFailed(reason: error.reason))
        }
        try EditionFiles.publish(bytes, of: edition, folder: folder, suffix: "docx", context)
    }
}
