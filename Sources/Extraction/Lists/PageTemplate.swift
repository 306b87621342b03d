import Markup

/// The next page of a list whose element for page numbers keeps for its program how their addresses are made:
/// `<div data-total="60" data-size="20" data-current="1" data-url="/tz/list_{page}.html">`.
enum PageTemplate {
    private static let places: Set<String> = [
        "page", "p", "n", "num", "pageno", "pagenum", "pageindex", "pagenumber", "index", "current", "0",
    ]
    private static let current: Set<String> = [
        "page", "current", "cur", "curr", "currentpage", "curpage", "pageno", "pagenow", "pageindex", "index", "now",
    ]
    private static let pages: Set<String> = ["pages", "totalpage", "totalpages", "pagecount", "pagetotal", "maxpage"]
    private static let entries: Set<String> = ["total", "count", "totalcount", "totalrecord", "recordcount", "records"]
    private static let size: Set<String> = ["size", "pagesize", "limit", "perpage"]
    /// Page numbers that are tried for the page's own.
    private static let mostPages = 200

    /// Where the page behind this one is, and the rule that says so.
    static func next(_ page: PageLinks) -> (request: PageRequest, rule: String)? {
        let tree = page.tree
        for element in tree.elements() {
            let attributes = tree.attributes(element).filter { $0.name.hasPrefix("data-") }
            guard attributes.count >= 2, attributes.count <= 20 else { continue }
            for template in attributes where template.value.utf8.count <= 300 {
                guard let (before, behind) = parts(of: template.value) else { continue }
                func number(_ names: Set<String>) -> Int? {
                    attributes.lazy.filter { names.contains($0.name.dropFirst(5).filter { $0 != "-" }) }
                        .compactMap { Int($0.value.trimmed) }.first
                }
                func address(_ number: Int) -> String? {
                    PageLinks.address("\(before)\(number)\(behind)", against: page.base)
                }
                let size = number(size) ?? 0
                let total = number(pages) ?? number(entries).flatMap { size > 0 ? ($0 + size - 1) / size : nil }
                guard let total, total > 1, total < 100_000 else { continue }
                let stated = number(current)
                let own = page.address.flatMap { own in (0...min(total, mostPages)).first { address($0) == own } }
                let next = (own ?? stated ?? 1) + 1
                guard stated == 0 ? next < total : next <= total, let url = address(next) else { continue }
                return (PageRequest(url: url), "@\(template.name)")
            }
        }
        return nil
    }

    /// What stands before and behind the place of the number: `{page}`, `${page}`, `%d`, `[page]`, `__page__`.
    private static func parts(of template: String) -> (before: Substring, behind: Substring)? {
        for (open, close) in [("${", "}"), ("{", "}"), ("[", "]"), ("__", "__"), ("%", "%")] {
            guard let start = template.firstPlace(of: open),
                let end = template[start.upperBound...].firstPlace(of: close),
                places.contains(template[start.upperBound..<end.lowerBound].lowercased())
            else { continue }
            return (template[..<start.lowerBound], template[end.upperBound...])
        }
        return template.firstPlace(of: "%d").map { (template[..<$0.lowerBound], template[$0.upperBound...]) }
    }
}
