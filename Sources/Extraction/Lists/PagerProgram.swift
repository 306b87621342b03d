import Markup

/// The next page of a list whose page numbers a library writes and follows: `laypage.render({count: 60, limit: 20, curr: 1,
/// jump: function(page) { location.href = "list_" + page.curr + ".html"; }})`.
///
/// Nothing is run: how many pages there are and how a page's address is made must be written plainly.
struct PagerProgram {
    private let page: PageLinks
    private let text: String

    private static let current = [
        "currentPage", "current_page", "currPage", "curPage", "current", "curr", "pageIndex", "getCurrent",
    ]
    private static let pages = ["totalPages", "totalPage", "pageCount", "pageTotal", "num_pages", "pages"]
    private static let entries = ["totalCount", "totalRecord", "recordCount", "count", "total"]
    private static let size = ["pageSize", "pagesize", "perPage", "items_per_page", "limit"]
    /// Programs that are looked at, and page numbers that are tried for the page's own.
    private static let (mostPrograms, mostPages) = (40, 200)

    init(_ page: PageLinks) {
        self.page = page
        text = ProgramText.all(in: page.tree)
    }

    /// Where the page behind this one is, and the rule that says so.
    func find() -> (request: PageRequest, rule: String)? {
        var rest = text[...]
        for _ in 0..<Self.mostPrograms {
            guard let place = rest.firstPlace(of: "function") else { return nil }
            rest = rest[place.upperBound...]
            // A nameless program is handed to a library; one with a name must be called for what it does.
            let behind = rest.drop { $0 == " " }
            let name = ProgramExpression.name(behind).lowercased()
            let head = name.isEmpty ? behind : behind.dropFirst(name.count).drop { $0 == " " }
            guard name.isEmpty || Self.calls.contains(where: name.contains) else { continue }
            guard head.first == "(", let close = head.prefix(80).firstIndex(of: ")") else { continue }
            let parameter = head.dropFirst().prefix { $0 != "," && $0 != ")" }.trimmed
            let open = head[close...].dropFirst().drop(while: \.isWhitespace)
            guard open.first == "{", !parameter.isEmpty else { continue }
            let body = ProgramText.block(open.prefix(1_000))
            // The options stand in the same brackets, a little before or behind.
            let options = String(text[..<place.lowerBound].suffix(400)) + text[body.endIndex...].prefix(400)
            guard body.has("location"), let next = next(parameter, body, options, isNamed: !name.isEmpty)
            else { continue }
            return (next, "function(\(parameter))")
        }
        return nil
    }

    private static let calls = ["page", "go", "jump", "turn"]

    private func next(_ parameter: String, _ body: Substring, _ options: String, isNamed: Bool) -> PageRequest? {
        func option(_ names: [String]) -> Int? {
            names.lazy.compactMap { ScriptValue.value($0, in: options).flatMap { Int($0) } }.first
        }
        func address(_ number: Int) -> String? {
            let found = ProgramFunctions.address(in: body) { name in
                if name == parameter { return "\(number)" }
                if name.hasPrefix(parameter + ".") {
                    return Self.current.contains(String(name.dropFirst(parameter.count + 1))) ? "\(number)" : nil
                }
                return ScriptValue.value("var \(name)", in: text)
            }
            return found.flatMap { PageLinks.address($0, against: page.base) }
        }
        let size = option(Self.size) ?? 0
        let total = option(Self.pages) ?? option(Self.entries).flatMap { size > 0 ? ($0 + size - 1) / size : nil }
        guard let total, total > 1, total < 100_000, address(1) != address(2) else { return nil }
        let stated = option(Self.current)
        // The number in the page's own address: what the program was given may be the same on each page.
        let own = page.address.flatMap { own in (0...min(total, Self.mostPages)).first { address($0) == own } }
        // One with a name may lead anywhere: the page's own address must be one that it makes.
        guard own != nil || !isNamed else { return nil }
        let number = (own ?? stated ?? 1) + 1
        guard stated == 0 ? number < total : number <= total else { return nil }
        return address(number).map { PageRequest(url: $0) }
    }
}
