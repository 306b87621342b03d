internal import Bulletin
internal import JuheKit

/// A table of an edition: a name, column heads, rows.
struct EditionTable {
    /// What stands in a cell.
    enum Cell: Hashable {
        case text(String)
        case number(Int)

        /// The cell as text.
        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }
    }

    /// The name of the sheet.
    let name: String
    /// The heads.
    let head: [String]
    /// How wide each column is, in letters.
    let widths: [Int]
    /// The cells, each row as long as the head.
    let rows: [[Cell]]

    /// Every entry of an edition, in print order.
    static func items(_ edition: PrintedEdition) -> EditionTable {
        let words = edition.words
        let columns: [(Phrase, Int)] = [
            (.columnNumber, 6), (.columnKind, 10), (.columnTrack, 8), (.columnUnit, 22), (.columnTitle, 60),
            (.columnDocumentNumber, 22), (.columnDate, 12), (.columnState, 8), (.columnValidity, 10),
            (.columnExcerpt, 60), (.columnCopies, 30), (.columnAddress, 40),
        ]
        var rows: [[Cell]] = []
        for section in edition.sections {
            for group in section.groups {
                for entry in group.entries {
                    let copies = entry.copies?.places.map(\.name).joined(separator: words(.listSeparator)) ?? ""
                    let texts = [
                        section.title, group.title, entry.unit ?? "", entry.title, entry.documentNumber ?? "",
                        entry.isoDate ?? "", entry.state ?? words(.figureNew),
                        entry.standings.first ?? entry.validity ?? "",
                        entry.excerpt ?? "", copies + (entry.copies?.rest ?? ""), entry.url ?? "",
                    ]
                    rows.append([.number(entry.number)] + texts.map(Cell.text))
                }
            }
        }
        return EditionTable(
            name: words(.sheetItems), head: columns.map { words($0.0) }, widths: columns.map(\.1), rows: rows)
    }

    /// What is due soon.
    static func due(_ edition: PrintedEdition) -> EditionTable {
        let words = edition.words
        let columns: [(Phrase, Int)] = [
            (.columnDue, 18), (.columnTask, 40), (.columnReceiver, 40), (.columnTitle, 60), (.columnAddress, 40),
        ]
        return EditionTable(
            name: words(.dueSoon), head: columns.map { words($0.0) }, widths: columns.map(\.1),
            rows: edition.due.map { due in
                [
                    due.date, due.what, due.facts.joined(separator: words(.semicolon)), due.title ?? due.what,
                    due.url ?? "",
                ].map(Cell.text)
            })
    }

    /// What each unit contributed, with the total.
    static func contributions(_ edition: PrintedEdition) -> EditionTable {
        let words = edition.words
        let columns: [(Phrase, Int)] = [(.columnNumber, 6), (.columnUnit, 30), (.columnItems, 10), (.columnFusion, 12)]
        let rows: [[Cell]] = edition.contributions.map {
            [.number($0.number), .text($0.unit), .number($0.items), .number($0.fusion)]
        }
        let total: [Cell] = [
            .text(""), .text(words(.columnTotal)), .number(edition.contributedItems),
            .number(edition.contributedFusion),
        ]
        return EditionTable(
            name: words(.sheetStatistics), head: columns.map { words($0.0) }, widths: columns.map(\.1),
            rows: rows.isEmpty ? [] : rows + [total])
    }
}
