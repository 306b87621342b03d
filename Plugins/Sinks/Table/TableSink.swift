package import JuheKit
internal import Bulletin
internal import OpenXML

/// The bulletin's items and statistics as tables, for people who sort and count: CSV and Excel.
package struct TableSink: Sink {
    package static let manifest = PluginManifest(
        name: "table", title: Phrase("表格（CSV、Excel）", en: "Tables: CSV and Excel"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "formats", .list(.choice(["csv", "xlsx"])), fallback: "[csv, xlsx]",
                help: Phrase("要写出的格式。", en: "Which forms to write.")),
        ])

    private let folder: String
    private let formats: [String]

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        let asked = options.texts("formats")
        formats = asked.isEmpty ? ["csv", "xlsx"] : asked
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let printed = PrintedEdition(edition)
        var tables = [EditionTable.items(printed), EditionTable.contributions(printed)]
        if !printed.due.isEmpty { tables.append(EditionTable.due(printed)) }
        for format in formats {
            let bytes = format == "csv" ? CSV.bytes(of: tables[0]) : try workbook(tables, printed, edition, context)
            try EditionFiles.publish(bytes, of: edition, folder: folder, suffix: format, context)
        }
    }

    private func workbook(
        _ tables: [EditionTable], _ printed: PrintedEdition, _ edition: Edition, _ context: SinkContext
    ) throws -> [UInt8] {
        do {
            return try Workbook(tables, edition: printed, sealedAt: edition.sealedAt).bytes()
        } catch {
            throw Failure(.sink, context.sink, .packageFailed(reason: error.reason))
        }
    }
}
