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
        let words = printed.words
        let tables =
            [EditionTable.items(printed), EditionTable.contributions(printed)]
            + [
                printed.due.isEmpty ? nil : EditionTable.due(printed),
                printed.trend.map { EditionTable.table($0.table, name: words(.sheetTrend)) },
                printed.circular.map { EditionTable.table($0, name: words(.sheetCircular)) },
            ].compactMap(\.self)
        for format in formats {
            let bytes = format == "csv" ? CSV.bytes(of: tables[0]) : try workbook(tables, printed, edition, context)
            try EditionFiles.publish(bytes, of: edition, folder: folder, suffix: format, context)
        }
    }

    private func workbook(
        _ tables: [Sheet], _ printed: PrintedEdition, _ edition: Edition, _ context: SinkContext
    ) throws -> [UInt8] {
        do {
            return try Workbook(
                tables,
                properties: DocumentProperties(
                    title: "\(printed.masthead.title) \(printed.masthead.number)", creator: printed.masthead.issuer,
                    created: Timestamp.text(edition.sealedAt), language: printed.language)
            ).bytes()
        } catch {
            throw Failure(.sink, context.sink, .packageFailed(reason: error.reason))
        }
    }
}
