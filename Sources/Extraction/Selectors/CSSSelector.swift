/// A CSS selector (Selectors Level 3, and `:is()`, `:not()`, `:has()`, `:contains()`) as an XPath 1.0 expression.
///
///     CSSSelector("ul.list > li:nth-child(2n+1) a[href$='.html']")?.xpath
///
/// Understood are types, `*`, `#id`, `.class`, attributes with every operator of the standard, the four combinators, groups,
/// and `:first-child :last-child :only-child :nth-child() :nth-last-child() :first-of-type :last-of-type :only-of-type
/// :nth-of-type() :nth-last-of-type() :empty :is() :where() :not() :has() :contains()`.
package struct CSSSelector: Sendable, Equatable {
    /// The expression, relative to the node it is asked at: below it, at any depth.
    package let xpath: String

    /// Nothing where the text is no selector, or one with parts that are not understood.
    package init?(_ text: String) {
        var parser = CSSParser(text)
        guard let paths = parser.group(), parser.isAtEnd else { return nil }
        xpath = paths.map { ".//" + $0 }.joined(separator: " | ")
    }
}

/// Reads a selector from the front.
private struct CSSParser {
    private var rest: Substring

    init(_ text: String) { rest = text.trimmed[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Selectors parted by commas.
    mutating func group(until end: Character? = nil) -> [String]? {
        var paths: [String] = []
        while true {
            skipSpaces()
            guard let path = complex(until: end) else { return nil }
            paths.append(path)
            skipSpaces()
            guard rest.first == "," else { return paths }
            rest.removeFirst()
        }
    }

    /// Compounds joined by combinators.
    private mutating func complex(until end: Character?) -> String? {
        guard var path = compound() else { return nil }
        while true {
            let hadSpace = skipSpaces()
            guard let next = rest.first, next != ",", next != end else { return path }
            let joint: String
            switch next {
            case ">": joint = "/"
            case "+": joint = "/following-sibling::*[1]/self::"
            case "~": joint = "/following-sibling::"
            default:
                guard hadSpace else { return nil }
                guard let part = compound() else { return nil }
                path += "//" + part
                continue
            }
            rest.removeFirst()
            skipSpaces()
            guard let part = compound() else { return nil }
            path += joint + part
        }
    }

    /// What `:has()` asks for: a path from the element itself on, which may begin with a combinator.
    private mutating func relative(until end: Character) -> String? {
        skipSpaces()
        let start =
            switch rest.first {
            case ">": "./"
            case "+": "./following-sibling::*[1]/self::"
            case "~": "./following-sibling::"
            default: ".//"
            }
        if start != ".//" { rest.removeFirst() }
        skipSpaces()
        return complex(until: end).map { start + $0 }
    }

    /// The compounds of `:is(…)` and `:not(…)`, each as a condition.
    private mutating func alternatives() -> String? {
        guard rest.first == "(" else { return nil }
        rest.removeFirst()
        var conditions: [String] = []
        while true {
            skipSpaces()
            guard let part = compound() else { return nil }
            conditions.append("self::\(part)")
            skipSpaces()
            guard let next = rest.popFirst(), next == "," || next == ")" else { return nil }
            if next == ")" { return conditions.joined(separator: " or ") }
        }
    }

    /// A type and what is asked of it.
    private mutating func compound() -> String? {
        var name = "*"
        var isAny = false
        if rest.first == "*" {
            rest.removeFirst()
            isAny = true
        } else if let type = identifier() {
            name = type
            isAny = true
        }
        var conditions: [String] = []
        while let next = rest.first {
            let condition: String?
            switch next {
            case "#":
                rest.removeFirst()
                condition = identifier().map { "@id = \(Self.literal($0))" }
            case ".":
                rest.removeFirst()
                condition = identifier().map { Self.hasWord("@class", $0) }
            case "[": condition = attribute()
            case ":": condition = pseudoClass(of: name)
            default:
                guard isAny || !conditions.isEmpty else { return nil }
                return name + conditions.map { "[\($0)]" }.joined()
            }
            guard let condition else { return nil }
            conditions.append(condition)
        }
        guard isAny || !conditions.isEmpty else { return nil }
        return name + conditions.map { "[\($0)]" }.joined()
    }

    private mutating func attribute() -> String? {
        rest.removeFirst()
        skipSpaces()
        guard let name = identifier() else { return nil }
        skipSpaces()
        let attribute = "@\(name)"
        if rest.first == "]" {
            rest.removeFirst()
            return attribute
        }
        guard let found = rest.firstIndex(of: "="), rest.distance(from: rest.startIndex, to: found) <= 1 else {
            return nil
        }
        let mark = String(rest[...found])
        rest = rest[rest.index(after: found)...]
        skipSpaces()
        guard let value = quoted() ?? identifier(startsAnywhere: true) else { return nil }
        skipSpaces()
        // `i`: case does not matter; values are compared as they are written all the same.
        if rest.first == "i" || rest.first == "s" {
            rest.removeFirst()
            skipSpaces()
        }
        guard rest.first == "]" else { return nil }
        rest.removeFirst()
        let literal = Self.literal(value)
        switch mark {
        case "=": return "\(attribute) = \(literal)"
        case "~=": return Self.hasWord(attribute, value)
        case "|=": return "\(attribute) = \(literal) or starts-with(\(attribute), \(Self.literal(value + "-")))"
        // An empty value matches nothing (§6.3.2).
        case "^=": return value.isEmpty ? "false()" : "starts-with(\(attribute), \(literal))"
        case "*=": return value.isEmpty ? "false()" : "contains(\(attribute), \(literal))"
        case "$=":
            return value.isEmpty
                ? "false()"
                : "substring(\(attribute), string-length(\(attribute)) - \(value.unicodeScalars.count - 1)) = \(literal)"
        default: return nil
        }
    }

    private mutating func pseudoClass(of name: String) -> String? {
        rest.removeFirst()
        guard let word = identifier()?.lowercased() else { return nil }
        let before = name == "*" ? "*" : name
        switch word {
        case "first-child": return "not(preceding-sibling::*)"
        case "last-child": return "not(following-sibling::*)"
        case "only-child": return "not(preceding-sibling::*) and not(following-sibling::*)"
        case "only-of-type":
            return name == "*"
                ? nil : "not(preceding-sibling::\(before)) and not(following-sibling::\(before))"
        case "first-of-type": return name == "*" ? nil : "not(preceding-sibling::\(before))"
        case "last-of-type": return name == "*" ? nil : "not(following-sibling::\(before))"
        case "empty": return "not(*) and not(text())"
        case "nth-child": return argument().flatMap { Self.nth($0, "count(preceding-sibling::*) + 1") }
        case "nth-last-child": return argument().flatMap { Self.nth($0, "count(following-sibling::*) + 1") }
        case "nth-of-type":
            return name == "*" ? nil : argument().flatMap { Self.nth($0, "count(preceding-sibling::\(before)) + 1") }
        case "nth-last-of-type":
            return name == "*" ? nil : argument().flatMap { Self.nth($0, "count(following-sibling::\(before)) + 1") }
        case "contains":
            guard rest.first == "(" else { return nil }
            rest.removeFirst()
            skipSpaces()
            let words = quoted() ?? String(rest.prefix { $0 != ")" })
            rest = rest.drop { $0 != ")" }
            guard rest.first == ")" else { return nil }
            rest.removeFirst()
            return "contains(., \(Self.literal(words.trimmed)))"
        case "is", "where", "matches": return alternatives()
        case "not": return alternatives().map { "not(\($0))" }
        case "has":
            guard rest.first == "(" else { return nil }
            var paths: [String] = []
            repeat {
                rest.removeFirst()
                guard let path = relative(until: ")") else { return nil }
                paths.append(path)
                skipSpaces()
            } while rest.first == ","
            guard rest.first == ")" else { return nil }
            rest.removeFirst()
            return paths.joined(separator: " | ")
        default: return nil
        }
    }

    /// `2n+1`, `odd`, `3`.
    private static func nth(_ text: String, _ position: String) -> String? {
        let text = text.lowercased().filter { $0 != " " }
        if text == "odd" { return "(\(position)) mod 2 = 1" }
        if text == "even" { return "(\(position)) mod 2 = 0" }
        if let number = Int(text) { return "(\(position)) = \(number)" }
        guard let letter = text.firstIndex(of: "n") else { return nil }
        let (head, tail) = (String(text[..<letter]), String(text[text.index(after: letter)...]))
        guard let step = head.isEmpty || head == "+" ? 1 : head == "-" ? -1 : Int(head),
            let offset = tail.isEmpty ? 0 : Int(tail)
        else { return nil }
        if step == 0 { return "(\(position)) = \(offset)" }
        if step < 0 { return "(\(position)) <= \(offset) and (\(offset) - (\(position))) mod \(-step) = 0" }
        return "(\(position)) >= \(offset) and ((\(position)) - \(offset)) mod \(step) = 0"
    }

    private mutating func argument() -> String? {
        guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return nil }
        let text = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        return text
    }

    /// A name: letters, digits, `-`, `_`, anything beyond ASCII; a backslash takes the next character as it is.
    private mutating func identifier(startsAnywhere: Bool = false) -> String? {
        var name = ""
        while let next = rest.first {
            if next == "\\", rest.count >= 2 {
                rest.removeFirst()
                name.append(rest.removeFirst())
                continue
            }
            let isPart =
                next.isLetter || next == "-" || next == "_" || !next.isASCII
                || (next.isNumber && (startsAnywhere || !name.isEmpty))
            guard isPart else { break }
            name.append(rest.removeFirst())
        }
        return name.isEmpty || name == "-" ? nil : name
    }

    private mutating func quoted() -> String? {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let inner = rest.dropFirst()
        guard let close = inner.firstIndex(of: quote) else { return nil }
        rest = inner[inner.index(after: close)...]
        return String(inner[..<close])
    }

    @discardableResult
    private mutating func skipSpaces() -> Bool {
        let before = rest.count
        rest = rest.drop { $0.isWhitespace }
        return rest.count != before
    }

    private static func hasWord(_ attribute: String, _ word: String) -> String {
        "contains(concat(' ', normalize-space(\(attribute)), ' '), \(literal(" \(word) ")))"
    }

    /// A text as XPath writes it; one with both quotation marks is put together.
    private static func literal(_ text: String) -> String {
        if !text.contains("'") { return "'\(text)'" }
        if !text.contains("\"") { return "\"\(text)\"" }
        let parts = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
        return "concat(" + parts.joined(separator: ", \"'\", ") + ")"
    }
}
