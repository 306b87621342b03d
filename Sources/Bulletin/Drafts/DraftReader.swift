package import JuheKit

/// What is wrong with a line of a draft's text.
package struct DraftMistake: Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// What is wrong, and what to do.
    package let phrase: Phrase
}

/// Every mistake of a draft's text, in the order of its lines.
package struct DraftMistakes: Error, Sendable {
    /// At least one.
    package let mistakes: [DraftMistake]
}

/// Reads the text of a draft back: the editor's order, cuts, titles and remarks.
package struct DraftReader {
    /// What the lines that follow belong to.
    private enum Place {
        case nowhere, note, leftOut
        case section(Int)
    }

    private let pool: [Int64: EditionEntry]
    private let titles: [String]
    private let words: EntryText
    private var mistakes: [DraftMistake] = []
    private var sections: [(title: String, line: Int, groups: [EditionSection.Group])] = []
    private var track: Track??
    private var place = Place.nowhere
    private var note: [String] = []
    private var highlights: [(number: Int64, line: Int)] = []
    private var lines: [Int64: Int] = [:]
    private var last: (number: Int64, isIn: Bool)?
    private var leftOut: [EditionEntry] = []

    /// - Parameters:
    ///   - draft: the draft that the text was made of.
    ///   - edition: the edition it is of.
    ///   - titles: titles of the bulletin's own sections, beside those that the draft has.
    private init(_ draft: EditionDraft, of edition: Edition, titles: [String]) {
        let entries = draft.entries + draft.leftOut.map(\.entry)
        pool = Dictionary(entries.map { ($0.number, $0) }) { first, _ in first }
        words = EntryText(edition)
        self.titles = titles + draft.sections.compactMap(\.title)
    }

    /// The draft that the text describes.
    /// - Throws: ``DraftMistakes`` with every mistake.
    package static func read(
        _ text: String, draft: EditionDraft, of edition: Edition, titles: [String] = []
    ) throws(DraftMistakes) -> EditionDraft {
        var reader = DraftReader(draft, of: edition, titles: titles)
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() { reader.read(String(line).trimmed, at: index + 1) }
        return try reader.finish(draft)
    }

    private mutating func read(_ line: String, at number: Int) {
        if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("\u{FEFF}#") { return }
        if line.hasPrefix("==") {
            openSection(line, at: number)
        } else if line.hasPrefix("--") {
            openGroup(line, at: number)
        } else if line.hasPrefix("[") || line.hasPrefix("［") {
            readEntry(line, at: number)
        } else if line.hasPrefix(">") || line.hasPrefix("＞") {
            readRemark(String(line.dropFirst()).trimmed, at: number)
        } else if let rest = keyword(.editorsNote, in: line) {
            place = .note
            if !rest.isEmpty { note.append(rest) }
        } else if let rest = keyword(.highlights, in: line) {
            place = .nowhere
            readHighlights(rest, at: number)
        } else if case .note = place {
            note.append(line)
        } else {
            add(.draftStrayLine(line), at: number)
        }
    }

    private mutating func openSection(_ line: String, at number: Int) {
        let title = String(line.drop { $0 == "=" }).trimmed
        last = nil
        track = nil
        if isWord(.leftOutSection, title) {
            place = .leftOut
            return
        }
        if let first = sections.first(where: { $0.title == title }) {
            add(.draftRepeatedSection(title, line: first.line), at: number)
        }
        if kind(title) == nil, !titles.contains(title) {
            let known = titles + Kind.allCases.map { words.words($0.title) } + [words.words(.unsorted)]
            add(.draftUnknownSection(title, known: known), at: number)
        }
        place = .section(sections.count)
        sections.append((title, number, []))
    }

    private mutating func openGroup(_ line: String, at number: Int) {
        let title = String(line.drop { $0 == "-" }).trimmed
        last = nil
        guard case .section = place else { return add(.draftGroupOutside, at: number) }
        if let named = Track.allCases.first(where: { isWord($0.title, title) }) {
            track = .some(named)
        } else if isWord(.unsorted, title) {
            track = .some(nil)
        } else {
            add(.draftUnknownGroup(title, known: Track.allCases.map { words.words($0.title) }), at: number)
        }
    }

    private mutating func readEntry(_ line: String, at number: Int) {
        last = nil
        let digits = line.dropFirst().prefix { $0 != "]" && $0 != "］" }
        let rest = line.dropFirst(digits.count + 2)
        guard let item = Int64(String(digits).trimmed) else { return add(.draftBadNumber(String(digits)), at: number) }
        guard var entry = pool[item] else { return add(.draftUnknownItem(item), at: number) }
        if let first = lines[item] { return add(.draftRepeatedItem(item, line: first), at: number) }
        lines[item] = number
        let title = (rest.firstRange(of: EntryText.separator).map { String(rest[..<$0.lowerBound]) } ?? String(rest))
            .trimmed
        if title.isEmpty { return add(.draftNoTitle(item), at: number) }
        entry.headline = title == words.ownTitle(entry) ? nil : title
        entry.remark = nil
        switch place {
        case .section(let index): put(entry, into: index)
        case .leftOut: leftOut.append(entry)
        case .nowhere, .note: return add(.draftEntryOutside(item), at: number)
        }
        if case .leftOut = place { last = (item, false) } else { last = (item, true) }
    }

    private mutating func put(_ entry: EditionEntry, into section: Int) {
        let track = track ?? entry.item.details.track
        if let group = sections[section].groups.firstIndex(where: { $0.track == track }) {
            sections[section].groups[group].entries.append(entry)
        } else {
            sections[section].groups.append(EditionSection.Group(track: track, entries: [entry]))
        }
    }

    private mutating func readRemark(_ text: String, at number: Int) {
        guard let last, !text.isEmpty else { return add(.draftStrayRemark, at: number) }
        if !last.isIn { return }
        for section in sections.indices {
            for group in sections[section].groups.indices {
                let entries = sections[section].groups[group].entries
                if let index = entries.firstIndex(where: { $0.number == last.number }) {
                    let before = entries[index].remark.map { $0 + " " } ?? ""
                    sections[section].groups[group].entries[index].remark = before + text
                }
            }
        }
    }

    private mutating func readHighlights(_ text: String, at number: Int) {
        for word in text.split(whereSeparator: { " ,，、\t\u{3000}".contains($0) }) {
            let digits = word.filter { !"[]［］".contains($0) }
            guard let item = Int64(String(digits)) else {
                add(.draftBadNumber(String(word)), at: number)
                continue
            }
            highlights.append((item, number))
        }
    }

    private mutating func finish(_ draft: EditionDraft) throws(DraftMistakes) -> EditionDraft {
        let sections = sections.filter { !$0.groups.isEmpty }.map { section in
            EditionSection(
                kind: kind(section.title) ?? nil, title: kind(section.title) == nil ? section.title : nil,
                groups: section.groups)
        }
        let included = Set(sections.flatMap(\.groups).flatMap(\.entries).map(\.number))
        var seen: Set<Int64> = []
        for highlight in highlights {
            if !included.contains(highlight.number) {
                add(.draftHighlightOutside(highlight.number), at: highlight.line)
            } else if !seen.insert(highlight.number).inserted {
                add(.draftRepeatedItem(highlight.number, line: highlight.line), at: highlight.line)
            }
        }
        if !mistakes.isEmpty { throw DraftMistakes(mistakes: mistakes.sorted { $0.line < $1.line }) }
        // What is nowhere any more was cut; why an entry was out before still holds.
        let reasons = Dictionary(draft.leftOut.map { ($0.entry.number, $0.reason) }) { first, _ in first }
        let listed = Set(leftOut.map(\.number))
        let gone = (draft.entries + draft.leftOut.map(\.entry)).filter {
            !included.contains($0.number) && !listed.contains($0.number)
        }
        return EditionDraft(
            sections: sections,
            leftOut: (leftOut + gone).map {
                EditionDraft.LeftOut(entry: $0, reason: reasons[$0.number] ?? .cut)
            },
            highlights: highlights.map(\.number), note: note)
    }

    /// The kind of a title: nothing where the title is no kind's, `.some(nil)` for 待分拣.
    private func kind(_ title: String) -> Kind?? {
        if isWord(.unsorted, title) { return .some(nil) }
        return Kind.allCases.first { isWord($0.title, title) }.map(Optional.some)
    }

    /// Both languages are understood, whatever the bulletin's is.
    private func isWord(_ phrase: Phrase, _ text: String) -> Bool {
        Language.allCases.contains { phrase.text($0).lowercased() == text.lowercased() }
    }

    /// What follows `word：` at the start of a line.
    private func keyword(_ phrase: Phrase, in line: String) -> String? {
        for language in Language.allCases {
            for colon in ["：", ":"] where line.lowercased().hasPrefix(phrase.text(language).lowercased() + colon) {
                return String(line.dropFirst(phrase.text(language).count + 1)).trimmed
            }
        }
        return nil
    }

    private mutating func add(_ phrase: Phrase, at line: Int) {
        mistakes.append(DraftMistake(line: line, phrase: phrase))
    }
}
