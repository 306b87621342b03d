import Markup

/// The next page of a list whose links call a program of the page: `javascript:goPage(2)` with
/// `function goPage(n) { location.href = "list_" + n + ".html"; }`, or with one that fills in a form and sends it.
struct ProgramPaging {
    private let page: PageLinks
    private let functions: ProgramFunctions

    /// Links whose program is looked for.
    private static let mostLinks = 8

    init(_ page: PageLinks) {
        self.page = page
        let tree = page.tree
        functions = ProgramFunctions(ProgramText.all(in: tree)) { name in
            tree.elements("input").first { tree.attribute("id", $0) == String(name.dropFirst()) }
                .flatMap { tree.attribute("value", $0) }
        }
    }

    private static let pageFields: Set<String> = [
        "currentpage", "curpage", "currpage", "pageno", "pagenow", "nowpage", "pageindex", "page",
    ]
    private static let totalFields: Set<String> = ["totalpage", "totalpages", "pagecount", "pagetotal", "countpage"]

    /// True where hidden fields say that this page is the last one.
    private var isLast: Bool {
        let tree = page.tree
        func number(_ names: Set<String>) -> Int? {
            tree.elements("input").lazy.compactMap { input -> Int? in
                let name = tree.attribute("id", input) ?? tree.attribute("name", input) ?? ""
                guard names.contains(name.lowercased().filter { $0 != "_" && $0 != "-" }) else { return nil }
                return tree.attribute("value", input).flatMap { Int($0.trimmed) }
            }.first
        }
        guard let current = number(Self.pageFields), let total = number(Self.totalFields) else { return false }
        return current >= total && total > 0
    }

    /// Where the last link leads that says that it leads on.
    /// - Parameter leadsOn: whether the words of a link say so.
    func find(_ leadsOn: (String) -> Bool) -> (request: PageRequest, rule: String)? {
        let tree = page.tree
        guard !isLast else { return nil }
        let links = tree.elements(where: { index in
            tree.attribute("onclick", index) != nil
                || tree.attribute("href", index).map { URLReference.scheme(of: $0) == "javascript" } ?? false
        })
        var tries = 0
        for link in links.reversed() where leadsOn(tree.text(link, limit: 40)) {
            tries += 1
            guard tries <= Self.mostLinks else { break }
            for source in [tree.attribute("onclick", link), tree.attribute("href", link)].compactMap(\.self) {
                guard let (name, arguments) = ProgramFunctions.call(source.prefix(400)) else { continue }
                if name == "__doPostBack", let request = postBack(arguments) { return (request, "\(name)(…)") }
                guard let function = functions.function(name),
                    let request = request(function, arguments)
                else { continue }
                return (request, "\(name)(…)")
            }
        }
        return nil
    }

    private func request(_ function: ProgramFunctions.Function, _ arguments: [String]) -> PageRequest? {
        if let address = functions.address(of: function, arguments) {
            return PageLinks.address(address, against: page.base).map { PageRequest(url: $0) }
        }
        if let request = functions.question(in: function, arguments, base: page.base) { return request }
        guard function.body.has("submit(") else { return nil }
        for (index, parameter) in function.parameters.enumerated() where index < arguments.count {
            if let field = Self.field(filledWith: parameter, in: function.body) {
                return form(with: field, setTo: arguments[index])
            }
        }
        return nil
    }

    /// The form that pages of ASP.NET send back to turn a page: what is hidden in it, and which part of the page asks for what.
    private func postBack(_ arguments: [String]) -> PageRequest? {
        let tree = page.tree
        guard arguments.count == 2, !arguments[0].isEmpty,
            let form = tree.elements("form").first(where: { form in
                tree.elements("input", below: form).contains { tree.attribute("name", $0) == "__VIEWSTATE" }
            })
        else { return nil }
        let asked = ["__EVENTTARGET": arguments[0], "__EVENTARGUMENT": arguments[1]]
        let hidden = tree.elements("input", below: form).prefix(200).compactMap { input -> PageRequest.Field? in
            guard let name = tree.attribute("name", input), asked[name] == nil,
                tree.attribute("type", input)?.lowercased() == "hidden"
            else { return nil }
            return PageRequest.Field(name, tree.attribute("value", input) ?? "")
        }
        let action = tree.attribute("action", form)?.trimmed ?? ""
        guard let url = action.isEmpty ? page.address : PageLinks.address(action, against: page.base) else {
            return nil
        }
        let fields = asked.sorted { $0.key > $1.key }.map { PageRequest.Field($0.key, $0.value) }
        return PageRequest(url: url, form: fields + hidden)
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
            // `document.f["page.no"].value = n`
            if before.hasSuffix("\"]") || before.hasSuffix("']") {
                let quoted = before.dropLast(2).split(omittingEmptySubsequences: false) { "\"'".contains($0) }
                if let name = quoted.last, quoted.count > 1 { return String(name) }
            }
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
