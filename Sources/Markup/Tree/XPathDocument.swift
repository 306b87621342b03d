import CLibXML2

/// A tree as libxml2 sees it, to ask it XPath 1.0 expressions.
///
/// libxml2 parses nothing here: its nodes are made from a ``MarkupTree``, which is bounded already. Expressions are an
/// operator's own, from the configuration; one from a document is never evaluated. Each evaluation is bounded in steps.
package final class XPathDocument {
    /// What an expression gave.
    package enum Result: Sendable, Equatable {
        /// Elements, texts and attributes in document order.
        case nodes([Hit])
        case text(String)
        case number(Double)
        case truth(Bool)
    }

    /// One node of a result.
    package enum Hit: Sendable, Equatable {
        /// An element or a text of the tree.
        case node(MarkupTree.Index)
        /// The value of an attribute of an element.
        case attribute(of: MarkupTree.Index, value: String)
    }

    /// The tree that is asked.
    package let tree: MarkupTree
    private let document: xmlDocPtr
    private let context: xmlXPathContextPtr
    private var mirrored: [xmlNodePtr?]
    private var compiled: [String: xmlXPathCompExprPtr] = [:]

    /// Steps of one evaluation.
    private static let mostSteps: UInt = 20_000_000

    /// A document to ask; nil where there is no memory for it.
    package init?(_ tree: MarkupTree) {
        XPathDocument.ready()
        guard let document = xmlNewDoc("1.0") else { return nil }
        guard let context = xmlXPathNewContext(document) else {
            xmlFreeDoc(document)
            return nil
        }
        self.tree = tree
        self.document = document
        self.context = context
        mirrored = [xmlNodePtr?](repeating: nil, count: tree.count)
        context.pointee.opLimit = Self.mostSteps
        context.pointee.error = { _, _ in }
        mirror()
    }

    deinit {
        for expression in compiled.values { xmlXPathFreeCompExpr(expression) }
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    /// Whether an expression is XPath 1.0.
    package static func isValid(_ expression: String) -> Bool {
        ready()
        guard let context = xmlXPathNewContext(nil) else { return false }
        defer { xmlXPathFreeContext(context) }
        context.pointee.error = { _, _ in }
        guard let compiled = xmlXPathCtxtCompile(context, expression) else { return false }
        xmlXPathFreeCompExpr(compiled)
        return true
    }

    /// Evaluates an expression.
    /// - Parameter index: the context node; the document where it is 0.
    /// - Returns: nil where the expression is wrong, or took too many steps.
    package func evaluate(_ expression: String, at index: MarkupTree.Index = 0) -> Result? {
        guard let compiled = compiled(expression) else { return nil }
        context.pointee.node =
            index == 0
            ? UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self) : mirrored[index]
        context.pointee.opCount = 0
        guard let object = xmlXPathCompiledEval(compiled, context) else { return nil }
        defer { xmlXPathFreeObject(object) }
        switch object.pointee.type {
        case XPATH_NODESET: return .nodes(hits(object.pointee.nodesetval))
        case XPATH_STRING: return .text(object.pointee.stringval.map { String(cString: $0) } ?? "")
        case XPATH_NUMBER: return .number(object.pointee.floatval)
        case XPATH_BOOLEAN: return .truth(object.pointee.boolval != 0)
        default: return nil
        }
    }

    private static func ready() { _ = library }
    private static let library: Void = xmlInitParser()

    private func compiled(_ expression: String) -> xmlXPathCompExprPtr? {
        if let known = compiled[expression] { return known }
        guard let made = xmlXPathCtxtCompile(context, expression) else { return nil }
        compiled[expression] = made
        return made
    }

    private func hits(_ set: xmlNodeSetPtr?) -> [Hit] {
        guard let set, let table = set.pointee.nodeTab else { return [] }
        var found: [(index: Int, order: Int, hit: Hit)] = []
        for position in 0..<Int(set.pointee.nodeNr) {
            guard let node = table[position] else { continue }
            switch node.pointee.type {
            case XML_ELEMENT_NODE, XML_TEXT_NODE:
                let index = number(node)
                found.append((index, 0, .node(index)))
            case XML_ATTRIBUTE_NODE:
                guard let owner = node.pointee.parent else { continue }
                let index = number(owner)
                found.append((index, 1, .attribute(of: index, value: value(of: node, on: index))))
            case XML_DOCUMENT_NODE: found.append((0, 0, .node(0)))
            default: continue
            }
        }
        return found.sorted { ($0.index, $0.order) < ($1.index, $1.order) }.map(\.hit)
    }

    /// An attribute's value, from the tree: libxml2's attribute only tells its name.
    private func value(of attribute: xmlNodePtr, on index: Int) -> String {
        guard let local = attribute.pointee.name.map({ String(cString: $0) }) else { return "" }
        let prefix = attribute.pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" } ?? ""
        return tree.attribute(prefix + local, index) ?? ""
    }

    private func number(_ node: xmlNodePtr) -> Int { Int(bitPattern: node.pointee._private) }
}

// Making libxml2's nodes.
extension XPathDocument {
    private func mirror() {
        var namespaces: [String: xmlNsPtr] = [:]
        var last = [xmlNodePtr?](repeating: nil, count: tree.count)
        for index in 1..<max(1, tree.count) {
            guard let node = make(index, &namespaces) else { continue }
            node.pointee._private = UnsafeMutableRawPointer(bitPattern: index)
            mirrored[index] = node
            // Nodes are joined by hand: libxml2's own way looks at all siblings and merges texts.
            let parent = tree.parent(index) ?? 0
            let holder =
                parent == 0
                ? UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self) : mirrored[parent]
            guard let holder else { continue }
            node.pointee.parent = holder
            if let before = last[parent] {
                before.pointee.next = node
                node.pointee.prev = before
            } else {
                holder.pointee.children = node
            }
            holder.pointee.last = node
            last[parent] = node
        }
        xmlXPathOrderDocElems(document)
    }

    private func make(_ index: Int, _ namespaces: inout [String: xmlNsPtr]) -> xmlNodePtr? {
        guard let name = tree.name(index) else { return xmlNewDocText(document, tree.ownText(index)) }
        let (prefix, local) = split(name)
        guard let node = xmlNewDocNode(document, nil, local, nil) else { return nil }
        if let prefix { node.pointee.ns = namespace(prefix, on: node, &namespaces) }
        for attribute in tree.attributes(index) {
            let (prefix, local) = split(attribute.name)
            if let prefix, prefix != "xmlns", let space = namespace(prefix, on: node, &namespaces) {
                xmlNewNsProp(node, space, local, attribute.value)
            } else {
                xmlNewProp(node, attribute.name, attribute.value)
            }
        }
        return node
    }

    /// In XML a prefix is the name of its namespace for expressions, whatever address a document gives it.
    private func split(_ name: String) -> (prefix: String?, local: String) {
        guard tree.kind == .xml, let colon = name.firstIndex(of: ":"), colon != name.startIndex else {
            return (nil, name)
        }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]))
    }

    private func namespace(
        _ prefix: String, on node: xmlNodePtr, _ namespaces: inout [String: xmlNsPtr]
    ) -> xmlNsPtr? {
        if let known = namespaces[prefix] { return known }
        guard namespaces.count < 256, let made = xmlNewNs(node, "prefix:\(prefix)", prefix) else { return nil }
        namespaces[prefix] = made
        xmlXPathRegisterNs(context, prefix, "prefix:\(prefix)")
        return made
    }
}
