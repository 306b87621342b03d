internal import JuheKit

/// An edition as plain text.
package struct TextBulletin {
    private let edition: PrintedEdition
    private let columns: TextColumns
    private var words: PrintedEdition.Words { edition.words }

    /// Lines are at most `width` columns wide, addresses excepted: a broken address leads nowhere.
    package init(_ edition: PrintedEdition, width: Int) {
        self.edition = edition
        columns = TextColumns(width: width)
    }

    /// The whole text; ends with a line feed.
    package var text: String {
        var blocks = [head, correction, overview, due, highlights, contents, note]
        blocks += edition.sections.flatMap(section)
        blocks += [changes, contributions]
        blocks += [edition.trend?.table, edition.circular, edition.matrix].compactMap { $0.map(table) }
        blocks += [colophon, silent]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var head: [String] {
        let masthead = edition.masthead
        return columns.centred(masthead.title) + [""] + columns.centred(masthead.issue) + [""]
            + columns.spread(masthead.issuer, masthead.date) + [columns.rule("=")]
    }

    private var overview: [String] {
        let figures = edition.figures.map { "\($0.label) \($0.value)" }.joined(separator: words(.listSeparator))
        var lines = columns.wrapped(figures, lead: words(.overview) + words(.colon))
        if let covers = edition.masthead.covers { lines += columns.wrapped(covers) }
        if let leftOut = edition.leftOut { lines += columns.wrapped(leftOut) }
        if edition.sections.isEmpty { lines += ["", words(.nothingNew)] }
        return lines
    }

    private var due: [String] {
        guard !edition.due.isEmpty else { return [] }
        return columns.centred(words(.dueSoon)) + [""]
            + edition.due.flatMap { due in
                TextColumns(width: columns.width - 4).wrapped(
                    due.date + words(.openBracket) + due.left + words(.closeBracket) + words(.colon) + due.what
                ).enumerated().map { ($0.offset == 0 ? "" : "    ") + $0.element }
                    + columns.packed(due.facts, separator: " | ", lead: "    ")
                    + columns.wrapped(due.title ?? "", lead: "    ") + (due.url.map { ["    " + $0] } ?? [])
            } + [columns.rule("-")]
    }

    private var correction: [String] {
        edition.correction.map { columns.wrapped($0.text, lead: $0.label + words(.colon)) } ?? []
    }

    private var highlights: [String] {
        guard !edition.highlights.isEmpty else { return [] }
        return ["【\(words(.highlights))】"]
            + edition.highlights.flatMap { highlight in
                let facts = [highlight.unit, highlight.track, words(.entryNumber(highlight.number))].compactMap(\.self)
                return columns.wrapped(
                    highlight.title + words(.openBracket) + facts.joined(separator: " | ") + words(.closeBracket),
                    lead: "  * ")
            }
    }

    private var note: [String] {
        guard !edition.note.isEmpty else { return [] }
        return ["【\(words(.editorsNote))】"] + edition.note.flatMap { columns.wrapped($0, lead: "    ") }
    }

    /// A table of any number of columns: the widest cell decides; what does not fit beside the others is below them.
    private func table(_ table: PrintedEdition.Table) -> [String] {
        let lines = TextTable(head: table.head, rows: table.rows).lines(columns)
        return [columns.rule("-")] + columns.centred(table.title) + [""] + lines
            + table.remarks.flatMap { columns.wrapped($0) }
    }

    private var contents: [String] {
        guard edition.sections.flatMap(\.groups).flatMap(\.entries).count > 1 else { return [] }
        return columns.centred(words(.contents)) + [""]
            + edition.sections.flatMap { section in
                columns.spread(section.ordinal + section.title, section.count, fill: ".")
                    + section.groups.flatMap { columns.spread("    " + $0.title, $0.count, fill: ".") }
            } + [columns.rule("-")]
    }

    private func section(_ section: PrintedEdition.Section) -> [[String]] {
        let count = words(.openBracket) + section.count + words(.closeBracket)
        return [[section.ordinal + section.title + count]]
            + section.groups.flatMap { group in
                [["【\(group.title)】"]] + group.entries.map(entry)
            }
    }

    private func entry(_ entry: PrintedEdition.Entry) -> [String] {
        let number = "\(entry.number)"
        let lead = String(repeating: " ", count: max(0, 3 - number.utf8.count)) + number + ". "
        let margin = String(repeating: " ", count: lead.utf8.count)
        let facts = [
            entry.unit, entry.documentNumber, entry.validity, entry.date, entry.attachments,
        ].compactMap(\.self)
        var lines = columns.wrapped(entry.title + (entry.state.map { "【\($0)】" } ?? ""), lead: lead)
        lines += columns.packed(facts, separator: " | ", lead: margin)
        for standing in entry.standings { lines += columns.wrapped("※ " + standing, lead: margin) }
        lines += columns.wrapped(entry.excerpt ?? "", lead: margin)
        lines += columns.wrapped(entry.picture.map { words(.picture($0.alternative)) } ?? "", lead: margin)
        lines += columns.wrapped(entry.copies?.line ?? "", lead: margin)
        lines += columns.wrapped(entry.remark ?? "", lead: margin)
        if let url = entry.url { lines.append(margin + url) }
        return lines
    }

    private var changes: [String] {
        guard !edition.changes.isEmpty else { return [] }
        return [columns.rule("-")] + columns.centred(words(.whatHasChanged)) + [""]
            + edition.changes.flatMap { change in
                columns.wrapped(
                    change.title + words(.openBracket) + words(.entryNumber(change.number)) + words(.closeBracket),
                    lead: "  * ") + columns.wrapped(change.text, lead: "    ")
            }
    }

    private var contributions: [String] {
        guard !edition.contributions.isEmpty else { return [] }
        let head = [words(.columnNumber), words(.columnUnit), words(.columnItems), words(.columnFusion)]
        let rows = edition.contributions.map { ["\($0.number)", $0.unit, "\($0.items)", "\($0.fusion)"] }
        let total = ["", words(.columnTotal), "\(edition.contributedItems)", "\(edition.contributedFusion)"]
        let right = max(TextColumns.measure(head[2]), 6) + max(TextColumns.measure(head[3]), 6) + 4
        let table = ([head] + rows + [total]).flatMap { cells -> [String] in
            let numbers =
                Self.right(cells[2], max(TextColumns.measure(head[2]), 6)) + "  "
                + Self.right(cells[3], max(TextColumns.measure(head[3]), 6))
            let name = TextColumns(width: columns.width - right).wrapped(
                cells[1], lead: Self.right(cells[0], TextColumns.measure(head[0])) + "  ")
            guard let first = name.first else { return [] }
            return TextColumns(width: columns.width).spread(first, numbers) + name.dropFirst()
        }
        return [columns.rule("-")] + columns.centred(words(.contributions)) + [""] + table
    }

    private var colophon: [String] {
        let lines = edition.distribution.flatMap { columns.wrapped($0.text, lead: $0.label + words(.colon)) }
        let imprint = edition.imprint.flatMap { columns.wrapped($0.text, lead: $0.label + words(.colon)) }
        let parts = [lines, imprint].filter { !$0.isEmpty }
        guard !parts.isEmpty else { return [] }
        return [columns.rule("=")] + parts.joined(separator: [columns.rule("-")]) + [columns.rule("=")]
    }

    private var silent: [String] {
        guard !edition.silent.isEmpty else { return [] }
        return [words(.silentSources) + words(.colon)]
            + edition.silent.flatMap { columns.wrapped($0.label + words(.colon) + $0.text, lead: "  - ") }
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - TextColumns.measure(text))) + text
    }
}
