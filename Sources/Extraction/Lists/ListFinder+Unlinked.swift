package import Markup

extension ListFinder {
    /// What a reader takes for the page's list and no program can follow: dated parts of one kind whose links are scripts
    /// (`javascript:`) or have no address. For people who wonder why nothing was found.
    func unlinked() -> Explanation.Candidate? {
        let tree = page.tree
        var best: Explanation.Candidate?
        for container in tree.elements() where page.links(in: container).isEmpty {
            let kinds = Dictionary(grouping: tree.elementChildren(container)) { tree.name($0) ?? "" }
            for parts in kinds.values {
                let entries = parts.filter { !tree.elements("a", below: $0).isEmpty }
                let dated = entries.count { dates.hasDate(in: [$0]) }
                guard dated >= 2, dated * 2 >= entries.count, dated > best?.dated ?? 0 else { continue }
                best = Explanation.Candidate(
                    path: page.path(container), entries: entries.count, dated: dated, score: 0)
            }
        }
        return best
    }
}

extension ListReader {
    /// What looks like a list on a page and has no links that lead anywhere; nothing where nothing does.
    package func unlinked(_ tree: MarkupTree, address: String?) -> Explanation.Candidate? {
        ListFinder(PageLinks(tree, address: address), reader: ListDateReader(now: now, zone: zone)).unlinked()
    }
}
