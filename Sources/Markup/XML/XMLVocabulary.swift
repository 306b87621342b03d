/// The names a reader understands: namespaces, elements with what may stand in them, attributes.
///
/// Names outside the vocabulary are still read correctly, they only leave no trace on the tape.
package struct XMLVocabulary: Sendable {
    /// What a reader expects inside an element.
    package enum Model: UInt8, Sendable {
        /// Elements only; text between them is layout.
        case container
        /// Text; elements inside it are markup that belongs to the text.
        case leaf
        /// Both text and elements that matter by themselves (RSS and Atom spell `author` and `source` differently).
        case both
    }

    /// A namespace: its number (from 2 up; 0 is "no namespace", 1 "unknown"), its spellings, its usual prefixes.
    package struct Namespace: Sendable {
        let number: UInt8
        let addresses: [String]
        let prefixes: [String]

        /// Addresses are compared without regard to ASCII case and to a final slash.
        package init(_ number: UInt8, addresses: [String], prefixes: [String] = []) {
            self.number = number
            self.addresses = addresses
            self.prefixes = prefixes
        }
    }

    /// A name in some namespaces, and the term the reader knows it by.
    package struct Name: Sendable {
        let term: UInt16
        let namespaces: [UInt8]
        let local: String
        let model: Model

        /// `local` is matched without regard to ASCII case: too many feeds say `pubdate`.
        package init(_ term: UInt16, in namespaces: [UInt8], _ local: String, _ model: Model = .leaf) {
            self.term = term
            self.namespaces = namespaces
            self.local = local
            self.model = model
        }
    }

    /// The number of "no namespace".
    package static let none: UInt8 = 0
    /// The number of a namespace outside the vocabulary.
    package static let unknown: UInt8 = 1

    /// What an element is in the order of a document.
    enum Rank: UInt8, Sendable {
        case ordinary
        /// It holds the records: a channel.
        case host
        /// It stands in a host only and never in another record: an item. Whatever is open when one starts was not closed.
        case record
        /// A leaf of one line, as a title is: it may have markup in it, but no leaf without any.
        case line
        /// A leaf without any markup, as an address or a date is: what starts inside it was to come after it.
        case word
    }

    let locals: ByteTable
    let namespaceCount: Int
    private let elementTerms: [UInt16]
    private let attributeTerms: [UInt16]
    private let models: [Model]
    private let ranks: [Rank]
    private let addresses: ByteTable
    private let addressNumbers: [UInt8]
    private let prefixes: ByteTable
    private let prefixNumbers: [UInt8]

    /// Builds the lookup tables. Terms are positive. `hosts` are the terms of elements that hold records, `records` theirs;
    /// `lines` are leaves of one line, `words` leaves without any markup.
    package init(
        namespaces: [Namespace], elements: [Name], attributes: [Name], hosts: [UInt16] = [], records: [UInt16] = [],
        lines: [UInt16] = [], words: [UInt16] = []
    ) {
        var spelled: [String] = []
        var seen: Set<String> = []
        for name in elements + attributes where seen.insert(name.local.lowercased()).inserted {
            spelled.append(name.local)
        }
        locals = ByteTable(spelled)
        namespaceCount = Int(namespaces.map(\.number).max() ?? 1) + 1
        var elementTerms = [UInt16](repeating: 0, count: (spelled.count + 1) * namespaceCount)
        var attributeTerms = elementTerms
        var models = [Model](repeating: .leaf, count: Int(elements.map(\.term).max() ?? 0) + 1)
        var ranks = [Rank](repeating: .ordinary, count: models.count)
        for term in hosts where Int(term) < ranks.count { ranks[Int(term)] = .host }
        for term in records where Int(term) < ranks.count { ranks[Int(term)] = .record }
        for term in lines where Int(term) < ranks.count { ranks[Int(term)] = .line }
        for term in words where Int(term) < ranks.count { ranks[Int(term)] = .word }
        self.ranks = ranks
        for name in elements {
            models[Int(name.term)] = name.model
            for namespace in name.namespaces {
                elementTerms[locals.number(of: name.local) * namespaceCount + Int(namespace)] = name.term
            }
        }
        for name in attributes {
            for namespace in name.namespaces {
                attributeTerms[locals.number(of: name.local) * namespaceCount + Int(namespace)] = name.term
            }
        }
        self.elementTerms = elementTerms
        self.attributeTerms = attributeTerms
        self.models = models
        addresses = ByteTable(namespaces.flatMap { $0.addresses.map(Self.withoutSlash) })
        addressNumbers = namespaces.flatMap { namespace in namespace.addresses.map { _ in namespace.number } }
        prefixes = ByteTable(namespaces.flatMap(\.prefixes))
        prefixNumbers = namespaces.flatMap { namespace in namespace.prefixes.map { _ in namespace.number } }
    }

    /// The term of an element, 0 when the vocabulary lacks it.
    @inline(__always)
    func element(local: Int, namespace: UInt8) -> UInt16 { elementTerms[local &* namespaceCount &+ Int(namespace)] }

    /// The term of an attribute, 0 when the vocabulary lacks it.
    @inline(__always)
    func attribute(local: Int, namespace: UInt8) -> UInt16 { attributeTerms[local &* namespaceCount &+ Int(namespace)] }

    /// What stands inside an element.
    @inline(__always)
    func model(of term: UInt16) -> Model { models[Int(term)] }

    /// What an element is in the order of a document.
    @inline(__always)
    func rank(of term: UInt16) -> Rank { ranks[Int(term)] }

    /// The number of the namespace with this address.
    func namespace(address start: UnsafePointer<UInt8>, count: Int) -> UInt8 {
        var count = count
        while count > 0, start[count - 1] == UInt8(ascii: "/") { count -= 1 }
        let number = addresses.number(of: start, count: count)
        return number == 0 ? Self.unknown : addressNumbers[number - 1]
    }

    /// The namespace that this prefix usually means, when nothing (or nothing known) was declared for it.
    func namespace(usualPrefix start: UnsafePointer<UInt8>, count: Int) -> UInt8 {
        let number = prefixes.number(of: start, count: count)
        return number == 0 ? Self.unknown : prefixNumbers[number - 1]
    }

    private static func withoutSlash(_ address: String) -> String {
        var address = address
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }
}
