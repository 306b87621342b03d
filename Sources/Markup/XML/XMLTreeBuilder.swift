import CLibXML2

/// Builds an ``XMLTree`` from what libxml2 calls out by SAX push.
struct XMLTreeBuilder {
    private let limits: XMLTree.Limits
    private var records: [XMLTree.Record] = []
    private var names: [String] = []
    private var numbers: [UnsafePointer<UInt8>: Int32] = [:]
    private var numbersByName: [String: Int32] = [:]
    private var attributes: [(name: Int32, value: String)] = []
    private var text: [UInt8] = []
    private var open: [Int] = []
    private var isTooLarge = false
    /// True where the last record is a text of the element that is open.
    private var isInText = false
    private var parser: xmlParserCtxtPtr?

    init(_ limits: XMLTree.Limits) { self.limits = limits }

    mutating func read(_ document: ArraySlice<UInt8>) throws(XMLTree.Problem) -> XMLTree.Node {
        // libxml2 compares every attribute of a tag with every other one.
        guard XMLTagSurvey.mostAttributes(document) <= limits.attributes else { throw .tooLarge }
        let line = push(document)
        if isTooLarge { throw .tooLarge }
        guard line == nil, !records.isEmpty, records[0].name >= 0 else { throw .malformed(line: line ?? 1) }
        return XMLTree.Node(
            storage: XMLTree.Storage(records: records, names: names, attributes: attributes, text: text), index: 0)
    }

    /// Feeds the document to libxml2. The line where it breaks off; nothing where it is well-formed.
    private mutating func push(_ document: ArraySlice<UInt8>) -> Int? {
        _ = XMLSkeletonReader.library
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { context, local, _, _, _, _, count, _, values in
            context?.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.start(local, Int(count), values)
        }
        handler.endElementNs = { context, _, _, _ in
            context?.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.end()
        }
        let characters: charactersSAXFunc = { context, start, count in
            context?.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.characters(start, Int(count))
        }
        handler.characters = characters
        handler.cdataBlock = characters
        handler.ignorableWhitespace = characters
        handler.serror = { _, _ in }
        return withUnsafeMutablePointer(to: &self) { state in
            guard let parser = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else { return 1 }
            defer { xmlFreeParserCtxt(parser) }
            state.pointee.parser = parser
            let options =
                XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOERROR.rawValue
                | XML_PARSE_NOWARNING.rawValue
            xmlCtxtUseOptions(parser, Int32(bitPattern: options))
            document.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
                var at = 0
                while at < bytes.count, parser.pointee.disableSAX == 0 {
                    let size = min(bytes.count - at, 1 << 19)
                    xmlParseChunk(parser, base + at, Int32(size), at + size == bytes.count ? 1 : 0)
                    at += size
                }
            }
            if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
            let isWhole = parser.pointee.wellFormed != 0 && parser.pointee.disableSAX == 0
            return isWhole ? nil : Int(parser.pointee.lastError.line)
        }
    }

    private mutating func start(
        _ local: UnsafePointer<UInt8>?, _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard open.count < limits.depth, records.count < limits.nodes, count <= limits.attributes else { return stop() }
        isInText = false
        let first = attributes.count
        if let values {
            for at in 0..<count {
                let field = values + at * 5
                guard let from = field[3], let to = field[4] else { continue }
                let bytes = UnsafeBufferPointer(start: from, count: to - from)
                attributes.append((number(of: field[0]), Self.value(bytes)))
            }
        }
        open.append(records.count)
        records.append(
            XMLTree.Record(
                name: number(of: local), end: 0, start: UInt32(truncatingIfNeeded: first),
                count: UInt32(truncatingIfNeeded: attributes.count - first)))
    }

    private mutating func end() {
        isInText = false
        guard let element = open.popLast() else { return }
        records[element].end = Int32(truncatingIfNeeded: records.count)
    }

    /// Text comes in pieces; neighbours are one text.
    private mutating func characters(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        guard let start, !open.isEmpty else { return }
        let offset = text.count
        text.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        if isInText {
            records[records.count - 1].count += UInt32(truncatingIfNeeded: count)
            return
        }
        guard records.count < limits.nodes else { return stop() }
        isInText = true
        records.append(
            XMLTree.Record(
                name: -1, end: Int32(truncatingIfNeeded: records.count + 1), start: UInt32(truncatingIfNeeded: offset),
                count: UInt32(truncatingIfNeeded: count)))
    }

    private mutating func stop() {
        isTooLarge = true
        xmlStopParser(parser)
    }

    /// libxml2 keeps each name once, so that a pointer is as good as a name.
    private mutating func number(of name: UnsafePointer<UInt8>?) -> Int32 {
        guard let name else { return 0 }
        if let known = numbers[name] { return known }
        let text = String(decoding: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))), as: UTF8.self)
        let number = numbersByName[text] ?? Int32(names.count)
        if Int(number) == names.count {
            names.append(text)
            numbersByName[text] = number
        }
        numbers[name] = number
        return number
    }

    /// Without NOENT libxml2 leaves `&amp;` in attributes as `&#38;`.
    private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")), let base = bytes.baseAddress else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if base[at] == UInt8(ascii: "&"),
                let (scalar, end) = XMLCharacterReference.read(base, at, bytes.count), let scalar
            {
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                at = end
            } else {
                result.append(base[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
