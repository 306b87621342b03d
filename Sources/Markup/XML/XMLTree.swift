/// A small XML document as a tree, for the parts of packages (OOXML, OFD) and for what programs print as XML.
///
/// Unlike ``XMLTape`` it mends nothing and knows no vocabulary: such documents are made by programs and are well-formed or
/// damaged. Names are local names; a document type's entities are neither fetched nor expanded.
///
///     let tree = try XMLTree(bytes)
///     for row in tree.root.all("row") { … }
package struct XMLTree: Sendable {
    /// Bounds on what is read.
    package struct Limits: Sendable {
        /// Elements inside elements.
        package var depth = 256
        /// Elements and texts.
        package var nodes = 6_000_000
        /// Bytes of the document.
        package var bytes = 256 << 20
        /// Attributes of one element.
        package var attributes = 500

        /// The usual bounds.
        package init() {}
    }

    /// Why a document cannot be read.
    package enum Problem: Error, Sendable, Equatable {
        /// Not well-formed; the line where it breaks off, from 1.
        case malformed(line: Int)
        /// Deeper, larger or with more attributes than the bounds allow.
        case tooLarge
    }

    /// The outermost element.
    package let root: Node

    /// Reads a document in any encoding.
    package init(_ document: [UInt8], limits: Limits = Limits()) throws(Problem) {
        guard document.count <= limits.bytes else { throw .tooLarge }
        let decoded = Decoder.decode(document)
        var builder = XMLTreeBuilder(limits)
        root = try builder.read(decoded.bytes[decoded.start...])
    }

    /// Everything a tree holds; never changed once built.
    final class Storage: Sendable {
        let records: [Record]
        let names: [String]
        let attributes: [(name: Int32, value: String)]
        let text: [UInt8]

        init(
            records: [Record], names: [String], attributes: [(name: Int32, value: String)], text: [UInt8]
        ) {
            self.records = records
            self.names = names
            self.attributes = attributes
            self.text = text
        }
    }

    /// An element, or a text where `name` is -1.
    struct Record: Sendable {
        var name: Int32
        /// The first record behind it and all it contains.
        var end: Int32
        /// Attributes of an element, bytes of a text.
        var start: UInt32
        var count: UInt32
    }

    /// An element or a text.
    package struct Node: Sendable {
        let storage: Storage
        /// Its place in the document: elements that come later have a higher one.
        package let index: Int
        /// The place of the first node behind it and all it contains.
        package var endIndex: Int { max(Int(record.end), index + 1) }

        private var record: Record { storage.records[index] }

        /// The local name; empty for a text.
        package var name: String { record.name < 0 ? "" : storage.names[Int(record.name)] }
        /// True for a text.
        package var isText: Bool { record.name < 0 }

        /// The value of the attribute with this local name.
        package subscript(attribute: String) -> String? {
            let record = record
            guard record.name >= 0 else { return nil }
            for at in Int(record.start)..<Int(record.start + record.count) {
                let found = storage.attributes[at]
                if storage.names[Int(found.name)] == attribute { return found.value }
            }
            return nil
        }

        /// All text inside, in order.
        package var text: String {
            let record = record
            if record.name < 0 { return own(record) }
            var text = ""
            var at = index + 1
            while at < Int(record.end) {
                if storage.records[at].name < 0 { text += own(storage.records[at]) }
                at += 1
            }
            return text
        }

        private func own(_ record: Record) -> String {
            String(decoding: storage.text[Int(record.start)..<Int(record.start + record.count)], as: UTF8.self)
        }

        /// What stands directly inside: elements and texts.
        package var children: Children { Children(storage: storage, at: index + 1, end: Int(record.end)) }

        /// The first child element of this name.
        package func first(_ name: String) -> Node? { children.first { $0.name == name } }

        /// The first element at the end of a path of names.
        package func first(_ path: String...) -> Node? {
            var node = self
            for name in path {
                guard let next = node.first(name) else { return nil }
                node = next
            }
            return node
        }

        /// The child elements of this name.
        package func all(_ name: String) -> [Node] { children.filter { $0.name == name } }

        /// Every element of this name inside, at any depth, in order.
        package func descendants(_ name: String) -> [Node] {
            guard let number = storage.names.firstIndex(of: name) else { return [] }
            return (index + 1..<Int(record.end)).filter { storage.records[$0].name == Int32(number) }
                .map { Node(storage: storage, index: $0) }
        }
    }

    /// The children of a node.
    package struct Children: Sequence, IteratorProtocol, Sendable {
        let storage: Storage
        var at: Int
        let end: Int

        /// The next child.
        package mutating func next() -> Node? {
            guard at < end else { return nil }
            defer { at = Swift.max(Int(storage.records[at].end), at + 1) }
            return Node(storage: storage, index: at)
        }
    }
}
