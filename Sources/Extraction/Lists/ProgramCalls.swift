package import Markup

/// The questions by which a page's programs get its list: `$.ajax({type: "POST", url: "/api/list", data: {page: 1, size: 10}})`,
/// `$.getJSON("/api/list?page=1")`, `fetch("/api/list?page=1")`.
///
/// Nothing is run: addresses and values are texts, numbers and variables of the page. Only what asks for a page of something
/// counts, so that no counter and no log-in is called.
package enum ProgramCalls {
    private static let most = 4

    /// The questions, in the order of the page's programs.
    package static func requests(_ tree: MarkupTree, base: String?) -> [PageRequest] {
        requests(tree, base) { $0.pageNumber != nil || isCalledList($0) || asksForColumn($0) }
    }

    /// True where the address itself says that it answers with a list: `/api/newsList?channel=33`.
    private static func isCalledList(_ request: PageRequest) -> Bool {
        let path = request.url.prefix { $0 != "?" }.split(separator: "/").dropFirst(2).joined(separator: "/")
            .lowercased()
        return path.contains("list")
            && !otherWords.contains { !["list", "page"].contains($0) && path.contains($0) }
    }

    private static let columns = [
        "cid", "channelid", "columnid", "catid", "categoryid", "colid", "chnlid", "lmid", "nodeid", "typeid", "classid",
    ]

    /// True where a question asks for what a column holds: `/api/query?channelId=33`.
    private static func asksForColumn(_ request: PageRequest) -> Bool {
        let path = request.url.prefix { $0 != "?" }.lowercased()
        guard request.form == nil, !otherWords.contains(where: path.contains),
            let query = request.url.firstIndex(of: "?").map({ request.url[$0...].dropFirst() })
        else { return false }
        return query.split(separator: "&").contains { pair in
            columns.contains(pair.prefix { $0 != "=" }.lowercased().filter { $0 != "_" })
        }
    }

    /// What the address of a question for one article has in it, and what that of a counter or a log-in has.
    private static let articleWords = ["article", "detail", "content", "info", "news", "notice", "doc"]
    private static let otherWords = [
        "count", "hit", "click", "visit", "view", "stat", "login", "user", "comment", "like", "list", "page", "logout",
    ]

    /// The questions by which the page of one article gets its text: `axios.get("/api/article/" + id)`. A name that the
    /// programs take from the page's address stands for what stands there.
    static func articleRequests(_ tree: MarkupTree, _ links: PageLinks) -> [PageRequest] {
        let own = PageRequest(url: links.address ?? "")
        return requests(tree, links.base, { own.parameter($0) }) { request in
            let path = (request.url.firstPlace(of: "://").map { request.url[$0.upperBound...] } ?? request.url[...])
                .drop { $0 != "/" }.lowercased()
            return request.form?.isEmpty ?? true && path.contains(where: \.isNumber)
                && articleWords.contains { path.contains($0) } && !otherWords.contains { path.contains($0) }
        }
    }

    private static let callNames = [
        "ajax(", "$.post(", "$.get(", "$.getJSON(", "axios.get(", "axios.post(", "axios(", "fetch(",
    ]

    /// The questions that go to one interface: its address has these words in it.
    package static func requests(_ tree: MarkupTree, base: String?, to words: String) -> [PageRequest] {
        requests(tree, base) { $0.url.has(words) }
    }

    /// The first question in a function that asks for a page by its number.
    /// - Parameter value: what a name stands for, and the function as far as the question.
    static func pageRequest(
        in function: Substring, _ base: String?, _ value: (String, Substring) -> String?
    ) -> PageRequest? {
        for name in callNames {
            guard let place = function.firstPlace(of: name) else { continue }
            let before = function[..<place.lowerBound]
            let request = request(name, function[place.upperBound...].prefix(3_000), base, in: before) {
                value($0, before)
            }
            if let request, request.pageNumber != nil { return request }
        }
        return nil
    }

    private static func requests(
        _ tree: MarkupTree, _ base: String?, _ known: (String) -> String? = { _ in nil },
        where isWanted: (PageRequest) -> Bool
    ) -> [PageRequest] {
        let text = ProgramText.all(in: tree)
        var found: [PageRequest] = []
        for name in callNames {
            var rest = text[...]
            for _ in 0..<6 {
                guard found.count < most, let place = rest.firstPlace(of: name) else { break }
                rest = rest[place.upperBound...]
                // `id`, `this.id`, `route.query.id`
                let request = request(name, rest.prefix(3_000), base, in: text[...]) { name in
                    name.split(separator: ".").last.flatMap { known(String($0)) }
                        ?? ScriptValue.value("var \(name)", in: text)
                }
                if let request, isWanted(request),
                    !found.contains(request)
                {
                    found.append(request)
                }
            }
        }
        return found
    }

    private static func request(
        _ name: String, _ call: Substring, _ base: String?, in program: Substring, _ value: (String) -> String?
    ) -> PageRequest? {
        let start = call.drop(while: \.isWhitespace)
        let isTable = start.first == "{"
        let settings = isTable ? ProgramText.block(start) : start
        guard let place = isTable ? behind(["url"], in: settings) : settings,
            let reference = ProgramExpression.value(of: place, value),
            let url = PageLinks.address(reference, against: base),
            url.hasPrefix("http") || base.map({ URLReference.scheme(of: $0) == "file" }) ?? false
        else { return nil }
        var fields: [PageRequest.Field] = []
        let given = isTable ? behind(["data", "params"], in: settings) : second(settings)
        let plain = given.map { $0.hasPrefix("JSON.stringify(") ? $0.dropFirst(15).drop(while: \.isWhitespace) : $0 }
        let data = plain.map { $0.first == "{" ? $0 : object(named: $0, program) ?? $0 }
        if let data, data.first == "{" {
            let table = ProgramText.block(data)
            // `{params: {…}}`, `{method: "POST", body: JSON.stringify({…})}`
            let inner =
                isTable ? nil : behind(["params", "body"], in: table.prefix(400))?.prefix(300).drop { $0 != "{" }
            fields = members(inner?.first == "{" ? ProgramText.block(inner ?? "") : table, value)
        }
        let method = behind(["type", "method"], in: settings.prefix(600)).map { $0.prefix(8).uppercased() } ?? ""
        let isPost = name.contains("post") || method.contains("POST")
        let request =
            isPost
            ? Self.sent(fields, to: url, by: name, settings, isTable: isTable)
            : fields.reduce(PageRequest(url: url)) { $0.setting($1.name, to: $1.value) }
        return request
    }

    /// Newer libraries send an object as JSON by themselves, older ones where they are told to.
    private static func sent(
        _ fields: [PageRequest.Field], to url: String, by name: String, _ settings: Substring, isTable: Bool
    ) -> PageRequest {
        var request = PageRequest(url: url, form: fields)
        let start = settings.prefix(1_000)
        request.isJSON =
            name.hasPrefix("axios")
            && !["qs.", "Qs.", "FormData", "URLSearchParams", "urlencoded"].contains { start.has($0) }
            || start.has("application/json") || start.has("JSON.stringify")
        return request
    }

    /// The table that a program keeps under a name: `var query = {page: 1}; $.ajax({url: …, data: query})`.
    private static func object(named text: Substring, _ program: Substring) -> Substring? {
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
        guard !name.isEmpty, name.utf8.count <= 40 else { return nil }
        for word in ["var ", "let ", "const "] {
            guard let place = program.firstPlace(of: word + name) else { continue }
            let sign = program[place.upperBound...].drop(while: \.isWhitespace)
            guard sign.first == "=" else { continue }
            let table = sign.dropFirst().drop(while: \.isWhitespace).prefix(3_000)
            if table.first == "{" { return table }
        }
        return nil
    }

    /// What follows one of some names and its colon, at the beginning of a word.
    private static func behind(_ names: [String], in text: Substring) -> Substring? {
        for name in names {
            var rest = text
            for _ in 0..<8 {
                guard let place = rest.firstPlace(of: name) else { break }
                let isWord = place.lowerBound == rest.startIndex || !rest[rest.index(before: place.lowerBound)].isLetter
                rest = rest[place.upperBound...]
                let sign = rest.drop { "\"' ".contains($0) }
                if isWord, sign.first == ":" { return sign.dropFirst().drop(while: \.isWhitespace) }
            }
        }
        return nil
    }

    /// The second argument of a call whose first is an address.
    private static func second(_ text: Substring) -> Substring? {
        guard let comma = text.prefix(600).firstIndex(where: { $0 == "," || $0 == ";" }), text[comma] == "," else {
            return nil
        }
        return text[text.index(after: comma)...].drop(while: \.isWhitespace)
    }

    /// `{channelId: "1021", page: 1}`; what has no plain value is left out.
    private static func members(_ table: Substring, _ value: (String) -> String?) -> [PageRequest.Field] {
        table.dropFirst().dropLast().split(separator: ",").prefix(40).compactMap { member in
            guard let colon = member.firstIndex(of: ":") else { return nil }
            let name = member[..<colon].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            let rest = member[member.index(after: colon)...].drop(while: \.isWhitespace)
            guard !name.isEmpty, let text = ProgramExpression.value(of: rest, value) else { return nil }
            let isPlain = text == "true" || text == "false" || Int(text).map { "\($0)" == text } ?? false
            return PageRequest.Field(String(name), text, isPlain: isPlain && rest.first != "\"" && rest.first != "'")
        }
    }
}

extension PageRequest {
    private static let pageNames: Set<String> = [
        "page", "pageno", "page_no", "pagenum", "pageindex", "currentpage", "curpage", "pagenumber", "current", "pn",
    ]

    /// The field or parameter that says which page is asked for, and its number; nothing where there is none.
    package var pageNumber: (name: String, number: Int)? {
        let pairs =
            form?.map { ($0.name, $0.value) }
            ?? (url.firstIndex(of: "?").map { url[url.index(after: $0)...].split(separator: "&") } ?? []).map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1)
                return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
            }
        return pairs.lazy.compactMap { name, value in
            Self.pageNames.contains(name.lowercased()) ? Int(value).map { (name, $0) } : nil
        }.first
    }

    /// The same question for the page behind.
    package var nextNumber: PageRequest? {
        guard let (name, number) = pageNumber, (0..<100_000).contains(number) else { return nil }
        guard form != nil else { return setting(name, to: "\(number + 1)") }
        var copy = self
        copy.form = form?.map { $0.name == name ? Field(name, "\(number + 1)", isPlain: $0.isPlain) : $0 }
        return copy
    }
}
