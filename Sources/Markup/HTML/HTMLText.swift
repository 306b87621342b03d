/// The readable plain text of HTML: for search, for excerpts, and for channels that know no markup.
package enum HTMLText {
    /// One line per paragraph, item or row; items behind their markers, cells behind ` | `; no text of scripts, style
    /// sheets or forms; references decoded; no controls and no characters that turn the direction of reading.
    /// - Parameter html: any HTML.
    package static func plain(from html: String) -> String {
        let bytes = Array(html.utf8)
        return plain(fromSanitized: isText(bytes) ? bytes : usual.sanitizedBytes(bytes))
    }

    /// Whether there is nothing in HTML that the sanitizer would change: no markup, no reference, no control.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
        var index = ByteScan.skipPlainText(in: bytes.span.bytes, from: 0, to: bytes.count)
        // It stops at tabs and line feeds, too.
        while index < bytes.count {
            guard isPlain(bytes[index]) else { return false }
            index = ByteScan.skipPlainText(in: bytes.span.bytes, from: index + 1, to: bytes.count)
        }
        return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A: true
        case ..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
        default: true
        }
    }

    /// The same for what the sanitizer has put out, at half the cost.
    package static func plain(fromSanitized html: String) -> String {
        plain(fromSanitized: Array(html.utf8))
    }

    /// The same for bytes that the sanitizer has put out.
    package static func plain(fromSanitized html: [UInt8]) -> String {
        var pass = TextPass(html)
        pass.run()
        return String(utf8: pass.text.bytes)
    }

    private static let usual: HTMLSanitizer = {
        var policy = HTMLPolicy()
        policy.attributes = ["start", "type", "value"]
        return HTMLSanitizer(policy: policy)
    }()
}

/// One run over sanitized HTML.
private struct TextPass {
    private struct List {
        var isOrdered: Bool
        var next: Int
    }

    /// The row that is being read of one table.
    private struct Row {
        var cells = 0
        /// Where the text of its cell begins.
        var cellStart = 0
    }

    /// Lists and tables inside more of their kind than this are read as if they were not nested.
    private static let deepest = 32

    var tokenizer: HTMLTokenizer
    var text: PlainText
    private var lists: [List] = []
    private var rows: [Row] = []
    private var preformatted = 0
    private var decoded: [UInt8] = []

    init(_ bytes: [UInt8]) {
        tokenizer = HTMLTokenizer(bytes)
        text = PlainText(room: bytes.count)
    }

    mutating func run() {
        while true {
            switch tokenizer.next() {
            case .text:
                addText()
            case .startTag: start(tokenizer.element)
            case .endTag: end(tokenizer.element)
            case .comment, .doctype: break
            case .end: return
            }
        }
    }

    /// Most texts have no reference, and are taken from where they stand.
    private mutating func addText() {
        let content = tokenizer.content
        if tokenizer.textHasReferences, let first = tokenizer.firstIndex(of: UInt8(ascii: "&"), in: content) {
            decoded.removeAll(keepingCapacity: true)
            TextPass.decode(tokenizer.bytes, content, from: first, into: &decoded)
            text.append(decoded, decoded.indices, preformatted: preformatted > 0)
        } else {
            text.append(tokenizer.bytes, content, preformatted: preformatted > 0)
        }
    }

    private mutating func start(_ element: HTMLElement) {
        switch element {
        case .br: text.forcedBreak()
        case .pre:
            preformatted += 1
            lineBreak()
        case .ul, .menu, .dir, .ol:
            if lists.count < Self.deepest {
                lists.append(List(isOrdered: element == .ol, next: number(.start) ?? 1))
            }
            lineBreak()
        case .li: item()
        case .table:
            if rows.count < Self.deepest { rows.append(Row()) }
            lineBreak()
        case .tr:
            if !rows.isEmpty { rows[rows.count - 1] = Row() }
            text.lineBreak()
        case .td, .th: cell()
        default:
            if element.traits.contains(.block) { lineBreak() }
        }
    }

    private mutating func end(_ element: HTMLElement) {
        switch element {
        case .pre: preformatted = max(0, preformatted - 1)
        case .ul, .menu, .dir, .ol: _ = lists.popLast()
        case .table: _ = rows.popLast()
        default: break
        }
        if element.traits.contains(.block) { lineBreak() }
    }

    /// A block's break; at the start of a cell it is none, so that `<td><p>` stays in its row.
    private mutating func lineBreak() {
        if let row = rows.last, row.cells > 0, text.bytes.count <= row.cellStart { return }
        text.lineBreak()
    }

    private mutating func item() {
        let indent = String(repeating: "  ", count: max(0, lists.count - 1))
        guard let list = lists.last, list.isOrdered else { return text.marker(indent + "- ") }
        let own = number(.value) ?? list.next
        lists[lists.count - 1].next = own &+ 1
        text.marker("\(indent)\(own). ")
    }

    private mutating func cell() {
        guard var row = rows.last else { return text.lineBreak() }
        // A cell of several lines is layout, not a table: what follows it begins a line.
        let wasLayout = text.lastBreak >= row.cellStart && row.cells > 0 && text.bytes.count > row.cellStart
        if row.cells > 0 {
            if wasLayout { text.lineBreak() } else { text.separator() }
        }
        row.cells += 1
        row.cellStart = text.bytes.count + (row.cells == 1 || wasLayout ? 1 : 0)
        rows[rows.count - 1] = row
    }

    private func number(_ key: HTMLAttributeName) -> Int? {
        guard let attribute = tokenizer.attributes.first(where: { $0.key == key }) else { return nil }
        return Int(String(decoding: tokenizer.bytes[attribute.value].prefix(8), as: UTF8.self))
    }

    /// - Parameter first: where the first ampersand stands.
    private static func decode(
        _ bytes: [UInt8], _ range: Range<Int>, from first: Int, into output: inout [UInt8]
    ) {
        var index = first
        var start = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "&"),
                let reference = CharacterReferences.reference(in: bytes, at: index, end: range.upperBound, .text)
            {
                output.append(contentsOf: bytes[start..<index])
                reference.append(to: &output)
                index += reference.length
                start = index
            } else {
                index += 1
            }
        }
        output.append(contentsOf: bytes[start..<range.upperBound])
    }
}
