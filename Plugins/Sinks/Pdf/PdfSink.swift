package import JuheKit
internal import Bulletin

/// The bulletin as PDF: A4, page numbers, bookmarks, the look of the page when it is printed. Made by a browser or an office
/// program of the machine.
package struct PdfSink: Sink {
    package static let manifest = PluginManifest(
        name: "pdf", title: Phrase("PDF 简报", en: "Bulletin as PDF"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "program", .path,
                help: Phrase(
                    "用哪个程序；不写则依次找 Chromium、LibreOffice。",
                    en: "Which program makes it; else Chromium, else LibreOffice, whichever is installed.")),
            OptionSpec(
                "timeout", .duration, fallback: "120s", help: Phrase("最多用多长时间。", en: "How long it may take.")),
        ])

    private let folder: String
    private let program: String?
    private let seconds: Double

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        program = options.text("program")
        seconds = options.seconds("timeout") ?? 120
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        guard let printer = PagePrinter(program: program, seconds: seconds) else {
            throw Failure(.sink, context.sink, .noPagePrinter(program))
        }
        let page = try BulletinPage(template: context.template).bytes(edition)
        let made = try await printer.pdf(of: page, for: context.sink)
        try EditionFiles.publish(
            PdfDates.fixed(made, at: edition.sealedAt), of: edition, folder: folder, suffix: "pdf", context)
    }
}
