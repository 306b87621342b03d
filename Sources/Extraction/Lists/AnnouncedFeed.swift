import Markup

/// The feed that a page announces for its column.
package enum AnnouncedFeed {
    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    ]
    /// Where VSB and Hanweb keep their feeds.
    private static let places = ["/system/resource/code/rss/rssfeed.jsp", "/module/rss/rssfeed.jsp"]

    /// Its address; nothing where none is announced.
    package static func address(in page: PageDocument) -> String? {
        guard let tree = page.html else { return nil }
        let base = PageLinks(tree, address: page.address).base
        for link in tree.elements("link") {
            guard let rel = tree.attribute("rel", link)?.lowercased(), rel.split(separator: " ").contains("alternate"),
                let type = tree.attribute("type", link)?.lowercased().split(separator: ";").first.map({ $0.trimmed }),
                types.contains(type),
                let href = tree.attribute("href", link)
            else { continue }
            // Comments are no column.
            let title = tree.attribute("title", link) ?? ""
            if title.contains("评论") || title.lowercased().contains("comments") { continue }
            if let url = PageLinks.address(href, against: base) { return url }
        }
        for link in tree.elements("a") {
            guard let href = tree.attribute("href", link), places.contains(where: { href.contains($0) }),
                let url = PageLinks.address(href, against: base), isOfColumn(url, page.address)
            else { continue }
            return url
        }
        return nil
    }

    /// A Hanweb feed names its column, as the page's address does.
    private static func isOfColumn(_ feed: String, _ page: String?) -> Bool {
        guard let wanted = PageRequest(url: feed).parameter("colid"), let column = column(of: page) else { return true }
        return wanted == column
    }

    /// `/col/col282/index.html` is column 282.
    static func column(of address: String?) -> String? {
        guard let address, let range = address.firstPlace(of: "/col/col") else { return nil }
        let digits = address[range.upperBound...].prefix { $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }

    /// The feed of a Hanweb column, by the column's address.
    package static func hanweb(_ address: String) -> String? {
        guard let column = column(of: address), let range = address.firstPlace(of: "/col/col") else { return nil }
        return "\(address[..<range.lowerBound])/module/rss/rssfeed.jsp?colid=\(column)"
    }
}
