import Markup

/// The next page of a list whose links call a program of the page: `javascript:goPage(2)` with
/// `function goPage(n) { location.href = "list_" + n + ".html"; }`, or with one that fills in a form and sends it.
struct ProgramPaging {
    private let page: PageLinks
    /// The page's programs.
    private let text: String

    private struct Function {
        var parameters: [String]
        var body: Substring
    }

    /// Links whose program is looked for.
    private static let mostLinks = 8

    init(_ page: PageLinks) {
        self.page = page
        text = ProgramText.all(in: page.tree)
    }

    /// Where the last link leads that says that it leads on.
    /// - Parameter leadsOn: whether the words of a link say so.
    func find(_ leadsOn: (String) -> Bool) -> (request: PageRequest, rule: String)? {
        let tree = page.tree
        let links = tree.elements(where: { index in
            tree.attribute("onclick", index) != nil
                || tree.attribute("href", index).map { URLReference.scheme(of: $0) == "javascript" } ?? false
        })
        var tries = 0
        for link in links.reversed() where leadsOn(tree.text(link, limit: 40)) {
            tries += 1
            guard tries <= Self.mostLinks else { break }
            for source in [tree.attribute("onclick", link), tree.attribute("href", link)].compactMap(\.self) {
                guard let (name, arguments) = call(source.prefix(400)), let function = function(name),
                    let request = request(function, arguments)
                else { continue }
                return (request, "\(name)(…)")
            }
        }
        return nil
    }

    /// `javascript:goPage(2)`, `return goPage('2');` as name and arguments.
    private func call(_ source: Substring) -> (name: String, arguments: [String])? {
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

    private func function(_ name: String) -> Function? {
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

    private func request(_ function: Function, _ arguments: [String]) -> PageRequest? {
        func value(_ name: String, _ depth: Int) -> String? {
            if let at = function.parameters.firstIndex(of: name) {
                return at < arguments.count ? arguments[at] : nil
            }
            guard depth < 4 else { return nil }
            for program in [function.body, text[...]] {
                guard let place = program.firstPlace(of: "var \(name)") else { continue }
                let rest = program[place.upperBound...].drop { $0 == " " }
                guard rest.first == "=" else { continue }
                return ProgramExpression.value(of: rest.dropFirst()) { value($0, depth + 1) }
            }
            return ScriptValue.value(name, in: text)
        }
        func value(_ name: String) -> String? { value(name, 0) }
        if function.body.has("location") {
            return Self.address(in: function.body, value)
                .flatMap { PageLinks.address($0, against: page.base) }.map { PageRequest(url: $0) }
        }
        guard function.body.has("submit(") else { return nil }
        for (index, parameter) in function.parameters.enumerated() where index < arguments.count {
            if let field = Self.field(filledWith: parameter, in: function.body) {
                return form(with: field, setTo: arguments[index])
            }
        }
        return nil
    }

    /// Where a program goes: `location.href = "list_" + n + ".html"`, as that stands there.
    /// - Parameter value: what a name stands for.
    static func address(in body: Substring, _ value: (String) -> String?) -> String? {
        guard let place = body.firstPlace(of: "location") else { return nil }
        let target = body[place.upperBound...]
        for start in [".href", ".replace(", ".assign(", ""] where target.hasPrefix(start) {
            var rest = target.dropFirst(start.count).drop(while: \.isWhitespace)
            if !start.hasSuffix("(") {
                guard rest.first == "=", rest.dropFirst().first != "=" else { return nil }
                rest = rest.dropFirst()
            }
            return ProgramExpression.value(of: rest, value)
        }
        return nil
    }

    /// The field's name or id: `document.f.pageNo.value = n`, `getElementById("pageNo").value=n`, `$("#pageNo").val(n)`.
    private static func field(filledWith parameter: String, in body: Substring) -> String? {
        var rest = body
        for _ in 0..<16 {
            guard let place = rest.firstPlace(of: ".val") else { return nil }
            let before = rest[..<place.lowerBound]
            rest = rest[place.upperBound...]
            let behind = rest.drop { "ue=( ".contains($0) }
            guard ProgramExpression.name(behind) == parameter else { continue }
            let name = before.reversed().drop { ")\"' ".contains($0) }
                .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            return String(name.reversed())
        }
        return nil
    }

    /// What a form sends with one of its fields set.
    private func form(with field: String, setTo value: String) -> PageRequest? {
        let tree = page.tree
        func isField(_ input: MarkupTree.Index) -> Bool {
            tree.attribute("name", input) == field || tree.attribute("id", input) == field
        }
        guard !field.isEmpty,
            let form = tree.elements("form").first(where: { tree.elements("input", below: $0).contains(where: isField) }
            )
        else { return nil }
        let fields = tree.elements("input", below: form).prefix(60).compactMap { input -> PageRequest.Field? in
            let type = tree.attribute("type", input)?.lowercased() ?? "text"
            guard let name = tree.attribute("name", input) ?? tree.attribute("id", input), !name.isEmpty,
                ["hidden", "text", "number"].contains(type)
            else { return nil }
            return PageRequest.Field(name, isField(input) ? value : tree.attribute("value", input) ?? "")
        }
        let action = tree.attribute("action", form) ?? ""
        guard let url = action.trimmed.isEmpty ? page.address : PageLinks.address(action, against: page.base) else {
            return nil
        }
        if tree.attribute("method", form)?.lowercased() == "post" { return PageRequest(url: url, form: fields) }
        return fields.reduce(PageRequest(url: url)) { $0.setting($1.name, to: $1.value) }
    }
}
