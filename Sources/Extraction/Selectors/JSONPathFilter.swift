import Markup

/// The question in a JSON path: `?(@.type=='news' && @.top!=1)`, `?(@.url)`, `?(!@.deleted || @.order>=2)`.
struct JSONPathFilter: Sendable, Equatable {
    private enum Sign: String, Sendable, CaseIterable {
        // Longer ones first.
        case equal = "==", unequal = "!=", atMost = "<=", atLeast = ">=", less = "<", more = ">"
    }

    private struct Test: Sendable, Equatable {
        var path: JSONPath
        var isNegated = false
        var sign: Sign?
        var value = ""
    }

    /// One of these must hold; of each, all.
    private let choices: [[Test]]

    /// Nothing where the text is no question, or one with parts that are not understood.
    init?(_ text: Substring) {
        var inner = text.trimmed[...]
        if inner.hasPrefix("("), inner.hasSuffix(")") { inner = inner.dropFirst().dropLast() }
        var choices: [[Test]] = []
        for choice in Self.split(inner, at: "||") {
            var tests: [Test] = []
            for part in Self.split(choice, at: "&&") {
                guard let test = Self.test(part) else { return nil }
                tests.append(test)
            }
            choices.append(tests)
        }
        self.choices = choices
    }

    /// True for an element that the question is answered with yes for.
    func holds(for value: JSONValue) -> Bool {
        choices.contains { $0.allSatisfy { Self.holds($0, value) } }
    }

    private static func holds(_ test: Test, _ value: JSONValue) -> Bool {
        let found = test.path.values(in: value).first
        guard let sign = test.sign else { return (found != nil) != test.isNegated }
        let text: String? =
            switch found {
            case .bool(let truth): truth ? "true" : "false"
            case .null: "null"
            default: found?.text
            }
        guard let text else { return sign == .unequal }
        if let left = Double(text), let right = Double(test.value) {
            return compare(left, sign, right)
        }
        return compare(text, sign, test.value)
    }

    private static func compare<Value: Comparable>(_ left: Value, _ sign: Sign, _ right: Value) -> Bool {
        switch sign {
        case .equal: left == right
        case .unequal: left != right
        case .atMost: left <= right
        case .atLeast: left >= right
        case .less: left < right
        case .more: left > right
        }
    }

    private static func test(_ part: Substring) -> Test? {
        var text = part.trimmed[...]
        let isNegated = text.hasPrefix("!")
        if isNegated { text = text.dropFirst().trimmed[...] }
        guard text.hasPrefix("@") else { return nil }
        text = text.dropFirst()
        // The sign stands behind the path; a key in brackets has none in its quotes as a rule.
        let place = text.firstIndex { "=!<>".contains($0) }
        guard let path = JSONPath("$" + text[..<(place ?? text.endIndex)].trimmed) else { return nil }
        guard let place else { return Test(path: path, isNegated: isNegated) }
        guard !isNegated, let sign = Sign.allCases.first(where: { text[place...].hasPrefix($0.rawValue) }) else {
            return nil
        }
        let value = text[place...].dropFirst(sign.rawValue.count).trimmed
        if let quote = value.first, quote == "'" || quote == "\"" {
            guard value.count >= 2, value.last == quote else { return nil }
            return Test(path: path, sign: sign, value: String(value.dropFirst().dropLast()))
        }
        guard !value.isEmpty, !value.contains(where: { " ()@'\"".contains($0) }) else { return nil }
        return Test(path: path, sign: sign, value: value)
    }

    /// Parts a text at a sign that stands outside of quotation marks.
    private static func split(_ text: Substring, at sign: String) -> [Substring] {
        var parts: [Substring] = []
        var (start, at) = (text.startIndex, text.startIndex)
        var quote: Character?
        while at < text.endIndex {
            if let open = quote {
                if text[at] == open { quote = nil }
            } else if text[at] == "'" || text[at] == "\"" {
                quote = text[at]
            } else if text[at...].hasPrefix(sign) {
                parts.append(text[start..<at])
                at = text.index(at, offsetBy: sign.count)
                start = at
                continue
            }
            at = text.index(after: at)
        }
        return parts + [text[start...]]
    }
}
