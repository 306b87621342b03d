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

    private static func term(_ rest: inout Substring, _ value: (String) -> String?) -> String? {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first else { return nil }
        if first == "\"" || first == "'" {
            let text = rest.dropFirst().prefix { $0 != first }
            guard text.endIndex < rest.endIndex, !text.contains("\\") else { return nil }
            rest = rest[text.endIndex...].dropFirst()
            return String(text)
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
