/// A value of a YAML file, and where it stands.
enum Node {
    /// A text, written with quotes or without.
    case scalar(Scalar)
    /// A list.
    case sequence(Sequence)
    /// A table, its keys in the order of the file.
    case mapping(Mapping)

    /// A place in a file: line and column, both from 1.
    struct Mark {
        let line, column: Int32
    }

    /// A text.
    struct Scalar {
        let string: String
        /// True where it is written without quotes, and may stand for something else than its letters.
        let isPlain: Bool
        let mark: Mark
    }

    /// A list.
    struct Sequence: RandomAccessCollection {
        fileprivate let nodes: [Node]
        let mark: Mark?

        init(_ nodes: [Node], mark: Mark? = nil) {
            self.nodes = nodes
            self.mark = mark
        }

        var startIndex: Int { nodes.startIndex }
        var endIndex: Int { nodes.endIndex }
        subscript(index: Int) -> Node { nodes[index] }
    }

    /// A table.
    struct Mapping: RandomAccessCollection {
        /// One key and what stands behind it.
        typealias Pair = (key: Node, value: Node)

        private let pairs: [Pair]
        let mark: Mark?

        init(_ pairs: [Pair], mark: Mark? = nil) {
            self.pairs = pairs
            self.mark = mark
        }

        var startIndex: Int { pairs.startIndex }
        var endIndex: Int { pairs.endIndex }
        subscript(index: Int) -> Pair { pairs[index] }

        /// The value of a key; nothing where it is not there.
        subscript(key: String) -> Node? {
            pairs.firstIndex { $0.key.isText(key) }.map { pairs[$0].value }
        }
    }

    /// Where it stands; nothing for what no file has.
    var mark: Mark? {
        switch self {
        case .scalar(let scalar): scalar.mark
        case .sequence(let sequence): sequence.mark
        case .mapping(let mapping): mapping.mark
        }
    }

    /// True for this text.
    func isText(_ text: String) -> Bool {
        if case .scalar(let scalar) = self { scalar.string == text } else { false }
    }

    /// A text.
    var string: String? { scalar?.string }

    var scalar: Scalar? {
        if case .scalar(let scalar) = self { scalar } else { nil }
    }

    var sequence: Sequence? {
        if case .sequence(let sequence) = self { sequence } else { nil }
    }

    var mapping: Mapping? {
        if case .mapping(let mapping) = self { mapping } else { nil }
    }

    /// True for an empty value and for `null` and `~` written without quotes.
    var isNull: Bool { scalar?.isNull ?? false }

    /// The value under keys joined by dots, e.g. `rules.fields.title`; nothing where one of them is not there.
    func value(at path: String) -> Node? {
        path.split(separator: ".", omittingEmptySubsequences: false)
            .reduce(self) { node, key in node?.mapping?[String(key)] }
    }
}

extension Node.Scalar {
    /// True where it stands for nothing.
    var isNull: Bool {
        guard isPlain, string.utf8.count <= 4 else { return false }
        switch string {
        case "", "~", "null", "Null", "NULL": return true
        default: return false
        }
    }
}
