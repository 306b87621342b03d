import Markup

/// A heading that only parts a list: `<h4>2026-11-05</h4><ul>…</ul>`, or `<h4>2026年11月</h4>` over entries with their days.
struct DateHeading {
    /// The day of an entry under it, where the heading and the entry tell it together.
    let date: WrittenDate?

    /// The heading over an entry without a date of its own; nothing where it has none.
    init?(over nodes: [MarkupTree.Index], _ tree: MarkupTree, _ reader: ListDateReader) {
        guard let first = nodes.first else { return nil }
        for part in [first] + tree.ancestors(first).prefix(2) {
            guard let parent = tree.parent(part), tree.name(part) != "body" else { return nil }
            guard let before = tree.elementChildren(parent).last(where: { $0 < part }),
                let text = Self.text(of: before, tree)
            else { continue }
            if let day = reader.date(in: text) {
                date = day.resolved(near: nil, today: reader.today)
            } else {
                date = Self.day(in: nodes, tree).flatMap { WrittenDate.whole("\(text.trimmed)\($0)日") }
            }
            return
        }
        return nil
    }

    /// The lists in an element that each have such a heading right before them; none where that is not all there is.
    static func lists(in container: MarkupTree.Index, _ page: PageLinks) -> [MarkupTree.Index] {
        let children = page.tree.elementChildren(container)
        let lists = children.filter { !page.links(in: $0).isEmpty }
        guard lists.count >= 2,
            lists.allSatisfy({ list in
                ["ul", "ol", "dl", "div"].contains(page.tree.name(list) ?? "")
                    && children.last { $0 < list }.map { text(of: $0, page.tree) != nil } ?? false
            })
        else { return [] }
        return lists
    }

    /// True where a heading right over a list is a day or a month.
    static func isOver(_ list: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        guard let parent = tree.parent(list), let before = tree.elementChildren(parent).last(where: { $0 < list })
        else { return false }
        return ["h2", "h3", "h4", "h5", "h6", "p", "dt"].contains(tree.name(before) ?? "")
            && text(of: before, tree) != nil
    }

    /// What a heading says, where it is a day or a month.
    private static func text(of heading: MarkupTree.Index, _ tree: MarkupTree) -> String? {
        guard tree.subtree(heading).count <= 6, tree.elements("a", below: heading).isEmpty else { return nil }
        let text = tree.text(heading, limit: 60).trimmed
        guard text.utf8.count <= 24, text.contains("月") || text.filter(\.isNumber).count >= 4 else { return nil }
        let isMonth = text.hasSuffix("月") && text.allSatisfy { $0.isNumber || "年月 ".contains($0) }
        return isMonth || DateBox.isDate(text) ? text : nil
    }

    /// `24日`: the day that an entry shows beside its title.
    private static func day(in nodes: [MarkupTree.Index], _ tree: MarkupTree) -> Int? {
        nodes.lazy.flatMap { tree.subtree($0) }.filter { !tree.isElement($0) }.compactMap { node -> Int? in
            let text = tree.ownText(node).trimmed
            let number = text.hasSuffix("日") ? text.dropLast() : text[...]
            return number.utf8.count <= 2 ? Int(number) : nil
        }.first
    }
}
