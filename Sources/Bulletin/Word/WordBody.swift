internal import JuheKit

/// What stands between the head and the foot of the file: masthead, overview, contents, sections, tables, colophon.
struct WordBody {
    private let edition: PrintedEdition
    private let pages: PageEstimate
    /// The relationship of each picture, by its name.
    private let pictures: [String: String]
    private var words: PrintedEdition.Words { edition.words }

    init(_ edition: PrintedEdition, pictures: [String: String] = [:]) {
        self.edition = edition
        self.pictures = pictures
        pages = PageEstimate(edition)
    }

    /// The paragraphs and tables.
    ///
    /// - Parameter relate: gives the identifier under which the document names an outside address.
    func xml(relate: (String) -> String) -> String {
        let parts =
            [head, correction, overview, due(relate), highlights, contents, note]
            + edition.sections.map { section($0, relate) } + [
                changes, contributions, edition.trend.map { table($0.table) } ?? "",
                edition.circular.map(table) ?? "", edition.matrix.map(table) ?? "", colophon, silent,
            ]
        return parts.joined()
    }

    private var head: String {
        let masthead = edition.masthead
        let line = TextWidth.points(masthead.issuer + "　" + masthead.date, size: 14)
        let imprint =
            line <= TextWidth.page
            ? WordXML.paragraph("Imprint", WordXML.run(masthead.issuer) + WordXML.tab + WordXML.run(masthead.date))
            : WordXML.paragraph("ImprintIssuer", WordXML.run(masthead.issuer))
                + WordXML.paragraph("Imprint", WordXML.tab + WordXML.run(masthead.date))
        return WordXML.paragraph(
            "Masthead", WordXML.run(masthead.title, points: TextWidth.largest(for: masthead.title, among: 22...42)))
            + WordXML.paragraph("IssueNumber", WordXML.run(masthead.issue)) + imprint
    }

    private var overview: String {
        let count = max(edition.figures.count, 1)
        let table = WordXML.table(
            widths: edition.figures.map { _ in WordStyles.textWidth / count },
            rows: [edition.figures.map(\.label), edition.figures.map(\.value)])
        let covers = edition.masthead.covers.map { WordXML.paragraph("Caption", WordXML.run($0)) } ?? ""
        let leftOut = edition.leftOut.map { WordXML.paragraph("Caption", WordXML.run($0)) } ?? ""
        let nothing = edition.sections.isEmpty ? WordXML.paragraph("Caption", WordXML.run(words(.nothingNew))) : ""
        // Two tables must not touch, and Word wants a paragraph behind each.
        return table + (covers.isEmpty ? WordXML.paragraph("Caption", "") : covers) + leftOut + nothing
    }

    private var correction: String {
        edition.correction.map {
            WordXML.paragraph(
                "EntryText", WordXML.run("\($0.label)\(words(.colon))", style: "State") + WordXML.run($0.text))
        } ?? ""
    }

    private var highlights: String {
        guard !edition.highlights.isEmpty else { return "" }
        let lines = edition.highlights.map { highlight in
            let facts = [highlight.unit, highlight.track, words(.entryNumber(highlight.number))].compactMap(\.self)
            return WordXML.paragraph("EntryTitle", WordXML.run(highlight.title))
                + WordXML.paragraph("EntryFacts", WordXML.run(facts.joined(separator: "　")))
        }
        return WordXML.paragraph("ContentsHead", WordXML.run(words(.highlights))) + lines.joined()
    }

    private var note: String {
        guard !edition.note.isEmpty else { return "" }
        return WordXML.paragraph("ContentsHead", WordXML.run(words(.editorsNote)))
            + edition.note.map { WordXML.paragraph("Note", WordXML.run($0)) }.joined()
    }

    /// Any table, with its title and what is remarked on it.
    private func table(_ table: PrintedEdition.Table) -> String {
        WordXML.paragraph("Heading1", WordXML.run(table.title)) + Self.grid(table, width: WordStyles.textWidth)
            + (table.remarks.isEmpty ? [""] : table.remarks).map { WordXML.paragraph("Caption", WordXML.run($0)) }
            .joined()
    }

    /// A table as wide as the page: the longest cell of a column decides how much of it the column has.
    static func grid(_ table: PrintedEdition.Table, width: Int) -> String {
        let shares = table.head.indices.map { column in
            max(3, min(10, ([table.head] + table.rows).map { $0[column].unicodeScalars.count }.max() ?? 3))
        }
        let sum = shares.reduce(0, +)
        return WordXML.table(
            widths: shares.map { $0 * width / sum }, rows: [table.head] + table.rows, mark: table.mark)
    }

    private func due(_ relate: (String) -> String) -> String {
        guard !edition.due.isEmpty else { return "" }
        let lines = edition.due.map { due in
            let term = due.date + words(.openBracket) + due.left + words(.closeBracket)
            let facts = due.facts.joined(separator: "　")
            let origin = due.title.map { title in
                due.url.map { WordXML.link(title, relation: relate($0)) } ?? WordXML.run(title)
            }
            // One paragraph: LibreOffice does not keep three together at the end of a page.
            return WordXML.paragraph(
                "EntryTitle",
                WordXML.run(term + words(.colon) + due.what)
                    + (facts.isEmpty ? "" : WordXML.lineBreak + WordXML.run(facts, style: "Facts")))
                + (origin.map { WordXML.paragraph("EntryCopies", $0) } ?? "")
        }
        return WordXML.paragraph("Heading1", WordXML.run(words(.dueSoon))) + lines.joined()
    }

    private var contents: String {
        guard edition.hasContents else { return "" }
        let lines = edition.sections.map { section in
            line("Contents1", section.ordinal + section.title, section.count, bookmark: section.code)
                + section.groups.map { group in
                    line("Contents2", group.title, group.count, bookmark: Self.bookmark(section, group))
                }.joined()
        }
        return WordXML.paragraph("ContentsHead", WordXML.run(words(.contents))) + lines.joined()
    }

    private func line(_ style: String, _ title: String, _ count: String, bookmark: String) -> String {
        let page = WordXML.field("PAGEREF \(bookmark) \\h", shown: "\(pages.page(of: bookmark))")
        return WordXML.paragraph(
            style,
            WordXML.link(toBookmark: bookmark, WordXML.run("\(title) \(count)") + WordXML.tab + page))
    }

    private func section(_ section: PrintedEdition.Section, _ relate: (String) -> String) -> String {
        let heading = WordXML.bookmark(
            section.code, id: pages.number(of: section.code), WordXML.run("\(section.ordinal)\(section.title)"))
        return WordXML.paragraph("Heading1", heading)
            + section.groups.map { self.group($0, of: section, relate) }.joined()
    }

    private func group(
        _ group: PrintedEdition.Group, of section: PrintedEdition.Section, _ relate: (String) -> String
    ) -> String {
        let name = Self.bookmark(section, group)
        let style = ["party": "Party", "business": "Business", "fusion": "Fusion"][group.code]
        let heading = WordXML.bookmark(name, id: pages.number(of: name), WordXML.run(group.title, style: style))
        return WordXML.paragraph("Heading2", heading) + group.entries.map { entry($0, relate) }.joined()
    }

    private func entry(_ entry: PrintedEdition.Entry, _ relate: (String) -> String) -> String {
        let title = entry.url.map { WordXML.link(entry.title, relation: relate($0)) } ?? WordXML.run(entry.title)
        let state = entry.state.map { WordXML.run("【\($0)】", style: "State") } ?? ""
        let facts = [entry.unit, entry.documentNumber, entry.validity, entry.date, entry.attachments].compactMap(\.self)
        return WordXML.paragraph("EntryTitle", WordXML.run("\(entry.number). ") + title + state)
            + (facts.isEmpty ? "" : WordXML.paragraph("EntryFacts", WordXML.run(facts.joined(separator: "　"))))
            + entry.standings.enumerated().map { index, standing in
                WordXML.paragraph(
                    "EntryFacts", WordXML.run(standing, style: index < entry.endings ? "Mark" : "State"))
            }.joined()
            + (entry.excerpt.map { WordXML.paragraph("EntryText", WordXML.run($0)) } ?? "")
            + (entry.picture.flatMap { picture in
                pictures[picture.name].map { WordXML.paragraph("Picture", WordXML.picture(picture, relation: $0)) }
            } ?? "")
            + (entry.copies.map { WordXML.paragraph("EntryCopies", copies($0, relate)) } ?? "")
            + (entry.remark.map { WordXML.paragraph("EntryText", WordXML.run($0)) } ?? "")
    }

    private func copies(_ copies: PrintedEdition.Copies, _ relate: (String) -> String) -> String {
        let places = copies.places.map { place in
            (place.url.map { WordXML.link(place.name, relation: relate($0)) } ?? WordXML.run(place.name))
                + WordXML.run(place.separator)
        }
        return WordXML.run(copies.label) + places.joined() + WordXML.run(copies.rest)
    }

    private var changes: String {
        guard !edition.changes.isEmpty else { return "" }
        let lines = edition.changes.map { change in
            WordXML.paragraph(
                "EntryTitle",
                WordXML.run(change.title)
                    + WordXML.run(
                        words(.openBracket) + words(.entryNumber(change.number)) + words(.closeBracket), style: "State")
            )
                + WordXML.paragraph("EntryText", WordXML.run(change.text))
        }
        return WordXML.paragraph("Heading1", WordXML.run(words(.whatHasChanged))) + lines.joined()
    }

    private var contributions: String {
        guard !edition.contributions.isEmpty else { return "" }
        let head = [words(.columnNumber), words(.columnUnit), words(.columnItems), words(.columnFusion)]
        let rows = edition.contributions.map { ["\($0.number)", $0.unit, "\($0.items)", "\($0.fusion)"] }
        let total = ["", words(.columnTotal), "\(edition.contributedItems)", "\(edition.contributedFusion)"]
        return WordXML.paragraph("Heading1", WordXML.run(words(.contributions)))
            + WordXML.table(widths: [900, 4_744, 1_600, 1_600], rows: [head] + rows + [total], leading: 1)
    }

    private var colophon: String {
        let lines = edition.distribution.enumerated().map { index, line in
            WordXML.paragraph(
                index == 0 ? "ColophonFirst" : "Colophon", WordXML.run(line.label + words(.colon) + line.text))
        }
        let texts = edition.imprint.map { $0.label + words(.colon) + $0.text }
        let fits = TextWidth.points(texts.joined(separator: "　"), size: 14) <= TextWidth.page - 32
        let imprint = texts.map { WordXML.run($0) }.joined(separator: fits ? WordXML.tab : WordXML.lineBreak)
        return lines.joined() + WordXML.paragraph(lines.isEmpty ? "ColophonOnly" : "ColophonLast", imprint)
    }

    private var silent: String {
        guard !edition.silent.isEmpty else { return "" }
        let lines = edition.silent.map {
            WordXML.paragraph("Silent", WordXML.run($0.text.isEmpty ? $0.label : $0.label + words(.colon) + $0.text))
        }
        return WordXML.paragraph("Silent", "") + WordXML.paragraph("Silent", WordXML.run(words(.silentSources)))
            + lines.joined()
    }

    /// A name that Word allows: letters, digits and underscores.
    static func bookmark(_ section: PrintedEdition.Section, _ group: PrintedEdition.Group) -> String {
        "\(section.code)_\(group.code)"
    }
}
