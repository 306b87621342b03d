internal import Bulletin
internal import JuheKit

/// An edition as Markdown.
struct MarkdownBulletin {
    private let edition: PrintedEdition
    private var words: PrintedEdition.Words { edition.words }

    init(_ edition: PrintedEdition) { self.edition = edition }

    /// The whole text; ends with a line feed.
    var text: String {
        let blocks: [String?] =
            [head, correction, overview, due, highlights, contents, note] + edition.sections.map(section)
            + [
                changes, contributions, edition.trend.map { table($0.table) }, edition.circular.map(table),
                edition.matrix.map(table), colophon, silent,
            ]
        return blocks.compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        let masthead = edition.masthead
        let imprint = ["**\(masthead.issue)**", Markdown.text(masthead.issuer), masthead.date].filter { !$0.isEmpty }
        return "# \(Markdown.text(masthead.title))\n\n\(imprint.joined(separator: " · "))\n\n---"
    }

    private var overview: String {
        let labels = edition.figures.map { Markdown.text($0.label) }
        let table = [
            Self.row(labels), Self.row(labels.map { _ in "---:" }), Self.row(edition.figures.map(\.value)),
        ]
        let blocks: [String?] = [
            "## \(words(.overview))", table.joined(separator: "\n"), edition.masthead.covers,
            edition.leftOut, edition.sections.isEmpty ? words(.nothingNew) : nil,
        ]
        return blocks.compactMap(\.self).joined(separator: "\n\n")
    }

    private var due: String? {
        guard !edition.due.isEmpty else { return nil }
        let lines = edition.due.map { due in
            let term = "**\(due.date)\(words(.openBracket))\(due.left)\(words(.closeBracket))**"
            let task = ([due.what] + due.facts).map { Markdown.text($0) }.joined(separator: " · ")
            let origin = due.title.map { "\\\n  " + Markdown.lineStart(Markdown.link($0, to: due.url)) } ?? ""
            return "- \(term) \(task)\(origin)"
        }
        return "## \(words(.dueSoon))\n\n" + lines.joined(separator: "\n")
    }

    private var correction: String? {
        edition.correction.map { "> **\(Markdown.text($0.label))**\(words(.colon))\(Markdown.text($0.text))" }
    }

    private var highlights: String? {
        guard !edition.highlights.isEmpty else { return nil }
        let lines = edition.highlights.map { highlight in
            let unit = highlight.unit.map { " · \(Markdown.text($0))" } ?? ""
            return
                "- **\(Markdown.text(highlight.title))**\(unit) · \(highlight.track) · \(words(.entryNumber(highlight.number)))"
        }
        return "## \(words(.highlights))\n\n" + lines.joined(separator: "\n")
    }

    private var note: String? {
        guard !edition.note.isEmpty else { return nil }
        let paragraphs = edition.note.map { "> " + Markdown.lineStart(Markdown.text($0)) }
        return "## \(words(.editorsNote))\n\n" + paragraphs.joined(separator: "\n>\n")
    }

    private func table(_ table: PrintedEdition.Table) -> String {
        let head = table.head.map { Markdown.text($0) }
        let rows = table.rows.map { Self.row($0.map { Markdown.text($0) }) }
        let lines = [Self.row(head), Self.row(head.map { _ in "---" })] + rows
        return
            (["## \(Markdown.text(table.title))", lines.joined(separator: "\n")]
            + table.remarks.map { Markdown.lineStart(Markdown.text($0)) }).joined(separator: "\n\n")
    }

    private var contents: String? {
        guard edition.hasContents else { return nil }
        let lines = edition.sections.map { section in
            let heading = section.ordinal + section.title
            let groups = section.groups.map { "\($0.title) \($0.count)" }.joined(separator: " · ")
            let link = "[\(Markdown.text(heading))](#\(Markdown.anchor(heading)))"
            return "- \(link) \(section.count)\(words(.colon))\(groups)"
        }
        return "## \(words(.contents))\n\n" + lines.joined(separator: "\n")
    }

    private func section(_ section: PrintedEdition.Section) -> String {
        let groups = section.groups.map { group in
            "### \(group.title)\n\n" + group.entries.map(entry).joined(separator: "\n")
        }
        return (["## \(section.ordinal)\(section.title)"] + groups).joined(separator: "\n\n")
    }

    private func entry(_ entry: PrintedEdition.Entry) -> String {
        let marker = "\(entry.number). "
        let facts = [
            entry.unit, entry.documentNumber, entry.validity, entry.date, entry.attachments,
        ].compactMap(\.self).map { Markdown.text($0) }
        let lines = [
            Markdown.lineStart(Markdown.link(entry.title, to: entry.url)) + (entry.state.map { " **\($0)**" } ?? ""),
            facts.isEmpty ? nil : Markdown.lineStart(facts.joined(separator: " · ")),
            entry.standings.isEmpty
                ? nil
                : entry.standings.enumerated().map { index, standing in
                    let text = Markdown.text(standing)
                    return index < entry.endings ? "**\(text)**" : text
                }.joined(separator: words(.semicolon)),
            entry.excerpt.map { Markdown.lineStart(Markdown.text($0)) },
            entry.picture.map { Markdown.lineStart(Markdown.text(words(.picture($0.alternative)))) },
            entry.copies.map(copies),
            entry.remark.map { Markdown.lineStart(Markdown.text($0)) },
        ].compactMap(\.self)
        return marker + lines.joined(separator: "\\\n" + String(repeating: " ", count: marker.utf8.count))
    }

    private func copies(_ copies: PrintedEdition.Copies) -> String {
        let places = copies.places.map { Markdown.link($0.name, to: $0.url) + $0.separator }
        return copies.label + places.joined() + copies.rest
    }

    private var changes: String? {
        guard !edition.changes.isEmpty else { return nil }
        let lines = edition.changes.map { change in
            "- **\(Markdown.text(change.title))**\(words(.openBracket))\(words(.entryNumber(change.number)))"
                + "\(words(.closeBracket))\(words(.colon))\(Markdown.text(change.text))"
        }
        return "## \(words(.whatHasChanged))\n\n" + lines.joined(separator: "\n")
    }

    private var contributions: String? {
        guard !edition.contributions.isEmpty else { return nil }
        let head = [words(.columnNumber), words(.columnUnit), words(.columnItems), words(.columnFusion)]
        let rows = edition.contributions.map {
            Self.row(["\($0.number)", Markdown.text($0.unit), "\($0.items)", "\($0.fusion)"])
        }
        let total = Self.row(["", words(.columnTotal), "\(edition.contributedItems)", "\(edition.contributedFusion)"])
        let table = [Self.row(head), Self.row(["---:", "---", "---:", "---:"])] + rows + [total]
        return "## \(words(.contributions))\n\n" + table.joined(separator: "\n")
    }

    private var colophon: String? {
        let lines = (edition.distribution + edition.imprint).map {
            Markdown.text($0.label) + words(.colon) + Markdown.text($0.text)
        }
        return lines.isEmpty ? nil : "---\n\n" + lines.joined(separator: "\\\n")
    }

    private var silent: String? {
        guard !edition.silent.isEmpty else { return nil }
        let lines = edition.silent.map { "- " + Markdown.lineStart(Markdown.text($0.label + words(.colon) + $0.text)) }
        return "## \(words(.silentSources))\n\n" + lines.joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
