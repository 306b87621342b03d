import Markup

/// An expression of a page's program that only puts texts together: `"list_" + n + ".html"`, `base + '/p' + (n + 1)`.
///
/// Nothing is run: texts, numbers, known names and fields, brackets, and `+` between them; anything else has no value.
enum ProgramExpression {
    /// The longest expression that is looked at, in characters.
    private static let longest = 400

    /// The value of the expression that a text begins with.
    /// - Parameters:
    ///   - longest: so much of it is looked at, in characters.
    ///   - value: what a name stands for.
    static func value(of text: Substring, longest: Int = longest, _ value: (String) -> String?) -> String? {
        var rest = text.prefix(longest)
        guard let first = term(&rest, value) else { return nil }
        if case let sign = rest.drop(while: \.isWhitespace), let mark = sign.first, "=!<>".contains(mark) {
            // A number alone is no address that anybody meant.
            return choice(text.prefix(longest), value).flatMap { Int($0) == nil ? $0 : nil }
        }
        var result = first.text
        // Numbers are added as long as nothing but numbers stands there.
        var sum = first.isNumber ? Int(result) : nil
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let next = rest.first, !";),}\"".contains(next) else { return result }
            guard next == "+" || next == "-" && sum != nil else { return next.isNewline ? result : nil }
            rest = rest.dropFirst()
            guard let part = term(&rest, value) else { return nil }
            if let so = sum, part.isNumber, let number = Int(part.text) {
                let total = next == "+" ? so &+ number : so &- number
                (sum, result) = (total, String(total))
            } else if next == "+" {
                (sum, result) = (nil, result + part.text)
            } else {
                return nil
            }
        }
    }

    /// What a term stands for, and whether the program takes it for a number.
    private typealias Term = (text: String, isNumber: Bool)

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

    /// A text in quotation marks, with the escapes of marks in it undone.
    private static func quoted(_ rest: inout Substring, _ mark: Character) -> String? {
        var text = ""
        rest = rest.dropFirst()
        while let next = rest.popFirst(), next != mark {
            if next == "\\" {
                guard let escaped = rest.popFirst(), "\"'/".contains(escaped) else { return nil }
                text.append(escaped)
            } else {
                text.append(next)
            }
            if rest.isEmpty { return nil }
        }
        return text
    }

    /// `` `list_${n}.html` ``
    private static func template(_ rest: inout Substring, _ value: (String) -> String?) -> String? {
        var text = ""
        rest = rest.dropFirst()
        while let next = rest.first, next != "`" {
            if rest.hasPrefix("${") {
                guard let close = rest.firstIndex(of: "}"),
                    let part = Self.value(of: rest[..<close].dropFirst(2), value)
                else { return nil }
                text += part
                rest = rest[close...].dropFirst()
            } else {
                text.append(next)
                rest = rest.dropFirst()
            }
        }
        guard !rest.isEmpty else { return nil }
        rest = rest.dropFirst()
        return text
    }

    /// `parseInt(…)`, `Number(…)`: what stands in the brackets, as a number.
    private static func number(_ rest: inout Substring, _ value: (String) -> String?) -> Term? {
        guard let call = ["parseInt(", "Number(", "eval("].first(where: rest.hasPrefix),
            let (inner, behind) = bracket(rest.dropFirst(call.count - 1)),
            let text = Self.value(of: inner.prefix { $0 != "," }, value)?.trimmed, Int(text) != nil
        else { return nil }
        rest = behind
        return (text, true)
    }

    /// `document.getElementById("page").value`, `$("#page").val()`: a field of the page, by its mark and name `#page`.
    private static func field(_ rest: inout Substring, _ value: (String) -> String?) -> Term? {
        for (start, end) in [("document.getElementById(", ".value"), ("$(", ".val()")] where rest.hasPrefix(start) {
            var behind = rest.dropFirst(start.count)
            guard let mark = behind.first, mark == "\"" || mark == "'", let name = quoted(&behind, mark),
                behind.hasPrefix(")" + end), let text = value(start == "$(" ? name : "#" + name)
            else { return nil }
            rest = behind.dropFirst(1 + end.count)
            return (text, false)
        }
        return nil
    }

    private static func term(_ rest: inout Substring, _ value: (String) -> String?) -> Term? {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first else { return nil }
        if first == "\"" || first == "'" { return quoted(&rest, first).map { ($0, false) } }
        if first == "`" { return template(&rest, value).map { ($0, false) } }
        if first == "(", let (inner, behind) = bracket(rest) {
            let found = inner.contains("?") ? choice(inner, value) : Self.value(of: inner, value)
            rest = behind
            return found.map { ($0, Int($0) != nil && !inner.contains("?")) }
        }
        if let found = number(&rest, value) ?? field(&rest, value) { return found }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count <= 9 {
            rest = rest[digits.endIndex...]
            return (String(digits), true)
        }
        // `page.curr` is a name too.
        let word = name(rest).isEmpty ? "" : rest.prefix { $0.isLetter || $0.isNumber || "_$.".contains($0) }
        guard !word.isEmpty, let found = value(String(word)) else { return nil }
        rest = rest[word.endIndex...]
        // `page.getCurrent()`
        if word.contains("."), rest.hasPrefix("()") { rest = rest.dropFirst(2) }
        return (found, Int(found) != nil)
    }
}
