import Markup

extension XMLFeedReader {
    /// The children of a node that the vocabulary knows, in order.
    struct Children: Sequence, IteratorProtocol {
        let nodes: [XMLNode]
        var place: Int
        let end: Int

        mutating func next() -> Int? {
            while place < end {
                let node = place
                place = Swift.max(Int(nodes[node].end), node + 1)
                if !nodes[node].isAttribute { return node }
            }
            return nil
        }
    }

    func children(of node: Int) -> Children {
        Children(nodes: tape.nodes, place: node + 1, end: Int(tape.nodes[node].end))
    }

    // What follows asks the tape alone: the reader is large, and one that changes is copied for every function of its own
    // that it asks.

    /// The element of a node, nil for one outside the vocabulary.
    @inline(__always)
    func element(_ node: Int) -> FeedElement? { FeedElement(rawValue: tape.nodes[node].term) }

    /// The attribute of an element; nil when it is missing or empty.
    @inline(__always)
    func attribute(_ node: Int, _ name: FeedAttribute) -> String? { tape.attribute(node, name) }

    /// The text of an element, nil when it is empty.
    @inline(__always)
    func text(_ node: Int) -> String? { tape.text(node) }

    /// Plain text: what markup there is, is taken off.
    @inline(__always)
    func plain(_ node: Int) -> String? { tape.plain(node) }

    /// Bytes of a base address; a longer one would stand in every address of a feed, and no server knows it.
    static let longestBase = 2_048

    /// What is in force inside a node.
    @inline(__always)
    func scope(of node: Int, in outer: Scope) -> Scope {
        // Most elements have no attribute.
        hasAttributes(node) ? tape.scope(of: node, in: outer) : outer
    }

    /// True where an element has attributes that the vocabulary knows.
    @inline(__always)
    func hasAttributes(_ node: Int) -> Bool {
        node + 1 < tape.nodes.count && tape.nodes[node + 1].isAttribute
    }

    /// An address in its absolute form, as far as a base is known.
    func resolved(_ reference: String, _ scope: Scope) -> String {
        let reference = Self.withoutBreaks(reference)
        guard let base = scope.base else { return reference }
        return URLReference.resolve(reference, against: base) ?? reference
    }

    /// Addresses broken over lines are put together again.
    private static func withoutBreaks(_ reference: String) -> String {
        guard Bytes.containsControl(reference) else { return reference }
        return String(decoding: reference.utf8.filter { $0 >= 0x20 }, as: UTF8.self)
    }

    /// The date that an element holds.
    @inline(__always)
    func date(_ node: Int) -> Int64? { tape.date(node, zone: zone) }

    /// The date that an attribute holds.
    func date(attribute name: FeedAttribute, of node: Int) -> Int64? {
        attribute(node, name).flatMap { DateText.instant($0, zone: zone) }
    }
}

extension XMLTape {
    fileprivate func attribute(_ node: Int, _ name: FeedAttribute) -> String? {
        var index = node + 1
        while index < nodes.count, nodes[index].isAttribute {
            if nodes[index].term == name.rawValue {
                let text = nodes[index].text
                return text.isEmpty ? nil : string(text)
            }
            index += 1
        }
        return nil
    }

    fileprivate func text(_ node: Int) -> String? {
        let text = nodes[node].text
        return text.isEmpty ? nil : string(text)
    }

    fileprivate func plain(_ node: Int) -> String? {
        guard let text = text(node) else { return nil }
        guard nodes[node].traits.contains(.markup) else { return text }
        let plain = HTMLText.plain(from: text)
        return plain.isEmpty ? nil : plain
    }

    fileprivate func date(_ node: Int, zone: Int) -> Int64? {
        withBytes(of: nodes[node].text) { DateText.instant($0, zone: zone) }
    }

    fileprivate func scope(of node: Int, in outer: XMLFeedReader.Scope) -> XMLFeedReader.Scope {
        var scope = outer
        var index = node + 1
        while index < nodes.count, nodes[index].isAttribute {
            switch FeedAttribute(rawValue: nodes[index].term) {
            case .base:
                let base = string(nodes[index].text)
                let resolved = URLReference.resolve(base, against: outer.base) ?? outer.base
                scope.base = resolved.flatMap { $0.utf8.count <= XMLFeedReader.longestBase ? $0 : nil } ?? outer.base
            case .lang:
                let text = nodes[index].text
                scope.language = text.isEmpty ? nil : string(text)
            default: break
            }
            index += 1
        }
        return scope
    }
}
