package import JuheKit
internal import Bulletin

/// The bulletin as web pages: every edition one self-contained page, for the screen and for A4, and around them an archive.
package struct PageSink: Sink {
    package static let manifest = PluginManifest(
        name: "page", title: Phrase("网页简报", en: "Bulletin as a web page"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "网页存放的文件夹；每份简报一个子文件夹。", en: "The folder of the pages; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "archive", .boolean, fallback: "true",
                help: Phrase(
                    "是否另编往期目录、各单位和各专题的网页。", en: "Whether to keep an archive: lists of all issues, by unit and by topic."
                )),
            OptionSpec(
                "address", .text,
                help: Phrase(
                    "该文件夹在网上的网址；写了才有 sitemap.xml。",
                    en: "The folder's address on the web; only with it there is a sitemap.xml.")),
            OptionSpec(
                "feeds", .text,
                help: Phrase(
                    "订阅源所在文件夹的网址，写进网页。", en: "The address of the folder of the feeds, to be named in the pages.")),
        ])

    private let folder: String
    private let hasArchive: Bool
    private let address: String?
    private let feeds: String?

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        hasArchive = options.boolean("archive") ?? true
        address = options.text("address")
        feeds = options.text("feeds")
        for value in [address, feeds].compactMap(\.self)
        where !value.hasPrefix("https://") && !value.hasPrefix("http://") {
            throw Failure(.configuration, value, .badAddress(value))
        }
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let site = BulletinPage.Site(index: hasArchive ? "index.html" : nil, feedFolder: feeds)
        let page = try BulletinPage(template: context.template, builtIn: context.builtInTemplates)
        try EditionFiles.publish(
            page.bytes(edition, site: site), of: edition, folder: folder, suffix: "html", context)
        guard hasArchive else { return }
        let editions = try await context.archive(.max)
        // Whoever wants one edition only, and not its neighbours, gets no list of them.
        if editions.isEmpty { return }
        let place = EditionFiles.folder(of: edition, in: folder)
        let archive = try ArchiveSite(
            editions, of: edition, address: address.map { EditionFiles.folder(of: edition, in: $0) },
            feedFolder: feeds)
        for file in archive.files { try context.publish("\(place)/\(file.path)", file.bytes) }
    }
}
