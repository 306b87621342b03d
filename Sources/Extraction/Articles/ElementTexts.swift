import Markup

/// What small programs put into elements that stand empty: `document.getElementById("ly").innerHTML = "市水务局"`,
/// `$("#sj").text("2026-11-05")`.
///
/// Nothing is run: the text must be put together plainly, and a program that asks for something is left alone.
enum ElementTexts {
    /// A program that is looked at is no longer, in bytes; so many texts are put into a page.
    private static let (longest, most) = (40_000, 40)
    private static let questions: [StaticString] = [
        "ajax", "$.get", "$.post", "getJSON", "fetch(", "axios", "XMLHttp", ".load(",
    ]

    /// The page with these texts in their places.
    static func put(into html: String) -> String {
        guard html.has("innerHTML") || html.has("innerText") || html.has("textContent") || html.has("$(") else {
            return html
        }
        var result = html
        var rest = html[...]
        for _ in 0..<most {
            guard let program = PageProgram(firstIn: rest) else { break }
            rest = rest[program.end...]
            guard program.text.utf8.count <= longest, !Bytes.contains(String(program.text), anyOf: questions) else {
                continue
            }
            for (element, text) in texts(of: program.text) { put(text, into: element, &result) }
        }
        return result
    }

    private enum Element {
        case id(String)
        case name(String)
    }

    private static func texts(of program: Substring) -> [(Element, String)] {
        let whole = String(program)
        var found: [(Element, String)] = []
        for (start, isQuery) in [("getElementById(", false), ("$(", true)] {
            var rest = program
            while found.count < most, let place = rest.firstPlace(of: start) {
                rest = rest[place.upperBound...]
                guard let mark = rest.first, mark == "\"" || mark == "'",
                    let close = rest.dropFirst().prefix(80).firstIndex(of: mark)
                else { continue }
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                let behind = rest[close...].dropFirst().drop { $0 == " " || $0 == ")" }
                let calls = isQuery ? [".html(", ".text("] : [".innerHTML", ".innerText", ".textContent"]
                guard let call = calls.first(where: behind.hasPrefix) else { continue }
                var value = behind.dropFirst(call.count)
                if !isQuery {
                    value = value.drop { $0 == " " }
                    guard value.first == "=", value.dropFirst().first != "=" else { continue }
                    value = value.dropFirst()
                }
                let text = ProgramExpression.value(of: value, longest: longest) { known($0, in: whole) }
                guard let text, !text.isEmpty, !text.has("<script"), let element = element(name, isQuery) else {
                    continue
                }
                found.append((element, text))
            }
        }
        return found
    }

    /// What a variable is set to as it stands there: what a program does to a text first is not done here.
    private static func known(_ name: String, in program: String) -> String? {
        guard let place = program.firstPlace(of: "var \(name)") else { return nil }
        let sign = program[place.upperBound...].drop { $0 == " " }
        guard sign.first == "=" else { return nil }
        return ProgramExpression.value(of: sign.dropFirst(), longest: longest) { _ in nil }
    }

    private static func element(_ name: String, _ isQuery: Bool) -> Element? {
        guard isQuery else { return .id(name) }
        let bare = String(name.dropFirst())
        guard bare.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return nil }
        return name.hasPrefix("#") ? .id(bare) : name.hasPrefix(".") ? .name(bare) : nil
    }

    /// Puts a text into the first element of that name, where it is empty.
    private static func put(_ text: String, into element: Element, _ html: inout String) {
        let (attribute, name) =
            switch element {
            case .id(let name): ("id", name)
            case .name(let name): ("class", name)
            }
        for mark in ["\"", "'"] {
            guard let place = html.firstPlace(of: "\(attribute)=\(mark)\(name)\(mark)"),
                let end = html[place.upperBound...].prefix(400).firstIndex(of: ">"),
                !html[place.upperBound..<end].contains("<"),
                html[html.index(after: end)...].drop(while: \.isWhitespace).hasPrefix("</")
            else { continue }
            html.insert(contentsOf: text, at: html.index(after: end))
            return
        }
    }
}
