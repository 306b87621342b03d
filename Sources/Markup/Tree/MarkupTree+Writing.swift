extension MarkupTree {
    /// Elements that are not written: nothing of them is for readers.
    private static let unwritten: Set<String> = ["script", "style", "template", "noscript", "head"]

    /// The inside of an element as HTML. **Not sanitized**: attributes are as the document has them.
    /// - Parameter omits: texts, and elements with all they hold, that are left out.
    package func innerHTML(_ index: Index, omitting omits: (Index) -> Bool = { _ in false }) -> String {
        var bytes: [UInt8] = []
        var child = nodes[index].firstChild
        while child >= 0 {
            write(child, omits, &bytes)
            child = nodes[child].next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The element itself as HTML. **Not sanitized.**
    package func outerHTML(_ index: Index, omitting omits: (Index) -> Bool = { _ in false }) -> String {
        var bytes: [UInt8] = []
        write(index, omits, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Goes as deep as the tree is, which its builder has bounded.
    private func write(_ index: Index, _ omits: (Index) -> Bool, _ bytes: inout [UInt8]) {
        guard !omits(index) else { return }
        let node = nodes[index]
        guard let name = node.name else {
            HTMLEscaper.appendText(Array(node.text.utf8), 0..<node.text.utf8.count, references: false, to: &bytes)
            return
        }
        guard !Self.unwritten.contains(name) else { return }
        bytes += Array("<\(name)".utf8)
        for attribute in node.attributes {
            bytes += Array(" \(attribute.name)=\"".utf8)
            HTMLEscaper.appendValue(Array(attribute.value.utf8), to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
        if HTMLElement(named: name).traits.contains(.void) { return }
        var child = node.firstChild
        while child >= 0 {
            write(child, omits, &bytes)
            child = nodes[child].next
        }
        bytes += Array("</\(name)>".utf8)
    }
}
