/// A piece of text on the tape: a run of the document's own bytes, or of the arena of decoded ones.
package struct XMLText: Sendable, Equatable {
    private static let arenaBit: UInt32 = 1 << 31

    private var start: UInt32
    private var length: UInt32

    /// No text.
    package static let empty = XMLText(start: 0, length: 0)

    private init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    init(document from: Int, to: Int) {
        self.init(start: UInt32(truncatingIfNeeded: from), length: UInt32(truncatingIfNeeded: to &- from))
    }

    init(arena from: Int, to: Int) {
        self.init(
            start: UInt32(truncatingIfNeeded: from) | Self.arenaBit, length: UInt32(truncatingIfNeeded: to &- from))
    }

    /// How many bytes it has.
    package var count: Int { Int(length) }
    package var isEmpty: Bool { length == 0 }
    var isInArena: Bool { start & Self.arenaBit != 0 }
    var offset: Int { Int(start & ~Self.arenaBit) }
}

/// An element or an attribute that the vocabulary knows, in document order.
package struct XMLNode: Sendable {
    /// How the text of a node came about.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// An attribute of the element before it.
        package static let attribute = Traits(rawValue: 1)
        /// The text is markup: the element had child elements that the vocabulary counts as text.
        package static let markup = Traits(rawValue: 2)
        /// At least a part of the text stood in a CDATA section.
        package static let characterData = Traits(rawValue: 4)
        /// The document ended before the element did.
        package static let unfinished = Traits(rawValue: 8)
    }

    /// The vocabulary's term.
    package let term: UInt16
    /// The vocabulary's namespace.
    package let namespace: UInt8
    /// How the text came about.
    package internal(set) var traits: Traits
    /// The text of a leaf or the value of an attribute.
    package internal(set) var text: XMLText
    /// The index of the first node after this one and all it contains.
    package internal(set) var end: UInt32
    /// Where the element starts, in bytes of the decoded document.
    package let position: UInt32

    package var isAttribute: Bool { traits.contains(.attribute) }
}
