import JuheKit

/// Reads `lexicon.yaml`: groups of words with their points.
///
/// ```yaml
/// track:
///   party: {3: [党建, 党课], 1: [先锋]}
/// kind:
///   endings: {policy: [办法, 意见]}
///   policy: {4: [印发]}
/// body: {policy: [第一条]}
/// columns: {party: [机关党建]}
/// ```
struct LexiconReader {
    private var reader: TableReader

    init(file: YAMLFile) { reader = TableReader(file: file) }

    /// Every mistake found.
    var mistakes: [Mistake] { reader.mistakes }

    /// The lexicon; what is wrong is left out and reported.
    mutating func read() -> Lexicon {
        var lexicon = Lexicon()
        for (key, node) in reader.members(reader.file.root, ["track", "kind", "body", "columns"], path: "") {
            switch key {
            case "track": lexicon.track = groups(node, Lexicon.Group.ofTrack, path: key)
            case "body": lexicon.body = groups(node, Lexicon.Group.ofKind + [.ignore], path: key)
            case "columns":
                lexicon.columns = groups(
                    node, Lexicon.Group.ofKind + [.party, .business, .fusion], path: key)
            default:
                let known = (Lexicon.Group.ofEndings + [.ignore]).map(\.rawValue) + ["endings"]
                for (name, member) in reader.members(node, known, path: key) {
                    if name == "endings" {
                        lexicon.endings = groups(member, Lexicon.Group.ofEndings, path: "kind.endings")
                    } else if let group = Lexicon.Group(rawValue: name) {
                        lexicon.kind += entries(member, group, path: "kind.\(name)")
                    }
                }
            }
        }
        return lexicon
    }

    private mutating func groups(_ node: Node, _ groups: [Lexicon.Group], path: String) -> [Lexicon.Entry] {
        reader.members(node, groups.map(\.rawValue), path: path).flatMap { name, member in
            Lexicon.Group(rawValue: name).map { entries(member, $0, path: join(path, name)) } ?? []
        }
    }

    /// A list of words, worth one point each, or lists by their points.
    private mutating func entries(_ node: Node, _ group: Lexicon.Group, path: String) -> [Lexicon.Entry] {
        guard case .mapping(let mapping) = node else {
            return [Lexicon.Entry(group, points: 1, words: reader.words(node, path: path))]
        }
        return mapping.compactMap { key, value in
            guard let points = key.string.flatMap(Int.init), (0...20).contains(points) else {
                reader.add(key, path, .wrongValue(expected: .anInteger(0...20), found: key.string ?? ""))
                return nil
            }
            return Lexicon.Entry(group, points: points, words: reader.words(value, path: "\(path).\(points)"))
        }
    }
}

extension TableReader {
    /// The members of a table with known keys, in their order; others are reported.
    mutating func members(_ node: Node?, _ known: [String], path: String) -> [(key: String, node: Node)] {
        guard let node, !node.isNull else { return [] }
        guard case .mapping(let mapping) = node else {
            add(node, path, .wrongValue(expected: .aTable, found: node.string ?? "[…]"))
            return []
        }
        return mapping.compactMap { key, value in
            let name = key.string ?? ""
            if known.contains(name) { return (name, value) }
            add(key, join(path, name), .unknownKey(nearest: nearestWord(to: name, in: known), known: known))
            return nil
        }
    }

    /// Words in a list; lists in the list are flattened, so that a long one can be written in paragraphs.
    mutating func words(_ node: Node, path: String) -> [String] {
        switch node {
        case .scalar(let scalar) where !node.isNull && !scalar.string.isEmpty: return [scalar.string]
        case .sequence(let sequence): return sequence.flatMap { words($0, path: path) }
        default:
            add(node, path, .wrongValue(expected: .aList, found: node.string ?? "{…}"))
            return []
        }
    }
}
