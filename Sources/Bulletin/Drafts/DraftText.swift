package import JuheKit

/// A draft as a plain text that an editor can open, reorder, cut and annotate.
///
/// ```
/// 编者按：
/// 要闻：12 7
///
/// == 政策规定
/// -- 融合
/// [12] 关于……的通知 | 市民政局 | 11月20日
/// > 编者注
/// ```
package struct DraftText: Sendable {
    private let draft: EditionDraft
    private let head: String
    private let printed: EntryText

    /// The text of a draft.
    ///
    /// - Parameter edition: the edition the draft is of: its name, its number, its language and its calendar.
    package init(_ draft: EditionDraft, of edition: Edition) {
        self.draft = draft
        printed = EntryText(edition)
        let masthead = PrintedEdition(edition).masthead
        head = "\(masthead.title) \(masthead.issue)"
    }

    /// The whole text; ends with a line feed.
    package var text: String {
        var lines =
            [printed.words(.draftHead(head))] + printed.words(.draftHelp).split(separator: "\n").map(String.init)
        lines = lines.map { "# \($0)" }
        lines += ["", printed.words(.editorsNote) + printed.words(.colon).trimmed] + draft.note
        let highlights = draft.highlights.map(String.init).joined(separator: " ")
        lines += ["", printed.words(.highlights) + printed.words(.colon).trimmed + highlights]
        for section in draft.sections {
            lines += ["", "== \(section.title ?? printed.words(section.kind?.title ?? .unsorted))"]
            for group in section.groups {
                lines.append("-- \(printed.words(group.track?.title ?? .unsorted))")
                lines += group.entries.flatMap(entry)
            }
        }
        lines += ["", "== \(printed.words(.leftOutSection))"] + draft.leftOut.map(\.entry).flatMap(entry)
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ entry: EditionEntry) -> [String] {
        let facts = [printed.title(entry)] + printed.facts(entry)
        return ["[\(entry.number)] \(facts.joined(separator: EntryText.separator))"]
            + (entry.remark.map { ["> \($0)"] } ?? [])
    }
}

/// How an entry stands in the text of a draft.
struct EntryText: Sendable {
    /// Between the title and the facts, which are for the eye only.
    static let separator = " | "

    let words: PrintedEdition.Words
    private let calendar: PrintedCalendar

    init(_ edition: Edition) {
        words = PrintedEdition.Words(language: edition.masthead.language)
        calendar = PrintedCalendar(edition)
    }

    /// The title as one line without the separator.
    func title(_ entry: EditionEntry) -> String {
        PrintedEdition.Entry(entry, number: 0, calendar, words).title.replacing(" | ", with: " ｜ ")
    }

    /// The title that the item has without an editor.
    func ownTitle(_ entry: EditionEntry) -> String {
        var plain = entry
        plain.headline = nil
        return title(plain)
    }

    func facts(_ entry: EditionEntry) -> [String] {
        let printed = PrintedEdition.Entry(entry, number: 0, calendar, words)
        return [printed.unit, printed.documentNumber, printed.date].compactMap(\.self)
    }
}

extension String {
    /// Without the spaces at both ends.
    var trimmed: String {
        let isSpace = { (character: Character) in character == " " || character == "\t" || character == "\u{3000}" }
        let start = drop(while: isSpace)
        return String(start.reversed().drop(while: isSpace).reversed())
    }
}
