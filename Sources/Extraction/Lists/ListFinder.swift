package import Markup

/// Finds the list on a column page by its structure: parts of one kind that each have a link, most with a date.
///
/// It knows no site: what speaks for a list is how many of its parts tell a title and a date, that its links lead into the
/// page's own folder, and that it is called a list; standing in navigation, a side bar or a footer speaks against it.
package struct ListFinder: Sendable {
    /// A part of the page that may be its list.
    package struct Candidate: Sendable {
        /// The element that holds the entries.
        package let container: MarkupTree.Index
        /// The nodes of each entry.
        package let records: [[MarkupTree.Index]]
        /// How much speaks for it.
        package internal(set) var score: Double
        /// How many entries have a date beside their link.
        package let dated: Int
        /// Where it stands, as a selector would write it.
        package let path: String
        /// True where the page has a folder of its own and none of the entries is in it.
        package let leadsElsewhere: Bool
    }

    /// Below this nothing is taken for a list.
    package static let threshold = 4.2

    /// So many entries without dates are as good as more.
    private static let enough = 15

    let page: PageLinks
    private let reader: ListDateReader
    /// Texts that are dates, by their place; a date's own element counts where its parts are split.
    let dates: DateTexts

    /// A finder for one page.
    package init(_ page: PageLinks, reader: ListDateReader) {
        self.page = page
        self.reader = reader
        dates = DateTexts(page.tree, reader)
    }

    /// All that may be a list, the likeliest first.
    package func candidates() -> [Candidate] {
        let tree = page.tree
        var found: [Candidate] = []
        // A piece of a page has no element around its entries.
        for container in [0] + tree.elements() where page.links(in: container).count > 0 {
            if let candidate = candidate(container) { found.append(candidate) }
        }
        // Where the list is split into groups, each of a box of its own, they are one list.
        var merged: [Candidate] = []
        for group in Dictionary(grouping: found, by: { key($0) }).values {
            // Parts of one kind with several links and one date each are entries, and no lists.
            let entries = group.filter { $0.records.count >= 2 && $0.dated == 1 }
            if entries.count >= 2, entries.count * 2 > group.count { continue }
            let sorted = group.sorted { $0.container < $1.container }
            guard let first = sorted.first else { continue }
            if sorted.count == 1 {
                merged.append(first)
            } else {
                merged.append(
                    Candidate(
                        container: tree.parent(section(first) ?? box(of: first.container)) ?? first.container,
                        records: sorted.flatMap(\.records), score: sorted.reduce(0) { $0 + $1.score },
                        dated: sorted.reduce(0) { $0 + $1.dated }, path: first.path,
                        leadsElsewhere: sorted.allSatisfy(\.leadsElsewhere)))
            }
        }
        // Where there are dates, they tell the list from links to other sites.
        if merged.contains(where: { $0.dated >= 2 && $0.dated * 2 >= $0.records.count }) {
            for index in merged.indices where merged[index].dated == 0 { merged[index].score *= 0.5 }
        }
        // What is most read stands beside another list; by itself it is the page's own.
        let own = merged.indices.filter {
            merged[$0].dated * 2 >= merged[$0].records.count && merged[$0].score >= Self.threshold
        }
        let beside = Set(own.filter { isBeside(merged[$0].container) })
        if beside.count < own.count { for index in beside { merged[index].score *= 0.15 } }
        let hasOwn = own.contains { !merged[$0].leadsElsewhere && !page.isClutter(merged[$0].container) }
        for index in merged.indices where isLeftover(merged[index]) {
            merged[index].score = min(merged[index].score, Self.threshold * 0.9)
        }
        for index in merged.indices where merged[index].leadsElsewhere {
            // A short list of the column's own is worth more than a long one of other columns.
            if hasOwn { merged[index].score *= 0.3 }
            // What stands in a side bar and leads elsewhere is no list of the page's, though it has no other.
            if page.isAside(merged[index].container) || isBeside(merged[index].container) {
                merged[index].score = min(merged[index].score, Self.threshold * 0.9)
            }
        }
        return merged.sorted { ($0.score, -$0.container) > ($1.score, -$1.container) }
    }

    /// The page's list; nothing where no part of it looks like one.
    package func list() -> Candidate? {
        candidates().first.flatMap { $0.score >= Self.threshold ? $0 : nil }
    }

    private func key(_ candidate: Candidate) -> String {
        let box = section(candidate) ?? box(of: candidate.container)
        // Columns of one list beside each other may each have a name.
        let siblings = page.tree.parent(box).map { page.tree.elementChildren($0) } ?? []
        let isColumn =
            candidate.dated * 2 > candidate.records.count && (2...4).contains(siblings.count)
            && siblings.allSatisfy { page.tree.name($0) == "ul" }
        let kinds = [box, candidate.container].map { part in
            let mark = isColumn ? "" : page.tree.attribute("class", part) ?? ""
            return "\(page.tree.name(part) ?? "") \(mark)"
        }
        return "\(page.tree.parent(box) ?? 0) \(kinds[0]) \(kinds[1])"
    }

    /// The box that a list of the column's own shares with a heading: several of one kind beside each other are the sections
    /// of one column.
    private func section(_ candidate: Candidate) -> MarkupTree.Index? {
        guard isInFolder, !candidate.leadsElsewhere, candidate.dated * 2 > candidate.records.count,
            let box = page.tree.parent(candidate.container),
            !["body", "html", "td"].contains(page.tree.name(box) ?? ""),
            case let others = page.tree.elementChildren(box).filter({ $0 != candidate.container }), others.count == 1,
            others[0] < candidate.container, !isBeside(candidate.container), !page.isClutter(box),
            (1...24).contains(page.tree.text(others[0], limit: 200).trimmed.unicodeScalars.count)
        else { return nil }
        return box
    }

    private func candidate(_ container: MarkupTree.Index) -> Candidate? {
        // The cells of one row of a table are no entries.
        if page.tree.name(container) == "tr", isRowOfMany(container) { return nil }
        // Lists under headings that are days are one list.
        let headed = DateHeading.lists(in: container, page)
        let records = headed.isEmpty ? cells(of: records(of: container)) : headed.flatMap(records(of:))
        guard !records.isEmpty else { return nil }
        let isHeaded = !headed.isEmpty || DateHeading.isOver(container, page.tree)
        var total = 0.0
        var dated = 0
        var inPath = 0
        var kept: [[MarkupTree.Index]] = []
        var own = 0
        var boxes = 0
        var buttons: Set<String>?
        for record in records {
            let links = record.flatMap { page.links(in: $0) }
            let hasDate = isHeaded || dates.hasDate(in: record) || links.contains { $0.date != nil }
            // Beside a date even `公告` is a title.
            guard let best = links.max(by: { $0.weight < $1.weight }),
                best.weight >= (hasDate || isPortrait(record) ? 2 : 4),
                !PageLinks.isSite(best.url)
            else { continue }
            kept.append(record)
            let others = Set(links.filter { $0.url != best.url && $0.weight <= 6 }.map(\.text)).subtracting([""])
            buttons = buttons?.intersection(others) ?? others
            if Set(links.filter { $0.weight >= 4 }.map(\.url)).count > 1,
                dates.count(in: record, without: links.filter { $0.weight == 0 }.map(\.index)) > 1
            {
                boxes += 1
            }
            if hasDate { dated += 1 }
            let hasPathDate = !hasDate && WrittenDate(inPath: best.url) != nil
            if hasPathDate { inPath += 1 }
            total += Double(min(best.weight, 40)) / 10 + (hasDate ? 4 : hasPathDate ? 1 : 0)
            if isBelow(best.url) { own += 1 }
        }
        // A question is a title, however short.
        total += Double(
            kept.count { record in
                record.contains { page.links(in: $0).contains { $0.text.hasSuffix("？") || $0.text.hasSuffix("?") } }
            })
        // Leaders stand with their pictures and what they are charged with.
        if dated == 0, kept.count >= 2, kept.allSatisfy(isPortrait) { total += Double(kept.count) * 2 }
        // Services that are offered each by its name and the same button: `<a>居住证办理</a> <a>在线办理</a>`.
        if dated == 0, kept.count >= 3, !(buttons ?? []).isEmpty { total += Double(kept.count) }
        // Any number of links without dates says no more than a page of them.
        if dated == 0, kept.count > Self.enough { total *= Double(Self.enough) / Double(kept.count) }
        // What holds several titles with a date each is a box with a list in it.
        guard !kept.isEmpty, boxes * 2 < max(2, kept.count), isPlausible(kept.count, dated, inPath, total, container)
        else {
            return nil
        }
        var score = total * factor(of: container) * likeness(of: kept)
        if own * 2 > kept.count { score *= isInFolder ? 2 : 1.3 }
        return Candidate(
            container: container, records: kept, score: score, dated: dated, path: page.path(container),
            leadsElsewhere: isInFolder && own == 0)
    }

    private static let duties = [
        "书记", "局长", "主任", "委员", "党组", "校长", "院长", "经理", "调研员", "市长", "县长", "区长", "镇长", "乡长", "处长", "科长", "董事", "巡视",
        "会长", "主席", "庭长", "检察长", "队长", "支队", "厅长", "所长", "站长",
    ]

    /// True for a person: a picture, a name that is a link, and a duty beside it.
    private func isPortrait(_ record: [MarkupTree.Index]) -> Bool {
        let names = record.flatMap { page.links(in: $0) }.map(\.text).filter { !$0.isEmpty }
        guard names.contains(where: { (2...6).contains($0.unicodeScalars.count(where: \.isHan)) }),
            record.contains(where: { !page.tree.elements("img", below: $0).isEmpty })
        else { return false }
        let text = record.map { page.tree.text($0, limit: 400) }.joined()
        return text.unicodeScalars.count <= 120 && Self.duties.contains { text.contains($0) }
    }

    /// One entry alone is a list only where its element is made for lists; entries without dates must be several, with
    /// titles that are no names of columns, or have them in their addresses.
    private func isPlausible(
        _ count: Int, _ dated: Int, _ inPath: Int, _ total: Double, _ container: MarkupTree.Index
    ) -> Bool {
        let isForLists =
            ["ul", "ol", "tbody", "table", "dl"].contains(page.tree.name(container) ?? "")
            || page.isCalledList(container)
        if count == 1 { return dated == 1 && isForLists }
        return dated > 0 || inPath == count && isForLists || (count >= 3 && total / Double(count) >= 1)
    }

    /// True for a row beside others with as many cells and with links.
    private func isRowOfMany(_ row: MarkupTree.Index) -> Bool {
        let tree = page.tree
        guard let table = tree.ancestors(row).prefix(2).first(where: { tree.name($0) == "table" }) else { return false }
        let cells = tree.elementChildren(row).count
        return tree.elements("tr", below: table).count {
            tree.elementChildren($0).count == cells && !page.links(in: $0).isEmpty
        } >= 3
    }

    /// Entries are made alike: parts of a page that each have a name of their own are no entries.
    private func likeness(of records: [[MarkupTree.Index]]) -> Double {
        guard records.count >= 2 else { return 1 }
        // Entries may be numbered: `item i1`, `item i2`.
        let names = Set(
            records.map { record in
                (record.first.flatMap { page.tree.attribute("class", $0) } ?? "").filter { !$0.isNumber }
            })
        let titled = records.reduce(0) { sum, record in
            sum + Set(record.flatMap { page.links(in: $0) }.filter { $0.weight >= 4 }.map(\.url)).count
        }
        let alike =
            names.count <= max(2, records.count / 2) || (names.count == 2 && records.count == 2 && names.contains(""))
            ? 1 : 0.3
        return Double(titled) > Double(records.count) * 2 ? alike * 0.3 : alike
    }

    private func factor(of container: MarkupTree.Index) -> Double {
        var factor = page.isClutter(container) ? 0.15 : 1
        if ["body", "html"].contains(page.tree.name(container) ?? "") { factor *= 0.5 }
        if page.isCalledList(container) || (page.tree.parent(container).map(page.isCalledList) ?? false) {
            factor *= 1.2
        }
        return factor
    }

    /// True where the heading right over a list says that it is one of the most read, or of what is recommended.
    private func isBeside(_ container: MarkupTree.Index) -> Bool { headingOfOthers(container) != nil }

    /// Such a heading, where it stands right over a list.
    private func headingOfOthers(_ container: MarkupTree.Index) -> String? {
        for part in [container] + page.tree.ancestors(container).prefix(2) {
            guard let parent = page.tree.parent(part), !["body", "html"].contains(page.tree.name(part) ?? ""),
                let before = page.tree.elementChildren(parent).last(where: { $0 < part })
            else { continue }
            let text = page.tree.text(before, limit: 100).trimmed
            let isHeading = text.unicodeScalars.count <= 16 && Self.besides.contains { text.contains($0) }
            return isHeading ? text : nil
        }
        return nil
    }

    /// True for what stands beside a list that is gone: a list under such a heading without a date, on a page of another name.
    private func isLeftover(_ candidate: Candidate) -> Bool {
        guard candidate.dated == 0, let heading = headingOfOthers(candidate.container) else { return false }
        let tree = page.tree
        let names =
            tree.elements("title").prefix(1).map { tree.text($0, limit: 200) }
            + tree.elements("h1").prefix(2).map { tree.text($0, limit: 200) }
        return !names.isEmpty && !names.contains { $0.contains(heading) }
    }

    private static let besides = ["热点", "热门", "最热", "排行", "推荐", "点击量", "相关"]

    /// True where the page has a folder of its own: what leads there is the column's, what leads elsewhere is beside it.
    private var isInFolder: Bool {
        (page.address?.split(separator: "/").count ?? 0) > (page.address?.last == "/" ? 2 : 3)
    }

    /// True where a link leads into the folder of the page.
    private func isBelow(_ url: String) -> Bool {
        guard let address = page.address, let slash = address.lastIndex(of: "/") else { return false }
        return url.hasPrefix(String(address[...slash]))
    }
}

extension ListFinder {
    /// Links of one entry: more of them is a box with a list in it.
    private static let mostLinks = 6

    /// The entries among an element's children: they begin at children of one kind that have a link; what stands between
    /// them (the `dd` behind a `dt`, a date behind a link) belongs to the one before, or to the one behind it where the
    /// first stands before the first link.
    private func records(of container: MarkupTree.Index) -> [[MarkupTree.Index]] {
        let tree = page.tree
        let children = tree.children(container)
        let linked = children.filter { tree.isElement($0) && !page.links(in: $0).isEmpty }
        guard !linked.isEmpty else { return [] }
        // The kind most of the linked children are of.
        let kinds = Dictionary(grouping: linked) { tree.name($0) ?? "" }
        guard let kind = kinds.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })?.key,
            !["option", "br", "script", "head"].contains(kind)
        else { return [] }
        let starts = Set(linked.filter { tree.name($0) == kind })
        guard starts.allSatisfy({ page.links(in: $0).count <= 60 && distinct(page.links(in: $0)) <= Self.mostLinks })
        else { return [] }
        var records: [[MarkupTree.Index]] = []
        var waiting: [MarkupTree.Index] = []
        let others = children.filter { !starts.contains($0) && dates.hasDate(in: [$0]) }
        let isBefore = others.first.map { other in starts.min().map { other < $0 } ?? false } ?? false
        // Of parts of one kind those of another name belong to an entry too: `<div class="bt">`, `<div class="sj">`.
        let names = Set(starts.map { tree.attribute("class", $0) ?? "" })
        // Entries of two rows: the title in one, its date in the next.
        let isInTwo =
            starts.count >= 2 && others.count * 5 >= starts.count * 4 && !dates.hasDate(in: Array(starts))
        func isRest(_ child: MarkupTree.Index) -> Bool {
            isInTwo || tree.name(child) != kind || !names.contains(tree.attribute("class", child) ?? "")
        }
        for child in children {
            if starts.contains(child) {
                records.append(isBefore ? waiting + [child] : [child])
                waiting = []
            } else if isBefore {
                waiting.append(child)
                // A headline of another kind is an entry by itself.
                let links = page.links(in: child)
                if distinct(links) == 1, links.contains(where: { $0.weight >= 4 }), dates.count(in: [child]) == 1 {
                    records.append(waiting)
                    waiting = []
                }
            } else if !records.isEmpty, isRest(child) {
                records[records.count - 1].append(child)
            }
        }
        return records
    }

    /// Where the rows of a table hold several entries beside each other, each with its date, the cells of each are one.
    private func cells(of records: [[MarkupTree.Index]]) -> [[MarkupTree.Index]] {
        let tree = page.tree
        var result: [[MarkupTree.Index]] = []
        for record in records {
            guard record.count == 1, tree.name(record[0]) == "tr" else { return records }
            var parts: [[MarkupTree.Index]] = []
            for cell in tree.elementChildren(record[0]) {
                let isStart = page.links(in: cell).contains { $0.weight >= 4 }
                if isStart || parts.isEmpty { parts.append([cell]) } else { parts[parts.count - 1].append(cell) }
            }
            guard result.isEmpty ? parts.count >= 2 : true, parts.allSatisfy({ dates.count(in: $0) == 1 }) else {
                return records
            }
            result += parts
        }
        return result
    }

    /// The headline over a list: the box right before it that leads to one page in the folder of its entries, and has a date
    /// or, under a heading, the beginning of the text.
    package func lead(of list: Candidate) -> [MarkupTree.Index]? {
        let tree = page.tree
        guard list.dated * 2 > list.records.count,
            ["ul", "ol", "dl", "table"].contains(tree.name(list.container) ?? ""),
            let parent = tree.parent(list.container),
            let box = tree.elementChildren(parent).last(where: { $0 < list.container }), !page.isClutter(box),
            dates.count(in: [box]) == 1 || isHeadline(box), distinct(page.links(in: box)) == 1,
            let link = page.links(in: box).max(by: { $0.weight < $1.weight }), link.weight >= 4,
            let first = list.records.first?.lazy.flatMap({ page.links(in: $0) }).first
        else { return nil }
        return Self.shape(link.url) == Self.shape(first.url) ? [box] : nil
    }

    private func isHeadline(_ box: MarkupTree.Index) -> Bool {
        let headings = page.tree.elements(where: { ["h1", "h2", "h3", "h4"].contains(page.tree.name($0) ?? "") })
            .filter { page.tree.subtree(box).contains($0) && !page.links(in: $0).isEmpty }
        return headings.count == 1 && dates.count(in: [box]) == 0
            && page.tree.text(box, limit: 1_000).unicodeScalars.count
                >= page.tree.text(headings[0], limit: 400).unicodeScalars.count + 20
    }

    /// The folder of an address without its numbers.
    private static func shape(_ url: String) -> String {
        (url.lastIndex(of: "/").map { url[..<$0] } ?? url[...]).filter { !$0.isNumber }
    }

    private func distinct(_ links: ArraySlice<PageLinks.Link>) -> Int { Set(links.map(\.url)).count }
}
