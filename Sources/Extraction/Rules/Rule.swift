import Markup

/// A rule: steps joined by `>>`, each over what the one before gave.
///
///     css:ul.list > li                             the entries of a list
///     xpath:span[1] >> regex:(\d{4}-\d\d-\d\d)     a field of an entry
///     json:data.html >> parse:html >> css:li       a page inside an answer
package struct Rule: Sendable {
    /// What stands between steps.
    package static let joint = ">>"

    /// The steps in order.
    package let steps: [RuleStep]
    /// As written.
    package let text: String

    /// Reads a rule.
    /// - Throws: ``Mistake`` where a step is not understood.
    package init(_ text: String) throws(Mistake) {
        self.text = text.trimmed
        var steps: [RuleStep] = []
        for part in Self.parts(of: text) { steps.append(try Self.step(part)) }
        guard !steps.isEmpty else { throw Mistake(part: text) }
        self.steps = steps
    }

    /// A step that is not understood.
    package struct Mistake: Error, Sendable {
        /// The step as written.
        package let part: String
        /// True where it is an expression that may take for ever.
        package var mayBeEndless = false
    }

    /// ` >> ` with spaces around parts steps; in an expression it has none.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var rest = text[...]
        while let range = rest.firstPlace(of: " >> ") {
            parts.append(rest[..<range.lowerBound].trimmed)
            rest = rest[range.upperBound...]
        }
        return (parts + [rest.trimmed]).filter { !$0.isEmpty }.flatMap(withAttribute)
    }

    /// `css:a@href` is `css:a >> @href`.
    private static func withAttribute(_ part: String) -> [String] {
        guard part.hasPrefix("css:"), let at = part.lastIndex(of: "@") else { return [part] }
        let name = part[part.index(after: at)...]
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            return [part]
        }
        let selector = part[..<at].trimmed
        return selector == "css:" ? ["@\(name)"] : [selector, "@\(name)"]
    }

    private static func step(_ part: String) throws(Mistake) -> RuleStep {
        switch part {
        case "text", "trim": return .text
        case "lines": return .lines
        case "html": return .html
        case "unescape": return .unescape
        case "first": return .pick(0)
        case "last": return .pick(-1)
        case "jsonp": return .parse(.json)
        default: break
        }
        if part.hasPrefix("@"), part.count > 1 { return .attribute(String(part.dropFirst()).lowercased()) }
        if part.hasPrefix("/") || part.hasPrefix("./") { return try xpath(part, part) }
        if part.hasPrefix("$"), let path = JSONPath(part) { return .json(path) }
        guard let colon = part.firstIndex(of: ":") else { throw Mistake(part: part) }
        let value = String(part[part.index(after: colon)...])
        switch part[..<colon].trimmed {
        case "xpath": return try xpath(value.trimmed, part)
        case "css":
            if let selector = CSSSelector(value.trimmed), XPathDocument.isValid(selector.xpath) {
                return .css(selector)
            }
        case "json": if let path = JSONPath(value) { return .json(path) }
        case "regex":
            if RepeatNesting.isIn(value.trimmed) { throw Mistake(part: part, mayBeEndless: true) }
            if let pattern = RuleStep.Pattern(value.trimmed) { return .regex(pattern) }
        case "const": return .constant(value.trimmed)
        case "meta": return .meta(value.trimmed.lowercased())
        case "parse": if let kind = RuleStep.Kind(rawValue: value.trimmed) { return .parse(kind) }
        case "replace":
            if let arrow = value.firstPlace(of: "=>") {
                return .replace(value[..<arrow.lowerBound].trimmed, value[arrow.upperBound...].trimmed)
            }
        case "format": if value.contains("{}") { return .format(value.trimmed) }
        case "nth": if let number = Int(value.trimmed), number >= 1 { return .pick(number - 1) }
        case "join": return .join(value)
        case "split": if !value.isEmpty { return .split(value) }
        default: break
        }
        throw Mistake(part: part)
    }

    private static func xpath(_ expression: String, _ part: String) throws(Mistake) -> RuleStep {
        guard XPathDocument.isValid(expression) else { throw Mistake(part: part) }
        return .xpath(expression)
    }
}
