/// One run of the sanitizer over one document: tokens in, bytes out.
struct SanitizingPass {
    var tokenizer: HTMLTokenizer
    let rules: HTMLRules
    private let base: String?
    /// What addresses are resolved with; made when the first one comes, for most texts have none.
    private(set) lazy var resolver = base.map { URLResolver(base: $0) }
    /// Elements whose tags are dropped and whose content is kept from here on, whatever the rules say.
    var lookedThrough: [HTMLElement] = []
    var output: [UInt8] = []
    var firstImage: [UInt8]?

    /// An element whose start tag is written and whose end tag is not.
    struct Open {
        var element: HTMLElement
        /// Its start tag in the output, to be written once more where the element goes on.
        var startTag: Range<Int>
        /// The `pendingBase` outside of it.
        var outerBase: Int
    }

    var stack: [Open] = []
    /// How many elements of each kind are open, so that nobody searches the stack for one that is not there.
    var openCounts = [Int32](repeating: 0, count: HTMLElement.count)
    /// Formatting elements that ended with their block and go on when text comes (`<p><b>x<p>y`).
    var pending: [Open] = []
    /// Where the pending ones of the innermost table cell begin; those outside stay outside.
    var pendingBase = 0
    /// How many bytes may still be spent on start tags written once more.
    var repetitionBudget: Int
    /// Elements open below the depth limit.
    var overflow = 0
    /// An element that is being left out with all it contains.
    var dropped: Dropped?
    /// Where the attributes of the tag being written begin.
    var attributesStart = 0
    // Reused for values, so that no attribute costs an allocation.
    var value: [UInt8] = []
    var scratch: [UInt8] = []

    init(_ bytes: [UInt8], rules: HTMLRules, base: String?) {
        tokenizer = HTMLTokenizer(bytes, limits: rules.limits)
        self.rules = rules
        self.base = base
        repetitionBudget = bytes.count + 1024
        output.reserveCapacity(bytes.count + bytes.count / 16 + 64)
    }

    mutating func run() {
        while true {
            switch tokenizer.next() {
            case .text:
                if dropped == nil { text() }
            case .startTag:
                if dropped == nil || continueDropping(startTag: true) { startTag() }
            case .endTag:
                if dropped == nil || continueDropping(startTag: false) { endTag() }
            case .comment, .doctype:
                break
            case .end:
                if goBackToUnclosed() { continue }
                close(downTo: 0)
                removeByteOrderMarks()
                return
            }
        }
    }

    /// At the start of a document U+FEFF is a mark and no text: the next reader would take it away.
    private mutating func removeByteOrderMarks() {
        var marks = 0
        while output[marks...].starts(with: [0xEF, 0xBB, 0xBF]) { marks += 3 }
        if marks > 0 { output.removeFirst(marks) }
    }

    private mutating func text() {
        let range = tokenizer.content
        if range.count > Self.largeText { reserve(for: range) }
        if pending.count > pendingBase, !tokenizer.bytes[range].allSatisfy(isHTMLSpace) { reopenPending() }
        HTMLEscaper.appendText(tokenizer.bytes, range, references: tokenizer.textHasReferences, to: &output)
    }

    /// Texts from this size on are measured before they are written.
    private static let largeText = 1 << 16

    /// Makes room for what a large text becomes, exactly: escaping makes five bytes of one, and growing by doubling would
    /// take three times that for a moment.
    private mutating func reserve(for range: Range<Int>) {
        var size = range.count
        for index in range {
            switch tokenizer.bytes[index] {
            case UInt8(ascii: "&"): size += 4
            case UInt8(ascii: "<"), UInt8(ascii: ">"): size += 3
            default: break
            }
        }
        if size > output.capacity - output.count { output.reserveCapacity(output.count + size + 1024) }
    }

    private mutating func startTag() {
        var element = tokenizer.element
        switch element {
        case .image: element = .img
        case .xmp, .plaintext, .listing: element = .pre
        default: break
        }
        let traits = rules.traits[element]
        switch disposition(of: element) {
        case .dropContent:
            if !traits.contains(.void) { beginDropping(element) }
        case .lookThrough:
            if traits.contains(.closesParagraph) { closeParagraph() }
        case .keep:
            guard makeRoom(for: element, traits) else { return }
            guard stack.count < rules.limits.depth || traits.contains(.void) else {
                overflow += 1
                return
            }
            if pending.count > pendingBase, !traits.contains(.block), !traits.contains(.tablePart) {
                reopenPending()
                guard stack.count < rules.limits.depth || traits.contains(.void) else {
                    overflow += 1
                    return
                }
            }
            let start = output.count
            guard appendStartTag(element), !traits.contains(.void) else { return }
            push(element, startTag: start..<output.count)
        }
    }

    private mutating func endTag() {
        var element = tokenizer.element
        switch element {
        case .xmp, .plaintext, .listing: element = .pre
        case .br:
            // Browsers make a line break of it.
            tokenizer.attributes.removeAll(keepingCapacity: true)
            if disposition(of: .br) == .keep { _ = appendStartTag(.br) }
            return
        default: break
        }
        guard disposition(of: element) == .keep, !rules.traits[element].contains(.void) else { return }
        if overflow > 0 {
            overflow -= 1
            return
        }
        closeMatching(element)
    }

    /// What becomes of an element.
    func disposition(of element: HTMLElement) -> HTMLRules.Disposition {
        lookedThrough.contains(element) ? .lookThrough : rules.disposition(of: element)
    }

    /// Whether an element of this kind is open.
    func isOpen(_ element: HTMLElement) -> Bool { openCounts[Int(element.rawValue)] > 0 }

    mutating func push(_ element: HTMLElement, startTag: Range<Int>) {
        stack.append(Open(element: element, startTag: startTag, outerBase: pendingBase))
        openCounts[Int(element.rawValue)] += 1
        if rules.traits[element].contains(.boundary) { pendingBase = pending.count }
    }

    /// Ends the innermost element and takes it off the stack.
    mutating func pop() -> Open? {
        guard let last = stack.popLast() else { return nil }
        openCounts[Int(last.element.rawValue)] -= 1
        output.append(contentsOf: rules.endTags[Int(last.element.rawValue)])
        if rules.traits[last.element].contains(.boundary) {
            pending.removeLast(max(0, pending.count - pendingBase))
            pendingBase = last.outerBase
        }
        return last
    }
}
