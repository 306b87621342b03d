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

    /// The element of a node, nil for one outside the vocabulary.
    func element(_ node: Int) -> FeedElement? { FeedElement(rawValue: tape.nodes[node].term) }

    /// The attribute of an element; nil when it is missing or empty.
    func attribute(_ node: Int, _ name: FeedAttribute) -> String? {
        var index = node + 1
        while index < tape.nodes.count, tape.nodes[index].isAttribute {
            if tape.nodes[index].term == name.rawValue {
                let text = tape.nodes[index].text
                return text.isEmpty ? nil : tape.string(text)
            }
            index += 1
        }
        return nil
    }

    /// The text of an element, nil when it is empty.
    func text(_ node: Int) -> String? {
        let text = tape.nodes[node].text
        return text.isEmpty ? nil : tape.string(text)
    }

    /// Plain text: what markup there is, is taken off.
    func plain(_ node: Int) -> String? {
        guard let text = text(node) else { return nil }
        guard tape.nodes[node].traits.contains(.markup) else { return text }
        let plain = HTMLText.plain(from: text)
        return plain.isEmpty ? nil : plain
    }

    /// Bytes of a base address; a longer one would stand in every address of a feed, and no server knows it.
    static let longestBase = 2_048

    /// What is in force inside a node.
    func scope(of node: Int, in outer: Scope) -> Scope {
        var scope = outer
        var index = node + 1
        while index < tape.nodes.count, tape.nodes[index].isAttribute {
            switch FeedAttribute(rawValue: tape.nodes[index].term) {
            case .base:
                let base = tape.string(tape.nodes[index].text)
                let resolved = URLReference.resolve(base, against: outer.base) ?? outer.base
                scope.base = resolved.flatMap { $0.utf8.count <= Self.longestBase ? $0 : nil } ?? outer.base
            case .lang:
                let text = tape.nodes[index].text
                scope.language = text.isEmpty ? nil : tape.string(text)
            default: break
            }
            index += 1
        }
        return scope
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
    func date(_ node: Int) -> Int64? {
        tape.withBytes(of: tape.nodes[node].text) { DateText.instant($0, zone: zone) }
    }

    /// The date that an attribute holds.
    func date(attribute name: FeedAttribute, of node: Int) -> Int64? {
        attribute(node, name).flatMap { DateText.instant($0, zone: zone) }
    }
}
