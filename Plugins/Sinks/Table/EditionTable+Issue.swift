internal import Bulletin
internal import JuheKit
internal import OpenXML

extension EditionTable {
    /// What an edition says beside its entries and its tables, a line each: masthead, correction, figures, note, highlights,
    /// changes, distribution, silent sources.
    static func issue(_ edition: PrintedEdition) -> Sheet {
        let words = edition.words
        let masthead = edition.masthead
        var lines: [(String, String?)] = [
            (words(.columnTitle), masthead.title), (words(.columnIssue), masthead.issue),
            (words(.issuedBy), masthead.issuer), (words(.columnDate), masthead.date),
            (words(.overview), masthead.covers), (words(.overview), edition.leftOut),
        ]
        lines += [(edition.correction?.label ?? "", edition.correction?.text)]
        lines += edition.figures.map { ($0.label, $0.value) }
        lines += edition.note.map { (words(.editorsNote), $0) }
        lines += edition.highlights.map { highlight in
            let facts = [highlight.unit, highlight.track, words(.entryNumber(highlight.number))].compactMap(\.self)
            return (
                words(.highlights),
                highlight.title + words(.openBracket) + facts.joined(separator: words(.listSeparator))
                    + words(.closeBracket)
            )
        }
        lines += edition.changes.map {
            (words(.whatHasChanged), $0.title + words(.colon) + $0.text)
        }
        lines += (edition.distribution + edition.imprint).map { ($0.label, $0.text) }
        lines += edition.silent.map { (words(.silentSources), $0.label + words(.colon) + $0.text) }
        return Sheet(
            name: words(.sheetIssue), head: [words(.columnPart), words(.columnText)], widths: [16, 100],
            rows: lines.compactMap { label, text in
                text.map { [.text(label), Int($0).map(Sheet.Cell.number) ?? .text($0)] }
            })
    }
}
