/// Goes over a document of clean UTF-8 before libxml2 does: mends what is broken, lifts the texts out, guards the limits.
///
/// libxml2 stops at the first error, and with RECOVER it corrupts what it goes on with; long texts are what it is slow at.
/// So it is given a *skeleton*: the elements of the vocabulary with their attributes, always well-formed, without texts,
/// document type or references. The texts wait in `nodes`, one node for each start tag of the skeleton, in order.
struct XMLMender {
    /// A prefix of the document with its place; index 0 is the empty prefix.
    struct Prefix {
        let start: Int
        let count: Int
    }

    /// An element that has not ended.
    struct Open {
        let nameStart: Int
        let nameCount: Int
        /// Its node, or -1 for an element outside the vocabulary and everything in it.
        let node: Int
        let model: XMLVocabulary.Model
        /// The length of `undo` when it was opened.
        let undoMark: Int
        /// An unknown element inside an element of text and elements: its text is its parent's.
        var isTransparent = false
        /// How often text was appended after a child element.
        var pieces: Int
    }

    /// A name that was seen before in this document.
    struct KnownName {
        let start: Int
        let count: Int
        let prefix: Int
        let local: Int
    }

    /// An attribute as it stands in the tag.
    struct RawAttribute {
        var nameStart = 0
        var nameCount = 0
        var valueStart = 0
        var valueEnd = 0
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    let vocabulary: XMLVocabulary
    let limits: XMLLimits
    var position: Int

    /// One for each start tag of the skeleton: its text, its traits, its place. Terms are libxml2's business.
    var nodes: [XMLNode] = []
    /// What libxml2 gets to read.
    var skeleton: [UInt8] = []
    /// Whether the tag just read can be copied as it stands.
    var tagIsSound = true
    /// Whether an attribute of the tag just read has a prefix.
    var hasPrefixedAttribute = false
    var arena: [UInt8] = []
    var stack: [Open] = []
    var inner: [Prefix] = []
    var innerDepth = 0
    var attributes: [RawAttribute]
    var attributeCount = 0

    var names: [KnownName] = []
    var nameSlots: [Int16]
    var prefixes: [Prefix] = [Prefix(start: 0, count: 0)]
    var bindings: [UInt8] = [XMLVocabulary.none]
    var declaredPrefixes: [Bool] = [true]
    var undo: [(prefix: Int, namespace: UInt8, isDeclared: Bool)] = []
    var next = NextPlaces()

    var entities: [String: [UInt8]] = [:]
    var expanded = 0
    var problems: [XMLProblem] = []
    var rootName: String?
    var doctypeIsHTML = false
    /// Whether entities may be declared where nobody looks (XML §4.1, Entity Declared).
    var hasExternalSubset = false
    var sawRootEnd = false
    var truncated = false
    var failure: XMLFailure?

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, vocabulary: XMLVocabulary, limits: XMLLimits) {
        // The caller never passes an empty buffer; the fallback keeps this free of a forced unwrap.
        base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        count = bytes.count
        position = start
        self.vocabulary = vocabulary
        self.limits = limits
        attributes = Array(repeating: RawAttribute(), count: limits.attributes)
        nameSlots = Array(repeating: -1, count: 1024)
        // Room for the densest document that means something: what is not used is never touched.
        nodes.reserveCapacity(bytes.count / 6 + 64)
        stack.reserveCapacity(32)
        skeleton.reserveCapacity(bytes.count / 6 + 512)
        skeleton += "<_>".utf8
    }

    /// Reads to the end of the document.
    mutating func run() {
        while position < count, failure == nil {
            guard let less = Bytes.find(UInt8(ascii: "<"), in: base, from: position, to: count) else {
                gatherText(position, count)
                position = count
                break
            }
            if less > position { gatherText(position, less) }
            position = less
            guard less &+ 1 < count else { break }
            markup(base[less &+ 1])
        }
        if !stack.isEmpty {
            truncated = true
            note(.truncated, at: count)
            while !stack.isEmpty { closeTop(unfinished: true) }
        }
        skeleton += "</_>".utf8
    }

    /// Reads what starts at the `<` at `position`.
    @inline(__always)
    private mutating func markup(_ next: UInt8) {
        if next == UInt8(ascii: "/") {
            endTag()
        } else if XMLNames.startsName(next) {
            startTag()
        } else if next == UInt8(ascii: "!") {
            declaration()
        } else if next == UInt8(ascii: "?") {
            instruction()
        } else {
            note(.strayLessThan, at: position)
            gatherText(position, position &+ 1)
            position &+= 1
        }
    }

    /// Text between tags: part of an element that has both, layout or junk otherwise.
    @inline(__always)
    mutating func gatherText(_ from: Int, _ to: Int) {
        guard let top = stack.last else {
            noteJunk(from, to)
            return
        }
        if top.node < 0 {
            checkReferences(from, to)
        } else if top.model == .both {
            appendText(from, to, decoding: true)
        }
    }

    private mutating func noteJunk(_ from: Int, _ to: Int) {
        let (from, to) = Bytes.trimmed(base, from, to)
        if from < to { note(sawRootEnd ? .trailingJunk : .leadingJunk, at: from) }
    }

    /// Adds a run of text to the element on top of the stack.
    mutating func appendText(_ from: Int, _ to: Int, decoding: Bool) {
        let (trimmedFrom, trimmedTo) = Bytes.trimmed(base, from, to)
        guard trimmedFrom < trimmedTo else { return }
        let top = stack.count - 1
        let node = stack[top].node
        if nodes[node].text.isEmpty {
            if decoding, Bytes.find(UInt8(ascii: "&"), in: base, from: trimmedFrom, to: trimmedTo) != nil {
                let start = arena.count
                decode(trimmedFrom, trimmedTo)
                nodes[node].text = XMLText(arena: start, to: arena.count)
            } else {
                nodes[node].text = XMLText(document: trimmedFrom, to: trimmedTo)
            }
            return
        }
        // A text that goes on after each of very many children would be copied each time; nothing real does that.
        stack[top].pieces += 1
        guard stack[top].pieces <= 64 else { return }
        let start = moveToArenaEnd(nodes[node].text)
        if from < trimmedFrom || stack[top].isTransparent { arena.append(0x20) }
        if decoding {
            decode(trimmedFrom, trimmedTo)
        } else {
            arena.append(contentsOf: UnsafeBufferPointer(start: base + trimmedFrom, count: trimmedTo - trimmedFrom))
        }
        nodes[node].text = XMLText(arena: start, to: arena.count)
    }

    /// Makes a text the last thing in the arena and says where it starts.
    mutating func moveToArenaEnd(_ text: XMLText) -> Int {
        if text.isInArena {
            if text.offset + text.count == arena.count { return text.offset }
            let start = arena.count
            arena.append(contentsOf: arena[text.offset..<(text.offset + text.count)])
            return start
        }
        let start = arena.count
        arena.append(contentsOf: UnsafeBufferPointer(start: base + text.offset, count: text.count))
        return start
    }

    /// The next place of a quotation mark.
    @inline(__always)
    mutating func nextQuote(_ quote: UInt8, from: Int) -> Int? {
        if quote == UInt8(ascii: "\"") {
            if next.double.from > from || next.double.hit < from {
                next.double.from = from
                next.double.hit = Bytes.find(quote, in: base, from: from, to: count) ?? count
            }
            return next.double.hit < count ? next.double.hit : nil
        }
        if next.single.from > from || next.single.hit < from {
            next.single.from = from
            next.single.hit = Bytes.find(quote, in: base, from: from, to: count) ?? count
        }
        return next.single.hit < count ? next.single.hit : nil
    }

    /// The next place of a mark that ends a comment, a section or an instruction.
    @inline(__always)
    mutating func nextMark(
        _ mark: StaticString, _ place: WritableKeyPath<NextPlaces, NextPlaces.Place>, from: Int
    )
        -> Int?
    {
        if next[keyPath: place].from > from || next[keyPath: place].hit < from {
            next[keyPath: place].from = from
            next[keyPath: place].hit = Bytes.find(mark, in: base, from: from, to: count) ?? count
        }
        return next[keyPath: place].hit < count ? next[keyPath: place].hit : nil
    }

    static let mostProblems = 100

    /// Remembers a problem, up to a hundred of them.
    mutating func note(_ code: XMLProblem.Code, at position: Int) {
        if problems.count < Self.mostProblems { problems.append(XMLProblem(code, at: position)) }
    }
}

/// Where marks that may be far away come next, so that a document of unclosed sections is not searched again and again.
struct NextPlaces {
    /// The last search for one mark: from where, and what it found (the end of the document when nothing).
    struct Place {
        var from = Int.max
        var hit = 0
    }

    var double = Place()
    var single = Place()
    var comment = Place()
    var section = Place()
    var instruction = Place()
}

/// How much of a document is read before it is given up.
package struct XMLLimits: Sendable {
    /// Open elements at one time.
    package var depth = 200
    /// Bytes of one text or one tag.
    package var nodeBytes = 4 << 20
    /// Attributes of one tag.
    package var attributes = 500
    /// Bytes that entities of the document's own may grow to.
    package var expansionBytes = 1 << 20

    /// The limits of LESSONS: 200 levels, 4 MB per node, 500 attributes.
    package init() {}
}

/// Why a document was given up.
package enum XMLFailure: Error, Sendable {
    /// The document's own entities grow beyond the limit.
    case entityBomb(position: Int)
}

/// Which bytes make a name.
enum XMLNames {
    /// A letter, `_`, `:` or anything beyond ASCII.
    @inline(__always)
    static func startsName(_ byte: UInt8) -> Bool {
        Bytes.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    /// A byte of the names that vocabularies and namespaces are made of.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// Anything that does not end a name in a tag.
    @inline(__always)
    static func continuesName(_ byte: UInt8) -> Bool {
        if byte > 0x40 { return true }
        return Bytes.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":")
    }
}
