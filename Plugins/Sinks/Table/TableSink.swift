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
        let optional: [(String, Sheet?)] = [
            ("due", printed.due.isEmpty ? nil : EditionTable.due(printed)),
            ("trend", printed.trend.map { EditionTable.table($0.table, name: words(.sheetTrend)) }),
            ("circular", printed.circular.map { EditionTable.table($0, name: words(.sheetCircular)) }),
            ("matrix", printed.matrix.map { EditionTable.table($0, name: words(.sheetMatrix)) }),
        ]
        let tables: [(name: String, sheet: Sheet)] =
            [("items", EditionTable.items(printed)), ("units", EditionTable.contributions(printed))]
            + optional.compactMap { name, sheet in sheet.map { (name, $0) } }
            + [("issue", EditionTable.issue(printed))]
        for format in formats where format == "xlsx" {
            let bytes = try workbook(tables.map(\.sheet), printed, edition, context)
            try EditionFiles.publish(bytes, of: edition, folder: folder, suffix: format, context)
        }
        for format in formats where format == "csv" {
            // A CSV file holds one table: the entries have the plain name, the others their own behind it.
            for (name, sheet) in tables {
                let suffix = name == "items" ? format : "\(name).\(format)"
                try EditionFiles.publish(CSV.bytes(of: sheet), of: edition, folder: folder, suffix: suffix, context)
            }
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
