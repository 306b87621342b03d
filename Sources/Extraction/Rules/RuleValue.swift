package import Markup

/// A document while rules are asked of it.
package final class RuleDocument {
    /// Its tree.
    package let tree: MarkupTree
    private lazy var expressions = XPathDocument(tree)

    /// A document around a tree.
    package init(_ tree: MarkupTree) { self.tree = tree }

    /// The nodes and texts that an expression gives at a node.
    func values(_ expression: String, at index: MarkupTree.Index) -> [RuleValue] {
        switch expressions?.evaluate(expression, at: index) {
        case .nodes(let hits):
            hits.map { hit in
                switch hit {
                case .node(let node): .node(self, node)
                case .attribute(_, let value): .text(value)
                }
            }
        case .text(let text): [.text(text)]
        case .number(let number):
            number.isFinite ? [.text(number == number.rounded() ? "\(Int(number))" : "\(number)")] : []
        case .truth(let truth): [.text(truth ? "true" : "false")]
        case nil: []
        }
    }
}

/// What a rule works on: a node of a document, a JSON value, or a text.
package enum RuleValue {
    case node(RuleDocument, MarkupTree.Index)
    case json(JSONValue)
    case text(String)

    /// The document as a value.
    package init(_ page: PageDocument) {
        switch page.form {
        case .html(let tree), .xml(let tree): self = .node(RuleDocument(tree), 0)
        case .json(let value): self = .json(value)
        case .file: self = .text("")
        }
    }

    /// As text: of a node all its text, of a JSON value its own.
    package var plain: String {
        switch self {
        case .node(let document, let index): document.tree.text(index)
        case .json(let value): value.text ?? ""
        case .text(let text): text
        }
    }

    /// As HTML: of a node what is in it.
    package var html: String {
        switch self {
        case .node(let document, let index):
            document.tree.isElement(index) || index == 0 ? document.tree.innerHTML(index) : document.tree.ownText(index)
        default: plain
        }
    }
}

extension Rule {
    /// Values that one step may give.
    private static let most = 20_000
    /// Text that a regular expression is tried on: an expression that backtracks must not meet a whole page.
    private static let longest = 65_536

    /// The values that it gives for one.
    package func values(of value: RuleValue) -> [RuleValue] { values(of: value, from: 0) }

    private func values(of value: RuleValue, from start: Int) -> [RuleValue] {
        steps.dropFirst(start).reduce([value]) { values, step in
            switch step {
            case .pick(let place):
                let at = place < 0 ? values.count + place : place
                return values.indices.contains(at) ? [values[at]] : []
            case .join(let mark):
                return values.isEmpty ? [] : [.text(values.map { HTMLTitle.cleaned($0.plain) }.joined(separator: mark))]
            case .constant(let text): return [.text(text)]
            default: return Array(values.lazy.flatMap { Self.take(step, $0) }.prefix(Self.most))
            }
        }
    }

    /// The entries that it gives for a document: a regular expression at its beginning gives each match in the source.
    /// - Parameter source: the document as it was sent.
    package func entries(of root: RuleValue, source: String) -> [RuleValue] {
        guard case .regex(let pattern)? = steps.first else { return values(of: root) }
        let matches = pattern.all(in: String(source.prefix(4 * Self.longest)), most: 2_000).map(RuleValue.text)
        return steps.count == 1 ? matches : matches.flatMap { values(of: $0, from: 1) }
    }

    /// The first text that it gives, without spaces at its ends; nothing where it gives none.
    package func text(of value: RuleValue) -> String? {
        values(of: value).lazy.map { $0.plain.trimmed }.first { !$0.isEmpty }
    }

    private static func take(_ step: RuleStep, _ value: RuleValue) -> [RuleValue] {
        switch step {
        case .xpath(let expression): return select(expression, value)
        case .css(let selector): return select(selector.xpath, value)
        case .json(let path):
            if case .json(let json) = value { return path.values(in: json).flatMap(spread) }
            return JSONText.value(in: value.plain).map { path.values(in: $0).flatMap(spread) } ?? []
        case .attribute(let name):
            guard case .node(let document, let index) = value else { return [] }
            return document.tree.attributes(index).first { $0.name.lowercased() == name }.map { [.text($0.value)] }
                ?? []
        case .meta(let name):
            guard case .node(let document, _) = value else { return [] }
            let tree = document.tree
            return tree.elements("meta").filter { meta in
                ["name", "property", "itemprop"].contains { tree.attribute($0, meta)?.lowercased() == name }
            }.compactMap { tree.attribute("content", $0) }.map { .text($0) }
        default: return text(step, value)
        }
    }

    private static func text(_ step: RuleStep, _ value: RuleValue) -> [RuleValue] {
        switch step {
        case .text: return [.text(HTMLTitle.cleaned(value.plain))]
        case .lines: return [.text(HTMLText.plain(from: value.html))]
        case .html: return [.text(value.html)]
        case .regex(let pattern):
            return pattern.first(in: String(value.plain.prefix(longest))).map { [.text($0)] } ?? []
        case .parse(.html): return [.node(RuleDocument(MarkupTree(html: value.plain)), 0)]
        case .parse(.xml): return [.node(RuleDocument(MarkupTree(xml: value.plain)), 0)]
        case .parse(.json): return JSONText.value(in: value.plain).map { [.json($0)] } ?? []
        case .unescape: return [.text(CharacterReferences.decoded(value.plain))]
        case .replace(let from, let to):
            return [
                .text(
                    from.isEmpty
                        ? value.plain
                        : value.plain.split(separator: from, omittingEmptySubsequences: false).joined(separator: to))
            ]
        case .format(let form):
            return [
                .text(
                    form.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: value.plain.trimmed)
                )
            ]
        case .split(let mark): return value.plain.split(separator: mark).map { .text(String($0)) }
        default: return [value]
        }
    }

    private static func select(_ expression: String, _ value: RuleValue) -> [RuleValue] {
        switch value {
        case .node(let document, let index): return document.values(expression, at: index)
        // HTML inside an answer may be asked without a step in between.
        case .text(let text), .json(.string(let text)):
            return text.contains("<") ? RuleDocument(MarkupTree(html: text)).values(expression, at: 0) : []
        case .json: return []
        }
    }

    /// An array as a result means its elements.
    private static func spread(_ value: JSONValue) -> [RuleValue] {
        if case .array(let values) = value { return values.map { .json($0) } }
        if case .null = value { return [] }
        return [.json(value)]
    }
}
