import Bulletin
import Foundation
import JuheKit
import OpenXML
import Statistics

/// A table of statistics as a command prints it.
struct StatisticsSheet {
    private let title: String
    private let head: [String]
    private let keys: [String]
    private let rows: [[String]]
    private let remarks: [String]
    private let language: Language

    /// The table of reports and adoption.
    init(_ tally: ReportTally, _ language: Language) {
        let circular = tally.circular(language)
        title = Phrase.circular(circular.period).text(language)
        head = circular.head
        keys = [
            "number", "unit", "class", "due", "submitted", "adopted", "rate", "fusion", "base", "adoption", "bonus",
            "penalty", "total", "rank",
        ]
        rows = circular.rows
        remarks = circular.remarks
        self.language = language
    }

    /// The share of fusion over time.
    init(_ shares: FusionShares, _ language: Language) {
        title = Phrase.trend.text(language)
        head = [Phrase.columnUnit.text(language)] + shares.months.map { $0.phrase.text(language) }
        keys =
            ["unit"] + shares.months.map { "\($0.year)-\($0.months.lowerBound < 10 ? "0" : "")\($0.months.lowerBound)" }
        rows = shares.rows(language)
        remarks = []
        self.language = language
    }

    /// Projects by stage of work.
    init(_ matrix: StageMatrix, _ language: Language) {
        title = Phrase.stageMatrix.text(language)
        head = matrix.head(language)
        keys = ["project"] + matrix.stages.flatMap { ["\($0)_party", "\($0)_business"] }
        rows = matrix.rows(language)
        remarks = []
        self.language = language
    }

    /// What a terminal shows.
    var lines: [String] {
        var table = TextTable(head)
        for row in rows { table.add(row) }
        return [title] + table.lines + remarks
    }

    /// One object a row; counts are numbers.
    var objects: [[String: Cell]] {
        rows.map { row in
            Dictionary(zip(keys, row).map { ($0.0, Cell(text: $0.1)) }) { first, _ in first }
        }
    }

    /// What a spreadsheet reads.
    var csv: [UInt8] { CSV.bytes(of: sheet) }

    /// An Excel file.
    ///
    /// - Parameter day: the day it is made, `YYYY-MM-DD`.
    func workbook(at day: String) throws -> [UInt8] {
        do {
            return try Workbook(
                [sheet],
                properties: DocumentProperties(
                    title: title, creator: "", created: "\(day)T00:00:00Z", language: "zh-CN")
            ).bytes()
        } catch {
            throw Failure(.sink, title, .packageFailed(reason: error.reason))
        }
    }

    /// The table by itself as a document of the office's.
    func document(_ issuer: String, at date: Date, zone: Zone) -> TableDocument {
        TableDocument(
            Edition.Circular(period: "", head: head, rows: rows, remarks: remarks), title: title, issuer: issuer,
            at: date,
            zone: zone, language)
    }

    private var sheet: Sheet {
        Sheet(
            name: String(title.prefix(31)), head: head, widths: head.map { max(10, TextTable.width($0) + 4) },
            rows: rows.map { $0.map { text in Int(text).map(Sheet.Cell.number) ?? .text(text) } }
                + remarks.map { [.text($0)] })
    }

    /// A cell as JSON: a number where it is one, nothing where it is empty.
    struct Cell: Encodable {
        let text: String

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            if let number = Int(text) {
                try value.encode(number)
            } else if text.isEmpty || text == "—" {
                try value.encodeNil()
            } else {
                try value.encode(text)
            }
        }
    }
}
