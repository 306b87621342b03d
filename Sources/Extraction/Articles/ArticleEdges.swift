import Markup

/// What stands around an article in the element that holds it: its title and the line under that, buttons, links to its
/// neighbours and to other articles, codes to scan, the page's owner.
///
/// Only what stands before the first and behind the last line of the text is looked at.
enum ArticleEdges {
    /// Lines that may stand before the text.
    private static let mostBefore = 8

    /// The body without them; as it is where nothing would be left, unless it is the foot of the page alone.
    static func cut(_ html: String, titles: [String]) -> String {
        let tree = MarkupTree(html: html)
        let lines = ArticleLine.lines(of: tree)
        let titles = Set(titles.map(TitleText.squeezed))
        let column = column(of: lines, titles)
        var first = max(column, before(lines, titles, from: column))
        if let head = DocumentHead.end(of: lines, titles, from: first) {
            first = before(lines, titles, from: head)
        }
        let end = behind(lines, from: first)
        guard first > 0 || end < lines.count else { return html }
        guard lines[first..<end].contains(where: { !$0.isEmpty || $0.hasPicture }) else {
            // A page's foot, a line about the page, its date or its title alone is no text.
            let isTitle = lines.allSatisfy { line in
                !line.hasPicture && line.links.isEmpty
                    && (line.isEmpty || titles.contains(TitleText.squeezed(line.text)))
            }
            return isTitle && !MissingBody.isNotice(html)
                || lines.contains { $0.isOwner || $0.isAboutPage || InfoLine.isDate($0.text) } ? "" : html
        }
        let cut = Set((lines[..<first] + lines[end...]).flatMap(\.nodes))
        return tree.innerHTML(0) { index in
            cut.contains(index) || tree.isElement(index) && isCut(index, cut, tree)
        }
    }

    /// Lines that a column of links beside the text may have, and scalars of a name in it.
    private static let (mostOfColumn, longestName) = (80, 24)

    /// The end of a column of links that the element has before the article: the article's title ends it, else the first
    /// line that is no name.
    private static func column(of lines: [ArticleLine], _ titles: Set<String>) -> Int {
        func isName(_ line: ArticleLine) -> Bool { line.text.unicodeScalars.count <= longestName && line.isShort }
        let lead = lines.prefix(mostOfColumn).prefix { line in
            !titles.contains(TitleText.squeezed(line.text)) && (isName(line) || line.isLink && line.isShort)
        }
        let names = lead.filter { $0.isLink && isName($0) }
        guard names.reduce(0, { $0 + $1.links.count }) >= 2 else { return 0 }
        if lead.endIndex < lines.endIndex, titles.contains(TitleText.squeezed(lines[lead.endIndex].text)) {
            return lead.endIndex
        }
        let end = (lead.lastIndex(where: \.isLink) ?? 0) + 1
        return lines[end...].contains { !$0.isLink && $0.text.unicodeScalars.count > longestName } ? end : 0
    }

    /// True where an element held nothing but what is cut.
    private static func isCut(_ index: MarkupTree.Index, _ cut: Set<MarkupTree.Index>, _ tree: MarkupTree) -> Bool {
        let leaves = tree.subtree(index).filter { ArticleLine.isLeaf($0, tree) }
        return leaves.contains(where: cut.contains)
            && leaves.allSatisfy { cut.contains($0) || !tree.isElement($0) && tree.ownText($0).trimmed.isEmpty }
    }

    /// The first line of the text: behind the title, where a heading says it or a line about the page follows it.
    private static func before(_ lines: [ArticleLine], _ titles: Set<String>, from start: Int) -> Int {
        var first = start
        let known = Array(zip(lines.indices, lines)).dropFirst(start).prefix(mostBefore).filter { !$0.1.isEmpty }
        for (at, (place, line)) in known.enumerated() {
            // A chronicle begins with a day in words; in figures alone a date is the page's, its title beside it or not.
            let isDate =
                first > 0 && (InfoLine.isDate(line.text) || BareInfo(line.text, needsTime: false) != nil)
                || InfoLine.isDate(line.text) && !line.text.contains("日") && line.text.utf8.count >= 8
            // Languages and forms of the page to choose from, under its title.
            let isChoice = first > 0 && line.isLink && line.isShort && line.links.count >= 2
            if isDate || isChoice || line.isAboutPage || line.isTool
                || line.isHeading && titles.contains(TitleText.squeezed(line.text))
            {
                first = place + 1
                continue
            }
            // What a line about the page follows is the title, whatever it says.
            let isTitle = at + 1 < known.count && line.isShort && known[at + 1].1.isAboutPage
            if !isTitle, !titles.contains(where: { $0.contains(TitleText.squeezed(line.text)) }) { break }
        }
        return first
    }

    /// The line that names the editor, a few lines above one that names who read the page.
    private static func editor(above place: Int, in lines: [ArticleLine], from first: Int) -> Int? {
        var at = place - 1
        while at >= first, place - at <= 6, lines[at].isLesserCredit || lines[at].isEmpty && !lines[at].hasPicture {
            if lines[at].isCredit { return at }
            at -= 1
        }
        return nil
    }

    /// The end of the text.
    private static func behind(_ lines: [ArticleLine], from first: Int) -> Int {
        // What readers say begins with a heading for it.
        let comments = lines.indices.dropFirst(first + 1).first { lines[$0].isHeadingOfComments }
        let lines = comments.map { Array(lines[..<$0]) } ?? lines
        var end = lines.count
        // From a heading over nothing but links on; there may be several of them one after the other.
        while let heading = lines[..<end].indices.dropFirst(first).last(where: {
            lines[$0].isHeadingOfOthers || lines[$0].isHeading && lines[$0].isShort || lines[$0].mayBeHeading
        }) {
            let rest = lines[(heading + 1)..<end].filter { !$0.isEmpty && ($0.isLink || !$0.isTool) }
            let isKnown = lines[heading].isHeadingOfOthers
            let isOver = isKnown || lines[heading].isHeading
            guard rest.count >= (isKnown ? 1 : 2), rest.allSatisfy({ isOver ? $0.isLink : $0.isDatedLink }) else {
                break
            }
            end = heading
        }
        while end > first {
            let line = lines[end - 1]
            let before = end - 2 >= first ? lines[end - 2] : nil
            if line.isTool || line.isCredit || line.isDateOfPage
                || line.isEmpty && !line.hasPicture && (before.map { $0.isTool || $0.isCredit } ?? false)
            {
                end -= 1
            } else if line.isLesserCredit, let editor = editor(above: end - 1, in: lines, from: first) {
                end = editor
            } else if line.isEmpty && line.hasPicture && before?.isScanned ?? false
                || line.isLink && before?.isNeighbour ?? false
            {
                end -= 2
            } else {
                break
            }
            // The code itself stands over the words for it.
            if line.isScanned, end > first, lines[end - 1].isEmpty, lines[end - 1].hasPicture { end -= 1 }
        }
        return end
    }
}
