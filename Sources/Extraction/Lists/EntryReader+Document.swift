import JuheKit
import Markup

extension EntryReader {
    /// The cells of a row.
    func cells(_ nodes: [MarkupTree.Index]) -> [MarkupTree.Index] {
        nodes.flatMap { tree.elementChildren($0) }.filter { ["td", "th"].contains(tree.name($0) ?? "") }
    }

    /// What a catalogue says of a document beside its title, or keeps in a box that only opens under the pointer:
    /// `索引号：…　发文机关：…`.
    func readTable(_ nodes: [MarkupTree.Index], _ entry: inout ExtractedItem) {
        let hasLabel = nodes.contains { node in
            tree.subtree(node).contains {
                !tree.isElement($0) && ["索引", "文号", "字号"].contains(where: tree.ownText($0).contains)
            }
        }
        guard hasLabel else { return }
        let html = nodes.map { "<div>\(tree.innerHTML($0))</div>" }.joined()
        let table = DocumentTable(MarkupTree(html: html))
        guard let found = table.document, found.number != nil || found.index != nil else { return }
        var document = entry.item.details.document ?? OfficialDocument()
        for (name, path) in DocumentField.paths where document[keyPath: path] == nil {
            guard let value = found[keyPath: path] else { continue }
            document[keyPath: path] = value
            entry.note("document.\(name)", table.rule)
        }
        entry.item.details.document = document
    }

    /// A row of a catalogue: what the header calls the columns fills the document.
    func readCells(_ nodes: [MarkupTree.Index], _ header: [String], _ entry: inout ExtractedItem) {
        var document = entry.item.details.document ?? OfficialDocument()
        let cells = cells(nodes)
        guard cells.count == header.count else { return }
        for (label, cell) in zip(header, cells) {
            let value = HTMLTitle.cleaned(tree.text(cell))
            guard !value.isEmpty, let field = DocumentField(label: label) else { continue }
            field.set(value, in: &document)
            entry.note("document.\(field.rawValue)", "td \(label)")
        }
        // A column that sorts entries makes no document of them.
        if document == OfficialDocument(topic: document.topic) { return }
        entry.item.details.document = document
    }
}
