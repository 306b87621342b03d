/// Reads a page once: what its head says, and the tree of its blocks.
struct PageReader {
    let bytes: [UInt8]
    private(set) var head = PageHead()
    private(set) var tree: PageTree
    private var tokenizer: HTMLTokenizer
    /// Open nodes; the root is never closed.
    private var open = [0]
    private var isInLink = false
    private var isInSVG = false
    /// The text of the title or heading that is being read.
    private var caption: (element: HTMLElement, text: [UInt8])?

    private static let mostNodes = 100_000
    private static let deepest = 256
    private static let longestCaption = 4096

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tokenizer = HTMLTokenizer(bytes)
        tree = PageTree(length: bytes.count)
    }

    mutating func run() {
        while true {
            switch tokenizer.next() {
            case .text: text()
            case .startTag: start()
            case .endTag: end()
            case .comment, .doctype: continue
            case .end:
                while open.count > 1 { closeLast(contentEnd: bytes.count, end: bytes.count) }
                tree.nodes[0].subtreeEnd = tree.nodes.count
                tree.finish()
                return
            }
        }
    }

    private mutating func text() {
        if let reading = caption, reading.text.count < Self.longestCaption {
            caption?.text.append(contentsOf: bytes[tokenizer.content].prefix(Self.longestCaption))
        }
        // Programs and style sheets are no text.
        guard tokenizer.contentModel == .data || tokenizer.contentModel == .foreign else { return }
        let measure = PageReader.measure(bytes, tokenizer.content, isLink: isInLink)
        tree.nodes[open[open.count - 1]].own += measure
    }

    private mutating func start() {
        let element = tokenizer.element
        head.read(tokenizer)
        if element == .br { caption?.text.append(0x20) }
        if isInSVG, element.traits.contains(.breaksOut) { leaveSVG() }
        switch element {
        case .svg:
            if !tokenizer.isSelfClosing {
                isInSVG = true
                tokenizer.contentModel = .foreign
            }
            return
        case .a: isInLink = tokenizer.attributes.contains { $0.key == .href }
        case .img, .video, .audio, .iframe, .embed, .object: tree.nodes[open[open.count - 1]].own.images += 1
        case .title where !isInSVG && head.title == nil, .h1 where head.heading == nil:
            caption = (element, [])
        default: break
        }
        guard !isInSVG, isBlock(element), !element.traits.contains(.void) else { return }
        closeImplied(by: element)
        let marks = marks()
        // A span without a mark says nothing about the page.
        if element == .span, marks.isEmpty { return }
        guard tree.nodes.count < Self.mostNodes, open.count < Self.deepest else { return }
        tree.nodes.append(
            PageTree.Node(
                element: element, parent: open[open.count - 1], start: tokenizer.extent.lowerBound,
                contentStart: tokenizer.extent.upperBound, contentEnd: bytes.count, end: bytes.count, marks: marks,
                name: tokenizer.packedName))
        open.append(tree.nodes.count - 1)
    }

    private mutating func end() {
        let element = tokenizer.element
        if element == .svg { leaveSVG() }
        if element == .a { isInLink = false }
        if let reading = caption, reading.element == element {
            let text = HTMLTitle.text(from: String(decoding: reading.text, as: UTF8.self))
            if element == .title { head.read(title: text) } else { head.read(heading: text) }
            caption = nil
        }
        guard !isInSVG, isBlock(element) else { return }
        let name = tokenizer.packedName
        guard let index = open.dropFirst().lastIndex(where: { tree.nodes[$0].name == name }) else { return }
        // A stray end tag inside a cell does not reach out of its table, nor one of a span out of a block.
        let reachesOut = element.traits.contains(.tablePart) || [.table, .body, .html].contains(element)
        let wall: HTMLTraits = element.traits.contains(.block) ? .boundary : [.block]
        if !reachesOut, open[(index + 1)...].contains(where: { !tree.nodes[$0].element.traits.isDisjoint(with: wall) })
        {
            return
        }
        while open.count > index + 1 {
            closeLast(contentEnd: tokenizer.extent.lowerBound, end: tokenizer.extent.lowerBound)
        }
        closeLast(contentEnd: tokenizer.extent.lowerBound, end: tokenizer.extent.upperBound)
    }

    private mutating func leaveSVG() {
        guard isInSVG else { return }
        isInSVG = false
        if tokenizer.contentModel == .foreign { tokenizer.contentModel = .data }
    }

    private mutating func closeImplied(by element: HTMLElement) {
        let position = tokenizer.extent.lowerBound
        while open.count > 1 {
            let last = tree.nodes[open[open.count - 1]].element
            let ends =
                switch element {
                case .li: last == .li || last == .p
                case .dt, .dd: last == .dt || last == .dd || last == .p
                case .td, .th: last == .td || last == .th || last == .p
                case .tr: last == .td || last == .th || last == .tr || last == .p
                case .tbody, .tfoot, .thead: [.td, .th, .tr, .tbody, .thead, .tfoot, .p].contains(last)
                default: last == .p && element.traits.contains(.closesParagraph)
                }
            guard ends else { return }
            closeLast(contentEnd: position, end: position)
        }
    }

    private mutating func closeLast(contentEnd: Int, end: Int) {
        let index = open.removeLast()
        tree.nodes[index].contentEnd = contentEnd
        tree.nodes[index].end = end
        tree.nodes[index].subtreeEnd = tree.nodes.count
    }

    /// Whether an element can hold an article or something to be cut out of one.
    private func isBlock(_ element: HTMLElement) -> Bool {
        let traits = element.traits
        return traits.contains(.block) || traits.contains(.tablePart) || element == .span || element == .unknown
    }

    private func marks() -> [String] {
        var result: [String] = []
        for attribute in tokenizer.attributes where attribute.key == .class || attribute.key == .id {
            for word in bytes[attribute.value].split(whereSeparator: isHTMLSpace).prefix(32) where word.count <= 64 {
                let lowered = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
                result.append(String(decoding: lowered, as: UTF8.self))
            }
        }
        for attribute in tokenizer.attributes where attribute.key == .itemprop && !attribute.value.isEmpty {
            result.append("itemprop=" + String(decoding: bytes[attribute.value].prefix(64), as: UTF8.self).lowercased())
        }
        return result
    }

    /// Counts characters but white space, and the punctuation that running text has and menus have not.
    private static func measure(_ bytes: [UInt8], _ range: Range<Int>, isLink: Bool) -> PageTree.Measure {
        var measure = PageTree.Measure()
        for index in range {
            let byte = bytes[index]
            if byte > 0x20, byte & 0xC0 != 0x80 { measure.characters += 1 }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") {
                measure.punctuation += 1
            } else if byte == 0x8C || byte == 0x82 || byte == 0x81, index >= 2 {
                // ， U+FF0C, 。 U+3002, 、 U+3001
                let isFullWidth = bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBC && byte == 0x8C
                let isIdeographic = bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80 && byte != 0x8C
                if isFullWidth || isIdeographic { measure.punctuation += 1 }
            }
        }
        if isLink { measure.linked = measure.characters }
        return measure
    }
}
