/// A document as a tree: elements with their attributes, and the texts between them, in document order.
///
/// It is a plain value, made in linear time and within bounds; nothing in it points into a C library. Names of HTML are in
/// lower case, names of XML as they are written, prefix included.
///
///     let tree = MarkupTree(html: page)
///     let links = tree.elements { tree.name($0) == "a" }
package struct MarkupTree: Sendable {
    /// What a tree was made from.
    package enum Kind: Sendable {
        case html
        case xml
    }

    /// Where a node stands in its tree; the root, which stands for the document, is 0.
    package typealias Index = Int

    struct Node: Sendable {
        /// An element's name; nil for a text.
        var name: String?
        var text = ""
        var attributes: [Attribute] = []
        var parent: Int
        var firstChild = -1
        var lastChild = -1
        var next = -1
        /// Behind its last descendant.
        var end = 0
    }

    /// An attribute with its references decoded.
    package struct Attribute: Sendable, Equatable {
        /// In HTML in lower case.
        package let name: String
        /// As the document means it.
        package let value: String
    }

    /// What it was made from.
    package let kind: Kind
    private(set) var nodes: [Node]
    /// True where the document was larger than is read; the rest of it is missing.
    package internal(set) var isCut = false

    init(kind: Kind) {
        self.kind = kind
        nodes = [Node(name: "", parent: -1)]
    }

    // MARK: - Reading

    /// How many nodes there are, the root included.
    package var count: Int { nodes.count }

    /// An element's name; nil for a text, empty for the root.
    package func name(_ index: Index) -> String? { nodes[index].name }

    /// True for an element.
    package func isElement(_ index: Index) -> Bool { index > 0 && nodes[index].name != nil }

    /// The parent; nil for the root.
    package func parent(_ index: Index) -> Index? { nodes[index].parent < 0 ? nil : nodes[index].parent }

    /// All attributes of an element.
    package func attributes(_ index: Index) -> [Attribute] { nodes[index].attributes }

    /// The value of an attribute; the name in lower case for HTML.
    package func attribute(_ name: String, _ index: Index) -> String? {
        nodes[index].attributes.first { $0.name == name }?.value
    }

    /// The children in order.
    package func children(_ index: Index) -> [Index] {
        var result: [Index] = []
        var child = nodes[index].firstChild
        while child >= 0 {
            result.append(child)
            child = nodes[child].next
        }
        return result
    }

    /// The children that are elements.
    package func elementChildren(_ index: Index) -> [Index] { children(index).filter(isElement) }

    /// The node and all below it, as positions in document order.
    package func subtree(_ index: Index) -> Range<Index> { index..<nodes[index].end }

    /// The elements below a node that fit, in document order.
    package func elements(below index: Index = 0, where fits: (Index) -> Bool = { _ in true }) -> [Index] {
        (index + 1..<nodes[index].end).filter { isElement($0) && fits($0) }
    }

    /// The elements of one name below a node.
    package func elements(_ name: String, below index: Index = 0) -> [Index] {
        elements(below: index) { nodes[$0].name == name }
    }

    /// A node's ancestors, its parent first, the root left out.
    package func ancestors(_ index: Index) -> [Index] {
        var result: [Index] = []
        var at = nodes[index].parent
        while at > 0 {
            result.append(at)
            at = nodes[at].parent
        }
        return result
    }

    /// A text's own characters; empty for an element.
    package func ownText(_ index: Index) -> String { nodes[index].text }

    /// All text in a node, as it stands. In HTML what scripts and style sheets say is left out, unless the node is one.
    /// - Parameter limit: after so many bytes no further text is added.
    package func text(_ index: Index, limit: Int = .max) -> String {
        var result = ""
        var at = index
        while at < nodes[index].end, result.utf8.count < limit {
            let node = nodes[at]
            if kind == .html, at != index, let name = node.name, Self.unread.contains(name) {
                at = node.end
                continue
            }
            result += node.text
            at += 1
        }
        return result
    }

    /// Elements whose text nobody reads on the page.
    package static let unread: Set<String> = ["script", "style", "template", "noscript"]

    // MARK: - Making

    mutating func append(element name: String, attributes: [Attribute], to parent: Int) -> Int {
        link(Node(name: name, attributes: attributes, parent: parent), to: parent)
    }

    mutating func append(text: String, to parent: Int) {
        let last = nodes[parent].lastChild
        // Texts that a forgotten tag parted are one.
        if last >= 0, nodes[last].name == nil {
            nodes[last].text += text
        } else {
            _ = link(Node(name: nil, text: text, parent: parent), to: parent)
        }
    }

    private mutating func link(_ node: Node, to parent: Int) -> Int {
        let index = nodes.count
        nodes.append(node)
        nodes[index].end = index + 1
        if nodes[parent].lastChild >= 0 {
            nodes[nodes[parent].lastChild].next = index
        } else {
            nodes[parent].firstChild = index
        }
        nodes[parent].lastChild = index
        return index
    }

    /// Works out where each node's subtree ends: children follow their parents, so one pass from the back is enough.
    mutating func finish() {
        nodes[0].end = nodes.count
        for index in nodes.indices.dropFirst().reversed() {
            let parent = nodes[index].parent
            nodes[parent].end = max(nodes[parent].end, nodes[index].end)
        }
    }
}
