import Markup

/// The functions of a page's programs that only lead somewhere: `function view(id) { window.open("/gg/" + id + ".html"); }`.
///
/// Nothing is run: an address must be put together plainly.
struct ProgramFunctions {
    /// A function as it is written.
    struct Function {
        fileprivate(set) var parameters: [String]
        fileprivate(set) var body: Substring
    }

    /// The page's programs.
    private let text: String
    /// What a field of the page is filled with, by its mark and name: `#page`.
    private let field: (String) -> String?
    /// Places in a function at which it may lead somewhere.
    private static let mostPlaces = 6

    init(_ text: String, field: @escaping (String) -> String? = { _ in nil }) {
        self.text = text
        self.field = field
    }

    /// `javascript:goPage(2)`, `return goPage('2');` as name and arguments.
    static func call(_ source: Substring) -> (name: String, arguments: [String])? {
        var rest = source
        while let open = rest.firstIndex(of: "(") {
            let before = rest[..<open].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
            let name = String(before.reversed())
            guard let close = rest[open...].firstIndex(of: ")") else { return nil }
            if !name.isEmpty, !["if", "void", "alert"].contains(name) {
                let arguments = rest[rest.index(after: open)..<close].split(separator: ",").map {
                    String($0.trimmed.filter { $0 != "'" && $0 != "\"" })
                }
                return (name, arguments)
            }
            rest = rest[rest.index(after: close)...]
        }
        return nil
    }

    /// The function of a name.
    func function(_ name: String) -> Function? {
        for start in ["function \(name)", "\(name)=function", "\(name) = function", "\(name): function"] {
            guard let place = text.firstPlace(of: start) else { continue }
            let rest = text[place.upperBound...].prefix(3_000).drop { $0 == " " }
            guard rest.first == "(", let close = rest.firstIndex(of: ")"), let open = rest[close...].firstIndex(of: "{")
            else { continue }
            let parameters = rest.dropFirst().prefix { $0 != ")" }.split(separator: ",").map { String($0.trimmed) }
            return Function(parameters: parameters, body: ProgramText.block(rest[open...]))
        }
        return nil
    }

    /// Where a function leads when it is called, as it writes the address.
    func address(of function: Function, _ arguments: [String]) -> String? {
        func value(_ name: String, _ depth: Int) -> String? {
            if name.hasPrefix("#") { return field(name) }
            if let at = function.parameters.firstIndex(of: name) {
                return at < arguments.count ? arguments[at] : nil
            }
            guard depth < 4 else { return nil }
            for program in [function.body, text[...]] {
                guard let place = program.firstPlace(of: "var \(name)") else { continue }
                let rest = program[place.upperBound...].drop { $0 == " " }
                guard rest.first == "=" else { continue }
                let found = ProgramExpression.value(of: rest.dropFirst()) { value($0, depth + 1) }
                return found.map { Self.counted($0, name, in: function.body) }
            }
            return ScriptValue.value(name, in: text)
        }
        return Self.address(in: function.body) { value($0, 0) }
    }

    /// What a function asks for a page of a list, which it then puts under the one that is shown: `page++;
    /// $.get("/more.html", {page: page}, …)`.
    func question(in function: Function, _ arguments: [String], base: String?) -> PageRequest? {
        ProgramCalls.pageRequest(in: function.body, base) { name, before in
            if let at = function.parameters.firstIndex(of: name) {
                return at < arguments.count ? arguments[at] : nil
            }
            return ScriptValue.value("var \(name)", in: text).map { Self.counted($0, name, in: before) }
        }
    }

    /// A number that a program adds one to before it goes there: `n = n + 1`, `n++`, `n += 1`.
    private static func counted(_ value: String, _ name: String, in body: Substring) -> String {
        guard let number = Int(value) else { return value }
        let plain = body.filter { !$0.isWhitespace }
        let isCounted = ["\(name)=\(name)+1", "\(name)++", "++\(name)", "\(name)+=1"].contains { sum in
            guard let place = plain.firstPlace(of: sum) else { return false }
            return place.lowerBound == plain.startIndex || !plain[plain.index(before: place.lowerBound)].isLetter
        }
        return isCounted ? String(number &+ 1) : value
    }

    /// Where a program goes: `location.href = "list_" + n + ".html"`, `window.open("/a/" + id)`, as that stands there. Of
    /// several places the one that puts an address together counts: others are for the first page.
    /// - Parameter value: what a name stands for.
    static func address(in body: Substring, _ value: (String) -> String?) -> String? {
        var found: String?
        for word in ["location", "window.open("] {
            var rest = body
            for _ in 0..<mostPlaces {
                guard let place = rest.firstPlace(of: word) else { break }
                rest = rest[place.upperBound...]
                guard let target = target(rest, isCall: word.hasSuffix("(")),
                    let address = ProgramExpression.value(of: target, value)
                else { continue }
                if target.prefix(200).prefix(while: { $0 != ";" && $0 != "}" && $0 != "\n" }).contains("+") {
                    return address
                }
                found = found ?? address
            }
        }
        return found
    }

    private static func target(_ rest: Substring, isCall: Bool) -> Substring? {
        if isCall { return rest }
        for start in [".href", ".replace(", ".assign(", ""] where rest.hasPrefix(start) {
            let target = rest.dropFirst(start.count).drop(while: \.isWhitespace)
            if start.hasSuffix("(") { return target }
            return target.first == "=" && target.dropFirst().first != "=" ? target.dropFirst() : nil
        }
        return nil
    }
}
