import Markup

/// What stands around a list.
extension ListFinder {
    /// The cell that a list has for itself, or the box that it shares with the name of a year: what its other half stands beside.
    func box(of container: MarkupTree.Index) -> MarkupTree.Index {
        guard let parent = page.tree.parent(container) else { return container }
        let others = page.tree.children(parent).filter { child in
            child != container && (page.tree.isElement(child) || !page.tree.ownText(child).trimmed.isEmpty)
        }
        let isCell =
            others.isEmpty && (["td", "li"].contains(page.tree.name(parent) ?? "") || hasTwin(parent, container))
        return isCell || !others.isEmpty && others.allSatisfy(isYear) ? parent : container
    }

    /// True for a box with nothing but a list in it beside another of the same kind and name: the panels of a page with tabs.
    private func hasTwin(_ box: MarkupTree.Index, _ container: MarkupTree.Index) -> Bool {
        let tree = page.tree
        guard let mark = tree.attribute("class", box), !mark.isEmpty, tree.name(container) == "ul",
            let parent = tree.parent(box)
        else { return false }
        return tree.elementChildren(parent).contains { other in
            guard other != box, tree.name(other) == tree.name(box), tree.attribute("class", other) == mark else {
                return false
            }
            let inner = tree.elementChildren(other)
            return inner.count == 1 && tree.name(inner[0]) == "ul"
        }
    }

    /// `2026年`, `2026年11月`, `11月5日`: a heading that only parts a list.
    private func isYear(_ index: MarkupTree.Index) -> Bool {
        guard page.tree.isElement(index), page.tree.subtree(index).count <= 6 else { return false }
        let text = page.tree.text(index).trimmed
        return text.contains(where: \.isNumber) && text.utf8.count <= 16
            && text.allSatisfy { $0.isNumber || "年月日度-/. ".contains($0) }
    }
}
