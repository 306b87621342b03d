extension MarkupTree {
    /// Reads an HTML document or fragment.
    ///
    /// The tokenizer is the HTML standard's; of its tree construction the parts that real pages need: elements without end
    /// tags, end tags that are left out, raw text. No element is made up that the page does not have (no `tbody`), so
    /// that an expression matches what its author sees in the source. At most 200 elements are open at once, deeper ones
    /// are looked through; at most 100,000 nodes are made.
    package init(html: String) {
        self.init(html: Array(html.utf8))
    }

    /// The same for UTF-8 bytes.
    package init(html bytes: [UInt8]) {
        self.init(kind: .html)
        var builder = TreeBuilder(tree: self, bytes: bytes)
        builder.readHTML()
        self = builder.tree
    }

    /// Reads XML, or something like it: what is not well-formed costs no more than itself.
    ///
    /// CDATA sections are text; entities that a document declares itself are not expanded, so that none can grow; nothing
    /// is ever fetched.
    package init(xml bytes: [UInt8]) {
        self.init(kind: .xml)
        var builder = TreeBuilder(tree: self, bytes: bytes)
        builder.readXML()
        self = builder.tree
    }

    /// The same for a text.
    package init(xml: String) {
        self.init(xml: Array(xml.utf8))
    }
}

/// Makes a tree from tokens.
private struct TreeBuilder {
    var tree: MarkupTree
    private let bytes: [UInt8]
    private var tokenizer: HTMLTokenizer
    private var open = [0]

    private static let mostNodes = 100_000
    private static let deepest = 200

    init(tree: MarkupTree, bytes: [UInt8]) {
        self.tree = tree
        self.bytes = bytes
        tokenizer = HTMLTokenizer(bytes)
    }

    mutating func readHTML() {
        reading: while true {
            switch tokenizer.next() {
            case .text: text()
            case .startTag: startHTML()
            case .endTag: endHTML()
            case .comment, .doctype: continue
            case .end: break reading
            }
            if tree.count >= Self.mostNodes {
                tree.isCut = true
                break
            }
        }
        tree.finish()
    }

    mutating func readXML() {
        reading: while true {
            // In foreign content the tokenizer knows CDATA sections, and no name is special.
            tokenizer.contentModel = .foreign
            switch tokenizer.next() {
            case .text: text()
            case .startTag:
                guard open.count < Self.deepest else { continue }
                let element = append(lowered: false)
                if !tokenizer.isSelfClosing { open.append(element) }
            case .endTag:
                let name = name(lowered: false)
                if let index = open.dropFirst().lastIndex(where: { tree.name($0) == name }) {
                    open.removeSubrange(index...)
                }
            case .comment, .doctype: continue
            case .end: break reading
            }
            if tree.count >= Self.mostNodes {
                tree.isCut = true
                break
            }
        }
        tree.finish()
    }

    private mutating func text() {
        var content = Array(bytes[tokenizer.content])
        if tokenizer.textHasReferences { content = CharacterReferences.decoded(content) }
        tree.append(text: String(decoding: content, as: UTF8.self), to: open[open.count - 1])
    }

    private mutating func startHTML() {
        let element = tokenizer.element
        closeImplied(by: element)
        guard open.count < Self.deepest else { return }
        let index = append(lowered: true)
        if !element.traits.contains(.void) { open.append(index) }
    }

    private mutating func endHTML() {
        let element = tokenizer.element
        let name = name(lowered: true)
        guard let index = open.dropFirst().lastIndex(where: { tree.name($0) == name }) else { return }
        // A stray end tag inside a cell does not reach out of its table, nor one of a span out of a block.
        let reachesOut = element.traits.contains(.tablePart) || [.table, .body, .html].contains(element)
        let wall: HTMLTraits = element.traits.contains(.block) ? .boundary : [.block]
        if !reachesOut, open[(index + 1)...].contains(where: { !traits($0).isDisjoint(with: wall) }) { return }
        open.removeSubrange(index...)
    }

    private func traits(_ index: Int) -> HTMLTraits {
        HTMLElement(named: tree.name(index) ?? "").traits
    }

    /// Ends what cannot go on where this element begins.
    private mutating func closeImplied(by element: HTMLElement) {
        switch element {
        case .li: close([.li], within: [.ul, .ol, .menu, .dir, .table])
        case .dt, .dd: close([.dt, .dd], within: [.dl, .table])
        case .option: close([.option], within: [.select])
        case .td, .th: close([.td, .th], within: [.table])
        case .tr: close([.tr], within: [.table])
        case .tbody, .thead, .tfoot: close([.tbody, .thead, .tfoot], within: [.table])
        // A link cannot stand in a link.
        case .a: close([.a], within: [.td, .th, .li, .div, .table, .p, .dd, .dt])
        default: if element.traits.contains(.closesParagraph) { close([.p], within: [.table, .td, .th, .div, .li]) }
        }
    }

    private mutating func close(_ elements: Set<HTMLElement>, within walls: Set<HTMLElement>) {
        for at in open.indices.dropFirst().reversed() {
            let element = HTMLElement(named: tree.name(open[at]) ?? "")
            if elements.contains(element) {
                open.removeSubrange(at...)
                return
            }
            if walls.contains(element) { return }
        }
    }

    private mutating func append(lowered: Bool) -> Int {
        let attributes = tokenizer.attributes.map { attribute in
            let name = String(decoding: bytes[attribute.name], as: UTF8.self)
            let value = CharacterReferences.decoded(Array(bytes[attribute.value]), in: .attribute)
            return MarkupTree.Attribute(
                name: lowered ? name.asciiLowercased : name, value: String(decoding: value, as: UTF8.self))
        }
        return tree.append(element: name(lowered: lowered), attributes: attributes, to: open[open.count - 1])
    }

    private func name(lowered: Bool) -> String {
        let name = String(decoding: bytes[tokenizer.name].prefix(256), as: UTF8.self)
        return lowered ? name.asciiLowercased : name
    }
}

extension String {
    /// With the capitals of ASCII in lower case and everything else as it is.
    var asciiLowercased: String {
        guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return self }
        return String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension HTMLElement {
    private static let byName: [String: HTMLElement] = Dictionary(
        HTMLElement.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The element that a tag in lower case names.
    init(named name: String) { self = Self.byName[name] ?? .unknown }
}
