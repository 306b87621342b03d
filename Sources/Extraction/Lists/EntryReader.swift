package import JuheKit
package import Markup

/// Reads one entry of a list: its link, its whole title, its date, and what else stands with it.
package struct EntryReader: Sendable {
    let page: PageLinks
    let reader: ListDateReader
    private let dates: DateTexts
    let zone: Zone
    /// What links of most entries say: no title is.
    private let labels: Set<String>

    /// A reader for one page.
    /// - Parameter records: all entries of the list, where they are known.
    package init(
        _ page: PageLinks, reader: ListDateReader, zone: Zone, records: [[MarkupTree.Index]] = []
    ) {
        self.page = page
        labels = Self.labels(of: records, page)
        self.reader = reader
        self.zone = zone
        dates = DateTexts(page.tree, reader)
    }

    var tree: MarkupTree { page.tree }

    /// The entry that some nodes are; nothing where none of their links has a title.
    /// - Parameter header: the labels of the table's columns, where the entry is a row of one.
    package func entry(_ nodes: [MarkupTree.Index], header: [String] = []) -> ExtractedItem? {
        let links = nodes.flatMap { page.links(in: $0) }
        guard let link = mainLink(links) ?? onlyLink(links) else { return nil }
        var entry = ExtractedItem(url: link.url)
        let found = nodes.flatMap { dates.dates(in: $0) }
        readTitle(link, links, dateNodes: Set(found.map(\.place)), &entry)
        if isReadOn(link) {
            let own = entry.item.title
            readTitle(beside: link, nodes, Set(found.map(\.place)), header, &entry)
            if entry.item.title == nil, !Self.empty.contains(link.text.trimmed) { entry.item.title = own }
        }
        guard let title = entry.item.title, !title.isEmpty else { return nil }
        readDate(nodes, found, link, header, &entry)
        readRest(nodes, link, title, Set(found.map(\.place)), &entry)
        if header.isEmpty { readTable(nodes, &entry) } else { readCells(nodes, header, &entry) }
        return entry
    }

    // MARK: - Title

    private static let empty: Set<String> = [
        "更多", "详情", "查看", "查看详情", "阅读全文", "详细", "[详细]", "[详情]", "more", "MORE", "下载", "点击查看", "查看更多", "更多>>",
    ]

    /// The link that says most: a heading before others, no label such as `[通知公告]`, no "read on".
    private func mainLink(_ links: [PageLinks.Link]) -> PageLinks.Link? {
        func score(_ link: PageLinks.Link) -> Int {
            let text = link.text.trimmed
            var score = min(link.weight, 60)
            if isReadOn(link) { score = 0 }
            // A sentence beside another link to the same page is its beginning.
            if text.contains("。"), links.contains(where: { isTitle($0, beside: link) }) { score /= 8 }
            if Self.isOther(text) || Self.isOther(wordsBefore(link)) { score /= 4 }
            // Of two languages the page's own.
            if isForeign(text, beside: links) { score /= 4 }
            if text.hasPrefix("[") && text.hasSuffix("]") || text.hasPrefix("【") && text.hasSuffix("】") { score /= 4 }
            let parent = tree.parent(link.index).flatMap { tree.name($0) } ?? ""
            let box = tree.parent(link.index)
            if score > 0, parent == "dt" || box.map(isHeading) ?? false { score += 40 }
            return score
        }
        // Of links that say as much, one to a folder leads to a column or an office.
        func order(_ link: PageLinks.Link) -> (Int, Int, Int) {
            (score(link), link.url.hasSuffix("/") ? 0 : 1, -link.index)
        }
        let best = links.max { order($0) < order($1) }
        return best.flatMap { score($0) > 0 ? $0 : nil }
    }

    private func isTitle(_ link: PageLinks.Link, beside other: PageLinks.Link) -> Bool {
        link.index != other.index && link.url == other.url && link.weight >= 4 && !link.text.contains("。")
            && !isReadOn(link)
    }

    /// `相关文件：` right before a link.
    private func wordsBefore(_ link: PageLinks.Link) -> String {
        guard let parent = tree.parent(link.index),
            let before = tree.children(parent).last(where: { $0 < link.index }),
            !tree.isElement(before) || tree.subtree(before).count <= 3
        else { return "" }
        return HTMLTitle.cleaned(tree.text(before, limit: 60))
    }

    /// True for a text without an ideograph beside another link that has some.
    private func isForeign(_ text: String, beside links: [PageLinks.Link]) -> Bool {
        !text.unicodeScalars.contains(where: \.isHan)
            && links.contains { $0.text.unicodeScalars.count(where: \.isHan) >= 4 }
    }

    /// `原文：…`, `相关解读：…`: what belongs to an entry and is another page.
    private static func isOther(_ text: String) -> Bool {
        guard let colon = text.prefix(8).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
        return ["原文", "相关", "关联", "解读", "文字解读", "图解", "政策", "附件", "来源", "依据"].contains {
            text[..<colon].hasPrefix($0)
        }
    }

    /// True for `查看` and the like: the link does not say where it leads.
    private func isReadOn(_ link: PageLinks.Link) -> Bool {
        func isLabel(_ text: String) -> Bool { Self.empty.contains(text) || labels.contains(text) }
        return isLabel(link.text.trimmed) && link.title.map { isLabel($0.trimmed) } ?? true
    }

    /// The place that an entry's links lead to, where none of them says more than `查看`: of several that have the same
    /// names in all entries, the one that explains.
    private func onlyLink(_ links: [PageLinks.Link]) -> PageLinks.Link? {
        guard !links.isEmpty, links.allSatisfy(isReadOn) else { return nil }
        if Set(links.map(\.url)).count == 1 { return links.first }
        guard links.allSatisfy({ labels.contains($0.text.trimmed) }) else { return nil }
        return links.first { link in ["指南", "详", "查看"].contains { link.text.contains($0) } } ?? links.first
    }

    /// The words that the links of nearly all entries have in common.
    private static func labels(of records: [[MarkupTree.Index]], _ page: PageLinks) -> Set<String> {
        guard records.count >= 3 else { return [] }
        var counts: [String: Int] = [:]
        for record in records {
            let texts = Set(record.flatMap { page.links(in: $0) }.map(\.text.trimmed))
            for text in texts where !text.isEmpty && text.unicodeScalars.count <= 8 { counts[text, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value * 10 >= records.count * 9 }.keys)
    }

    /// The title in another cell or box than the link: under the label for it, else the longest text that is no date.
    private func readTitle(
        beside link: PageLinks.Link, _ nodes: [MarkupTree.Index], _ dateNodes: Set<MarkupTree.Index>,
        _ header: [String], _ entry: inout ExtractedItem
    ) {
        entry.item.title = nil
        let cells = cells(nodes)
        var parts = nodes.flatMap { tree.elements(below: $0) }.filter { part in
            !tree.subtree(part).contains(link.index)
                && tree.elementChildren(part).allSatisfy {
                    ["a", "b", "em", "font", "i", "span", "strong", "br"].contains(tree.name($0) ?? "")
                }
        }
        if cells.count == header.count, let column = header.firstIndex(where: { DocumentField(label: $0) == .title }) {
            parts = [cells[column]]
        }
        // A heading says what an entry is, however long the words under it are.
        let headings = parts.filter(isHeading)
        let best = (headings.isEmpty ? parts : headings).map { (part: $0, text: text(of: $0, without: dateNodes)) }
            .filter { $0.text.unicodeScalars.count >= 4 && !isDay($0.text) && DocumentNumber(line: $0.text) == nil }
            .max { ($0.text.unicodeScalars.count, $1.part) < ($1.text.unicodeScalars.count, $0.part) }
        guard let best, best.text.unicodeScalars.count <= 120 else { return }
        entry.item.title = TitleText.bare(best.text)
        entry.hasCutTitle = entry.item.title.map(TitleText.isCut) ?? false
        entry.note("title", page.shown(best.part))
    }

    private func readTitle(
        _ link: PageLinks.Link, _ links: [PageLinks.Link], dateNodes: Set<MarkupTree.Index>,
        _ entry: inout ExtractedItem
    ) {
        let (shown, place) = shownTitle(link, dateNodes)
        let text = TitleText.bare(shown)
        // Of a picture and a heading that lead to one page, each may have the whole title.
        let others = links.filter { $0.url == link.url }
        let stated =
            others.compactMap(\.title).map(TitleText.bare)
            + others.filter { $0.index != link.index && TitleText.isCut(text) }.map { TitleText.bare($0.text) }
        let whole = stated.first { title in
            !TitleText.isCut(title)
                && (text.isEmpty || TitleText.isCut(text) && TitleText.completes(title, text, orIsIt: true)
                    || TitleText.squeezed(title).contains(TitleText.squeezed(text)))
        }
        if let whole, text.isEmpty || TitleText.isCut(text) || whole.count > text.count {
            entry.item.title = whole
            entry.note("title", "a@title")
        } else {
            entry.item.title = text.isEmpty ? stated.first : text
            entry.note("title", text.isEmpty ? "a@title" : place)
        }
        entry.hasCutTitle = entry.item.title.map(TitleText.isCut) ?? false
    }

    /// What the link shows as its title, without a date in it.
    private func shownTitle(_ link: PageLinks.Link, _ dateNodes: Set<MarkupTree.Index>) -> (text: String, place: String)
    {
        let range = tree.subtree(link.index)
        for index in range where tree.isElement(index) && index != link.index {
            if isHeading(index) {
                let text = text(of: index, without: dateNodes)
                if text.unicodeScalars.count >= 2, !isDay(text) { return (text, "a \(page.shown(index))") }
            }
        }
        // A row that leads somewhere when it is clicked: the cell that says most.
        let cells = cells([link.index]).map { (cell: $0, text: text(of: $0, without: dateNodes)) }
        if let best = cells.filter({ !isDay($0.text) }).max(by: {
            ($0.text.unicodeScalars.count, $1.cell) < ($1.text.unicodeScalars.count, $0.cell)
        }), best.text.unicodeScalars.count >= 4 {
            return (best.text, "tr \(page.shown(best.cell))")
        }
        // A card in a link: its first block of words is the title.
        let blocks = range.filter { ["p", "div", "dt", "li"].contains(tree.name($0) ?? "") }
        for index in blocks
        where !tree.subtree(index).dropFirst().contains(where: { ["p", "div"].contains(tree.name($0) ?? "") }) {
            let text = text(of: index, without: dateNodes)
            if text.unicodeScalars.count >= 4, !isDay(text) { return (text, "a \(page.shown(index))") }
        }
        return (
            text(of: link.index, without: dateNodes.union(DateTexts.parts(of: link.index, tree)?.places ?? [])), "a"
        )
    }

    /// True for a heading, and for what is called a title.
    private func isHeading(_ index: MarkupTree.Index) -> Bool {
        ["h1", "h2", "h3", "h4", "h5", "h6"].contains(tree.name(index) ?? "")
            || page.marks(index).contains {
                $0.contains("title") || $0 == "tit" || $0.hasSuffix("_tit") || $0 == "bt"
            }
    }

    /// A day or a part of one: `05`, `2026年11月`.
    private func isDay(_ text: String) -> Bool { text.allSatisfy { $0.isNumber || "-/.年月日: ".contains($0) } }

    /// `<sup>新</sup>` behind a title.
    private func isFlag(_ index: MarkupTree.Index) -> Bool {
        guard tree.name(index) == "sup" else { return false }
        let text = tree.text(index, limit: 40).trimmed
        return text.unicodeScalars.count <= 4 && !text.contains(where: \.isNumber)
    }

    private func text(of index: MarkupTree.Index, without dateNodes: Set<MarkupTree.Index>) -> String {
        var result = ""
        var at = index
        let end = tree.subtree(index).upperBound
        while at < end {
            if dateNodes.contains(at) || at != index && (MarkupTree.unread.contains(tree.name(at) ?? "") || isFlag(at))
            {
                at = tree.subtree(at).upperBound
                continue
            }
            result += tree.ownText(at)
            if tree.isElement(at), tree.name(at) != "a" { result += tree.name(at) == "br" ? " " : "" }
            at += 1
        }
        return HTMLTitle.cleaned(result)
    }

    // MARK: - The rest

    private func readRest(
        _ nodes: [MarkupTree.Index], _ link: PageLinks.Link, _ title: String, _ dateNodes: Set<MarkupTree.Index>,
        _ entry: inout ExtractedItem
    ) {
        var summary = ""
        for index in nodes.flatMap({ Array(tree.subtree($0)) }) where !tree.isElement(index) {
            let text = HTMLTitle.cleaned(tree.ownText(index))
            guard text.unicodeScalars.count >= 2, let parent = tree.parent(index),
                !MarkupTree.unread.contains(tree.name(parent) ?? "")
            else { continue }
            if entry.item.details.document?.number == nil,
                let number = DocumentNumber(line: DateBox.bare(text) == text ? text : text)
            {
                var document = entry.item.details.document ?? OfficialDocument()
                document.number = number.text
                entry.item.details.document = document
                entry.note("document.number", page.shown(parent))
                continue
            }
            if let info = InfoLine(text), let origin = info.origin, !OriginName.isOwn(origin),
                entry.item.details.origin == nil
            {
                entry.item.details.origin = origin
                entry.note("origin", page.shown(parent))
                continue
            }
            let isTitle =
                TitleText.squeezed(title).hasPrefix(TitleText.squeezed(TitleText.stem(text)))
                || TitleText.squeezed(text).contains(TitleText.squeezed(title))
            if !isTitle, !dateNodes.contains(index), text.unicodeScalars.count >= 16,
                text.unicodeScalars.count > summary.unicodeScalars.count
            {
                summary = text
                entry.note("summary", page.shown(parent))
            }
        }
        if !summary.isEmpty { entry.item.summary = summary }
        if let column = columnLabel(nodes, link) {
            entry.item.details.column = column
            entry.note("column", "[…]")
        }
    }

    /// `[通知公告]` before a title.
    private func columnLabel(_ nodes: [MarkupTree.Index], _ link: PageLinks.Link) -> String? {
        for other in nodes.flatMap({ page.links(in: $0) }) where other.index != link.index && other.url != link.url {
            let text = other.text.trimmed
            for (open, close) in [("[", "]"), ("【", "】")] where text.hasPrefix(open) && text.hasSuffix(close) {
                let inner = text.dropFirst().dropLast().trimmed
                if (2...12).contains(inner.unicodeScalars.count), WrittenDate.first(in: inner) == nil { return inner }
            }
        }
        return nil
    }
}
