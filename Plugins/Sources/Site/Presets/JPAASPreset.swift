import Extraction
import JuheKit
import Markup

/// Hanweb JPAAS: a column's parts name an interface and its parameters; it answers with JSON that holds HTML.
enum JPAASPreset: Preset {
    static let name = "jpaas"

    static func recognises(_ page: PageDocument) -> Bool {
        if let value = page.json { return html(in: value) != nil }
        return page.html.map { !units($0, page.address).isEmpty } ?? false
    }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) throws(Failure) -> ListPage {
        guard let value = page.json else {
            let tree = page.html ?? MarkupTree(html: "")
            var result = ListPage(elsewhere: units(tree, page.address))
            if result.elsewhere.isEmpty { result = StructurePreset.read(page, request, reading) }
            return result
        }
        guard let html = html(in: value) else {
            guard case .bool(false)? = value["success"] else { return ListPage() }
            throw Failure(
                .malformed, page.address ?? "",
                .interfaceRefused(code: value["code"]?.text ?? "", message: value["message"]?.text ?? ""))
        }
        let part = PageDocument(html: html, address: page.address)
        var result = StructurePreset.read(part, request, reading)
        result.path = "data.html " + result.path
        result.isKnownEmpty = result.entries.isEmpty
        result.next = part.html.flatMap { next($0, request, shown: result.entries.count) }
        result.nextRule = result.next == nil ? "" : "div.pagination"
        return result
    }

    /// The page behind: `rows` to a page, `count` in all.
    private static func next(_ tree: MarkupTree, _ request: PageRequest, shown: Int) -> PageRequest? {
        guard shown > 0,
            let pagination = tree.elements(where: {
                tree.attribute("rows", $0) != nil && tree.attribute("count", $0) != nil
            }).first,
            let rows = tree.attribute("rows", pagination).flatMap({ Int($0.trimmed) }), rows > 0,
            let count = tree.attribute("count", pagination).flatMap({ Int($0.trimmed) })
        else { return nil }
        let current = pageNumber(request)
        guard current * rows < count else { return nil }
        return request.setting("paramJson", to: "{\"pageNo\":\(current + 1),\"pageSize\":\(rows)}")
    }

    private static func pageNumber(_ request: PageRequest) -> Int {
        guard let json = request.parameter("paramJson").map(PercentEncoding.decoded),
            let value = JSONText.value(in: json),
            let number = value["pageNo"]?.text.flatMap({ Int($0) })
        else { return 1 }
        return number
    }

    private static func html(in value: JSONValue) -> String? {
        if case .string(let html)? = value["data"]?["html"] { return html }
        return nil
    }

    /// The questions for a page's parts, the likeliest list first: a page's head and foot are parts too.
    private static func units(_ tree: MarkupTree, _ address: String?) -> [PageRequest] {
        let found = tree.elements(where: { tree.attribute("querydata", $0) != nil && tree.attribute("url", $0) != nil })
            .compactMap { element -> (request: PageRequest, score: Int)? in
                guard let reference = tree.attribute("url", element),
                    let url = PageLinks.address(reference, against: address),
                    let data = tree.attribute("querydata", element),
                    let value = JSONText.value(
                        in: data.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\"")),
                    case .object(let members) = value
                else { return nil }
                var request = PageRequest(url: url)
                var tag = ""
                for (name, member) in members {
                    guard let text = member.text else { continue }
                    request = request.setting(name, to: text)
                    if name == "tagId" { tag = text }
                }
                let words = ["列表", "list", "分页", "当前栏目", "内容", "右侧"]
                let isFrame = ["头部", "底部", "导航", "header", "footer", "位置"].contains { tag.lowercased().contains($0) }
                let score =
                    isFrame ? -1 : words.firstIndex { tag.lowercased().contains($0) }.map { words.count - $0 } ?? 0
                return (request, score)
            }
        // Some columns ask for their list by a program instead.
        if found.isEmpty { return ProgramCalls.requests(tree, base: address, to: "/front/page/build/unit") }
        var seen: Set<PageRequest> = []
        return found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element.request).filter { seen.insert($0).inserted }.prefix(6).map(\.self)
    }
}
