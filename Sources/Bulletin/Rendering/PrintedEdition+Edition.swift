package import JuheKit

extension PrintedEdition {
    /// Sets an edition in words.
    package init(_ edition: Edition) {
        let calendar = PrintedCalendar(edition)
        let words = Words(language: edition.masthead.language)
        language = edition.masthead.language == .zhHans ? "zh-CN" : "en"
        self.words = words
        masthead = Masthead(edition, calendar, words)
        figures = Self.figures(edition, words)
        due = edition.due.map { Due($0, calendar, words) }
        sections = Self.sections(edition, calendar, words)
        let dressing = edition.dressing
        correction = PlainLine.make(dressing.correction, limit: Limit.paragraph).map {
            Line(label: words(.correctionNote), text: $0)
        }
        let sentences = [
            dressing.leftOut > 0 ? words(.leftOut(dressing.leftOut)) : nil,
            dressing.dueLeftOut.map { words(.dueLeftOut($0)) },
        ].compactMap(\.self)
        leftOut = sentences.isEmpty ? nil : sentences.joined(separator: words.language == .english ? " " : "")
        highlights = Self.highlights(edition, sections, words)
        note = dressing.note.compactMap { PlainLine.make($0, limit: Limit.paragraph) }
        trend = PrintedTrend(dressing.trend, words)
        circular = dressing.circular.map { Table($0) { words(.circular($0)) } }
        matrix = dressing.matrix.map { Table($0, mark: words(.emptyCell)) { words(.stageMatrix($0)) } }
        changes = Self.changes(edition, sections, words)
        contributions = edition.contributions.enumerated().map { index, share in
            Contribution(
                number: index + 1, unit: PlainLine.make(share.unit, limit: Limit.name) ?? words(.unsorted),
                items: share.items, fusion: share.fusion)
        }
        contributedItems = edition.contributions.reduce(0) { $0 + $1.items }
        contributedFusion = edition.contributions.reduce(0) { $0 + $1.fusion }
        distribution = Self.distribution(edition.masthead, words)
        imprint = Self.imprint(edition, words)
        silent = edition.sources.silent.map { silence in
            Line(
                label: PlainLine.make(silence.source, limit: Limit.name) ?? words(.untitled),
                text: PlainLine.make(silence.reason, limit: Limit.title) ?? "")
        }
    }

    /// How long foreign texts may become in print, in letters.
    enum Limit {
        static let title = 200
        static let madeTitle = 36
        static let name = 80
        static let excerpt = 80
        static let copies = 8
        static let standings = 4
        static let paragraph = 2_000
    }
}

extension PrintedEdition {
    private static func figures(_ edition: Edition, _ words: Words) -> [Figure] {
        let entries = edition.entries
        let copies = entries.reduce(0) { $0 + $1.copies.count }
        let tracks = edition.sections.flatMap(\.groups).reduce(into: [Track: Int]()) { counts, group in
            if let track = group.track { counts[track, default: 0] += group.entries.count }
        }
        var figures = [
            Figure(code: "entries", label: words(.figureEntries), value: "\(entries.count)"),
            Figure(code: "new", label: words(.figureNew), value: "\(entries.count { $0.state == .new })"),
            Figure(code: "changed", label: words(.figureChanged), value: "\(entries.count { $0.state == .changed })"),
        ]
        for track in [Track.party, .business, .fusion] {
            figures.append(Figure(code: track.rawValue, label: words(track.title), value: "\(tracks[track] ?? 0)"))
        }
        figures.append(Figure(code: "copies", label: words(.figureCopies), value: "\(copies)"))
        if edition.sources.subscribed > 0 {
            let answered = max(0, edition.sources.subscribed - edition.sources.silent.count)
            figures.append(
                Figure(
                    code: "sources", label: words(.figureSources), value: "\(answered)/\(edition.sources.subscribed)"))
        }
        return figures
    }

    private static func sections(_ edition: Edition, _ calendar: PrintedCalendar, _ words: Words) -> [Section] {
        var number = 0
        let pictures = Dictionary(edition.dressing.pictures.map { ($0.item, $0) }) { first, _ in first }
        return edition.sections.enumerated().map { index, section in
            let groups = section.groups.map { group in
                Group(
                    code: group.track?.rawValue ?? "unsorted", title: words(group.track?.title ?? .unsorted),
                    count: words(.count(group.entries.count)),
                    entries: group.entries.map { entry in
                        number += 1
                        return Entry(entry, number: number, picture: pictures[entry.number], calendar, words)
                    })
            }
            let own = PlainLine.make(section.title, limit: Limit.name)
            return Section(
                code: own.map { _ in "section\(index + 1)" } ?? section.kind?.rawValue ?? "unsorted",
                ordinal: words(.ordinal(index + 1)), title: own ?? words(section.kind?.title ?? .unsorted),
                count: words(.count(section.groups.reduce(0) { $0 + $1.entries.count })), groups: groups)
        }
    }

    private static func highlights(
        _ edition: Edition, _ sections: [Section], _ words: Words
    ) -> [Highlight] {
        // Entries are printed in the order they are cited.
        let numbers = edition.entries.map(\.number)
        let printed = sections.flatMap(\.groups).flatMap { group in group.entries.map { (group, $0) } }
        return edition.dressing.highlights.compactMap { number in
            guard let index = numbers.firstIndex(of: number), printed.indices.contains(index) else { return nil }
            let (group, entry) = printed[index]
            return Highlight(
                number: entry.number, anchor: entry.anchor, title: entry.title, unit: entry.unit,
                trackCode: group.code, track: group.title)
        }
    }

    private static func distribution(_ masthead: Edition.Masthead, _ words: Words) -> [Line] {
        let lists: [(Phrase, [String])] = [
            (.toSuperiors, masthead.toSuperiors), (.toPeers, masthead.toPeers),
            (.toSubordinates, masthead.toSubordinates),
        ]
        return lists.compactMap { label, names in
            let names = names.compactMap { PlainLine.make($0, limit: Limit.title) }
            return names.isEmpty
                ? nil : Line(label: words(label), text: names.joined(separator: words(.listSeparator)))
        }
    }

    private static func imprint(_ edition: Edition, _ words: Words) -> [Line] {
        let masthead = edition.masthead
        var lines: [Line] = []
        if let issuer = PlainLine.make(masthead.issuer, limit: Limit.name) {
            lines.append(Line(label: words(.issuedBy), text: issuer))
        }
        if let editor = PlainLine.make(masthead.editor, limit: Limit.name) {
            lines.append(Line(label: words(.responsibleEditor), text: editor))
        }
        func passed(_ label: Phrase, _ steps: Set<ReviewStage>) {
            let people = edition.dressing.reviewers.filter { steps.contains($0.step) }.compactMap {
                PlainLine.make($0.person, limit: Limit.name)
            }
            if !people.isEmpty {
                lines.append(Line(label: words(label), text: people.joined(separator: words(.listSeparator))))
            }
        }
        passed(.reviewedBy, [.first, .second])
        passed(.signedOffBy, [.final])
        return lines
    }
}

extension PrintedEdition.Masthead {
    fileprivate init(_ edition: Edition, _ calendar: PrintedCalendar, _ words: PrintedEdition.Words) {
        title = PlainLine.make(edition.masthead.title, limit: PrintedEdition.Limit.name) ?? words(.untitled)
        let dressing = edition.dressing
        let plain = dressing.series == .regular ? Phrase.issueNumber : Phrase.supplementNumber
        number =
            words(plain(edition.number)) + (dressing.revision > 0 ? words(.correctionMark(dressing.revision)) : "")
        total = dressing.series == .regular ? words(.totalNumber(edition.total)) : ""
        issue = total.isEmpty ? number : number + words(.openBracket) + total + words(.closeBracket)
        issuer = PlainLine.make(edition.masthead.issuer, limit: PrintedEdition.Limit.name) ?? ""
        date = words(.day(calendar.today))
        isoDate = calendar.today.isoDate
        if let from = edition.window.from, let until = edition.window.until {
            let days = [from, until].map { words(.day(calendar.zone.civilTime($0))) }
            covers = words(.covers(from: days[0], until: days[1]))
        } else {
            covers = nil
        }
    }
}
