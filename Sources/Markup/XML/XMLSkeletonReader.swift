import CLibXML2

/// Lets libxml2 read a skeleton by SAX push and joins its elements with the texts that were lifted out.
///
/// The callbacks reach this state by a raw pointer, without classes or reference counts; names that libxml2 has interned
/// are compared as pointers, so each is looked up in the vocabulary once.
struct XMLSkeletonReader {
    /// A name as libxml2 interned it, and what the vocabulary makes of it.
    private struct Interned {
        var local: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
        var address: UnsafePointer<UInt8>?
        var term: UInt16 = 0
        var namespace: UInt8 = 0
    }

    private let vocabulary: XMLVocabulary
    private let lifted: [XMLNode]
    private var next = 0
    private(set) var nodes: [XMLNode] = []
    private(set) var arena: [UInt8]
    private var open: [Int] = []
    private var depth = 0
    private var elements = [Interned](repeating: Interned(), count: 256)
    private var attributes = [Interned](repeating: Interned(), count: 256)

    init(lifted: [XMLNode], arena: [UInt8], vocabulary: XMLVocabulary) {
        self.lifted = lifted
        self.arena = arena
        self.vocabulary = vocabulary
        nodes.reserveCapacity(lifted.count * 3 + 16)
        open.reserveCapacity(32)
    }

    /// Reads the whole skeleton. False when libxml2 refused it, which no document should bring about.
    mutating func read(_ skeleton: [UInt8]) -> Bool {
        _ = Self.library
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { context, local, prefix, address, _, _, count, _, attributes in
            context?.assumingMemoryBound(to: XMLSkeletonReader.self).pointee
                .start(local, prefix, address, Int(count), attributes)
        }
        handler.endElementNs = { context, _, _, _ in
            context?.assumingMemoryBound(to: XMLSkeletonReader.self).pointee.end()
        }
        handler.serror = { _, _ in }
        return withUnsafeMutablePointer(to: &self) { state in
            guard let parser = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else { return false }
            defer { xmlFreeParserCtxt(parser) }
            let options =
                XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOERROR.rawValue
                | XML_PARSE_NOWARNING.rawValue
            xmlCtxtUseOptions(parser, Int32(bitPattern: options))
            Self.push(skeleton, to: parser)
            if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
            // Undeclared prefixes are errors of the namespace kind; the document is read on.
            return parser.pointee.wellFormed != 0 && parser.pointee.disableSAX == 0
        }
    }

    /// In pieces, because libxml2 copies what it is given and lets go of it piece by piece.
    private static func push(_ skeleton: [UInt8], to parser: xmlParserCtxtPtr) {
        skeleton.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            var at = 0
            while at < bytes.count {
                let size = min(bytes.count - at, 1 << 19)
                xmlParseChunk(parser, base + at, Int32(size), at + size == bytes.count ? 1 : 0)
                at += size
            }
        }
    }

    private mutating func start(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ address: UnsafePointer<UInt8>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        depth &+= 1
        // The outermost element is the mender's, there for documents with more than one root.
        guard depth > 1, next < lifted.count else { return }
        let text = lifted[next]
        next &+= 1
        let name = interned(local, prefix, address, \.elements, isAttribute: false)
        open.append(nodes.count)
        nodes.append(
            XMLNode(
                term: name.term, namespace: name.namespace, traits: text.traits, text: text.text, end: 0,
                position: text.position))
        guard count > 0, let values else { return }
        var index = 0
        while index < count &* 5 {
            attribute(values + index, at: text.position)
            index &+= 5
        }
    }

    private mutating func end() {
        depth &-= 1
        guard depth > 0, let node = open.popLast() else { return }
        nodes[node].end = UInt32(nodes.count)
    }

    private mutating func attribute(_ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>, at position: UInt32) {
        let name = interned(fields[0], fields[1], fields[2], \.attributes, isAttribute: true)
        guard name.term != 0, let from = fields[3], let to = fields[4] else { return }
        let (start, end) = Bytes.trimmed(from, 0, to - from)
        let offset = arena.count
        if Bytes.find(UInt8(ascii: "&"), in: from, from: start, to: end) == nil {
            arena.append(contentsOf: UnsafeBufferPointer(start: from + start, count: end - start))
        } else {
            unescape(from, start, end)
        }
        nodes.append(
            XMLNode(
                term: name.term, namespace: name.namespace, traits: .attribute,
                text: XMLText(arena: offset, to: arena.count), end: UInt32(nodes.count + 1), position: position))
    }

    /// Without NOENT libxml2 hands `&amp;` over as `&#38;`, the mender lets no other reference through.
    private mutating func unescape(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
        var at = from
        while at < to {
            if base[at] == UInt8(ascii: "&"), let (scalar, end) = XMLCharacterReference.read(base, at, to), let scalar {
                arena.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                at = end
            } else {
                arena.append(base[at])
                at += 1
            }
        }
    }

    @inline(__always)
    private mutating func interned(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ address: UnsafePointer<UInt8>?,
        _ table: WritableKeyPath<XMLSkeletonReader, [Interned]>, isAttribute: Bool
    ) -> (term: UInt16, namespace: UInt8) {
        let mixed = UInt(bitPattern: local) ^ (UInt(bitPattern: address) &* 31) ^ (UInt(bitPattern: prefix) &* 17)
        let slot = Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 56)
        let found = isAttribute ? attributes[slot] : elements[slot]
        if found.local == local, found.prefix == prefix, found.address == address, local != nil {
            return (found.term, found.namespace)
        }
        let known = look(local, prefix, address, isAttribute: isAttribute)
        self[keyPath: table][slot] = Interned(
            local: local, prefix: prefix, address: address, term: known.term, namespace: known.namespace)
        return known
    }

    private func look(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ address: UnsafePointer<UInt8>?,
        isAttribute: Bool
    ) -> (term: UInt16, namespace: UInt8) {
        guard let local else { return (0, XMLVocabulary.unknown) }
        let number = vocabulary.locals.number(of: local, count: Int(xmlStrlen(local)))
        var namespace = XMLVocabulary.none
        if let address {
            namespace = vocabulary.namespace(address: address, count: Int(xmlStrlen(address)))
            if namespace == XMLVocabulary.unknown, prefix == nil { namespace = XMLVocabulary.none }
        }
        // A prefix without a (known) namespace means what it usually means.
        if let prefix, address == nil || namespace == XMLVocabulary.unknown {
            namespace = vocabulary.namespace(usualPrefix: prefix, count: Int(xmlStrlen(prefix)))
        }
        let term =
            isAttribute
            ? vocabulary.attribute(local: number, namespace: namespace)
            : vocabulary.element(local: number, namespace: namespace)
        return (term, namespace)
    }

    /// Once per process: libxml2 is set up, and nothing outside a document is ever loaded for it.
    static let library: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
