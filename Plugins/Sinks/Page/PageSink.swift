package import JuheKit
internal import Bulletin

/// The bulletin as one self-contained web page, for the screen and for A4.
package struct PageSink: Sink {
    package static let manifest = PluginManifest(
        name: "page", title: Phrase("网页简报", en: "Bulletin as a web page"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "网页存放的文件夹；每份简报一个子文件夹。", en: "The folder of the pages; every bulletin has a folder of its own in it."
                ))
        ])

    private let folder: String
    private let page: BulletinPage

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        page = try BulletinPage()
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        try EditionFiles.publish(page.bytes(edition), of: edition, folder: folder, suffix: "html", context)
    }
}
