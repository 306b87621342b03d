import Foundation
import JuheKit

/// Reads tables of settings by their specs and gathers every mistake on the way.
struct TableReader {
    /// The file the nodes come from.
    let file: YAMLFile
    /// Every mistake so far, in the order found.
    var mistakes: [Mistake] = []
    /// What references were replaced by. Any of it may be a secret: no message repeats it.
    private var revealed: [String] = []

    /// The settings that `${config:KEY}` stands for, in what a plugin declares; nothing in an operator's own files.
    private let settings: [String: String]?

    /// A reader of one file.
    init(file: YAMLFile, settings: [String: String]? = nil) {
        self.file = file
        self.settings = settings
    }

    /// The values of a table; a key outside `specs` is a mistake, as is a missing required one.
    ///
    /// - Parameter path: the table's own key path, `""` for the root.
    mutating func options(_ node: Node, _ specs: [OptionSpec], path: String) -> Options {
        guard case .mapping(let mapping) = node else {
            expect(.aTable, at: node, path: path)
            return Options()
        }
        var values: [(key: String, value: OptionValue)] = []
        values.reserveCapacity(mapping.count)
        var missing = specs.indices.filter { specs[$0].isRequired }
        // By index: each iterator is a copy of the whole table, and of thousands of sources each would copy every spec.
        for index in mapping.indices {
            let (keyNode, valueNode) = mapping[index]
            let key = keyNode.scalar?.string ?? ""
            guard let place = specs.firstIndex(where: { $0.key == key }) else {
                let known = specs.map(\.key)
                add(keyNode, join(path, key), .unknownKey(nearest: nearestWord(to: key, in: known), known: known))
                continue
            }
            missing.removeAll { $0 == place }
            if valueNode.isNull, !specs[place].isRequired { continue }
            let value =
                plainValue(valueNode, specs[place].shape)
                ?? value(valueNode, specs[place].shape, path: join(path, key))
            if let value { values.append((key, value)) }
        }
        for place in missing { add(node, path, .missingKey(specs[place].key, specs[place].help)) }
        return Options(pairs: values)
    }

    /// A value that is written out and as it should be, as nearly all are; nothing where there is more to look at.
    private func plainValue(_ node: Node, _ shape: OptionSpec.Shape) -> OptionValue? {
        switch (node, shape) {
        case (.sequence(let sequence), .list(let element)):
            var values: [OptionValue] = []
            for node in sequence {
                guard let value = plainValue(node, element) else { return nil }
                values.append(value)
            }
            return .list(values)
        case (.scalar(let scalar), .text), (.scalar(let scalar), .path), (.scalar(let scalar), .address),
            (.scalar(let scalar), .integer), (.scalar(let scalar), .boolean), (.scalar(let scalar), .duration),
            (.scalar(let scalar), .size), (.scalar(let scalar), .choice):
            if References.mayStand(in: scalar.string) || scalar.isNull { return nil }
            if shape == .address, addressMistake(scalar.string) != nil { return nil }
            return plain(scalar.string, shape)
        default: return nil
        }
    }

    /// One value of a shape; nothing where it is a mistake.
    mutating func value(_ node: Node, _ shape: OptionSpec.Shape, path: String) -> OptionValue? {
        switch shape {
        case .texts:
            if case .scalar = node { return scalar(node, .text, path: path).map { .list([$0]) } }
            return value(node, .list(.text), path: path)
        case .list(let element):
            guard case .sequence(let sequence) = node else { return expect(.aList, at: node, path: path) }
            return .list(
                sequence.enumerated().compactMap { value($0.element, element, path: "\(path)[\($0.offset)]") })
        case .map(let element):
            guard case .mapping(let mapping) = node else { return expect(.aTable, at: node, path: path) }
            var values: [String: OptionValue] = [:]
            for (key, valueNode) in mapping {
                guard let key = key.string else { continue }
                values[key] = value(valueNode, element, path: join(path, key))
            }
            return .table(Options(values))
        case .table(let specs):
            return .table(options(node, specs, path: path))
        case .text, .address, .path, .certificates, .integer, .boolean, .duration, .size, .choice, .matching, .secret,
            .proxy:
            return scalar(node, shape, path: path)
        }
    }

    /// Adds a mistake at a node.
    mutating func add(_ node: Node, _ path: String, _ phrase: Phrase) {
        func masked(_ text: String) -> String {
            revealed.reduce(text) { $0.replacingOccurrences(of: $1, with: "***") }
        }
        let safe = Phrase(masked(phrase.zhHans), en: masked(phrase.english))
        mistakes.append(Mistake(place: file.place(node), key: path, phrase: safe))
    }

    private mutating func scalar(_ node: Node, _ shape: OptionSpec.Shape, path: String) -> OptionValue? {
        guard case .scalar(let scalar) = node, !node.isNull else {
            return expect(expectation(of: shape), at: node, path: path)
        }
        let expanded: References.Expansion
        do {
            expanded = try References.expand(scalar.string, relativeTo: file, settings: settings)
        } catch {
            add(node, path, error.phrase)
            return nil
        }
        if expanded.isReference, !expanded.text.isEmpty { revealed.append(expanded.text) }
        if shape == .secret {
            guard expanded.isReference else {
                add(node, path, .plainSecret)
                return nil
            }
            return .secret(Secret(expanded.text))
        }
        if shape == .proxy, !expanded.isReference, Scalars.hasPassword(expanded.text) {
            add(node, path, .plainSecret)
            return nil
        }
        if shape == .address, !expanded.isReference, let phrase = addressMistake(expanded.text) {
            add(node, path, phrase)
            return nil
        }
        guard let value = plain(expanded.text, shape) else {
            if case .choice(let words) = shape {
                let nearest = nearestWord(to: expanded.text, in: words)
                add(node, path, .wrongChoice(expanded.text, choices: words, nearest: nearest))
                return nil
            }
            // What came by reference may be a secret in the wrong place: it is not printed.
            let found = expanded.isReference ? scalar.string : Self.shown(expanded.text)
            add(node, path, .wrongValue(expected: expectation(of: shape), found: found))
            return nil
        }
        return value
    }

    /// A value as messages repeat it. Where an address cannot be read, nobody knows where its password ends.
    private static func shown(_ text: String) -> String {
        guard text.contains("@"), let scheme = text.range(of: "://") else { return ShownAddress.text(text) }
        return text[..<scheme.upperBound] + "…"
    }

    /// What is wrong with an address that could be read: a password in plain sight, or a path that is no file and was meant
    /// for a web address.
    private func addressMistake(_ text: String) -> Phrase? {
        if Scalars.hasPassword(inAddress: text) { return .plainPassword }
        guard let guess = MeantAddress(text), !guess.hasFolder(file.resolve) else { return nil }
        return .addressWithoutScheme(text, meant: guess.text)
    }

    private func plain(_ text: String, _ shape: OptionSpec.Shape) -> OptionValue? {
        switch shape {
        case .text: text.isEmpty ? nil : .text(text)
        case .path: text.isEmpty ? nil : .text(file.resolve(text))
        case .certificates: CertificateFile.isUsable(file.resolve(text)) ? .text(file.resolve(text)) : nil
        case .address: Scalars.address(text, resolve: file.resolve).map(OptionValue.text)
        case .integer(let range): Int(text).flatMap { range.contains($0) ? .integer($0) : nil }
        case .boolean: Scalars.boolean(text).map(OptionValue.boolean)
        case .duration: Scalars.seconds(text).map(OptionValue.number)
        case .size: Scalars.bytes(text).map(OptionValue.integer)
        case .choice(let words): words.contains(text) ? .text(text) : nil
        case .matching(let pattern): (try? Regex(pattern).firstMatch(in: text)) == nil ? nil : .text(text)
        case .proxy: Scalars.isProxy(text) ? .secret(Secret(text)) : nil
        case .secret, .texts, .list, .map, .table: nil
        }
    }

    private func expectation(of shape: OptionSpec.Shape) -> Phrase {
        switch shape {
        case .text, .secret: .aText
        case .path: .aPath
        case .certificates: .aCertificateFile
        case .address: .anAddress
        case .proxy: .aProxy
        case .integer(let range): .anInteger(range)
        case .boolean: .aBoolean
        case .duration: .aDuration
        case .size: .aSize
        case .choice(let words):
            Phrase(words.joined(separator: "、") + " 之一", en: "one of " + words.joined(separator: ", "))
        case .matching(let pattern): Phrase("符合 \(pattern) 的文字", en: "a text that matches \(pattern)")
        case .texts, .list: .aList
        case .map, .table: .aTable
        }
    }

    @discardableResult
    private mutating func expect(_ what: Phrase, at node: Node, path: String) -> OptionValue? {
        let found: String =
            switch node {
            case .scalar(let scalar): scalar.string
            case .mapping: "{…}"
            case .sequence: "[…]"
            }
        add(node, path, .wrongValue(expected: what, found: found))
        return nil
    }
}

/// `a.b`, or `b` at the root.
func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
