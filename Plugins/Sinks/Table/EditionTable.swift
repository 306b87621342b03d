internal import Bulletin
internal import JuheKit
internal import OpenXML

/// The tables of an edition.
enum EditionTable {
    /// Every entry of an edition, in print order.
    static func items(_ edition: PrintedEdition) -> Sheet {
        let words = edition.words
        let columns: [(Phrase, Int)] = [
            (.columnNumber, 6), (.columnKind, 10), (.columnTrack, 8), (.columnUnit, 22), (.columnTitle, 60),
            (.columnDocumentNumber, 22), (.columnDate, 12), (.columnState, 8), (.columnValidity, 10),
            (.columnExcerpt, 60), (.columnCopies, 30), (.columnAttachments, 10),
            (.columnPicture, 20), (.columnAddress, 40),
            (.columnRemark, 30),
        ]
        var rows: [[Sheet.Cell]] = []
        for section in edition.sections {
            for group in section.groups {
                for entry in group.entries {
                    let copies = entry.copies?.places.map(\.name).joined(separator: words(.listSeparator)) ?? ""
                    let texts = [
                        section.title, group.title, entry.unit ?? "", entry.title, entry.documentNumber ?? "",
                        entry.isoDate ?? "", entry.state ?? words(.figureNew),
                        (entry.standings + [entry.validity].compactMap(\.self)).joined(separator: words(.semicolon)),
                        entry.excerpt ?? "", copies + (entry.copies?.rest ?? ""), entry.attachments ?? "",
                        entry.picture?.alternative ?? "",
                        entry.url ?? "",
                        entry.remark ?? "",
                    ]
                    rows.append([.number(entry.number)] + texts.map(Sheet.Cell.text))
                }
            }
        }
        return Sheet(
            name: words(.sheetItems), head: columns.map { words($0.0) }, widths: columns.map(\.1), rows: rows)
    }

    /// What is due soon.
    static func due(_ edition: PrintedEdition) -> Sheet {
        let words = edition.words
        let columns: [(Phrase, Int)] = [
            (.columnDue, 18), (.columnTask, 40), (.columnReceiver, 40), (.columnTitle, 60), (.columnAddress, 40),
        ]
        return Sheet(
            name: words(.dueSoon), head: columns.map { words($0.0) }, widths: columns.map(\.1),
            rows: edition.due.map { due in
                [
                    due.date + words(.openBracket) + due.left + words(.closeBracket), due.what,
                    due.facts.joined(separator: words(.semicolon)), due.title ?? due.what,
                    due.url ?? "",
                ].map(Sheet.Cell.text)
            })
    }

    /// What each unit contributed, with the total.
    static func contributions(_ edition: PrintedEdition) -> Sheet {
        let words = edition.words
        let columns: [(Phrase, Int)] = [(.columnNumber, 6), (.columnUnit, 30), (.columnItems, 10), (.columnFusion, 12)]
        let rows: [[Sheet.Cell]] = edition.contributions.map {
            [.number($0.number), .text($0.unit), .number($0.items), .number($0.fusion)]
        }
        let total: [Sheet.Cell] = [
            .text(""), .text(words(.columnTotal)), .number(edition.contributedItems),
            .number(edition.contributedFusion),
        ]
        return Sheet(
            name: words(.sheetStatistics), head: columns.map { words($0.0) }, widths: columns.map(\.1),
            rows: rows.isEmpty ? [] : rows + [total])
    }

    /// Any other table of the edition, its remarks below it: cells that are whole numbers can be counted with.
    static func table(_ table: PrintedEdition.Table, name: String) -> Sheet {
        Sheet(
            name: name, head: table.head, widths: table.head.map { 6 + 2 * $0.unicodeScalars.count },
            rows: table.rows.map { $0.map { text in Int(text).map(Sheet.Cell.number) ?? .text(text) } }
                + table.remarks.map { [.text($0)] })
    }
}
