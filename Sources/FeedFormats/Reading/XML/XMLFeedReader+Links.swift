import Markup

extension XMLFeedReader {
    /// `<link>…</link>` of RSS, `<link href=…/>` of Atom, in whatever format they stand.
    mutating func readLink(_ node: Int, into about: inout FeedDescription, _ scope: Scope) {
        guard let address = attribute(node, .href) ?? text(node) ?? attribute(node, .resource) else { return }
        var link = FeedLink(href: resolved(address, scope))
        if let rel = attribute(node, .rel) { link.rel = Self.shortRelation(rel) }
        link.type = attribute(node, .type)
        link.hreflang = attribute(node, .hreflang)
        link.title = attribute(node, .title)
        link.length = attribute(node, .length)
        add(link, to: &about)
    }

    func add(_ link: FeedLink, to about: inout FeedDescription) { about.links.append(link) }

    /// The registered relations may be written as addresses (RFC 4287 §4.2.7.2).
    private static func shortRelation(_ rel: String) -> String {
        let prefix = "http://www.iana.org/assignments/relation/"
        return rel.hasPrefix(prefix) ? String(rel.dropFirst(prefix.count)) : rel
    }

    /// Settles what depends on everything else: the one link, the language.
    func finish(_ about: inout FeedDescription, isEntry: Bool) {
        about.link = Self.page(among: about.links)
    }

    /// The link to the page: the first alternate in HTML, else any alternate.
    private static func page(among links: [FeedLink]) -> String? {
        let alternates = links.filter { $0.rel == "alternate" && !$0.href.isEmpty }
        let page = alternates.first { link in
            guard let type = link.type?.lowercased() else { return true }
            return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
        }
        return (page ?? alternates.first)?.href
    }
}
