import Markup

/// An expression of a page's program that only puts texts together: `"list_" + n + ".html"`, `base + '/p' + (n + 1)`.
///
/// Nothing is run: texts, numbers, known names, one sum in brackets, and `+` between them; anything else has no value.
enum ProgramExpression {
    /// The longest expression that is looked at, in characters.
    private static let longest = 400

    /// The value of the expression that a text begins with.
    /// - Parameter value: what a name stands for.
    static func value(of text: Substring, _ value: (String) -> String?) -> String? {
        var rest = text.prefix(longest)
        var result = ""
        while true {
            guard let part = term(&rest, value) else { return nil }
            result += part
            rest = rest.drop(while: \.isWhitespace)
            guard let next = rest.first, !";),}\"".contains(next) else { return result }
            guard next == "+" else { return next.isNewline ? result : nil }
            rest = rest.dropFirst()
        }
    }

    /// The name that a text begins with.
    static func name(_ text: Substring) -> Substring {
        text.first.map { $0.isLetter || $0 == "_" || $0 == "$" } ?? false
            ? text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" } : ""
    }

    /// What stands in the brackets that a text begins with, and what follows them.
    private static func bracket(_ text: Substring) -> (inner: Substring, behind: Substring)? {
        var depth = 0
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if quote != nil {
                if character == quote { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
                if depth == 0 {
                    return (text[text.index(after: text.startIndex)..<index], text[text.index(after: index)...])
                }
            }
        }
        return nil
    }

    /// `n > 0 ? "_" + n : ""`
    private static func choice(_ text: Substring, _ value: (String) -> String?) -> String? {
        guard let mark = text.firstIndex(of: "?"), let colon = text[mark...].firstIndex(of: ":") else { return nil }
        let condition = text[..<mark].filter { !$0.isWhitespace && !"()".contains($0) }
        guard let sign = ["===", "!==", "==", "!=", ">=", "<=", ">", "<"].first(where: { condition.has($0) }),
            let place = condition.firstPlace(of: sign),
            let left = number(condition[..<place.lowerBound], value),
            let right = number(condition[place.upperBound...], value)
        else { return nil }
        let isTrue =
            switch sign {
            case "===", "==": left == right
            case "!==", "!=": left != right
            case ">=": left >= right
            case "<=": left <= right
            case ">": left > right
            default: left < right
            }
        return Self.value(of: isTrue ? text[text.index(after: mark)..<colon] : text[text.index(after: colon)...], value)
    }

    private static func number(_ text: Substring, _ value: (String) -> String?) -> Int? {
        Int(text) ?? value(String(text)).flatMap { Int($0) }
    }

    private static func term(_ rest: inout Substring, _ value: (String) -> String?) -> String? {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first else { return nil }
        if first == "\"" || first == "'" {
            let text = rest.dropFirst().prefix { $0 != first }
            guard text.endIndex < rest.endIndex, !text.contains("\\") else { return nil }
            rest = rest[text.endIndex...].dropFirst()
            return String(text)
        }
        if first == "(", let (inner, behind) = bracket(rest), inner.contains("?") {
            rest = behind
            return choice(inner, value)
        }
        if first == "(" {
            guard let close = rest.firstIndex(of: ")") else { return nil }
            let inner = rest[rest.index(after: rest.startIndex)..<close].filter { !$0.isWhitespace }
            rest = rest[rest.index(after: close)...]
            let word =
                name(inner[...]).isEmpty
                ? "" : String(inner.prefix { $0.isLetter || $0.isNumber || "_$.".contains($0) })
            let amount = inner.dropFirst(word.count)
            guard let number = value(word).flatMap({ Int($0) }), let sign = amount.first, sign == "+" || sign == "-",
                amount.utf8.count <= 4, let other = Int(amount.dropFirst())
            else { return nil }
            return String(sign == "+" ? number &+ other : number &- other)
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count <= 9 {
            rest = rest[digits.endIndex...]
            return String(digits)
        }
        // `page.curr` is a name too.
        let word = name(rest).isEmpty ? "" : rest.prefix { $0.isLetter || $0.isNumber || "_$.".contains($0) }
        guard !word.isEmpty, let found = value(String(word)) else { return nil }
        rest = rest[word.endIndex...]
        // `page.getCurrent()`
        if word.contains("."), rest.hasPrefix("()") { rest = rest.dropFirst(2) }
        return found
    }
}
