internal import CYAML
import JuheKit

/// Makes a tree of a text in YAML 1.1, by the events of libyaml.
///
/// What a scalar is, its option's shape says: it stays the text that it is, and no tag is guessed.
struct YAMLReader: ~Copyable {
    private let name: String
    private let text: UnsafeBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The event that is looked at.
    private var event = yaml_event_t()
    private var anchors: [String: (node: Node, size: Int)] = [:]
    /// Nodes so far; what an alias stands for counts each time.
    private var size = 0
    /// Aliases of lists of aliases soon stand for more than anybody can go through.
    private static let greatestSize = 10_000_000
    /// Lists and tables around the event.
    private var depth = 0
    /// More than anybody writes; each level takes room on the stack.
    private static let greatestDepth = 100

    /// Reads the one document of a text in UTF-8.
    ///
    /// - Parameter name: the file in messages.
    /// - Returns: nothing for a text without one.
    /// - Throws: ``Mistake`` where it is no YAML, or names a key of a table twice.
    static func read(_ text: [UInt8], name: String) throws(Mistake) -> Node? {
        if text.isEmpty { return nil }
        return try text.withUnsafeBufferPointer { (text) throws(Mistake) in
            var reader = YAMLReader(text, name)
            return try reader.document()
        }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>, _ name: String) {
        self.name = name
        self.text = text
        parser = .allocate(capacity: 1)
        // It fails only where there is no memory for a few small buffers.
        guard yaml_parser_initialize(parser) == 1 else { fatalError("no memory left") }
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        var event = event
        yaml_event_delete(&event)
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    private mutating func document() throws(Mistake) -> Node? {
        try advance()  // to the start of the stream
        try advance()
        guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
        try advance()
        let root = try node()
        try advance()  // to the end of the document
        try advance()
        guard event.type == YAML_STREAM_END_EVENT else {
            throw mistake(at: Node.Mark(event.start_mark), .badYAML("expected a single document in the stream"))
        }
        return root
    }

    /// The node that begins with the event; then the event is its last one.
    private mutating func node() throws(Mistake) -> Node {
        let mark = Node.Mark(event.start_mark)
        guard depth < Self.greatestDepth else {
            throw mistake(at: mark, .badYAML("more than \(Self.greatestDepth) levels"))
        }
        depth += 1
        defer { depth -= 1 }
        let before = size
        size += 1
        let node: Node
        let anchor: String?
        switch event.type {
        case YAML_ALIAS_EVENT:
            guard let known = Self.text(event.data.alias.anchor).flatMap({ anchors[$0] }) else {
                throw mistake(at: mark, .badYAML("found undefined alias"))
            }
            size += known.size
            guard size <= Self.greatestSize else {
                throw mistake(at: mark, .badYAML("aliases stand for too much"))
            }
            return known.node
        case YAML_SEQUENCE_START_EVENT:
            anchor = Self.text(event.data.sequence_start.anchor)
            var nodes: [Node] = []
            try advance()
            while event.type != YAML_SEQUENCE_END_EVENT {
                nodes.append(try self.node())
                try advance()
            }
            node = .sequence(Node.Sequence(nodes, mark: mark))
        case YAML_MAPPING_START_EVENT:
            anchor = Self.text(event.data.mapping_start.anchor)
            try advance()
            node = .mapping(Node.Mapping(try pairs(), mark: mark))
        default:
            let scalar = event.data.scalar
            anchor = Self.text(scalar.anchor)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            node = .scalar(
                Node.Scalar(
                    string: String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                    mark: mark))
        }
        if let anchor { anchors[anchor] = (node, size - before) }
        return node
    }

    private mutating func pairs() throws(Mistake) -> [Node.Mapping.Pair] {
        var pairs: [Node.Mapping.Pair] = []
        // A few keys are looked through, many are hashed.
        let few = 16
        var keys: Set<String> = []
        while event.type != YAML_MAPPING_END_EVENT {
            let key = try node()
            if case .scalar(let scalar) = key {
                if pairs.count >= few, keys.isEmpty { keys = Set(pairs.compactMap(\.key.string)) }
                let isKnown =
                    pairs.count < few
                    ? pairs.contains { $0.key.isText(scalar.string) } : !keys.insert(scalar.string).inserted
                if isKnown { throw mistake(at: scalar.mark, .repeatedKey(scalar.string), key: scalar.string) }
            }
            try advance()
            pairs.append((key, try node()))
            try advance()
        }
        return pairs
    }

    /// Moves on to the next event.
    private mutating func advance() throws(Mistake) {
        yaml_event_delete(&event)
        guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    }

    /// What libyaml does not understand.
    private func fault() -> Mistake {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
        guard parser.pointee.error == YAML_READER_ERROR else {
            return mistake(at: Node.Mark(parser.pointee.problem_mark), .badYAML(problem))
        }
        // Bytes that are no text: libyaml says how many it had read.
        let before = text.prefix(parser.pointee.problem_offset)
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1
        return mistake(at: Node.Mark(line: Int32(clamping: line), column: Int32(clamping: column)), .badYAML(problem))
    }

    private func mistake(at mark: Node.Mark, _ phrase: Phrase, key: String = "") -> Mistake {
        Mistake(place: Place(file: name, line: Int(mark.line), column: Int(mark.column)), key: key, phrase: phrase)
    }

    private static func text(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
        bytes.map { String(cString: $0) }
    }
}

extension Node.Mark {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int32(clamping: mark.line + 1), column: Int32(clamping: mark.column + 1))
    }
}
