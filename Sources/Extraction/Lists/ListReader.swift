package import FoundationEssentials
package import JuheKit
package import Markup

/// Reads the list of a column page that nobody has described.
package struct ListReader: Sendable {
    let now: Date
    let zone: Zone

    /// What a page's list gave.
    package struct List: Sendable {
        /// The entries in the page's order, without those that lead to the same page twice.
        package var entries: [ExtractedItem] = []
        /// Where the list stands, as a selector would write it; empty where none was found.
        package var path = ""
        /// What else might have been the list, for people: path, entries, score.
        package var candidates: [ListFinder.Candidate] = []
    }

    /// A reader for one run and source.
    package init(now: Date, zone: Zone) {
        self.now = now
        self.zone = zone
    }

    /// Reads a page's list by its structure.
    package func list(_ tree: MarkupTree, address: String?) -> List {
        let page = PageLinks(tree, address: address)
        let dates = ListDateReader(now: now, zone: zone)
        let candidates = ListFinder(page, reader: dates).candidates()
        var list = List(candidates: Array(candidates.prefix(8)))
        guard let best = candidates.first, best.score >= ListFinder.threshold else { return list }
        list.path = best.path
        let header = header(of: best, tree)
        let lead = ListFinder(page, reader: dates).lead(of: best)
        list.entries = entries(lead.map { [$0] + best.records } ?? best.records, page, dates, header: header)
        return list
    }

    /// Reads nodes that are known to be entries, each of them one.
    package func entries(_ records: [[MarkupTree.Index]], _ tree: MarkupTree, address: String?) -> [ExtractedItem] {
        entries(records, PageLinks(tree, address: address), ListDateReader(now: now, zone: zone), header: [])
    }

    private func entries(
        _ records: [[MarkupTree.Index]], _ page: PageLinks, _ dates: ListDateReader, header: [String]
    ) -> [ExtractedItem] {
        let reader = EntryReader(page, reader: dates, zone: zone, records: records)
        var seen: Set<String> = []
        return records.compactMap { reader.entry($0, header: header) }.filter {
            seen.insert($0.item.url ?? "").inserted
        }
    }

    /// The labels of a table's columns: the row of `th`, or a first row without links.
    private func header(of candidate: ListFinder.Candidate, _ tree: MarkupTree) -> [String] {
        guard let first = candidate.records.first?.first, tree.name(first) == "tr" else { return [] }
        let table = tree.ancestors(first).first { tree.name($0) == "table" } ?? candidate.container
        for row in tree.elements("tr", below: table) where row < first {
            let cells = tree.elementChildren(row).filter { ["td", "th"].contains(tree.name($0) ?? "") }
            let labels = cells.map { HTMLTitle.cleaned(tree.text($0)) }
            if labels.count >= 2, labels.allSatisfy({ $0.unicodeScalars.count <= 10 }) { return labels }
        }
        return []
    }
}
