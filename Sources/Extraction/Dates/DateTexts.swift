package import Markup

/// Where on a page dates stand: texts that tell one, and small elements whose parts together do.
package struct DateTexts: Sendable {
    private let tree: MarkupTree
    private let reader: ListDateReader
    /// Dates by the node that tells them.
    private let found: [MarkupTree.Index: ListDate]
    /// The nodes in order.
    private let places: [MarkupTree.Index]

    /// Looks through a page.
    package init(_ tree: MarkupTree, _ reader: ListDateReader) {
        self.tree = tree
        self.reader = reader
        var found: [MarkupTree.Index: ListDate] = [:]
        var told = 0
        for index in 1..<max(1, tree.count) where index >= told {
            // What a `time` shows is its stamp in other words.
            if tree.isElement(index), tree.subtree(index).count <= 4, let date = Self.stamp(tree, index, reader) {
                found[index] = date
                told = tree.subtree(index).upperBound
            } else if tree.isElement(index) {
                if let date = Self.split(tree, index, reader) { found[index] = date }
                if Self.holders.contains(tree.name(index) ?? ""), let parts = Self.parts(of: index, tree),
                    tree.name(index) == "a"
                        || found[index] == nil && (reader.isRecent(parts.date) || !Self.isWhole(parts.date))
                {
                    found[parts.places[0]] = parts.date
                }
            } else if let date = Self.date(tree, index, reader) {
                found[index] = date
            }
        }
        self.found = found
        places = found.keys.sorted()
    }

    /// True where one of the nodes has a date in it.
    package func hasDate(in nodes: [MarkupTree.Index]) -> Bool {
        nodes.contains { !places(in: $0).isEmpty }
    }

    /// How many texts with dates the nodes have in them.
    /// - Parameter parts: those in these do not count: a date that is a link is of what it leads to.
    package func count(in nodes: [MarkupTree.Index], without parts: [MarkupTree.Index] = []) -> Int {
        nodes.reduce(0) { sum, node in
            sum
                + places(in: node).count { place in
                    !tree.isElement(place) && !parts.contains { tree.subtree($0).contains(place) }
                }
        }
    }

    /// The dates in a node, with the node that tells each.
    package func dates(in index: MarkupTree.Index) -> [(place: MarkupTree.Index, date: ListDate)] {
        places(in: index).compactMap { place in found[place].map { (place, $0) } }
    }

    private func places(in index: MarkupTree.Index) -> ArraySlice<MarkupTree.Index> {
        let range = tree.subtree(index)
        let start = places.partitioningIndex { $0 >= range.lowerBound }
        let end = places.partitioningIndex { $0 >= range.upperBound }
        return places[start..<end]
    }

    /// A text that tells a date. In a link it must be nothing else: a title may well name a day.
    private static func date(_ tree: MarkupTree, _ index: MarkupTree.Index, _ reader: ListDateReader) -> ListDate? {
        let text = HTMLTitle.cleaned(tree.ownText(index))
        let count = text.unicodeScalars.count
        guard count >= 2, count <= 120 else { return nil }
        let parents = tree.ancestors(index)
        if let script = parents.first, tree.name(script) == "script" {
            // Some systems let a program write the date.
            return parents.count > 1 && tree.name(parents[1]) != "head"
                ? WrittenDate.first(in: text).map { .whole($0) } : nil
        }
        if let parent = parents.first, MarkupTree.unread.contains(tree.name(parent) ?? "") { return nil }
        let bare = DateBox.bare(text)
        if let whole = reader.moment(bare) ?? WrittenDate.whole(bare) { return .whole(whole) }
        let isInLink = parents.prefix(6).contains { tree.name($0) == "a" }
        // `发布时间：2026-11-05　来源：…` is no title.
        let isLabelled = isInLink && text.hasPrefix("发布") && InfoLine(text)?.isDateMarked ?? false
        if !isInLink || count <= 16 || isLabelled, let date = reader.date(in: text) {
            // A sentence that mentions a day is not the entry's date.
            if case .whole = date, text.unicodeScalars.count(where: \.isHan) > (isInLink && !isLabelled ? 8 : 30) {
                return nil
            }
            return date
        }
        return nil
    }

    /// Attributes in which lists keep an entry's date for their programs.
    private static let stamps = [
        "datetime", "data-time", "data-date", "data-pubdate", "data-timestamp", "data-publish-time", "timestamp",
    ]

    private static func stamp(_ tree: MarkupTree, _ index: MarkupTree.Index, _ reader: ListDateReader) -> ListDate? {
        guard !tree.attributes(index).isEmpty else { return nil }
        return stamps.lazy.compactMap { tree.attribute($0, index).flatMap(reader.stamp) }.first.map { .whole($0) }
    }

    /// An element such as `<i><b>05</b>2026-11</i>`, or one with the date in an attribute, e.g. a `time`.
    private static func split(_ tree: MarkupTree, _ index: MarkupTree.Index, _ reader: ListDateReader) -> ListDate? {
        if let date = stamp(tree, index, reader) { return date }
        let range = tree.subtree(index)
        // Few nodes and little text: anything larger is no date.
        guard range.count >= 3, range.count <= 14, tree.name(index) != "a" else { return nil }
        var parts: [String] = []
        var length = 0
        for node in range where !tree.isElement(node) {
            if let parent = tree.parent(node), MarkupTree.unread.contains(tree.name(parent) ?? "") { return nil }
            let text = HTMLTitle.cleaned(tree.ownText(node))
            length += text.unicodeScalars.count
            guard length <= 24 else { return nil }
            if !text.isEmpty { parts.append(text) }
        }
        // Where one part is a date already, it speaks for itself.
        guard parts.count >= 2, !parts.contains(where: { reader.date(in: $0).map(isWhole) ?? false }) else {
            return nil
        }
        let date = DateBox(parts.joined(separator: " "))?.date
        guard let date, isWhole(date) || parts.allSatisfy({ reader.date(in: $0) == nil }) else { return nil }
        return date
    }

    /// What may have the parts of a date side by side in it, among others.
    private static let holders: Set<String> = ["a", "li", "tr", "div", "dd", "dt", "p"]

    /// The parts of a link that together are a date: `<a><span>05</span><span>2026/11</span><em>…</em></a>`.
    static func parts(of link: MarkupTree.Index, _ tree: MarkupTree) -> (places: [MarkupTree.Index], date: ListDate)? {
        let places = tree.elementChildren(link).prefix(8).filter { part in
            let text = tree.text(part, limit: 40).trimmed
            return text.first?.isNumber ?? false && text.utf8.count <= 16
                && text.allSatisfy { $0.isNumber || "-/.年月日 ".contains($0) } || ScalarScanner.isEnglishMonth(text)
        }
        guard (2...3).contains(places.count),
            case let text = places.map({ tree.text($0).trimmed }).joined(separator: " "),
            let date = DateBox(text)?.date,
            // A row may be numbered.
            isWhole(date) || tree.name(link) != "tr" && text.contains("月") && places.count == 2
        else { return nil }
        return (Array(places), date)
    }

    private static func isWhole(_ date: ListDate) -> Bool {
        if case .whole = date { true } else { false }
    }
}

extension Array {
    /// The first position that fits; those behind it fit too.
    fileprivate func partitioningIndex(where fits: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
