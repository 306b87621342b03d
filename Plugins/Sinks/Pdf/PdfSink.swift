package import JuheKit
internal import Bulletin
internal import OpenXML

/// The bulletin as PDF: A4, page numbers, bookmarks. A browser of the machine prints the page; where there is none, its office
/// program prints the Word file.
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
        let made = try await printer.pdf(of: source(edition, printer, context), for: context.sink)
        try EditionFiles.publish(
            PdfIdentifiers.fixed(PdfNodes.renumbered(PdfDates.fixed(made, at: edition.sealedAt))), of: edition,
            folder: folder, suffix: "pdf", context)
    }

    private func source(_ edition: Edition, _ printer: PagePrinter, _ context: SinkContext) throws -> [UInt8] {
        guard printer.kind == .libreOffice else {
            return try BulletinPage(template: context.template, builtIn: context.builtInTemplates).bytes(edition)
        }
        do {
            return try WordBulletin(PrintedEdition(edition), sealedAt: edition.sealedAt).bytes()
        } catch {
            throw Failure(.sink, context.sink, .packageFailed(reason: error.reason))
        }
    }
}
